// masked: a question without what points to a person: long numbers, phones, plates, names after
// 我叫/本人/姓名, mail addresses, house numbers. What is kept is fit to be read by staff.
#pragma once

#include <QString>

namespace tongban::knowledgebase {

QString masked(const QString& text);

} // namespace tongban::knowledgebase

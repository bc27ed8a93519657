// Installs the words of a language; one translator lives for the whole program and changes its
// content.
#pragma once

#include <QString>

class QTranslator;

namespace tongban::translations {

// The languages with a complete file: "zh_CN" first, then "en".
QStringList languages();

// False when there is no file for the language; what was installed before stays. The QML engine
// retranslates on its own call.
bool install(const QString& language);

} // namespace tongban::translations

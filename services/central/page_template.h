// PageTemplate: HTML with holes. {{name}} is escaped text, {{#name}}…{{/name}} repeats for a list
// or shows for true,
// {{^name}}…{{/name}} shows for nothing. There is no way to put unescaped text into a page.
#pragma once

#include "services/core/result.h"

#include <QJsonObject>
#include <QString>

namespace tongban::central {

QString escapedHtml(const QString& text);

// Invalid when a section is not closed. Unknown names are empty.
Result<QByteArray> renderPage(const QString& page, const QJsonObject& values);

} // namespace tongban::central

// Wording: sentences that several pages share: why a material is asked for, dates, names of
// pictures.
#pragma once

#include "services/catalog/guide.h"
#include "services/core/clock.h"
#include "services/receipt/qr_code.h"

#include <QDate>
#include <QString>
#include <QVariantMap>

namespace tongban::kiosk {

// What QML takes for null; an empty QVariant would be undefined.
inline QVariant nothing() {
    return QVariant::fromValue(nullptr);
}

// {title, why, rule, removedBy, sample} of one material of the list.
QVariantMap whyOf(const catalog::Assessment& assessment, const QString& material);

// 9月16日（星期三）; in English Wed 9 Sep.
QString dayText(QDate day);
// 今天 12:36, or 9月16日 12:36.
QString momentText(Instant at, QDate today);

// The glyph that stands for a picture named by an item package.
QString glyphOf(const QString& picture);

// The modules of a code, a line of 0 and 1 for each row; none when the text fits no code.
QStringList qrRows(const QString& text, receipt::ErrorCorrection level);

} // namespace tongban::kiosk

// A4 documents as PDF: fonts embedded, the text extractable, a code to verify by, the data
// attached.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace tongban::devices {

struct PrintedDocument {
    QString title;
    QList<std::pair<QString, QString>> rows; // label and value
    QStringList paragraphs;
    QString verifyCode; // what the QR code holds
    QString verifyHint; // stands beside it: where to verify
    QString footer;
    QString reprintMark;    // "补打 第1次"; empty for the first print
    QJsonObject attachment; // the same content for machines, as document.json; empty: none
};

// Needs a QGuiApplication (fonts). Pages are numbered; long texts go on.
Result<QByteArray> documentPdf(const PrintedDocument& document);

} // namespace tongban::devices

// SealedContent: what lies inside a manifest's or supplement's seal: answers, the journal
// hand-over, the receipt's words.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"
#include "services/crypto/secret_bytes.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace tongban::protocol {

// One event of the machine's journal with its content; the central service folds and decides them
// again.
struct JournalEvent {
    qint64 sequence = 0;
    qint64 epoch = 1;
    Instant at;
    QString kind;
    QJsonObject body;
    bool operator==(const JournalEvent&) const = default;
};

struct SealedContent {
    QString application;        // the same id as outside
    QJsonObject answers;        // by form field
    QJsonObject applicant;      // identity as the card or QR gave it, with the way it was checked
    QList<JournalEvent> events; // 1…n without gaps, the last one hands over
    QJsonObject materials;      // by blob hash: names and the keys that open the blobs
    QStringList receiptLines;   // as printed; with `receiptCode` they fit the commitment; none in a
                                // supplement
    QString receiptCode;
    QJsonObject rest; // fields of a newer version, kept
    bool operator==(const SealedContent&) const = default;
};

// Canonical JSON. The caller's value stays where it is: wipe it with the session.
crypto::SecretBytes writeContent(const SealedContent& content);
Result<SealedContent> readContent(QByteArrayView text);

} // namespace tongban::protocol

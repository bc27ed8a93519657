// Submission: everything one act of handing in leaves on this machine, sealed already.
#pragma once

#include "services/core/clock.h"
#include "services/core/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tongban::cases {

// One event of the journal, without its content.
struct JournalEntry {
    int sequence = 0;
    int epoch = 1;
    Instant at{};
    QString kind;
    QByteArray digest; // SHA-256 of the canonical event
};

struct SealedMaterial {
    QByteArray hash; // SHA-256 of the ciphertext
    QByteArray ciphertext;
};

struct Submission {
    CaseId id;
    quint64 deviceSequence = 0;
    QString item;          // folder name of the item package
    QString packageDigest; // hex
    QByteArray manifest;   // sealed and signed
    QList<SealedMaterial> materials;
    QList<JournalEntry> journal;
    QByteArray receiptId; // 12 bytes
    QString receiptNumber;
    QString receiptUrl;
    Instant at{};
};

} // namespace tongban::cases

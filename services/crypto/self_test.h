// Known answers out of the standards for every primitive of both suites; programs run them at
// start, tests one by one.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <functional>

namespace tongban::crypto {

struct KnownAnswer {
    QString name; // "RFC 5869 A.1 HKDF-SHA256"
    std::function<QByteArray()> compute;
    QByteArray expected;
};

QList<KnownAnswer> knownAnswers();

// Crypto with the name of the first one that differs: the machine must not go on.
Result<void> selfTest();

} // namespace tongban::crypto

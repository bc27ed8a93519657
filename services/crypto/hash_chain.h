// A hash chain over audit rows: h_n = H(h_(n-1) || n || time || event). Any change, gap or
// reordering is named by its position.
#pragma once

#include "services/core/clock.h"
#include "services/crypto/digest.h"

namespace tongban::crypto {

// What stands before the first row.
QByteArray chainStart();

QByteArray chainHash(Hash hash, QByteArrayView previous, qint64 n, Instant at,
                     QByteArrayView event);

// Walks a chain from its start or from a head that is known to be good.
class ChainVerifier {
public:
    explicit ChainVerifier(Hash hash, QByteArray head = chainStart(), qint64 lastN = 0)
        : m_hash(hash)
        , m_head(std::move(head))
        , m_lastN(lastN) {}
    // Crypto, naming the row, when it does not continue the chain.
    Result<void> add(qint64 n, Instant at, QByteArrayView event, QByteArrayView recorded);
    const QByteArray& head() const { return m_head; }
    qint64 lastN() const { return m_lastN; }

private:
    Hash m_hash;
    QByteArray m_head;
    qint64 m_lastN;
};

} // namespace tongban::crypto

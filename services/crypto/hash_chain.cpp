// Numbers as big-endian 64-bit, the event last, so that no two rows give the same input.
#include "services/crypto/hash_chain.h"

#include <QtEndian>

namespace tongban::crypto {

QByteArray chainStart() {
    return QByteArray(32, '\0');
}

QByteArray chainHash(Hash hash, QByteArrayView previous, qint64 n, Instant at,
                     QByteArrayView event) {
    const qint64 numbers[] = {qToBigEndian(n), qToBigEndian<qint64>(at.time_since_epoch().count())};
    Digester digester(hash);
    digester.add(previous);
    digester.add({reinterpret_cast<const char*>(numbers), sizeof numbers});
    digester.add(event);
    return digester.finish();
}

Result<void> ChainVerifier::add(qint64 n, Instant at, QByteArrayView event,
                                QByteArrayView recorded) {
    if (n != m_lastN + 1)
        return fail(FaultKind::Crypto,
                    QStringLiteral("audit row %1: expected row %2").arg(n).arg(m_lastN + 1));
    QByteArray computed = chainHash(m_hash, m_head, n, at, event);
    if (computed != recorded)
        return fail(FaultKind::Crypto, QStringLiteral("audit row %1: the hash differs").arg(n));
    m_head = std::move(computed);
    m_lastN = n;
    return {};
}

} // namespace tongban::crypto

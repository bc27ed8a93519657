// The Merkle tree of RFC 9162 §2.1: the daily root of the audit log, and proofs that a row is in
// it.
#pragma once

#include "services/crypto/digest.h"

#include <QList>

namespace tongban::crypto {

// Leaves are the octets themselves; an empty list has the digest of nothing as root.
QByteArray merkleRoot(const QList<QByteArray>& leaves);
QList<QByteArray> merkleProof(const QList<QByteArray>& leaves, qsizetype index);
bool checkMerkleProof(QByteArrayView leaf, qsizetype index, qsizetype size,
                      const QList<QByteArray>& proof, QByteArrayView root);

} // namespace tongban::crypto

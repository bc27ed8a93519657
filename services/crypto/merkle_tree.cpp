// Leaves are hashed with a prefix of 0, nodes with 1, so that neither passes for the other.
#include "services/crypto/merkle_tree.h"

namespace tongban::crypto {

namespace {

QByteArray leafHash(QByteArrayView leaf) {
    return sha256(QByteArray(1, '\0') + leaf.toByteArray());
}

QByteArray nodeHash(const QByteArray& left, const QByteArray& right) {
    return sha256(QByteArray(1, '\1') + left + right);
}

// The largest power of two below `size` (size > 1).
qsizetype splitOf(qsizetype size) {
    qsizetype split = 1;
    while (split * 2 < size)
        split *= 2;
    return split;
}

QByteArray rootOf(const QList<QByteArray>& leaves, qsizetype from, qsizetype size) {
    if (size == 1)
        return leafHash(leaves.at(from));
    const qsizetype split = splitOf(size);
    return nodeHash(rootOf(leaves, from, split), rootOf(leaves, from + split, size - split));
}

void collect(const QList<QByteArray>& leaves, qsizetype from, qsizetype size, qsizetype index,
             QList<QByteArray>& proof) {
    if (size <= 1)
        return;
    const qsizetype split = splitOf(size);
    if (index < split) {
        collect(leaves, from, split, index, proof);
        proof.append(rootOf(leaves, from + split, size - split));
    } else {
        collect(leaves, from + split, size - split, index - split, proof);
        proof.append(rootOf(leaves, from, split));
    }
}

} // namespace

QByteArray merkleRoot(const QList<QByteArray>& leaves) {
    return leaves.isEmpty() ? sha256({}) : rootOf(leaves, 0, leaves.size());
}

QList<QByteArray> merkleProof(const QList<QByteArray>& leaves, qsizetype index) {
    QList<QByteArray> proof;
    collect(leaves, 0, leaves.size(), index, proof);
    return proof;
}

bool checkMerkleProof(QByteArrayView leaf, qsizetype index, qsizetype size,
                      const QList<QByteArray>& proof, QByteArrayView root) {
    if (index < 0 || index >= size)
        return false;
    // RFC 9162 §2.1.3.2.
    qsizetype fn = index;
    qsizetype sn = size - 1;
    QByteArray hash = leafHash(leaf);
    for (const QByteArray& beside : proof) {
        if (sn == 0)
            return false;
        if ((fn & 1) != 0 || fn == sn) {
            hash = nodeHash(beside, hash);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            hash = nodeHash(hash, beside);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && hash == root;
}

} // namespace tongban::crypto

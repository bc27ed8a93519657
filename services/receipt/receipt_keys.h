// The public keys that may sign receipts, and what a receipt is worth under them. A file of the
// signed packs, usable offline.
#pragma once

#include "services/receipt/receipt.h"

#include <QHash>
#include <optional>

namespace tongban::receipt {

struct ReceiptKey {
    KeyNumber number;
    crypto::PublicKey key;
    std::optional<Instant> notValidAfter; // a withdrawn key: what it signed before stays valid
};

class ReceiptKeys {
public:
    // {"keys":[{"device":1234,"generation":3,"algorithm":"ed25519","key":"<hex>","not_valid_after":"…Z"}]}
    static Result<ReceiptKeys> fromJson(const QByteArray& text);
    QByteArray toJson() const;

    void add(const ReceiptKey& key) { m_keys.insert(key.number.packed(), key); }
    const ReceiptKey* find(KeyNumber number) const;
    qsizetype size() const { return m_keys.size(); }

private:
    QHash<quint32, ReceiptKey> m_keys;
};

enum class Verdict {
    Valid,
    Altered,       // the signature does not fit
    UnknownIssuer, // no such key here: "cannot check now", never "false"
    ExpiredKey,    // issued after its key had been withdrawn
};
QString nameOf(Verdict verdict); // "valid", "altered", "unknown issuer", "expired key"

Verdict verify(const SignedReceipt& receipt, const ReceiptKeys& keys);

} // namespace tongban::receipt

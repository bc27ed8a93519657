// Fuzzes the receipt reader: what is accepted has exactly one spelling, and no key makes it valid
// by chance.
#include "services/receipt/receipt_keys.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban;
    using namespace tongban::receipt;
    static const ReceiptKeys keys = [] {
        ReceiptKeys made;
        made.add(
            {{1234, 3}, crypto::PrivateKey::generate(crypto::Algorithm::Ed25519)->publicKey(), {}});
        return made;
    }();
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto read = parseUrl(QString::fromUtf8(bytes)); read.has_value()) {
        const QString url = QString::fromUtf8(bytes);
        if (urlOf(*read, url.left(url.size() - tokenTextSize - 2)) !=
            url.left(url.size() - tokenTextSize - 2).toUpper() + url.right(tokenTextSize + 2))
            __builtin_trap();
        if (verify(*read, keys) == Verdict::Valid)
            __builtin_trap();
    }
    (void)parseToken(bytes);
    (void)ReceiptKeys::fromJson(bytes);
    return 0;
}

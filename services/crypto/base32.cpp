// Five bits a letter.
#include "services/crypto/base32.h"

namespace tongban::crypto {

QByteArray toBase32(QByteArrayView bytes) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray text;
    text.reserve((bytes.size() * 8 + 4) / 5);
    quint32 buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | static_cast<unsigned char>(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text.append(alphabet[(buffer >> bits) & 31]);
        }
    }
    if (bits > 0)
        text.append(alphabet[(buffer << (5 - bits)) & 31]);
    return text;
}

Result<QByteArray> fromBase32(QByteArrayView text) {
    QByteArray bytes;
    bytes.reserve(text.size() * 5 / 8);
    quint32 buffer = 0;
    int bits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!(c >= 'A' && c <= 'Z') && !(c >= '2' && c <= '7'))
            return fail(FaultKind::Invalid, QStringLiteral("Base32: character %1").arg(i));
        buffer = (buffer << 5) | static_cast<quint32>(c >= 'A' ? c - 'A' : c - '2' + 26);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.append(static_cast<char>(buffer >> bits));
        }
        buffer &= 0xff;
    }
    if (bits >= 5)
        return fail(FaultKind::Invalid, QStringLiteral("Base32: %1 characters").arg(text.size()));
    if ((buffer & ((1U << bits) - 1)) != 0)
        return fail(FaultKind::Invalid, QStringLiteral("Base32: bits left over are not zero"));
    return bytes;
}

} // namespace tongban::crypto

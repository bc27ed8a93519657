// A machine without randomness cannot go on safely, so failure ends the process.
#include "services/crypto/random.h"

#include <QString>
#include <openssl/rand.h>

namespace tongban::crypto {

static void fill(char* out, qsizetype size) {
    if (size > 0 && RAND_bytes(reinterpret_cast<unsigned char*>(out), static_cast<int>(size)) != 1)
        qFatal("no random numbers");
}

QByteArray randomBytes(qsizetype size) {
    QByteArray bytes(size, Qt::Uninitialized);
    fill(bytes.data(), size);
    return bytes;
}

SecretBytes randomSecret(qsizetype size) {
    SecretBytes bytes(size);
    fill(bytes.data(), size);
    return bytes;
}

QString randomCode(int length) {
    static constexpr char alphabet[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    constexpr int letters = sizeof alphabet - 1;
    constexpr int fair =
        256 / letters * letters; // larger octets are thrown away: no letter is likelier
    QString code;
    while (code.size() < length) {
        const QByteArray one = randomBytes(1);
        if (const int octet = static_cast<unsigned char>(one[0]); octet < fair)
            code.append(QLatin1Char(alphabet[octet % letters]));
    }
    return code;
}

} // namespace tongban::crypto

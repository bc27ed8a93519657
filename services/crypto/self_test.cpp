// Vectors: RFC 4231, 4648, 5869, 6238, 6979, 7914, 8032, 9180; NIST GCM; GB/T 32905, 32907, 32918;
// GM/T 0042.
#include "services/crypto/self_test.h"

#include "services/crypto/aead.h"
#include "services/crypto/base32.h"
#include "services/crypto/hpke.h"
#include "services/crypto/password.h"
#include "services/crypto/signature.h"
#include "services/crypto/totp.h"

namespace tongban::crypto {

namespace {

QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}

QByteArray taken(const Result<QByteArray>& result) {
    return result.value_or(QByteArray("fault"));
}

QByteArray taken(const Result<SecretBytes>& result) {
    return result.has_value() ? result->view().toByteArray() : QByteArray("fault");
}

// "good" when the signature holds and a flipped message bit breaks it.
QByteArray verdict(Algorithm algorithm, const QByteArray& key, QByteArray message,
                   const QByteArray& signature) {
    const auto publicKey = PublicKey::fromRaw(algorithm, key);
    if (!publicKey.has_value() || !verify(*publicKey, message, signature))
        return "bad";
    message[0] = static_cast<char>(message[0] ^ 1);
    return verify(*publicKey, message, signature) ? "blind" : "good";
}

void addDigests(QList<KnownAnswer>& list) {
    list << KnownAnswer{QStringLiteral("FIPS 180-4 SHA-256 abc"), [] { return sha256("abc"); },
                        hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")}
         << KnownAnswer{QStringLiteral("GB/T 32905 A.1 SM3 abc"),
                        [] { return digest(Hash::Sm3, "abc"); },
                        hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")}
         << KnownAnswer{QStringLiteral("GB/T 32905 A.2 SM3 512 bits"),
                        [] { return digest(Hash::Sm3, QByteArray("abcd").repeated(16)); },
                        hex("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")}
         << KnownAnswer{QStringLiteral("RFC 4231 case 1 HMAC-SHA256"),
                        [] { return hmac(Hash::Sha256, QByteArray(20, '\x0b'), "Hi There"); },
                        hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")}
         << KnownAnswer{QStringLiteral("GM/T 0042 D.3 HMAC-SM3"),
                        [] {
                            QByteArray key;
                            for (char i = 1; i <= 32; ++i)
                                key.append(i);
                            const QByteArray half =
                                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
                            return hmac(Hash::Sm3, key, half + half);
                        },
                        hex("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a")};
}

void addDerivations(QList<KnownAnswer>& list) {
    list
        << KnownAnswer{QStringLiteral("RFC 5869 A.1 HKDF-SHA256"),
                       [] {
                           const SecretBytes prk =
                               hkdfExtract(Hash::Sha256, hex("000102030405060708090a0b0c"),
                                           QByteArray(22, '\x0b'));
                           return hkdfExpand(Hash::Sha256, prk.view(), hex("f0f1f2f3f4f5f6f7f8f9"),
                                             42)
                               .view()
                               .toByteArray();
                       },
                       hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf3400720"
                           "8d5b8"
                           "87185865")}
        << KnownAnswer{QStringLiteral("RFC 5869 A.3 HKDF-SHA256 without salt"),
                       [] {
                           const SecretBytes prk =
                               hkdfExtract(Hash::Sha256, {}, QByteArray(22, '\x0b'));
                           return hkdfExpand(Hash::Sha256, prk.view(), {}, 42).view().toByteArray();
                       },
                       hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d20"
                           "1395faa4b61a96c8")}
        // The key stream of the encryption example: its ciphertext C2 XOR "encryption standard".
        << KnownAnswer{QStringLiteral("GB/T 32918.5 SM2 KDF"),
                       [] {
                           return sm2Kdf(hex("335e18d751e51f040e27d468138b7ab1dc86ad7f981d7d416222"
                                             "fd6ab3ed230dab743ebcfb22d64f7b6ab791f70658f25b48fa93"
                                             "e54064fdbfbed3f0bd847ac9"),
                                         19)
                               .view()
                               .toByteArray();
                       },
                       hex("44e60fdbf0bae81437665374bef26749046c9e")}
        << KnownAnswer{QStringLiteral("RFC 7914 §12 scrypt"),
                       [] {
                           return taken(scrypt("", "", {4, 1, 1}, 64));
                       },
                       hex("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0"
                           "069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")}
        << KnownAnswer{QStringLiteral("RFC 6238 appendix B TOTP SHA-1"),
                       [] { return totpCode("12345678901234567890", 1, {8}).toLatin1(); },
                       "94287082"}
        << KnownAnswer{QStringLiteral("RFC 6238 appendix B TOTP SHA-256"),
                       [] {
                           return totpCode("12345678901234567890123456789012", 1,
                                           {8, 30, TotpHash::Sha256})
                               .toLatin1();
                       },
                       "46119246"}
        << KnownAnswer{QStringLiteral("RFC 4648 §10 Base32"), [] { return toBase32("fooba"); },
                       "MZXW6YTB"};
}

void addCiphers(QList<KnownAnswer>& list) {
    list << KnownAnswer{QStringLiteral("NIST GCM test case 16 AES-256-GCM"),
                        [] {
                            return taken(aeadSeal(
                                Suite::Intl,
                                hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f94673083"
                                    "08"),
                                hex("cafebabefacedbaddecaf888"),
                                hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                                hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a"
                                    "721c3c0c"
                                    "95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")));
                        },
                        hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e"
                            "48590dbb"
                            "3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d"
                            "551b")}
         // CTR over zeros shows the block cipher's output for the nonce.
         << KnownAnswer{QStringLiteral("GB/T 32907 A.1 SM4"),
                        [] {
                            const QByteArray block = hex("0123456789abcdeffedcba9876543210");
                            return taken(aeadSeal(Suite::Gm, block + QByteArray(32, 'k'), block, {},
                                                  QByteArray(16, '\0')))
                                .first(16);
                        },
                        hex("681edf34d206965e86b3e94f536e4246")};
}

void addSignatures(QList<KnownAnswer>& list) {
    list << KnownAnswer{QStringLiteral("RFC 8032 §7.1 test 2 Ed25519"),
                        [] {
                            const auto key = PrivateKey::fromRaw(
                                Algorithm::Ed25519, hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35"
                                                        "aba624da8cf6ed4fb8a6fb"));
                            return key.has_value() ? taken(sign(*key, hex("72")))
                                                   : QByteArray("fault");
                        },
                        hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1"
                            "e43e1599"
                            "6e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")}
         << KnownAnswer{QStringLiteral("RFC 6979 A.2.5 P-256 with SHA-256"),
                        [] {
                            return verdict(
                                Algorithm::P256,
                                hex("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f2"
                                    "9fb67903"
                                    "fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"),
                                "sample",
                                hex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf37"
                                    "16f7cb1c"
                                    "942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"));
                        },
                        "good"}
         << KnownAnswer{
                QStringLiteral("GB/T 32918.5 A.2 SM2 with SM3"),
                [] {
                    return verdict(
                        Algorithm::Sm2,
                        hex("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea"
                            "490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"),
                        "message digest",
                        hex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa"
                            "29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"));
                },
                "good"};
}

void addAgreement(QList<KnownAnswer>& list) {
    list << KnownAnswer{QStringLiteral("RFC 9180 A.3.1 DHKEM P-256"),
                        [] {
                            const auto key = PrivateKey::fromRaw(
                                Algorithm::P256, hex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf"
                                                     "4d6589cf29de4b8ffd2"));
                            if (!key.has_value())
                                return QByteArray("fault");
                            return taken(
                                hpkeDecapsulate(*key, hex("04a92719c6195d5085104f469a8b9814d5838ff7"
                                                          "2b60501e2c4466e5e67b325ac98536"
                                                          "d7b61a1af4b78e5b7f951c0900be863c403ce65c"
                                                          "9bfcb9382657222d18c4")));
                        },
                        hex("c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8")}
         << KnownAnswer{
                QStringLiteral("RFC 9180 A.3.1 key schedule"),
                [] {
                    const HpkeKeys keys = hpkeKeySchedule(
                        hex("c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8"),
                        hex("4f6465206f6e2061204772656369616e2055726e"), HpkeAead::Aes128Gcm);
                    return keys.key.view().toByteArray() + keys.nonce.view().toByteArray();
                },
                hex("868c066ef58aae6dc589b6cfdd18f97e4e0bc5018beba4bf004cca59")};
}

} // namespace

QList<KnownAnswer> knownAnswers() {
    QList<KnownAnswer> list;
    addDigests(list);
    addDerivations(list);
    addCiphers(list);
    addSignatures(list);
    addAgreement(list);
    return list;
}

Result<void> selfTest() {
    for (const KnownAnswer& answer : knownAnswers()) {
        if (answer.compute() != answer.expected)
            return fail(FaultKind::Crypto,
                        QStringLiteral("self test: %1 differs").arg(answer.name));
    }
    return {};
}

} // namespace tongban::crypto

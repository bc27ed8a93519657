// Sealing to the central key in both suites with rotation; the vault and its machine; passwords;
// one-time codes.
#include "services/crypto/password.h"
#include "services/crypto/private_file.h"
#include "services/crypto/seal.h"
#include "services/crypto/totp.h"
#include "services/crypto/vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::crypto;
using namespace std::chrono_literals;

class TestKeeping : public QObject {
    Q_OBJECT

    static Instant day(int n) { return Instant(std::chrono::hours(24 * n)); }

private Q_SLOTS:
    void sealing_data() {
        QTest::addColumn<int>("suite");
        QTest::newRow("intl") << int(Suite::Intl);
        QTest::newRow("gm") << int(Suite::Gm);
    }
    void sealing() {
        QFETCH(int, suite);
        const auto kind = static_cast<Suite>(suite);
        const auto& provider = softwareSealProvider(kind);
        const PrivateKey key = PrivateKey::generate(provider.keyAlgorithm()).value();
        const QByteArray plain = "{\"name\":\"林晓岚\"}";
        const Sealed sealed = provider.seal(key.publicKey(), "k1", "id-1", plain).value();
        QVERIFY(!sealed.ct.contains("name"));
        QCOMPARE(provider.open(key, sealed, "id-1").value().view().toByteArray(), plain);
        QVERIFY(!(provider.seal(key.publicKey(), "k1", "id-1", plain).value() == sealed));

        QVERIFY(!provider.open(key, sealed, "id-2").has_value());
        const PrivateKey other = PrivateKey::generate(provider.keyAlgorithm()).value();
        QVERIFY(!provider.open(other, sealed, "id-1").has_value());
        Sealed renamed = sealed;
        renamed.kid = "k2";
        QVERIFY(!provider.open(key, renamed, "id-1").has_value());
        const PrivateKey wrongKind = PrivateKey::generate(Algorithm::Ed25519).value();
        QVERIFY(!provider.seal(wrongKind.publicKey(), "k1", "id-1", plain).has_value());
        QVERIFY(!provider.open(wrongKind, sealed, "id-1").has_value());
    }

    void everyFlippedOctetOfASealIsNoticed_data() { sealing_data(); }
    void everyFlippedOctetOfASealIsNoticed() {
        QFETCH(int, suite);
        const auto& provider = softwareSealProvider(static_cast<Suite>(suite));
        const PrivateKey key = PrivateKey::generate(provider.keyAlgorithm()).value();
        const Sealed sealed = provider.seal(key.publicKey(), "k", "id", "plain text").value();
        for (qsizetype i = 0; i < sealed.enc.size(); ++i) {
            Sealed bad = sealed;
            bad.enc[i] = static_cast<char>(bad.enc[i] ^ 0x40);
            QVERIFY2(!provider.open(key, bad, "id").has_value(), qPrintable(QString::number(i)));
        }
        for (qsizetype i = 0; i < sealed.ct.size(); ++i) {
            Sealed bad = sealed;
            bad.ct[i] = static_cast<char>(bad.ct[i] ^ 0x01);
            QVERIFY(!provider.open(key, bad, "id").has_value());
        }
    }

    void rotationUsesTheNewestValidKeyAndOpensTheOld() {
        SealKeySet set;
        SealKeyRing ring;
        for (int n = 0; n < 3; ++n) {
            const PrivateKey key = PrivateKey::generate(Algorithm::P256).value();
            const QString kid = QStringLiteral("seal-%1").arg(n);
            set.add({kid, Suite::Intl, key.publicKey(), day(90 * n), day(90 * n + 120)});
            ring.add(kid, key);
        }
        for (const auto& [at, kid] :
             {std::pair(10, "seal-0"), std::pair(95, "seal-1"), std::pair(299, "seal-2")}) {
            const Sealed sealed = set.seal(Suite::Intl, "id", "x", day(at)).value();
            QCOMPARE(sealed.kid, QString(kid));
            QVERIFY(ring.open(sealed, "id").has_value());
        }
        QCOMPARE(set.seal(Suite::Intl, "id", "x", day(301)).error().kind, FaultKind::NotFound);
        QCOMPARE(set.seal(Suite::Gm, "id", "x", day(10)).error().kind, FaultKind::NotFound);
        Sealed unknown = set.seal(Suite::Intl, "id", "x", day(10)).value();
        unknown.kid = "nobody";
        QCOMPARE(ring.open(unknown, "id").error().kind, FaultKind::NotFound);
    }

    void theVaultOpensOnItsMachineOnly_data() { sealing_data(); }
    void theVaultOpensOnItsMachineOnly() {
        QFETCH(int, suite);
        QTemporaryDir dir;
        const QString keyFile = dir.filePath("vault.key");
        const auto kind = static_cast<Suite>(suite);
        const Vault vault = Vault::open(keyFile, kind, "machine a").value();
        const QByteArray sealed = vault.seal("secret", "field/1").value();
        QVERIFY(!sealed.contains("secret"));
        QCOMPARE(Vault::open(keyFile, kind, "machine a")
                     .value()
                     .open(sealed, "field/1")
                     .value()
                     .view()
                     .toByteArray(),
                 QByteArray("secret"));
        QVERIFY(!vault.open(sealed, "field/2").has_value());
        QVERIFY(vault.seal("secret", "field/1").value() != sealed);
        QCOMPARE(Vault::open(keyFile, kind, "machine b").error().kind, FaultKind::Denied);
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray bad = sealed;
            bad[i] = static_cast<char>(bad[i] ^ 0x20);
            QVERIFY(!vault.open(bad, "field/1").has_value());
        }
        QVERIFY(!vault.open("", "field/1").has_value());

        const QString file = dir.filePath("material");
        QVERIFY(vault.sealFile(file, "picture", "material/x").has_value());
        QCOMPARE(vault.openFile(file, "material/x").value().view().toByteArray(),
                 QByteArray("picture"));
        QFile::setPermissions(keyFile, QFile::ReadOwner | QFile::ReadGroup);
        QCOMPARE(Vault::open(keyFile, kind, "machine a").error().kind, FaultKind::Denied);
    }

    void keyedDigestsDependOnKeyAndPlace() {
        QTemporaryDir dir;
        const Vault a = Vault::open(dir.filePath("a")).value();
        const Vault b = Vault::open(dir.filePath("b")).value();
        QCOMPARE(a.keyedDigest("x", "p"), a.keyedDigest("x", "p"));
        QVERIFY(a.keyedDigest("x", "p") != b.keyedDigest("x", "p"));
        QVERIFY(a.keyedDigest("x", "p") != a.keyedDigest("x", "q"));
    }

    void privateFilesAreReplacedWhole() {
        QTemporaryDir dir;
        const QString path = dir.filePath("f");
        QCOMPARE(readPrivateFile(path).error().kind, FaultKind::NotFound);
        QVERIFY(writePrivateFile(path, "one").has_value());
        QVERIFY(writePrivateFile(path, "two").has_value());
        QCOMPARE(readPrivateFile(path).value().view().toByteArray(), QByteArray("two"));
        QVERIFY(!readPrivateFile(path, 2).has_value());
        QVERIFY(!writePrivateFile(dir.filePath("no/such/folder"), "x").has_value());
    }

    void passwords() {
        const ScryptCost cheap{10, 8, 1};
        const QString record = hashPassword("长密码 Correct-Horse", cheap).value();
        QVERIFY(record.startsWith("$scrypt$ln=10,r=8,p=1$"));
        QVERIFY(checkPassword("长密码 Correct-Horse", record));
        QVERIFY(!checkPassword("长密码 correct-Horse", record));
        QVERIFY(!checkPassword("", record));
        QVERIFY(record != hashPassword("长密码 Correct-Horse", cheap).value());
        QVERIFY(needsNewHash(record));
        QVERIFY(!needsNewHash(record, cheap));
        for (const char* bad :
             {"", "plain", "$scrypt$ln=99,r=8,p=1$AAAAAAAAAAAAAAAA$x", "$2b$12$abc"})
            QVERIFY(!checkPassword("", bad));
        QCOMPARE(
            scrypt("password", "NaCl", {10, 8, 16}, 64).value().toHex(),
            QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e2"
                       "2a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"));
    }

    void oneTimeCodesAreGoodOnce() {
        const QByteArray secret = "12345678901234567890";
        const TotpSettings eight{8};
        QCOMPARE(totpCode(secret, totpStep(Instant(1'111'111'109s), eight), eight), "07081804");
        QCOMPARE(totpCode(secret, totpStep(Instant(20'000'000'000s), eight), eight), "65353130");

        const Instant now{1'795'000'000s};
        const QString code = totpCode(secret, totpStep(now));
        const auto used = checkTotp(secret, code, now, {});
        QVERIFY(used.has_value());
        QVERIFY(!checkTotp(secret, code, now, used));
        QVERIFY(checkTotp(secret, code, now + 30s, {}).has_value());
        QVERIFY(!checkTotp(secret, code, now + 70s, {}));
        QVERIFY(!checkTotp(secret, "", now, {}));
        QVERIFY(!checkTotp(secret, code + "0", now, {}));
        QVERIFY(totpUri(secret, "通办", "zhang")
                    .startsWith("otpauth://totp/%E9%80%9A%E5%8A%9E:zhang?secret=GEZDGNBV"));
    }
};

QTEST_GUILESS_MAIN(TestKeeping)
#include "tst_keeping.moc"

// Known answers of the standards; keys in every form; one flipped bit anywhere is noticed.
#include "services/crypto/aead.h"
#include "services/crypto/base32.h"
#include "services/crypto/hash_chain.h"
#include "services/crypto/merkle_tree.h"
#include "services/crypto/random.h"
#include "services/crypto/self_test.h"
#include "services/crypto/signature.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::crypto;

class TestPrimitives : public QObject {
    Q_OBJECT

    static QByteArray flipped(QByteArray bytes, qsizetype bit) {
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        return bytes;
    }

private Q_SLOTS:
    void knownAnswers_data() {
        QTest::addColumn<QByteArray>("computed");
        QTest::addColumn<QByteArray>("expected");
        for (const KnownAnswer& answer : crypto::knownAnswers())
            QTest::newRow(qPrintable(answer.name)) << answer.compute() << answer.expected;
    }
    void knownAnswers() {
        QFETCH(QByteArray, computed);
        QFETCH(QByteArray, expected);
        QCOMPARE(computed.toHex(), expected.toHex());
    }

    void keys_data() {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("p256") << int(Algorithm::P256);
        QTest::newRow("ed25519") << int(Algorithm::Ed25519);
        QTest::newRow("sm2") << int(Algorithm::Sm2);
    }
    void keys() {
        QFETCH(int, algorithm);
        const auto kind = static_cast<Algorithm>(algorithm);
        QTemporaryDir dir;
        const QString path = dir.filePath("key.pem");
        const PrivateKey key = PrivateKey::loadOrGenerate(path, kind).value();
        QCOMPARE(QFile::permissions(path) & 0x0fff,
                 QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser |
                                    QFile::WriteUser) &
                     0x0fff);
        const PrivateKey again = PrivateKey::loadOrGenerate(path, kind).value();
        QVERIFY(again.publicKey() == key.publicKey());
        QCOMPARE(again.algorithm(), kind);

        const PublicKey open = key.publicKey();
        QVERIFY(PublicKey::fromRaw(kind, open.raw()).value() == open);
        QVERIFY(PublicKey::fromRaw(kind, open.compressed()).value() == open);
        QVERIFY(PublicKey::fromPem(open.toPem()).value() == open);
        QCOMPARE(PublicKey::fromPem(open.toPem()).value().algorithm(), kind);
        QVERIFY(!PublicKey::fromRaw(kind, QByteArray(65, '\4')).has_value());

        QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther);
        QCOMPARE(PrivateKey::load(path).error().kind, FaultKind::Denied);
    }

    void signatures_data() { keys_data(); }
    void signatures() {
        QFETCH(int, algorithm);
        const PrivateKey key = PrivateKey::generate(static_cast<Algorithm>(algorithm)).value();
        const QByteArray message = "a message of a hall";
        const QByteArray signature = sign(key, message).value();
        QCOMPARE(signature.size(), signatureSize);
        QVERIFY(verify(key.publicKey(), message, signature));
        for (qsizetype bit = 0; bit < signature.size() * 8; ++bit)
            QVERIFY(!verify(key.publicKey(), message, flipped(signature, bit)));
        for (qsizetype bit = 0; bit < message.size() * 8; ++bit)
            QVERIFY(!verify(key.publicKey(), flipped(message, bit), signature));
        QVERIFY(!verify(key.publicKey(), message, signature + 'x'));
        QVERIFY(!verify(key.publicKey(), message, {}));
        QVERIFY(!verify(key.publicKey(), message, QByteArray(64, '\0')));
        QVERIFY(!verify(PublicKey(), message, signature));
    }

    void sm2NeedsTheSameUserId() {
        const PrivateKey key = PrivateKey::generate(Algorithm::Sm2).value();
        const QByteArray signature = sign(key, "m").value();
        QVERIFY(verify(key.publicKey(), "m", signature));
        QVERIFY(!verify(key.publicKey(), "m", signature, "ALICE123@YAHOO.COM"));
    }

    void garbageIsNoKey() {
        QVERIFY(!PrivateKey::fromPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")
                     .has_value());
        QVERIFY(!PublicKey::fromPem("").has_value());
        QVERIFY(!PrivateKey::fromRaw(Algorithm::P256, QByteArray(32, '\0')).has_value());
        QVERIFY(!PrivateKey::fromRaw(Algorithm::Sm2, QByteArray(32, '\xff')).has_value());
    }

    void aead_data() {
        QTest::addColumn<int>("suite");
        QTest::newRow("intl") << int(Suite::Intl);
        QTest::newRow("gm") << int(Suite::Gm);
    }
    void aead() {
        QFETCH(int, suite);
        const auto kind = static_cast<Suite>(suite);
        const QByteArray key = randomBytes(keySizeOf(kind));
        const QByteArray nonce = randomBytes(nonceSizeOf(kind));
        for (const QByteArray& plain : {QByteArray(), QByteArray("x"), randomBytes(1000)}) {
            const QByteArray sealed = aeadSeal(kind, key, nonce, "bound", plain).value();
            QCOMPARE(sealed.size(), plain.size() + tagSizeOf(kind));
            QCOMPARE(aeadOpen(kind, key, nonce, "bound", sealed).value().view().toByteArray(),
                     plain);
            QVERIFY(!aeadOpen(kind, key, nonce, "boune", sealed).has_value());
            QVERIFY(!aeadOpen(kind, flipped(key, 200), nonce, "bound", sealed).has_value());
            QVERIFY(!aeadOpen(kind, key, flipped(nonce, 3), "bound", sealed).has_value());
            for (qsizetype bit = 0; bit < sealed.size() * 8; bit += 7)
                QVERIFY(!aeadOpen(kind, key, nonce, "bound", flipped(sealed, bit)).has_value());
            QVERIFY(!aeadOpen(kind, key, nonce, "bound", sealed.chopped(1)).has_value());
        }
        QVERIFY(!aeadOpen(kind, key, nonce, {}, {}).has_value());
    }

    void base32IsCanonical() {
        for (int size = 0; size < 40; ++size) {
            const QByteArray bytes = randomBytes(size);
            QCOMPARE(fromBase32(toBase32(bytes)).value(), bytes);
        }
        for (const char* wrong : {"my", "MY======", "M", "MZX", "MZXW6Y", "MZ", "M1", "MY "})
            QVERIFY2(!fromBase32(wrong).has_value(), wrong);
    }

    void theChainNamesTheChangedRow() {
        const Instant at{std::chrono::milliseconds(1'795'000'000'000)};
        QList<QByteArray> hashes;
        QByteArray head = chainStart();
        for (int n = 1; n <= 20; ++n) {
            head = chainHash(Hash::Sm3, head, n, at, QByteArray::number(n));
            hashes.append(head);
        }
        const auto walk = [&](int changed, int skipped) -> Result<void> {
            ChainVerifier verifier(Hash::Sm3);
            for (int n = 1; n <= 20; ++n) {
                if (n == skipped)
                    continue;
                TRY(verifier.add(n, at, n == changed ? "x" : QByteArray::number(n),
                                 hashes.at(n - 1)));
            }
            return {};
        };
        QVERIFY(walk(0, 0).has_value());
        for (int n = 1; n <= 20; ++n)
            QVERIFY(walk(n, 0).error().detail.contains(QStringLiteral("row %1:").arg(n)));
        for (int n = 1; n < 20; ++n)
            QVERIFY(walk(0, n).error().detail.contains(QStringLiteral("expected row %1").arg(n)));
    }

    void merkleRootsOfCertificateTransparency() {
        QList<QByteArray> leaves;
        for (const char* leaf : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                 "606162636465666768696a6b6c6d6e6f"})
            leaves.append(QByteArray::fromHex(leaf));
        QCOMPARE(merkleRoot(leaves.first(1)).toHex(),
                 QByteArray("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
        QCOMPARE(merkleRoot(leaves).toHex(),
                 QByteArray("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));
        for (qsizetype size = 1; size <= leaves.size(); ++size) {
            const auto part = leaves.first(size);
            const QByteArray root = merkleRoot(part);
            for (qsizetype i = 0; i < size; ++i) {
                const auto proof = merkleProof(part, i);
                QVERIFY(checkMerkleProof(part.at(i), i, size, proof, root));
                QVERIFY(!checkMerkleProof("other", i, size, proof, root));
                QVERIFY(!checkMerkleProof(part.at(i), i, size, proof, flipped(root, 5)));
                QVERIFY(size == 1 ||
                        !checkMerkleProof(part.at(i), (i + 1) % size, size, proof, root));
            }
        }
    }

    void codesAvoidLookAlikes() {
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString code = randomCode(6);
            QVERIFY(!code.contains(QRegularExpression("[01OIL]")));
            QCOMPARE(code.size(), 6);
            seen.insert(code);
        }
        QVERIFY(seen.size() > 995);
    }

    void secretsAreOverwritten() {
        SecretBytes secret(QByteArrayView("marker-marker-marker"));
        secret.truncate(6);
        QCOMPARE(secret.view().toByteArray(), QByteArray("marker"));
        QCOMPARE(QByteArray(secret.data(), 20), QByteArray("marker") + QByteArray(14, '\0'));
        SecretBytes taken = std::move(secret);
        QVERIFY(secret.isEmpty());
        QCOMPARE(taken.clone().view().toByteArray(), QByteArray("marker"));
    }
};

QTEST_GUILESS_MAIN(TestPrimitives)
#include "tst_primitives.moc"

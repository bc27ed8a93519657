// Manifests: one encoding, strict limits with paths, signatures over everything, unknown fields
// kept.
#include "services/crypto/random.h"
#include "services/protocol/cbor.h"
#include "services/protocol/messages.h"

#include <QTest>

using namespace tongban;
using namespace tongban::protocol;
using namespace std::chrono_literals;

class TestManifest : public QObject {
    Q_OBJECT

    static Manifest sample() {
        Manifest m;
        m.id = newUuid7(Instant(1'795'000'000s));
        m.device = "440399-000007";
        m.deviceSequence = 42;
        m.item = "residence-permit";
        m.package = {"residence-permit", "3", crypto::randomBytes(32)};
        m.filledAt = {Instant(1'795'000'000s), 5000, "boot", -120, 60};
        m.blobs = {{crypto::randomBytes(32), 1000, "photo", "image/jpeg"}};
        m.journal = {9, 1, crypto::randomBytes(32)};
        m.seal = {crypto::Suite::Gm, "seal-1", crypto::randomBytes(140), crypto::randomBytes(500)};
        m.commitment = crypto::randomBytes(12);
        m.receipt = crypto::randomBytes(101);
        m.consent = Consent{"apply", "1", crypto::randomBytes(32), "zh_CN", {"apply", "face"}, {}};
        return m;
    }
    static crypto::PrivateKey key() {
        return crypto::PrivateKey::generate(crypto::Algorithm::P256).value();
    }

private Q_SLOTS:
    void manifestsComeBack() {
        const auto device = key();
        Manifest sent = sample();
        sent.rest.insert(QStringLiteral("zz_new"), QCborArray{1, "two"});
        const QByteArray bytes = signManifest(sent, device).value();
        QVERIFY2(bytes.size() < 1400, qPrintable(QString::number(bytes.size())));
        const Manifest read = readManifest(bytes).value();
        QCOMPARE(read, sent);
        QVERIFY(verifyManifest(read, device.publicKey()));
        QVERIFY(!verifyManifest(read, key().publicKey()));
        QCOMPARE(read.rest.value("zz_new").toArray().at(1).toString(), QStringLiteral("two"));
    }

    void everyChangedOctetIsNoticed() {
        const auto device = key();
        Manifest sent = sample();
        const QByteArray bytes = signManifest(sent, device).value();
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray bad = bytes;
            bad[i] = static_cast<char>(bad[i] ^ 0x01);
            const auto read = readManifest(bad);
            QVERIFY2(!read.has_value() || !verifyManifest(*read, device.publicKey()),
                     qPrintable(QString::number(i)));
        }
    }

    void anOlderOneWithoutConsentCanStillBeRead() {
        const auto device = key();
        Manifest sent = sample();
        sent.consent.reset();
        const Manifest read = readManifest(signManifest(sent, device).value()).value();
        QVERIFY(!read.consent);
        QVERIFY(verifyManifest(read, device.publicKey()));
    }

    void aKnownFieldCannotBeReplacedByAnUnknownOne() {
        const auto device = key();
        Manifest sent = sample();
        sent.rest.insert(QStringLiteral("item"), "other");
        const Manifest read = readManifest(signManifest(sent, device).value()).value();
        QCOMPARE(read.item, QStringLiteral("residence-permit"));
    }

    void aSupplementIsNoManifest() {
        const auto device = key();
        Supplement sent;
        sent.id = newUuid7(Instant(1'795'000'000s));
        sent.application = newUuid7(Instant(1'795'000'000s));
        sent.revision = 2;
        sent.device = "d";
        sent.filledAt = sample().filledAt;
        sent.seal = sample().seal;
        const QByteArray bytes = signSupplement(sent, device).value();
        const Supplement read = readSupplement(bytes).value();
        QCOMPARE(read, sent);
        QVERIFY(verifySupplement(read, device.publicKey()));
        QVERIFY(readManifest(bytes).error().detail.contains("$.dseq: is missing"));
    }

    void limitsNameThePath_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("which");
        int n = 0;
        for (const char* path : {"$.id: is not a UUIDv7", "$.device: is longer",
                                 "$.dseq: is out of range", "$.pack.sha256: 31 octets",
                                 "$.blobs[0].size: is out of range", "$.blobs: more than 64",
                                 "$.commit: 11 octets", "$.item: is empty", "$.seal.enc: 3 octets"})
            QTest::newRow(path) << QString(path) << n++;
    }
    void limitsNameThePath() {
        QFETCH(QString, path);
        QFETCH(int, which);
        Manifest m = sample();
        switch (which) {
        case 0:
            m.id = "x";
            break;
        case 1:
            m.device = QString(129, u'x');
            break;
        case 2:
            m.deviceSequence = 0;
            break;
        case 3:
            m.package.sha256.chop(1);
            break;
        case 4:
            m.blobs[0].size = blobLimit + 1;
            break;
        case 5:
            m.blobs = QList<BlobRef>(65, m.blobs[0]);
            break;
        case 6:
            m.commitment.chop(1);
            break;
        case 7:
            m.item.clear();
            break;
        case 8:
            m.seal.enc = "abc";
            break;
        }
        const auto refused = signManifest(m, key());
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().detail.contains(path), qPrintable(refused.error().detail));
    }

    void cborHasOneSpelling_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* name, const char* hex, bool good) {
            QTest::newRow(name) << QByteArray::fromHex(hex) << good;
        };
        row("a:1", "a1616101", true);
        row("empty map", "a0", true);
        row("sorted", "a2616101616202", true);
        row("shorter key first", "a261620162616102", true);
        row("not sorted", "a2616202616101", false);
        row("longer key first", "a26261610161620 2", false);
        row("twice", "a2616101616102", false);
        row("long integer", "a161611801", false);
        row("long length", "b801616101", false);
        row("indefinite map", "bf616101ff", false);
        row("indefinite text", "a161617f6161ff", false);
        row("half float", "a16161f93c00", false);
        row("tag", "a16161c001", false);
        row("undefined", "a16161f7", false);
        row("number as key", "a10101", false);
        row("array at top", "8101", false);
        row("trailing octet", "a161610100", false);
        row("cut", "a16161", false);
        row("nothing", "", false);
        row("broken UTF-8", "a161ff01", false);
        row("huge array", "a161619b7fffffffffffffff", false);
        row("huge text", "a161617b7fffffffffffffff", false);
        QTest::newRow("deep") << "\xa1\x61\x61" + QByteArray(100'000, '\x81') + QByteArray(1, '\0')
                              << false;
    }
    void cborHasOneSpelling() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        const auto map = decodeCbor(bytes, 1 << 20);
        QCOMPARE(map.has_value(), good);
        if (good)
            QCOMPARE(encodeCbor(*map).value(), bytes);
    }

    void contentComesBack() {
        SealedContent sent;
        sent.application = newUuid7(Instant(1'795'000'000s));
        sent.answers = {{"name", "林晓岚"}};
        sent.events = {{1, 1, Instant(5s), "Started", {}},
                       {2, 1, Instant(6s), "HandedOver", {{"to", "centre"}}}};
        sent.receiptLines = {"受理凭证", "440399-000007-000001"};
        sent.receiptCode = "K7M2QX";
        sent.rest = {{"later", 5}};
        const auto text = writeContent(sent);
        QCOMPARE(readContent(text.view()).value(), sent);
        sent.events[1].sequence = 3;
        QVERIFY(readContent(writeContent(sent).view())
                    .error()
                    .detail.contains("$.events[1].seq: expected 2"));
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"

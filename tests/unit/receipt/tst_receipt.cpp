// TB1: the published vector, three algorithms, every flipped bit, every other spelling; the
// commitment; the key file.
#include "services/crypto/base32.h"
#include "services/receipt/receipt_keys.h"

#include <QTest>

using namespace tongban;
using namespace tongban::receipt;
using namespace std::chrono_literals;

class TestReceipt : public QObject {
    Q_OBJECT

    static constexpr const char* origin = "HTTPS://R.EXAMPLE.GOV.CN";
    // sync.md §5.2
    static constexpr const char* vectorUrl =
        "HTTPS://R.EXAMPLE.GOV.CN/"
        "1CIAAJUQDAUEXU2X5Q3AKBINCUOSKLJVHVCU2VK2XDAPKJQQM2V7E5FWGUIAMLPGRRDKG6FPFXWLS"
        "E5G22G2OVAOTM7BOGBE62EPEQKLKND2YCABXO75WZMLNJOP2LS3NQE4KKEGX35ATZMQLPTDO44XMOVYF5PLRAY";
    const QStringList m_lines{"一网通办受理凭证", "330106-001234-000042", "2026-11-18 08:53"};

    static QByteArray counting(int first, int count) {
        QByteArray bytes;
        for (int i = 0; i < count; ++i)
            bytes.append(static_cast<char>(first + i));
        return bytes;
    }
    crypto::PrivateKey vectorKey() const {
        return crypto::PrivateKey::fromRaw(crypto::Algorithm::Ed25519, counting(0, 32)).value();
    }
    Statement statement() const { return {{1234, 3}, 330106, Instant(1'795'000'000s), m_lines, 0}; }
    static ReceiptKeys only(const crypto::PublicKey& key, std::optional<Instant> end = {}) {
        ReceiptKeys keys;
        keys.add({{1234, 3}, key, end});
        return keys;
    }

private Q_SLOTS:
    void thePublishedVector() {
        QCOMPARE(vectorKey().publicKey().raw().toHex(),
                 QByteArray("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"));
        const IssuedReceipt made =
            issueWith(statement(), vectorKey(), origin, counting(0xa0, 12), "K7M2QX").value();
        QCOMPARE(made.url, QString(vectorUrl));
        QCOMPARE(made.url.size(), 188);
        const SignedReceipt read = parseUrl(vectorUrl, origin).value();
        QCOMPARE(read.receipt, made.stated.receipt);
        QCOMPARE(read.receipt.region, 330106U);
        QCOMPARE(receipt::nameOf(read.receipt.key), QStringLiteral("001234/3"));
        QCOMPARE(verify(read, only(vectorKey().publicKey())), Verdict::Valid);
        QVERIFY(commits(read.receipt, "K7M2QX", m_lines));
    }

    void positiveSet_data() {
        QTest::addColumn<int>("algorithm");
        QTest::newRow("p256") << 1;
        QTest::newRow("ed25519") << 2;
        QTest::newRow("sm2") << 3;
    }
    void positiveSet() {
        QFETCH(int, algorithm);
        const auto kind = static_cast<crypto::Algorithm>(algorithm);
        for (int i = 0; i < 20; ++i) {
            const auto key = crypto::PrivateKey::generate(kind).value();
            Statement stated = statement();
            stated.issuedAt += std::chrono::hours(i * 1000);
            stated.flags = static_cast<quint8>(i % 8);
            const IssuedReceipt made = issue(stated, key, origin).value();
            const SignedReceipt read = parseUrl(made.url, origin).value();
            QCOMPARE(read.receipt, made.stated.receipt);
            QCOMPARE(verify(read, only(key.publicKey())), Verdict::Valid);
            QVERIFY(commits(read.receipt, made.code, m_lines));
        }
    }

    void everyFlippedBitIsNoticed_data() { positiveSet_data(); }
    void everyFlippedBitIsNoticed() {
        QFETCH(int, algorithm);
        const auto key =
            crypto::PrivateKey::generate(static_cast<crypto::Algorithm>(algorithm)).value();
        const QByteArray token = issue(statement(), key, origin).value().stated.token;
        const ReceiptKeys keys = only(key.publicKey());
        int refused = 0;
        for (int bit = 0; bit < tokenSize * 8; ++bit) {
            QByteArray bad = token;
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            const auto read = parseToken(bad);
            refused += !read.has_value() || verify(*read, keys) != Verdict::Valid;
        }
        QCOMPARE(refused, 808);
        QCOMPARE(verify(parseToken(token).value(), keys), Verdict::Valid);
    }

    void otherSpellingsAreRefused_data() {
        QTest::addColumn<QString>("url");
        const QString good = vectorUrl;
        QTest::newRow("empty") << QString();
        QTest::newRow("lower case token") << good.left(26) + good.mid(26).toLower();
        QTest::newRow("one lower letter")
            << good.left(40) + good.mid(40, 1).toLower() + good.mid(41);
        QTest::newRow("padding") << good + "======";
        QTest::newRow("one letter short") << good.chopped(1);
        QTest::newRow("one letter more") << good + "A";
        QTest::newRow("trailing text") << good + "?A=1";
        QTest::newRow("trailing line") << good + "\n";
        QTest::newRow("leading space") << " " + good;
        QTest::newRow("other host") << QString(good).replace("R.EXAMPLE", "R.EXAMPLF");
        QTest::newRow("other route") << QString(good).replace("/1C", "/2C");
        QTest::newRow("other scheme") << QString(good).replace("HTTPS", "FTP");
        QTest::newRow("user in host") << QString(good).replace("//", "//A@");
        QTest::newRow("left-over bits") << good.chopped(1) + "Z";
        QTest::newRow("letter outside") << QString(good).replace(50, 1, "1");
        QTest::newRow("full-width letter") << QString(good).replace(50, 1, QChar(0xff21));
        QTest::newRow("version 2") << QString(good).replace("/1CI", "/1EI");
        QTest::newRow("algorithm 0") << QString(good).replace("/1CI", "/1CA");
    }
    void otherSpellingsAreRefused() {
        QFETCH(QString, url);
        QCOMPARE(parseUrl(url, origin).error().kind, FaultKind::Invalid);
    }

    void schemeAndHostMayBeLowerCase() {
        const QString good = vectorUrl;
        QVERIFY(parseUrl(good.left(24).toLower() + good.mid(24), origin).has_value());
        QVERIFY(parseUrl(good).has_value());
    }

    void verdicts() {
        const SignedReceipt read = parseUrl(vectorUrl).value();
        const auto key = vectorKey().publicKey();
        QCOMPARE(verify(read, {}), Verdict::UnknownIssuer);
        QCOMPARE(verify(read, only(key, Instant(1'795'000'000s))), Verdict::Valid);
        QCOMPARE(verify(read, only(key, Instant(1'794'999'999s))), Verdict::ExpiredKey);
        const auto other = crypto::PrivateKey::generate(crypto::Algorithm::Ed25519).value();
        QCOMPARE(verify(read, only(other.publicKey())), Verdict::Altered);
        const auto otherKind = crypto::PrivateKey::generate(crypto::Algorithm::Sm2).value();
        QCOMPARE(verify(read, only(otherKind.publicKey())), Verdict::Altered);
    }

    void theCommitmentHoldsTheLines() {
        const Receipt body = parseUrl(vectorUrl).value().receipt;
        QVERIFY(!commits(body, "K7M2QY", m_lines));
        QVERIFY(!commits(body, "", m_lines));
        QStringList changed = m_lines;
        changed[1] = "330106-001234-000043";
        QVERIFY(!commits(body, "K7M2QX", changed));
        QVERIFY(!commits(body, "K7M2QX", m_lines.first(2)));
    }

    void statementsOutOfRangeAreRefused() {
        const auto refused = [&](auto change) {
            Statement bad = statement();
            change(bad);
            return !issue(bad, vectorKey(), origin).has_value();
        };
        QVERIFY(refused([](Statement& s) { s.key.device = 1 << 24; }));
        QVERIFY(refused([](Statement& s) { s.region = 1'000'000; }));
        QVERIFY(refused([](Statement& s) { s.issuedAt = Instant(-1s); }));
        QVERIFY(refused([](Statement& s) { s.issuedAt = Instant(0x1'0000'0000s); }));
        QVERIFY(refused([](Statement& s) { s.flags = 8; }));
    }

    void keyFilesComeBack() {
        ReceiptKeys keys;
        for (int i = 1; i <= 3; ++i) {
            const auto key =
                crypto::PrivateKey::generate(static_cast<crypto::Algorithm>(i)).value();
            keys.add({{static_cast<quint32>(i), 1},
                      key.publicKey(),
                      i == 2 ? std::optional(Instant(5s)) : std::nullopt});
        }
        const ReceiptKeys read = ReceiptKeys::fromJson(keys.toJson()).value();
        QCOMPARE(read.toJson(), keys.toJson());
        QCOMPARE(read.size(), 3);
        QCOMPARE(read.find({2, 1})->notValidAfter, std::optional(Instant(5s)));
        QCOMPARE(read.find({2, 2}), nullptr);
        const auto why = [](const char* text) {
            return ReceiptKeys::fromJson(text).error().detail;
        };
        QVERIFY(why(R"({"keys":[{"device":1,"generation":1,"algorithm":"sm2","key":"00"}]})")
                    .contains("$.keys[0].key"));
        QVERIFY(why(R"({"keys":[{"device":-1,"generation":1,"algorithm":"sm2","key":"00"}]})")
                    .contains("$.keys[0].device"));
        QVERIFY(why(R"({"keys":[{"device":1,"generation":1,"algorithm":"rsa","key":"00"}]})")
                    .contains("rsa"));
    }
};

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"

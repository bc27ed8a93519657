// The framer and the text layouts: damaged streams, the published vectors, and a million mutations'
// little sister.
#include "services/core/json_reader.h"
#include "services/devices/id_card.h"
#include "services/devices/simulated_cards.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>
#include <random>

using namespace tongban;
using namespace tongban::devices;
using namespace std::chrono_literals;

namespace {

QString shared(const QString& path) {
    const QString root = qEnvironmentVariable("TONGBAN_SHARED", TONGBAN_SOURCE_DIR "/../shared");
    return root + "/data/idcard/" + path;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<CardImage> samples() {
    return loadSimulatedCards(TONGBAN_SOURCE_DIR "/resources/simulator/cards.json").value();
}

QByteArray baseAnswer(const CardImage& card) {
    const QByteArray header = QByteArray::fromHex("01000400");
    return encode(SdtAnswer{0, 0, 0x90, header + card.text + card.photo});
}

const QByteArray found = QByteArray::fromHex("AAAAAA9669000800009F0000000097");
const QByteArray fine = QByteArray::fromHex("AAAAAA9669000400009094");

} // namespace

class TestSdt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandsHaveThePublishedBytes() {
        QCOMPARE(encode(sdt::findCard).toHex(), "aaaaaa96690003200122");
        QCOMPARE(encode(sdt::selectCard).toHex(), "aaaaaa96690003200221");
        QCOMPARE(encode(sdt::readText).toHex(), "aaaaaa96690003300132");
        QCOMPARE(encode(sdt::readTextAndFingerprint).toHex(), "aaaaaa96690003301023");
        QCOMPARE(encode(sdt::samId).toHex(), "aaaaaa9669000312ffee");
        QCOMPARE(encode(SdtAnswer{0, 0, 0x90, {}}), fine);
    }

    void aFrameIsFoundWhereverTheBytesAreCut() {
        const QByteArray stream = QByteArray::fromHex("00FF55AAAAAAAA") + found.mid(3) + fine;
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            SdtFramer framer;
            QList<QByteArray> frames = framer.feed(stream.left(cut), 0ms);
            frames += framer.feed(stream.mid(cut), 5ms);
            QCOMPARE(frames.size(), 2);
            QCOMPARE(answerOf(frames[0]).sw3, 0x9F);
        }
    }

    void silenceDiscardsHalfAFrame() {
        SdtFramer framer;
        QVERIFY(framer.feed(found.left(9), 0ms).isEmpty());
        QCOMPARE(framer.feed(found.mid(9), 300ms).size(), 1);
        QVERIFY(framer.feed(found.left(9), 400ms).isEmpty());
        QCOMPARE(framer.feed(found, 701ms).size(), 1);
        QCOMPARE(framer.takeDamaged(), 1);
    }

    void impossibleLengthsDoNotHideTheNextFrame() {
        for (const char* length : {"0000", "0003", "090B", "FFFF"}) {
            SdtFramer framer;
            const QByteArray bad = QByteArray::fromHex("AAAAAA9669") + QByteArray::fromHex(length);
            QCOMPARE(framer.feed(bad + fine, 0ms).size(), 1);
        }
    }

    void sampleCardsAreRight_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < samples().size(); ++i)
            QTest::addRow("%s", qPrintable(samples()[i].name)) << i;
    }
    void sampleCardsAreRight() {
        QFETCH(int, index);
        const auto answer = readAnswer(baseAnswer(samples()[index]));
        QVERIFY(answer);
        const auto card = cardFromAnswer(answer->data);
        QVERIFY(card);
        QCOMPARE(card->warnings, QStringList());
        QVERIFY(!card->name.isEmpty() && card->birth.isValid());
    }

    void aCardSaysItsSexNationAndValidity() {
        const auto card = cardFromText(samples()[2].text);
        QVERIFY(card);
        QCOMPARE(card->sexName(), QStringLiteral("男"));
        QCOMPARE(card->nationName(), QStringLiteral("汉"));
        QVERIFY(card->longTerm() && card->validOn(QDate(2999, 1, 1)));
        QVERIFY(!card->validOn(QDate(2001, 1, 1)));
    }

    void contradictionsAreRefused_data() {
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("item");
        QTest::newRow("another birth") << 36 << "19880513"
                                       << "birth";
        QTest::newRow("no date") << 36 << "19880231"
                                 << "birth";
        QTest::newRow("the other sex") << 30 << "2"
                                       << "sex";
        QTest::newRow("no sex") << 30 << "7"
                                << "sex";
        QTest::newRow("check digit") << 122 + 34 << "0"
                                     << "id";
        QTest::newRow("ends before it starts") << 204 << "20170101"
                                               << "to";
        QTest::newRow("starts before the birth") << 188 << "19800101"
                                                 << "from";
        QTest::newRow("Thai in a name") << 0 << QString(QChar(0x0E01)) << "name";
        QTest::newRow("half a surrogate") << 0 << QString(QChar(0xD800)) << "name";
        QTest::newRow("control character") << 52 << QString(QChar(7)) << "address";
        QTest::newRow("unknown type") << 248 << "K"
                                      << "unsupported card";
    }
    void contradictionsAreRefused() {
        QFETCH(int, offset);
        QFETCH(QString, text);
        QFETCH(QString, item);
        QByteArray block = samples()[0].text;
        QVERIFY(cardFromText(block));
        for (qsizetype i = 0; i < text.size(); ++i) {
            block[offset + 2 * i] = char(text[i].unicode() & 0xFF);
            block[offset + 2 * i + 1] = char(text[i].unicode() >> 8);
        }
        const auto card = cardFromText(block);
        QVERIFY(!card);
        QVERIFY2(card.error().detail.startsWith(item), qPrintable(card.error().detail));
    }

    void zerosPadLikeSpaces() {
        QByteArray block = samples()[0].text;
        for (int i = 220; i < 256; ++i)
            block[i] = 0;
        QVERIFY(cardFromText(block));
        QCOMPARE(cardFromText(block)->warnings, QStringList());
    }

    void theModuleIdIsReadable() {
        const QByteArray data = QByteArray::fromHex("05000100455033010100000099f43f1a");
        QCOMPARE(samIdFromAnswer(data).value(), QString("05.01-20140101-0000000001-0440399001"));
    }

    // What one damaged byte, a lost or doubled byte or a burst leaves over is refused, or is the
    // same card.
    void damageIsRefusedOrHarmless() {
        std::mt19937 random(20260101);
        const auto any = [&random](qsizetype n) { return qsizetype(random() % quint32(n)); };
        for (const CardImage& sample : samples()) {
            const QByteArray frame = baseAnswer(sample);
            const auto original = cardFromText(sample.text);
            for (int round = 0; round < 2000; ++round) {
                QByteArray bytes = frame;
                const qsizetype at = any(bytes.size());
                switch (round % 5) {
                case 0:
                    bytes[at] = char(bytes[at] ^ (1 << any(8)));
                    break;
                case 1:
                    bytes[at] = char(random());
                    break;
                case 2:
                    bytes.remove(at, 1 + any(3));
                    break;
                case 3:
                    bytes.insert(at, char(random()));
                    break;
                default:
                    bytes.truncate(at);
                    break;
                }
                const auto answer = readAnswer(bytes);
                if (!answer || answer->sw3 != 0x90)
                    continue;
                const auto card = cardFromAnswer(answer->data);
                QVERIFY(!card || card->fields == original->fields);
            }
        }
    }

    void publicVectors() {
        if (!QFile::exists(shared("cards.json")))
            QSKIP("the shared vectors are not here");
        const auto root = parseJsonObject(contentOf(shared("cards.json")));
        QVERIFY(root);
        for (const QJsonValue& row : root->value("cards").toArray()) {
            const QString file = shared("cards/" + row.toObject()["file"].toString());
            const QJsonObject expected = row.toObject()["expected"].toObject();
            const auto answer = readAnswer(QByteArray::fromHex(contentOf(file + ".3010.hex")));
            QVERIFY(answer);
            const auto card = cardFromAnswer(answer->data);
            QVERIFY2(card, qPrintable(file));
            QCOMPARE(nameOf(card->kind), expected["kind"].toString());
            QJsonObject fields;
            for (const auto& [key, value] : card->fields)
                fields.insert(key, value);
            QCOMPARE(fields, expected["fields"].toObject());
            QCOMPARE(card->fingerprint.size(), expected["fingerprint_bytes"].toInt());
            const auto digest = QCryptographicHash::hash(card->photo, QCryptographicHash::Sha256);
            QCOMPARE(QString(digest.toHex()), expected["photo_sha256"].toString());
        }
    }
};

QTEST_GUILESS_MAIN(TestSdt)
#include "tst_sdt.moc"

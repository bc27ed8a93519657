// The long runs: a million damaged frames, and real visits over a pseudo-terminal with memory and
// descriptors watched.
#include "services/devices/device_hub.h"
#include "services/devices/id_card.h"
#include "services/devices/simulated_desk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <random>

using namespace tongban;
using namespace tongban::devices;

namespace {

const QString cardsFile = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/simulator/cards.json");

int fromEnvironment(const char* name, int otherwise) {
    return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : otherwise;
}

qint64 residentKilobytes() {
    QFile statm("/proc/self/statm");
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toLongLong() * 4
                                           : 0;
}

int descriptors() {
    return int(QDir("/proc/self/fd").count());
}

QByteArray frameOf(const CardImage& card) {
    return encode(SdtAnswer{0, 0, 0x90, QByteArray::fromHex("01000400") + card.text + card.photo});
}

// What a serial line does: a flipped bit, a wrong byte, lost, doubled or strange bytes, an early
// end.
void damageOnce(QByteArray& bytes, std::mt19937& random) {
    const auto any = [&random](qsizetype n) { return qsizetype(random() % quint32(n)); };
    const qsizetype at = any(bytes.size());
    switch (random() % 6) {
    case 0:
        bytes[at] = char(bytes[at] ^ (1 << any(8)));
        break;
    case 1:
        bytes[at] = char(random());
        break;
    case 2:
        bytes.remove(at, 1 + any(4));
        break;
    case 3:
        bytes.insert(at, bytes[at]);
        break;
    case 4:
        bytes.insert(at, char(random()));
        break;
    default:
        bytes.truncate(at);
        break;
    }
}

} // namespace

class TestDevicesSoak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // One damage a frame: each is refused, or says the same as the original.
    void aMillionDamagedFrames() {
        const auto cards = loadSimulatedCards(cardsFile).value();
        std::mt19937 random(11);
        const int rounds = fromEnvironment("TONGBAN_MUTATIONS", 1'000'000);
        int accepted = 0;
        for (int round = 0; round < rounds; ++round) {
            const CardImage& sample = cards[round % cards.size()];
            QByteArray bytes = frameOf(sample);
            damageOnce(bytes, random);
            const auto answer = readAnswer(bytes);
            const auto card = answer && answer->sw3 == 0x90 ? cardFromAnswer(answer->data)
                                                            : fail(FaultKind::Invalid, {});
            if (!card)
                continue;
            ++accepted;
            QByteArray report;
            for (const auto& [key, value] : card->fields)
                report += key.toUtf8() + "=" + value.toUtf8() + " ";
            QVERIFY2(card->fields == cardFromText(sample.text)->fields, report.constData());
        }
        qInfo("%d frames, %d accepted and equal", rounds, accepted);
    }

    // The harder case: two flips of one bit, which the sum never sees. Names and addresses have no
    // check of their own, so a few give another common character; the figure is watched, not zero.
    void damageTheSumCannotSee() {
        const auto cards = loadSimulatedCards(cardsFile).value();
        std::mt19937 random(12);
        const int rounds = fromEnvironment("TONGBAN_MUTATIONS", 1'000'000) / 4;
        int wrong = 0;
        for (int round = 0; round < rounds; ++round) {
            const CardImage& sample = cards[round % cards.size()];
            QByteArray bytes = frameOf(sample);
            const char bit = char(1 << (random() % 8));
            for (int flip = 0; flip < 2; ++flip) {
                const qsizetype at = 7 + qsizetype(random() % quint32(bytes.size() - 7));
                bytes[at] = char(bytes[at] ^ bit);
            }
            const auto answer = readAnswer(bytes);
            const auto card = answer && answer->sw3 == 0x90 ? cardFromAnswer(answer->data)
                                                            : fail(FaultKind::Invalid, {});
            wrong += card && !card->unusual() && card->fields != cardFromText(sample.text)->fields;
        }
        qInfo("%d double flips under a right sum, %d believed at once", rounds, wrong);
        QVERIFY2(wrong < rounds / 20, qPrintable(QString::number(wrong)));
    }

    void visitsOverAPseudoTerminal() {
        HubSettings settings;
        settings.simulate = true;
        settings.cards = cardsFile;
        settings.without = QStringList{"CodeScanner", "ReceiptPrinter", "DocumentPrinter",
                                       "DocumentCamera", "ContactCard"};
        DeviceHub hub(settings);
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(hub.capability(Capability::ReadIdCard).available, 3000);
        QSignalSpy read(&hub, &DeviceHub::cardRead);
        QSignalSpy removed(&hub, &DeviceHub::cardRemoved);
        std::mt19937 lot(13);
        const QStringList names = hub.desk()->cardNames();
        const int visits = fromEnvironment("TONGBAN_VISITS", 10);
        QList<qint64> clean;
        qint64 memory = 0;
        int open = 0;
        for (int visit = 0; visit < visits; ++visit) {
            if (visit == std::min(visits / 4, 20)) {
                memory = residentKilobytes();
                open = descriptors();
            }
            const bool faulty = lot() % 2 == 0;
            const auto fault = static_cast<SdtFault>(lot() % 9);
            hub.desk()->setFault(faulty ? fault : SdtFault::None, 1 + int(lot() % 3));
            read.clear();
            removed.clear();
            QElapsedTimer timer;
            timer.start();
            QVERIFY(hub.desk()->layCard(names[int(lot() % quint32(names.size()))]));
            QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty() || (faulty && timer.elapsed() > 2500), 9000);
            if (!faulty)
                clean.append(timer.elapsed());
            hub.desk()->setFault(SdtFault::None);
            hub.desk()->removeCard();
            QTRY_VERIFY_WITH_TIMEOUT(removed.size() == read.size(), 4000);
        }
        std::sort(clean.begin(), clean.end());
        qInfo("%d visits; clean: p50 %lld ms, p95 %lld ms; memory %+lld kB, descriptors %+d",
              visits, clean.value(clean.size() / 2), clean.value(clean.size() * 95 / 100),
              residentKilobytes() - memory, descriptors() - open);
        QVERIFY(clean.value(clean.size() / 2) <= 1000);
        QVERIFY(descriptors() <= open + 1);
        QVERIFY(residentKilobytes() - memory < 4096);
    }
};

QTEST_GUILESS_MAIN(TestDevicesSoak)
#include "tst_devices_soak.moc"

// The long runs: a million damaged frames, and real visits over a pseudo-terminal with memory and
// descriptors watched.
#include "services/devices/device_hub.h"
#include "services/devices/id_card.h"
#include "services/devices/simulated_desk.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <functional>
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

// Lays a random card, with a random fault in every second visit, and takes it away again.
class Visits : public QObject {
public:
    Visits(DeviceHub& hub, int haste)
        : m_hub(hub)
        , m_haste(haste)
        , m_names(hub.desk()->cardNames()) {
        connect(&hub, &DeviceHub::cardRead, this, [this](const IdCard& card) {
            const Result<IdCard> laid = cardFromText(m_laid.text);
            m_wrong = m_wrong || !laid || card.fields != laid->fields;
            ++m_read;
        });
        connect(&hub, &DeviceHub::cardRemoved, this, [this] { ++m_removed; });
        connect(&hub, &DeviceHub::readerFaulted, this, [this] { ++m_faults; });
    }

    // False when the reader hangs or says what is not on the card; `stuck` says where.
    bool next() {
        const bool faulty = m_lot() % 2 == 0;
        const quint32 kind = m_lot() % 9;
        const auto fault = kind == 0 ? SdtFault::Unplug : static_cast<SdtFault>(kind);
        m_laid = m_hub.desk()->cards()[qsizetype(m_lot() % quint32(m_names.size()))];
        m_read = m_removed = m_faults = 0;
        m_hub.desk()->setFault(faulty ? fault : SdtFault::None, 1 + int(m_lot() % 5));
        QElapsedTimer timer;
        timer.start();
        if (!m_hub.desk()->layCard(m_laid.name))
            return fails(fault, "no such card");
        if (!waitFor([&] { return m_read > 0 || (faulty && m_faults > 0); }))
            return fails(faulty ? fault : SdtFault::None, "neither read nor a fault");
        spoilt += faulty;
        readAnyway += faulty && m_read > 0;
        told += faulty && m_read == 0;
        if (!faulty)
            clean.append(timer.elapsed() * m_haste);
        m_hub.desk()->setFault(SdtFault::None);
        m_hub.desk()->removeCard();
        if (!waitFor([&] { return m_removed == m_read; }))
            return fails(fault, "does not see the card leave");
        if (!waitFor([&] { return m_hub.capability(Capability::ReadIdCard).available; }))
            return fails(fault, "does not come back");
        return m_wrong ? fails(fault, "says what is not on the card") : true;
    }

    int spoilt = 0, readAnyway = 0, told = 0;
    QList<qint64> clean;
    QString stuck;

private:
    bool fails(SdtFault fault, const char* what) {
        stuck = nameOf(fault) + QStringLiteral(": ") + QLatin1String(what);
        return false;
    }
    static bool waitFor(const std::function<bool()>& done) {
        QDeadlineTimer limit(9000);
        while (!done() && !limit.hasExpired())
            QTest::qWait(1);
        return done();
    }

    DeviceHub& m_hub;
    const int m_haste;
    const QStringList m_names;
    std::mt19937 m_lot{13};
    CardImage m_laid;
    int m_read = 0, m_removed = 0, m_faults = 0;
    bool m_wrong = false;
};

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

    // Every visit ends: with the card's fields, or with a fault said in words; then the reader
    // reads again. TONGBAN_HASTE lets the clocks of the simulated module and of the driver run
    // faster; pseudo-terminal, driver, threads and bytes stay the real ones.
    void visitsOverAPseudoTerminal() {
        HubSettings settings;
        settings.simulate = true;
        settings.cards = cardsFile;
        settings.haste = fromEnvironment("TONGBAN_HASTE", 10);
        settings.without = QStringList{"CodeScanner", "ReceiptPrinter", "DocumentPrinter",
                                       "DocumentCamera", "ContactCard"};
        DeviceHub hub(settings);
        QVERIFY(hub.open());
        QTRY_VERIFY_WITH_TIMEOUT(hub.capability(Capability::ReadIdCard).available, 3000);
        Visits visits(hub, settings.haste);
        const int count = fromEnvironment("TONGBAN_VISITS", 60);
        qint64 memory = 0;
        int open = 0;
        QElapsedTimer whole;
        whole.start();
        for (int visit = 0; visit < count; ++visit) {
            if (visit == std::min(count / 4, 100)) {
                memory = residentKilobytes();
                open = descriptors();
            }
            QVERIFY2(visits.next(), qPrintable(visits.stuck));
        }
        std::sort(visits.clean.begin(), visits.clean.end());
        qInfo("%d visits in %lld s, %d of them spoilt, %d read in spite of it, %d told why not; "
              "clean (card time): p50 %lld ms, p95 %lld ms; memory %+lld kB, descriptors %+d",
              count, whole.elapsed() / 1000, visits.spoilt, visits.readAnyway, visits.told,
              visits.clean.value(visits.clean.size() / 2),
              visits.clean.value(visits.clean.size() * 95 / 100), residentKilobytes() - memory,
              descriptors() - open);
        QCOMPARE(visits.readAnyway + visits.told, visits.spoilt);
        QVERIFY(descriptors() <= open + 1);
        QVERIFY(residentKilobytes() - memory < 4096);
    }
};

QTEST_GUILESS_MAIN(TestDevicesSoak)
#include "tst_devices_soak.moc"

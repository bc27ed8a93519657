// The conversation with a reader in virtual time: every fault of the simulated module ends in words
// and a working reader.
#include "services/devices/sdt_dialogue.h"
#include "services/devices/simulated_cards.h"

#include <QTest>
#include <algorithm>

using namespace tongban::devices;
using namespace std::chrono_literals;

namespace {

using Kind = SdtEvent::Kind;

// A dialogue and a module on a wire, with a clock that is moved.
struct Bench {
    SimulatedSam sam{SimulatedSam::Pace{}, 7};
    SdtDialogue dialogue;
    std::chrono::microseconds now{0};
    QList<SdtEvent> events;
    QList<CardImage> cards =
        loadSimulatedCards(TONGBAN_SOURCE_DIR "/resources/simulator/cards.json").value();

    std::chrono::milliseconds ms() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(now);
    }
    void begin() { dialogue.start(ms()); }
    void run(std::chrono::microseconds span) {
        const auto end = now + span;
        for (; now < end; now += 1ms) {
            dialogue.wake(ms());
            if (const QByteArray out = dialogue.takeOutput(); !out.isEmpty())
                sam.received(out, now);
            if (const QByteArray in = sam.due(now); !in.isEmpty())
                dialogue.received(in, ms());
            events += dialogue.takeEvents();
        }
    }
    int count(Kind kind) const {
        return int(std::count_if(events.begin(), events.end(),
                                 [kind](const SdtEvent& event) { return event.kind == kind; }));
    }
    bool faulted(ReaderFault fault) const {
        return std::any_of(events.begin(), events.end(), [fault](const SdtEvent& event) {
            return event.kind == Kind::Faulted && event.fault == fault;
        });
    }
};

} // namespace

class TestDialogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCardIsReadOnceAndSeenLeaving() {
        Bench bench;
        bench.begin();
        bench.run(1s);
        QCOMPARE(bench.count(Kind::Ready), 1);
        bench.sam.layCard(bench.cards[4]);
        const auto laid = bench.now;
        while (bench.count(Kind::CardRead) == 0)
            bench.run(1ms);
        QVERIFY(bench.now - laid <
                1100ms); // up to 300 ms until the next find, 550 ms card, the wire
        QCOMPARE(bench.events.last().card.newAddress.left(2), QStringLiteral("广东"));
        bench.run(10s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
        QCOMPARE(bench.count(Kind::CardRemoved), 0);
        bench.sam.removeCard();
        const auto taken = bench.now;
        while (bench.count(Kind::CardRemoved) == 0)
            bench.run(1ms);
        QVERIFY(bench.now - taken <= 1s);
        bench.sam.layCard(bench.cards[0]);
        bench.run(2s);
        QCOMPARE(bench.count(Kind::CardRead), 2);
    }

    void aDamagedAnswerIsRepeatedNotFoundAgain_data() {
        QTest::addColumn<SdtFault>("fault");
        for (const SdtFault fault : {SdtFault::BadSum, SdtFault::Flip, SdtFault::Truncate,
                                     SdtFault::Stall, SdtFault::Noise})
            QTest::addRow("%s", qPrintable(nameOf(fault))) << fault;
    }
    void aDamagedAnswerIsRepeatedNotFoundAgain() {
        QFETCH(SdtFault, fault);
        Bench bench;
        bench.begin();
        bench.run(500ms);
        bench.sam.setFault(fault, 1);
        bench.sam.layCard(bench.cards[0]);
        bench.run(4s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
        QCOMPARE(bench.count(Kind::Faulted), 0);
    }

    void lastingDamageAsksToLayTheCardAgain_data() {
        QTest::addColumn<SdtFault>("fault");
        QTest::addColumn<int>("answers");
        QTest::newRow("bad sum") << SdtFault::BadSum << 3;
        QTest::newRow("truncate") << SdtFault::Truncate << 3;
        QTest::newRow("silence") << SdtFault::Silence << 1;
        QTest::newRow("drip") << SdtFault::Drip << 3;
        QTest::newRow("stall") << SdtFault::Stall << 3;
    }
    void lastingDamageAsksToLayTheCardAgain() {
        QFETCH(SdtFault, fault);
        QFETCH(int, answers);
        Bench bench;
        bench.begin();
        bench.run(500ms);
        bench.sam.setFault(fault, answers);
        bench.sam.layCard(bench.cards[0]);
        bench.run(8s);
        if (fault == SdtFault::Drip) { // slow, but within the limit: read in the end
            QCOMPARE(bench.count(Kind::CardRead), 1);
            return;
        }
        QVERIFY(bench.faulted(ReaderFault::Damaged));
        QCOMPARE(bench.count(Kind::CardRead), 0);
        bench.sam.setFault(SdtFault::None);
        bench.sam.layCard(bench.cards[0]); // lifted and replaced
        bench.run(3s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
    }

    // A line that damages everything is told like a reader that says nothing, and found again.
    void aLineThatDamagesEverythingIsSaid_data() {
        QTest::addColumn<SdtFault>("fault");
        QTest::newRow("bad sum") << SdtFault::BadSum;
        QTest::newRow("truncate") << SdtFault::Truncate;
        QTest::newRow("silence") << SdtFault::Silence;
    }
    void aLineThatDamagesEverythingIsSaid() {
        QFETCH(SdtFault, fault);
        Bench bench;
        bench.begin();
        bench.run(500ms);
        bench.sam.setFault(fault, -1);
        bench.sam.layCard(bench.cards[0]);
        bench.run(8s);
        QVERIFY(bench.faulted(ReaderFault::NoAnswer));
        QCOMPARE(bench.count(Kind::CardRead), 0);
        bench.sam.setFault(SdtFault::None);
        bench.run(4s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
    }

    void aCardLiftedTooEarlyIsSaidAtOnce() {
        Bench bench;
        bench.begin();
        bench.run(500ms);
        bench.sam.setFault(SdtFault::Leave, 1);
        bench.sam.layCard(bench.cards[0]);
        bench.run(1s);
        QVERIFY(bench.faulted(ReaderFault::CardLifted));
        bench.sam.layCard(bench.cards[0]);
        bench.run(2s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
    }

    void aFailedSelfTestIsNotAsked() {
        Bench bench;
        bench.sam.setFault(SdtFault::SelfTest);
        bench.begin();
        bench.run(50s);
        QVERIFY(bench.faulted(ReaderFault::OutOfService));
        QCOMPARE(bench.count(Kind::Faulted), 1);
        bench.sam.setFault(SdtFault::None);
        bench.run(15s);
        QCOMPARE(bench.count(Kind::Ready), 1);
    }

    void aSilentReaderIsSaidOnceAndComesBack() {
        Bench bench;
        bench.sam.setFault(SdtFault::Silence);
        bench.begin();
        bench.run(20s);
        QVERIFY(bench.faulted(ReaderFault::NoAnswer));
        QCOMPARE(bench.count(Kind::Faulted), 1);
        bench.sam.setFault(SdtFault::None);
        bench.run(3s);
        QCOMPARE(bench.count(Kind::Ready), 1);
    }

    void anUnknownCardIsRefusedNotGuessed() {
        Bench bench;
        bench.begin();
        CardImage card = bench.cards[0];
        card.text[248] = 'K';
        bench.run(500ms);
        bench.sam.layCard(card);
        bench.run(4s);
        QVERIFY(bench.faulted(ReaderFault::UnsupportedCard));
        QCOMPARE(bench.count(Kind::CardRead), 0);
        bench.sam.removeCard();
        bench.run(1500ms);
        QCOMPARE(bench.count(Kind::CardRemoved), 1);
    }

    void oddTextIsBelievedWhenReadTwice() {
        Bench bench;
        bench.begin();
        CardImage card = bench.cards[0];
        card.text[230] = 'x'; // in the reserved area
        bench.run(500ms);
        bench.sam.layCard(card);
        bench.run(3s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
        QCOMPARE(bench.events.last().card.warnings.size(), 1);
    }

    void rareCharactersAreReadTwice() {
        QVERIFY(!cardFromText(Bench().cards[0].text)->unusual());
        QVERIFY(!cardFromText(Bench().cards[6].text)->unusual()); // traditional characters
        QVERIFY(!cardFromText(Bench().cards[4].text)->unusual()); // a dot in the name
        Bench bench;
        bench.begin();
        CardImage card = bench.cards[0];
        card.text[2] = 0x4D; // U+3F4D, of no daily use
        card.text[3] = 0x3F;
        QVERIFY(cardFromText(card.text)->unusual());
        bench.run(500ms);
        bench.sam.layCard(card);
        bench.run(3s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
    }

    void nobodyListensNobodyReads() {
        Bench bench;
        bench.begin();
        bench.dialogue.listen(false, 0ms);
        bench.run(500ms);
        bench.sam.layCard(bench.cards[0]);
        bench.run(5s);
        QCOMPARE(bench.count(Kind::CardRead), 0);
        bench.dialogue.listen(true, bench.ms());
        bench.run(2s);
        QCOMPARE(bench.count(Kind::CardRead), 1);
    }

    // 1,000 visits with faults drawn by lot: each ends, and the reader serves the next citizen.
    void aThousandVisits() {
        Bench bench;
        std::mt19937 lot(42);
        bench.begin();
        bench.run(1s);
        int read = 0;
        for (int visit = 0; visit < 1000; ++visit) {
            const auto fault = static_cast<SdtFault>(lot() % 9); // none … leave
            bench.events.clear();
            bench.sam.setFault(fault, 1 + int(lot() % 4));
            bench.sam.layCard(bench.cards[lot() % quint32(bench.cards.size())]);
            bench.run(std::chrono::milliseconds(2000 + lot() % 3000));
            bench.sam.setFault(SdtFault::None);
            bench.sam.removeCard();
            bench.run(3s);
            read += bench.count(Kind::CardRead);
            QCOMPARE(bench.count(Kind::CardRead), bench.count(Kind::CardRemoved));
            bench.sam.layCard(bench.cards[0]);
            bench.events.clear();
            bench.run(2s);
            QVERIFY2(bench.count(Kind::CardRead) == 1, qPrintable(nameOf(fault)));
            bench.sam.removeCard();
            bench.run(1500ms);
        }
        QVERIFY(read > 400);
    }
};

QTEST_GUILESS_MAIN(TestDialogue)
#include "tst_dialogue.moc"

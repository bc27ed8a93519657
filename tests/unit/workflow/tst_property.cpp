// Properties over a thousand random cases: replay, JSON, re-decision, handover faults, the picture,
// the proof.
#include "services/workflow/drawing.h"
#include "services/workflow/questions.h"
#include "services/workflow/soundness.h"
#include "tests/unit/workflow/random_case.h"

#include <QtTest>

using namespace tongban;
using namespace tongban::workflow;
using namespace tongban::workflow::test;

namespace {

constexpr quint32 models = 200;
constexpr quint32 coursesEach = 5;

const Definition& modelOf(quint32 seed) {
    static QHash<quint32, Definition> cache;
    auto found = cache.constFind(seed);
    if (found == cache.cend()) {
        auto compiled = compile(Package::ofProcess(RandomModel(seed).bpmn()));
        if (!compiled.has_value())
            qFatal("model %u: %s", seed, qPrintable(compiled.error().detail));
        found = cache.insert(seed, std::move(compiled).value());
    }
    return *found;
}

} // namespace

class TestProperty : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void replayGivesTheSameStateAtEveryEvent() {
        int finished = 0;
        for (quint32 seed = 0; seed < models; ++seed) {
            for (quint32 course = 0; course < coursesEach; ++course) {
                const RandomCourse one = randomCourse(modelOf(seed), seed * 100 + course, 60);
                Instance step;
                for (qsizetype i = 0; i < one.journal.size(); ++i) {
                    const auto back = Event::fromJson(one.journal.at(i).toJson());
                    QVERIFY(back.has_value());
                    QCOMPARE(*back, one.journal.at(i));
                    evolve(step, *back);
                    QCOMPARE(fold(std::span(one.journal.constData(), static_cast<size_t>(i) + 1)),
                             step);
                }
                QCOMPARE(step, one.instance);
                finished += one.instance.life == Life::Closed ? 1 : 0;
            }
        }
        QVERIFY2(finished > 200, qPrintable(QString::number(finished)));
    }

    void theCentreAcceptsTruthAndRefusesFaults() {
        const WorkCalendar weekdays;
        for (quint32 seed = 0; seed < models; ++seed) {
            for (quint32 course = 0; course < coursesEach; ++course) {
                const Definition& definition = modelOf(seed);
                const RandomCourse one = randomCourse(definition, seed * 100 + course, 12, true);
                const auto again = redecide(definition, one.journal, weekdays);
                QVERIFY2(again.has_value(),
                         again.has_value() ? "" : qPrintable(again.error().detail));
                QCOMPARE(*again, one.instance);
                QCOMPARE(again->owner, QString("centre"));
                QRandomGenerator random(seed * 7 + course);
                const qsizetype at = random.bounded(static_cast<int>(one.journal.size()) - 1);
                Events lost = one.journal;
                lost.removeAt(at);
                QVERIFY(!redecide(definition, lost, weekdays).has_value());
                Events doubled = one.journal;
                doubled.insert(at, doubled.at(at));
                QVERIFY(!redecide(definition, doubled, weekdays).has_value());
                Events swapped = one.journal;
                swapped.swapItemsAt(at, at + 1);
                QVERIFY(!redecide(definition, swapped, weekdays).has_value());
                Events forged = one.journal;
                Event& event = forged[at];
                if (event.kind == EventKind::Opened)
                    event.name = "sha256:other";
                else
                    event.element += "x";
                QVERIFY(!redecide(definition, forged, weekdays).has_value());
            }
        }
    }

    void thePictureShowsWhatTheJournalSays() {
        for (quint32 number = 0; number < models * coursesEach; ++number) {
            const Definition& definition = modelOf(number % models);
            const RandomCourse one = randomCourse(definition, number, 20);
            const Drawing drawing = draw(definition, &one.instance);
            QHash<QString, Mark> marks;
            for (const DrawnShape& shape : drawing.shapes)
                marks.insert(shape.element, shape.mark);
            for (const Active& active : one.instance.active) {
                if (active.key != 1 && one.instance.life == Life::Open)
                    QCOMPARE(marks.value(active.element), Mark::Here);
            }
            for (const DrawnEdge& edge : drawing.edges)
                QCOMPARE(edge.mark == Mark::Done, one.instance.wasTaken(edge.element));
            QCOMPARE(drawing.shapes.size(), definition.elements().size() - 1);
            QCOMPARE(drawing.edges.size(), definition.flows().size());
            QVERIFY(toSvg(drawing).startsWith("<svg"));
            QVERIFY(!progress(definition, one.instance).isEmpty() || one.instance.visits.isEmpty());
        }
    }

    // Structured models are sound; the proof must say so.
    void structuredModelsAreSound() {
        for (quint32 seed = 0; seed < models; ++seed) {
            const Soundness soundness = soundnessOf(modelOf(seed), 500);
            QVERIFY2(soundness.safe && soundness.optionToComplete && soundness.properCompletion,
                     qPrintable(QStringLiteral("model %1: %2 %3")
                                    .arg(seed)
                                    .arg(soundness.wrong, soundness.trace.join(' '))));
        }
    }
};

QTEST_GUILESS_MAIN(TestProperty)
#include "tst_property.moc"

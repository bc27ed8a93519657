// The public suites where they are at hand: imports with equal element counts, verdicts, refusals.
#include "services/workflow/definition.h"
#include "services/workflow/drawing.h"
#include "services/workflow/soundness.h"
#include "tests/support/cpu_clock.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <QtTest>

using namespace tongban;
using namespace tongban::workflow;

namespace {

QString suites() {
    return qEnvironmentVariable("TONGBAN_SHARED", QStringLiteral(TONGBAN_SOURCE_DIR "/../shared")) +
           "/suites";
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList models(const QString& folder) {
    QStringList paths;
    QDirIterator files(folder, {"*.bpmn"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

// Flow nodes and flows of processes, counted without our reader.
QMap<QString, int> counted(const QByteArray& bytes, bool& readable) {
    QMap<QString, int> counts;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement ||
            xml.namespaceUri() != u"http://www.omg.org/spec/BPMN/20100524/MODEL")
            continue;
        const QString tag = xml.name().toString();
        static const QStringList wanted = {"userTask",
                                           "serviceTask",
                                           "sendTask",
                                           "receiveTask",
                                           "scriptTask",
                                           "businessRuleTask",
                                           "manualTask",
                                           "task",
                                           "callActivity",
                                           "transaction",
                                           "adHocSubProcess",
                                           "startEvent",
                                           "endEvent",
                                           "intermediateCatchEvent",
                                           "intermediateThrowEvent",
                                           "boundaryEvent",
                                           "exclusiveGateway",
                                           "parallelGateway",
                                           "inclusiveGateway",
                                           "eventBasedGateway",
                                           "complexGateway",
                                           "subProcess",
                                           "sequenceFlow"};
        if (wanted.contains(tag))
            ++counts[tag];
    }
    readable = !xml.hasError();
    return counts;
}

} // namespace

class TestSuites : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!QDir(suites()).exists())
            QSKIP("the public suites are not at hand (TONGBAN_SHARED)");
    }

    void importsWithEqualCounts_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("MIWG reference") << "miwg";
        QTest::newRow("MIWG vendors") << "miwg-vendors";
    }
    void importsWithEqualCounts() {
        QFETCH(QString, folder);
        int read_ = 0;
        for (const QString& path : models(suites() + "/" + folder)) {
            const QByteArray bytes = read(path);
            bool readable = false;
            const QMap<QString, int> expected = counted(bytes, readable);
            const auto definition = readForeign(Package::ofProcess(bytes));
            QVERIFY2(definition.has_value() == readable, qPrintable(path));
            if (!readable)
                continue;
            ++read_;
            QMap<QString, int> counts;
            for (const Element& element : definition->elements()) {
                if (element.kind != Kind::Process && !element.id.endsWith(".task"))
                    ++counts[element.kind == Kind::EventSubProcess ? "subProcess"
                                                                   : nameOf(element.kind)];
            }
            if (!definition->flows().isEmpty())
                counts["sequenceFlow"] = static_cast<int>(definition->flows().size());
            QVERIFY2(counts == expected, qPrintable(path));
            (void)toSvg(draw(*definition));
        }
        QVERIFY(read_ > 10);
    }

    void referenceModelsAreNotRefused() {
        for (const QString& path : models(suites() + "/miwg")) {
            const tongban::test::CpuClock clock;
            const Defects defects = check(Package::ofProcess(read(path)), Scrutiny::Standalone);
            QVERIFY2(!anyRefused(defects), qPrintable(path));
            QVERIFY(clock.elapsed() < 1000);
        }
    }

    void agreesWithTheModelChecker() {
        int compared = 0;
        for (const QString& path : models(suites() + "/fbpmn")) {
            const QByteArray bytes = read(path);
            if (bytes.count("processRef=") > 1)
                continue; // collaborations: reported by `tongban workflow prove`
            const QString name = QFileInfo(path).completeBaseName();
            const QJsonObject networks =
                QJsonDocument::fromJson(read(path.chopped(4) + "json")).object()[name].toObject();
            const auto definition = readForeign(Package::ofProcess(bytes));
            QVERIFY(definition.has_value());
            const Soundness soundness = soundnessOf(*definition, 2000);
            for (const QJsonValue network : networks) {
                const QJsonObject verdicts = network.toObject();
                if (!verdicts.contains("Prop02Safe") || !verdicts.contains("Prop03Sound"))
                    continue;
                QVERIFY2(verdicts["Prop02Safe"]["value"].toBool() == soundness.safe,
                         qPrintable(name));
                QVERIFY2(verdicts["Prop03Sound"]["value"].toBool() ==
                             (soundness.optionToComplete && soundness.properCompletion),
                         qPrintable(name));
                ++compared;
            }
        }
        QVERIFY(compared > 5);
    }

    // Several pools, messages in an unordered bag. The checker lets a one-shot timer beside an
    // activity fire again and again, so full agreement is not the aim.
    void agreesOnCollaborations() {
        int compared = 0;
        QStringList differing;
        for (const QString& path : models(suites() + "/fbpmn")) {
            const QByteArray bytes = read(path);
            const QString name = QFileInfo(path).completeBaseName();
            const QJsonObject verdicts = QJsonDocument::fromJson(read(path.chopped(4) + "json"))
                                             .object()[name]
                                             .toObject()["Network01Bag"]
                                             .toObject();
            if (bytes.count("processRef=") < 2 || !verdicts.contains("Prop03Sound"))
                continue;
            const auto definition = readForeign(Package::ofProcess(bytes));
            QVERIFY(definition.has_value());
            const tongban::test::CpuClock clock;
            const Soundness soundness = soundnessOf(*definition, 2000);
            QVERIFY(clock.elapsed() < 2000);
            ++compared;
            if (verdicts["Prop02Safe"]["value"].toBool() != soundness.safe ||
                verdicts["Prop03Sound"]["value"].toBool() !=
                    (soundness.optionToComplete && soundness.properCompletion))
                differing.append(name);
        }
        QVERIFY(compared > 5);
        QVERIFY2(differing.size() * 10 <= compared, qPrintable(differing.join(' ')));
    }
};

QTEST_GUILESS_MAIN(TestSuites)
#include "tst_suites.moc"

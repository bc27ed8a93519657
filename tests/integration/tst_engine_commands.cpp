// The stable commands of the engines, as others call them: output, exit code, and what they say to
// files that are missing, broken or of another kind.
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QByteArray head =
    R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">)";

QByteArray process(const QByteArray& inside) {
    return head +
           "<process id=\"P\" isExecutable=\"true\"><startEvent id=\"s\"/><endEvent id=\"e\"/>" +
           inside + "</process></definitions>";
}

QByteArray flow(const QByteArray& from, const QByteArray& to) {
    return "<sequenceFlow id=\"" + from + "_" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" +
           to + "\"/>";
}

const QByteArray line = process("<userTask id=\"a\"/>" + flow("s", "a") + flow("a", "e"));
const QByteArray renamed = process("<userTask id=\"b\"/>" + flow("s", "b") + flow("b", "e"));
const QByteArray deadlock =
    process("<userTask id=\"a\"/><userTask id=\"b\"/><exclusiveGateway id=\"x\"/>"
            "<parallelGateway id=\"j\"/>" +
            flow("s", "x") + flow("x", "a") + flow("x", "b") + flow("a", "j") + flow("b", "j") +
            flow("j", "e"));

const QByteArray fee =
    R"(<d:definitions xmlns:d="https://www.omg.org/spec/DMN/20230324/MODEL/" name="F" namespace="f"><d:inputData id="i" name="Amount"><d:variable name="Amount"/></d:inputData><d:decision id="d" name="Fee"><d:variable name="Fee"/><d:informationRequirement><d:requiredInput href="#i"/></d:informationRequirement><d:literalExpression><d:text>Amount * 2</d:text></d:literalExpression></d:decision></d:definitions>)";

const QByteArray feeTests =
    R"(<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><modelName>fee.dmn</modelName><testCase id="1"><inputNode name="Amount"><value xsi:type="xsd:decimal">21</value></inputNode><resultNode name="Fee"><expected><value xsi:type="xsd:decimal">42</value></expected></resultNode></testCase></testCases>)";

} // namespace

class TestEngineCommands : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Said {
        QByteArray out;
        QByteArray err;
        int code = -1;
    };
    Said run(const QString& arguments) const {
        QProcess tongban;
        tongban.setWorkingDirectory(m_folder.path());
        tongban.start(QStringLiteral(TONGBAN_BINARY_DIR "/bin/tongban"),
                      QProcess::splitCommand(arguments));
        if (!tongban.waitForFinished())
            return {};
        return {tongban.readAllStandardOutput(), tongban.readAllStandardError(),
                tongban.exitCode()};
    }
    void put(const QString& name, const QByteArray& bytes) const {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray get(const QString& name) const {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QVERIFY(QDir(m_folder.path()).mkpath("empty"));
        QVERIFY(QDir(m_folder.path()).mkpath("suite"));
        QVERIFY(QDir(m_folder.path()).mkpath("hollow"));
        QVERIFY(QDir(m_folder.path()).mkpath("rules/any/depth"));
        put("line.bpmn", line);
        put("renamed.bpmn", renamed);
        put("deadlock.bpmn", deadlock);
        put("bom.bpmn", "\xef\xbb\xbf" + line);
        const QString wide = QString::fromUtf8(line);
        put("utf16.bpmn",
            "\xff\xfe" + QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * 2));
        put("garbage.bpmn", QByteArray("\x00\x01\xfe\xff<<<", 7));
        put("fee.dmn", fee);
        put("rules/any/depth/fee.dmn", fee);
        put("rules/any/depth/fee-test-01.xml", feeTests);
        put("rules/any/other.xml", "<schema/>");
        put("amount.json", R"({"Amount": 21})");
        put("open.json", R"([{"command": "open", "at": "2026-02-12T02:00:00.000Z"}])");
        put("object.json", R"({"command": "open"})");
        put("stray.json", R"([{"command": "open"}, {"command": "complete", "element": "zz"}])");
        put("suite/manifest.json",
            R"([{"name": "P", "group": "g", "file": "none.bpmn", "cases": [{"trace": []}]}])");
        put("hollow/manifest.json",
            R"([{"name": "P", "group": "g", "file": "line.bpmn", "cases": []}])");
        put("hollow/line.bpmn", line);
    }

    void answers_data() {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* arguments, int code, const char* text) {
            QTest::newRow(arguments) << QString(arguments) << code << QByteArray(text);
        };
        row("workflow check line.bpmn", 0, "");
        row("workflow check bom.bpmn utf16.bpmn", 0, "");
        row("workflow check missing.bpmn line.bpmn", 1,
            "missing.bpmn:file: refused unreadable: the file cannot be opened");
        row("workflow check empty", 1, "empty:file: refused unreadable");
        row("workflow check garbage.bpmn", 1, "garbage.bpmn:file: refused unreadable: line 1");
        row("workflow check deadlock.bpmn", 1, "deadlock.bpmn:x: refused never-completes");
        row("workflow check", 2, "workflow check FILE");
        row("workflow prove line.bpmn", 0, "\"sound\":true");
        row("workflow prove deadlock.bpmn", 1, "\"optionToComplete\":false");
        row("workflow prove garbage.bpmn", 1, "garbage.bpmn: line 1");
        row("workflow draw line.bpmn -o line.gif", 2, "-o OUT.svg|png");
        row("workflow draw line.bpmn -o line.svg", 0, "");
        row("workflow draw garbage.bpmn -o garbage.svg", 1, "garbage.bpmn: line 1");
        row("workflow simulate line.bpmn --script open.json", 0, "\"event\":\"Offered\"");
        row("workflow simulate line.bpmn --script object.json", 1, "expected a list of commands");
        row("workflow simulate line.bpmn --script stray.json", 1, "nothing is active at “zz”");
        row("workflow simulate line.bpmn --script none.json", 1, "none.json");
        row("workflow suite empty", 2, "manifest.json");
        row("workflow suite suite", 1, "g/P FAIL the model is missing");
        row("workflow suite hollow", 1, "g/P FAIL the test has no cases");
        row("workflow suite --refuse none", 2, "none is no folder");
        row("workflow migrate --help", 0, "--plan PLAN.json");
        row("workflow nonsense", 2, "workflow check FILE");
        row("dmn suite rules", 0, "level 3, cases that expect a value: 1/1 (100.0 %)");
        row("dmn suite empty", 2, "no test cases");
        row("dmn suite none", 2, "none is no folder");
        row("dmn eval fee.dmn --decision Fee --input @amount.json", 0, "\"value\": 42");
        row("dmn eval fee.dmn --decision Tax --input {}", 1, "there is no decision “Tax”");
        row("dmn eval garbage.bpmn --decision Fee", 1, "garbage.bpmn: line 1");
        row("dmn check fee.dmn none.dmn", 1, "none.dmn:file: refused unreadable");
        row("feel 0.1+0.2=0.3", 0, "true");
        row("feel 1+", 1, "column 3");
        row("feel a --context [", 1, "JSON");
    }
    void answers() {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, text);
        const Said said = run(arguments);
        QVERIFY2(said.code == code, (said.out + said.err).constData());
        QVERIFY2((said.out + said.err).contains(text), (said.out + said.err).constData());
    }

    // Planned, tried on journals, applied, tried again.
    void casesMoveWithTheirJournals() {
        put("case.jsonl", run("workflow simulate line.bpmn --script open.json").out);
        put("plan.json", "{}");
        const QString move = "workflow migrate line.bpmn renamed.bpmn --plan plan.json ";
        const Said stays = run(move + "--journal case.jsonl");
        QCOMPARE(stays.code, 1);
        QVERIFY(stays.out.contains("case.jsonl stays: a has no counterpart"));
        put("plan.json", R"({"elements": {"a": "b"}, "data": {"seen": "= 1 + 1"}})");
        const QByteArray before = get("case.jsonl");
        QVERIFY(run(move + "--journal case.jsonl").out.contains("moves 1, refuses 0"));
        QCOMPARE(get("case.jsonl"), before);
        const Said moved = run(move + "--by official --apply --journal .");
        QVERIFY2(moved.out.contains("moved 1, refuses 0"), moved.out + moved.err);
        const QList<QByteArray> added = get("case.jsonl").mid(before.size()).trimmed().split('\n');
        const QJsonObject first = QJsonDocument::fromJson(added.first()).object();
        QCOMPARE(first.value("event").toString(), QString("Migrated"));
        QCOMPARE(first.value("by").toString(), QString("official"));
        QVERIFY(added.last().contains("\"seen\":2"));
        const Said again = run(move + "--apply --journal case.jsonl");
        QCOMPARE(again.code, 1);
        QVERIFY(again.out.contains("belongs to another package"));
        QCOMPARE(run("workflow draw renamed.bpmn -o moved.svg --journal case.jsonl").code, 0);
        QVERIFY(get("moved.svg").contains("userTask here\" data-element=\"b\""));
    }
};

QTEST_GUILESS_MAIN(TestEngineCommands)
#include "tst_engine_commands.moc"

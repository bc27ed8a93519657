// A thousand hostile packages: huge, deep, misleading, exploding. Each in a process of its own is
// refused or run; none crashes, takes more than 50 ms of CPU or 64 MB.
#include "services/catalog/item_package.h"
#include "services/workflow/definition.h"
#include "services/workflow/form.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tongban;
using namespace tongban::catalog;

namespace {

constexpr double mostMilliseconds = 50;
constexpr double mostMegabytes = 64;

struct Outcome {
    bool refused = false;
    double milliseconds = 0;
    double megabytes = 0;
};

double cpuMilliseconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return 1000.0 * static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000.0;
}

double peakMegabytes() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) / 1024.0;
}

// What a machine does with a package: the guide asks, the forms are filled, the process is read.
bool run(const Result<PackageFiles>& files) {
    const auto package = files ? ItemPackage::read(*files)
                               : Result<ItemPackage>(fail(FaultKind::Invalid, QString()));
    if (!package)
        return false;
    bool good = package->guide.outline({{"who", {"self"}}}, {}, QDate(2026, 9, 9)).has_value();
    const QString answer(40, 'a');
    for (const QString& path : package->formPaths()) {
        const auto form = workflow::Form::read(package->files.value(path));
        good = good && form.has_value();
        QJsonObject answers;
        for (const QString& key : form ? form->keys() : QStringList())
            answers.insert(key, answer + u'!');
        if (form)
            (void)form->validate(answers, {}, SystemClock().now());
    }
    return workflow::compile(workflow::Package(package->files)).has_value() && good;
}

// In a child, so that a crash is seen and the memory is its own. Nothing when it crashed.
template <typename Work>
std::optional<Outcome> alone(Work work) {
    int ends[2];
    if (pipe(ends) != 0)
        return std::nullopt;
    const pid_t child = fork();
    if (child == 0) {
        const double before = cpuMilliseconds();
        const double had = peakMegabytes();
        const bool good = work();
        const Outcome outcome{!good, cpuMilliseconds() - before, peakMegabytes() - had};
        const bool told = write(ends[1], &outcome, sizeof outcome) == sizeof outcome;
        _exit(told ? 0 : 1);
    }
    close(ends[1]);
    Outcome outcome;
    const bool told = read(ends[0], &outcome, sizeof outcome) == sizeof outcome;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return told && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? std::optional(outcome)
                                                                 : std::nullopt;
}

} // namespace

class TestHostile : public QObject {
    Q_OBJECT

    PackageFiles m_good;
    QRandomGenerator m_random{20260909};
    double m_slowest = 0;
    double m_largest = 0;

    int upTo(qsizetype most) { return m_random.bounded(static_cast<int>(most) + 1); }

    QByteArray scattered(QByteArray bytes) {
        for (int i = 0; i < 20 && !bytes.isEmpty(); ++i)
            bytes[upTo(bytes.size() - 1)] = static_cast<char>(m_random.bounded(256));
        return bytes;
    }

    // Many rules in one table, each with an expression that works for long.
    QByteArray explodingRules(const QByteArray& expression, int times) {
        QByteArray rules = m_good.value("decisions.dmn");
        const qsizetype rule = rules.indexOf("<rule");
        const qsizetype end = rules.indexOf("</rule>", rule) + 7;
        QByteArray one = rules.mid(rule, end - rule);
        const qsizetype text = one.indexOf("<text>") + 6;
        one.replace(text, one.indexOf("</text>", text) - text, expression);
        return rules.insert(rule, one.repeated(times));
    }

    PackageFiles hostile(int kind) {
        PackageFiles files = m_good;
        QStringList paths = m_good.keys();
        paths.removeOne("tests.json"); // nothing a machine runs
        const QString path = paths[upTo(paths.size() - 1)];
        QByteArray& file = files[path];
        switch (kind) {
        case 0: // cut
            file.truncate(upTo(file.size()));
            break;
        case 1:
            file = scattered(file);
            break;
        case 2: // deep
            file = QByteArray(upTo(3'000'000), '[');
            break;
        case 3:
            file = "{\"questions\":" + QByteArray(500'000, '[') + QByteArray(500'000, ']') + "}";
            break;
        case 4: // entities and depth
            file = "<!DOCTYPE a [<!ENTITY b \"" + QByteArray(upTo(100'000), 'x') + "\">]><a>&b;" +
                   QByteArray("<a>").repeated(upTo(200'000));
            break;
        case 5: // huge, and almost nothing
            file += QByteArray(upTo(3'900'000), ' ');
            break;
        case 6: // huge, and much in it
            file = "{\"a\":[" + QByteArray("{\"b\":[1,2,3]},").repeated(upTo(250'000)) + "0]}";
            break;
        case 7: // other types than expected
            file.replace("[", "{\"x\":[").replace("]", "]}");
            break;
        case 8: // a pattern that explodes on what is typed
            for (const char* type : {"string", "text", "textfield"})
                files["forms/application.json"].replace(
                    "\"type\": \"" + QByteArray(type) + "\"",
                    "\"type\": \"" + QByteArray(type) + "\", \"pattern\": \"^((a+)+|(a|aa)+){1," +
                        QByteArray::number(1 + upTo(9)) + "}$\"");
            break;
        case 9: // the same in a rule
            files["decisions.dmn"] = explodingRules(
                "matches(\"" + QByteArray(40, 'a') + "!\", \"^(a+)+$\")", 1 + upTo(9));
            break;
        case 10: // endless work in a rule
            files["decisions.dmn"] = explodingRules(
                "count(for i in 1..100000, j in 1..100000 return i*j) &gt; 1", 1 + upTo(50));
            break;
        case 11: // numbers nobody can hold
            files["decisions.dmn"] = explodingRules(
                "10 ** 6000 ** 6000 &gt; " + QByteArray(upTo(9000), '9'), 1 + upTo(5));
            break;
        case 12: // very many rules
            files["decisions.dmn"] = explodingRules("-", upTo(20'000));
            break;
        case 13: // nested parentheses
            files["decisions.dmn"] =
                explodingRules(QByteArray(8000, '(') + "1" + QByteArray(8000, ')'), 1);
            break;
        case 14: { // questions that wait for each other, very many
            QByteArray list = "{\"questions\":[";
            const int count = upTo(20'000);
            for (int i = 0; i < count; ++i)
                list += "{\"id\":\"q" + QByteArray::number(i) + "\",\"when\":\"q" +
                        QByteArray::number((i + 1) % count) + " = 1\",\"options\":[]},";
            files["questions.json"] = list + "{}]}";
            break;
        }
        case 15: // a process of very many tasks
            files["process.bpmn"].replace(
                "</bpmn:process>",
                QByteArray("<bpmn:task id=\"t\"/>").repeated(upTo(100'000)) + "</bpmn:process>");
            break;
        case 16: // very many files
            for (int i = 64 + upTo(5000); i > 0; --i)
                files.insert(QStringLiteral("forms/f%1.json").arg(i),
                             m_good.value("forms/review.json"));
            break;
        case 17: // a name out of the folder
            files.insert(QStringLiteral("../").repeated(1 + upTo(9)) + "etc/passwd", "x");
            break;
        case 18: // names that look alike
            files.insert(QStringList{"item.json\n", "ITEM.JSON", "forms//a.json", "./item.json",
                                     "/a", "a\\..\\b",
                                     QString::fromUtf8("ite\xcc\x80m.json")}[upTo(6)],
                         "{}");
            break;
        default: // bytes that are no text
            file = QByteArray(upTo(1'000'000), '\0') + QByteArray("\xff\xfe\xc0\x80");
        }
        return files;
    }

    // Archives that lie: another packer's magic, sizes, digests, order.
    QByteArray lying(int kind) {
        QByteArray archive = packArchive(m_good);
        const qsizetype head = archive.indexOf('\n') + 1;
        const QByteArray manifest = archive.mid(head, archive.indexOf('\n', head) - head);
        switch (kind) {
        case 0:
            return "PK\x03\x04" + QByteArray(upTo(100'000), 'x') + archive;
        case 1: // a bomb's promise
            return QByteArray(archive).replace("\"size\":", "\"size\":9e15");
        case 2:
            return QByteArray(archive).replace("\"size\":", "\"size\":-");
        case 3: // a manifest of a million files
            return archive.left(head) + "{\"files\":[" +
                   QByteArray("{\"path\":\"a\",\"sha256\":\"\",\"size\":0},")
                       .repeated(upTo(100'000)) +
                   "{}]}\n";
        case 4: // one archive in another
            return packArchive({{"item.json", archive}});
        case 5: // the same twice
            return archive + archive;
        case 6: // two of a name
            return archive.left(head) +
                   QByteArray(manifest).replace("[", "[" + manifest.mid(10, 120)) +
                   archive.mid(head + manifest.size());
        case 7:
            return archive.left(upTo(archive.size()));
        default:
            return scattered(archive);
        }
    }

    template <typename Work>
    void judge(const QByteArray& name, int& refused, Work work) {
        std::optional<Outcome> outcome = alone(work);
        QVERIFY2(outcome.has_value(), "crashed: " + name);
        // On a shared processor the same work costs more now and then.
        for (int again = 0; again < 2 && outcome->milliseconds > mostMilliseconds; ++again) {
            const std::optional<Outcome> other = alone(work);
            if (other && other->milliseconds < outcome->milliseconds)
                outcome = other;
        }
        refused += outcome->refused ? 1 : 0;
        m_slowest = qMax(m_slowest, outcome->milliseconds);
        m_largest = qMax(m_largest, outcome->megabytes);
        QVERIFY2(outcome->milliseconds <= mostMilliseconds,
                 name + ": " + QByteArray::number(outcome->milliseconds) + " ms");
        QVERIFY2(outcome->megabytes <= mostMegabytes,
                 name + ": " + QByteArray::number(outcome->megabytes) + " MB");
    }

private Q_SLOTS:
    void initTestCase() {
        m_good =
            readPackageFolder(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/elder-allowance"))
                .value();
        QVERIFY(run(m_good));
    }
    void cleanupTestCase() {
        qInfo("slowest %.1f ms of CPU, largest %.1f MB", m_slowest, m_largest);
    }

    void packages_data() {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 20; ++kind)
            QTest::newRow(qPrintable(QString::number(kind))) << kind;
    }
    void packages() {
        QFETCH(int, kind);
        int refused = 0;
        for (int i = 0; i < 40; ++i) {
            const QByteArray archive = packArchive(hostile(kind));
            judge("package " + QByteArray::number(i), refused,
                  [&archive] { return run(unpackArchive(archive)); });
            if (QTest::currentTestFailed())
                return;
        }
        // Only a pattern that explodes, some damage and blanks may leave a package that runs.
        const bool mayRun = QList<int>{0, 1, 5, 7, 8, 9, 10, 11, 12, 15}.contains(kind);
        QVERIFY2(mayRun || refused == 40, qPrintable(QString::number(refused)));
    }

    void archives() {
        int refused = 0;
        for (int i = 0; i < 180; ++i) {
            const QByteArray archive = lying(i % 9);
            judge("archive " + QByteArray::number(i), refused,
                  [&archive] { return run(unpackArchive(archive)); });
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(refused, 180);
    }

    void folders_data() {
        QTest::addColumn<QString>("target");
        for (const char* target :
             {"/etc/passwd", "/dev/zero", "..", "/proc/self/mem", "no such file"})
            QTest::newRow(target) << target;
    }
    // Links, devices and pipes in a folder.
    void folders() {
        QFETCH(QString, target);
        for (const char* name : {"item.json", "forms/application.json", "extra.json", "forms"}) {
            QTemporaryDir folder;
            QDir(folder.path()).mkpath("forms");
            for (auto it = m_good.begin(); it != m_good.end(); ++it) {
                QDir(folder.path()).mkpath(QFileInfo(it.key()).path());
                QFile file(folder.filePath(it.key()));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(it.value()) >= 0);
            }
            const QString path = folder.filePath(name);
            if (QFileInfo(path).isDir())
                QDir(path).removeRecursively();
            else
                QFile::remove(path);
            QVERIFY(QFile::link(target, path));
            int refused = 0;
            judge(name, refused, [&folder] { return run(readPackageFolder(folder.path())); });
            QCOMPARE(refused, 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"

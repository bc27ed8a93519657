// Every #include and every QML import obeys the layer table; headers say what they are; files stay
// small.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

class TestLayers : public QObject {
    Q_OBJECT

private:
    static QStringList linesOf(const QString& path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n');
    }

    static QStringList sources(const QStringList& folders, const QStringList& patterns) {
        QStringList found;
        for (const QString& folder : folders) {
            QDirIterator it(QStringLiteral(TONGBAN_SOURCE_DIR "/") + folder, patterns, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext())
                found.append(it.next());
        }
        return found;
    }

    static QString relative(const QString& path) {
        return path.mid(QStringLiteral(TONGBAN_SOURCE_DIR).size() + 1);
    }

private Q_SLOTS:
    void includesObeyTheTable() {
        const QStringList table = linesOf(QStringLiteral(TONGBAN_BINARY_DIR "/layers.txt"));
        QHash<QString, QStringList> allowed;
        for (const QString& line : table) {
            const qsizetype colon = line.indexOf(u':');
            if (colon > 0)
                allowed.insert(line.left(colon),
                               line.mid(colon + 1).split(u' ', Qt::SkipEmptyParts));
        }
        QVERIFY2(allowed.size() > 10, "the layer table is missing");
        // A quoted include is one of ours, by its path from the root.
        static const QRegularExpression include(QStringLiteral("^#include \"([^\"]+)/[^/\"]+\""));
        QStringList broken;
        const QStringList files = sources({"services", "knowledgebase", "ui"}, {"*.h", "*.cpp"});
        QVERIFY(files.size() > 5);
        for (const QString& path : files) {
            const QString folder = relative(path).section(u'/', 0, -2);
            if (!allowed.contains(folder))
                continue; // run-time loaded modules declare themselves in ui/CMakeLists.txt
            for (const QString& line : linesOf(path)) {
                const auto match = include.match(line);
                if (!match.hasMatch() || match.captured(1) == folder)
                    continue;
                if (!allowed.value(folder).contains(match.captured(1)))
                    broken.append(relative(path) + " must not include " + match.captured(1));
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join("\n")));
    }

    void servicesHaveNoPictures() {
        static const QRegularExpression qml(
            QStringLiteral("#include <(QQml|QQuick|QtQml|QtQuick|QWidget)"));
        QStringList broken;
        for (const QString& path : sources({"services", "knowledgebase"}, {"*.h", "*.cpp"})) {
            if (QString text = linesOf(path).join(u'\n'); text.contains(qml))
                broken.append(relative(path));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join("\n")));
    }

    void interfaceKeepsItsDistance() {
        static const QRegularExpression forbidden(
            QStringLiteral("#include [\"<](services/(storage|crypto|devices|protocol)/|sqlite3)"));
        QStringList broken;
        for (const QString& path : sources({"ui"}, {"*.h", "*.cpp"})) {
            if (linesOf(path).join(u'\n').contains(forbidden))
                broken.append(relative(path));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join("\n")));
    }

    void qmlImportsGoDown() {
        const QHash<QString, QStringList> allowed{
            {"theme", {"Tongban.Theme"}},
            {"controls", {"Tongban.Theme", "Tongban.Controls"}},
            {"kiosk", {"Tongban.Theme", "Tongban.Controls", "Tongban.Kiosk"}},
            {"counter", {"Tongban.Theme", "Tongban.Controls", "Tongban.Counter"}},
            {"desk", {"Tongban.Theme", "Tongban.Controls", "Tongban.Desk"}},
            {"portal", {"Tongban.Theme", "Tongban.Controls", "Tongban.Portal"}},
        };
        static const QRegularExpression import(QStringLiteral("^import (Tongban\\.\\w+)"));
        QStringList broken;
        for (const QString& path : sources({"ui"}, {"*.qml"})) {
            const QString folder = relative(path).section(u'/', 1, 1);
            for (const QString& line : linesOf(path)) {
                const auto match = import.match(line);
                if (match.hasMatch() && !allowed.value(folder).contains(match.captured(1)))
                    broken.append(relative(path) + " must not import " + match.captured(1));
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join("\n")));
    }

    void filesStaySmallAndSayWhatTheyAre() {
        QStringList broken;
        for (const QString& path :
             sources({"app", "services", "knowledgebase", "ui"}, {"*.h", "*.cpp", "*.qml"})) {
            const QStringList lines = linesOf(path);
            const int limit = path.endsWith(".qml") ? 250 : 400;
            if (lines.size() - 1 > limit)
                broken.append(
                    QStringLiteral("%1 has %2 lines").arg(relative(path)).arg(lines.size() - 1));
            if (!lines.value(0).startsWith("// "))
                broken.append(relative(path) + " does not say in its first line what it is");
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join("\n")));
    }

    void namesSayOneJob() {
        static const QRegularExpression vague(
            QStringLiteral("\\b(class|struct) \\w*(Manager|Helper|Utils?|Handler|Misc)\\b"));
        QStringList broken;
        for (const QString& path :
             sources({"app", "services", "knowledgebase", "ui"}, {"*.h", "*.cpp"})) {
            const auto match = vague.match(linesOf(path).join(u'\n'));
            if (match.hasMatch())
                broken.append(relative(path) + ": " + match.captured(0));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join("\n")));
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"

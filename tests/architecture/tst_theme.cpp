// The theme keeps its promises: colours live in one file, every ink is readable on its ground,
// targets fit a finger.
#include <QColor>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

class TestTheme : public QObject {
    Q_OBJECT

private:
    static QString read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static QString theme(const char* file) {
        return read(QStringLiteral(TONGBAN_SOURCE_DIR "/ui/theme/") + QLatin1String(file));
    }

    // name → colour, as Pigments.qml has it.
    static QHash<QString, QColor> pigments() {
        static const QRegularExpression line(
            QStringLiteral("readonly property color (\\w+): \"(#[0-9A-Fa-f]+)\""));
        QHash<QString, QColor> found;
        for (auto it = line.globalMatch(theme("Pigments.qml")); it.hasNext();) {
            const auto match = it.next();
            found.insert(match.captured(1), QColor(match.captured(2)));
        }
        return found;
    }

    // role → colour of a scheme.
    static QHash<QString, QColor> roles(const char* file) {
        static const QRegularExpression line(QStringLiteral("^\\s+(\\w+): Pigments\\.(\\w+)$"),
                                             QRegularExpression::MultilineOption);
        const auto names = pigments();
        QHash<QString, QColor> found;
        for (auto it = line.globalMatch(theme(file)); it.hasNext();) {
            const auto match = it.next();
            found.insert(match.captured(1), names.value(match.captured(2)));
        }
        return found;
    }

    // WCAG 2.2, relative luminance.
    static double luminance(const QColor& colour) {
        const auto linear = [](double channel) {
            return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    }

    static double contrast(const QColor& a, const QColor& b) {
        const double high = std::max(luminance(a), luminance(b)),
                     low = std::min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

private Q_SLOTS:
    void coloursLiveInOneFile() {
        static const QRegularExpression hex(QStringLiteral(
            "\"#[0-9A-Fa-f]{3,8}\"|QColor\\(\\s*\\d|Qt::(red|green|blue|yellow)\\b"));
        QStringList broken;
        int files = 0;
        QDirIterator it(QStringLiteral(TONGBAN_SOURCE_DIR "/ui"), {"*.qml", "*.cpp", "*.h"},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            ++files;
            if (!path.endsWith("/theme/Pigments.qml") && read(path).contains(hex))
                broken.append(path);
        }
        QVERIFY(files > 50);
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void everySchemeFillsEveryRole() {
        static const QRegularExpression role(QStringLiteral("required property color (\\w+)"));
        QStringList wanted;
        for (auto it = role.globalMatch(theme("Scheme.qml")); it.hasNext();)
            wanted.append(it.next().captured(1));
        QVERIFY(wanted.size() > 30);
        for (const char* file : {"StandardScheme.qml", "ElderScheme.qml", "ContrastScheme.qml"}) {
            const auto have = roles(file);
            for (const QString& name : wanted)
                QVERIFY2(have.value(name).isValid(), qPrintable(QLatin1String(file) + u' ' + name));
        }
    }

    void inkIsReadableOnItsGround_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("ink");
        QTest::addColumn<QString>("ground");
        QTest::addColumn<double>("least");
        struct Pair {
            const char *ink, *ground;
            double least;
        };
        // 7:1 for text; 4.5:1 for bold text on a stronger tint; 3:1 for edges and marks
        // (WCAG 1.4.6, 1.4.11).
        const Pair pairs[] = {{"inkStrong", "page", 7},
                              {"ink", "page", 7},
                              {"ink", "surface", 7},
                              {"ink", "sunken", 7},
                              {"ink", "primarySoft", 7},
                              {"ink", "hereSoft", 7},
                              {"ink", "doneSoft", 7},
                              {"ink", "dangerSofter", 7},
                              {"inkMuted", "page", 7},
                              {"inkMuted", "surface", 7},
                              {"link", "surface", 7},
                              {"primaryInk", "primary", 7},
                              {"primaryInk", "primaryPressed", 7},
                              {"dockInk", "dock", 7},
                              {"done", "surface", 7},
                              {"done", "doneSofter", 7},
                              {"done", "doneSoft", 4.5},
                              {"hereText", "hereSofter", 7},
                              {"hereText", "hereSoft", 4.5},
                              {"danger", "surface", 7},
                              {"danger", "dangerSofter", 7},
                              {"danger", "dangerSoft", 4.5},
                              {"edge", "surface", 3},
                              {"edge", "page", 3},
                              {"dangerFill", "surface", 3},
                              {"doneFill", "surface", 3},
                              {"focusInner", "focusOuter", 3}};
        for (const char* file : {"StandardScheme.qml", "ElderScheme.qml", "ContrastScheme.qml"}) {
            for (const Pair& pair : pairs) {
                QTest::addRow("%s %s on %s", file, pair.ink, pair.ground)
                    << QString::fromLatin1(file) << QString::fromLatin1(pair.ink)
                    << QString::fromLatin1(pair.ground) << pair.least;
            }
        }
    }

    void inkIsReadableOnItsGround() {
        QFETCH(QString, file);
        QFETCH(QString, ink);
        QFETCH(QString, ground);
        QFETCH(double, least);
        const auto have = roles(qPrintable(file));
        QVERIFY(have.value(ink).isValid() && have.value(ground).isValid());
        const double ratio = contrast(have.value(ink), have.value(ground));
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }

    void theContrastSchemeReachesTenToOne() {
        const auto have = roles("ContrastScheme.qml");
        for (const char* ink : {"inkStrong", "ink", "inkMuted"}) {
            for (const char* ground : {"page", "surface", "sunken"})
                QVERIFY(contrast(have.value(QLatin1String(ink)),
                                 have.value(QLatin1String(ground))) >= 10);
        }
    }

    void targetsFitAFinger() {
        const QString text = theme("Theme.qml");
        const auto number = [&text](const char* pattern) {
            return QRegularExpression(QLatin1String(pattern)).match(text).captured(1).toDouble();
        };
        const double pxPerMm = number("property real pxPerMm: ([0-9.]+)");
        QVERIFY(pxPerMm > 0);
        QVERIFY(number("targetSize: pt\\((\\d+)\\)") / pxPerMm >= 20);
        QVERIFY(number("primaryHeight: pt\\(elder \\? \\d+ : (\\d+)\\)") >= 104);
        QVERIFY(number("primaryHeight: pt\\(elder \\? (\\d+)") >= 136);
        QVERIFY(number("textFloor: elder \\? \\d+ : (\\d+)") >= 24);
        QVERIFY(number("textFloor: elder \\? (\\d+)") >= 34);
    }

    // ux.md §6: what no citizen should have to read.
    void wordsAreWarm() {
        const QString chinese =
            read(QStringLiteral(TONGBAN_SOURCE_DIR "/translations/tongban_zh_CN.ts"));
        QVERIFY(chinese.contains(QStringLiteral("<translation>")));
        for (const char* banned : {"请知悉", "予以", "该事项", "系统异常", "非法输入", "校验失败",
                                   "操作成功", "！", "确定</translation>"})
            QVERIFY2(!chinese.contains(QString::fromUtf8(banned)), banned);
        for (const char* language : {"zh_CN", "en"}) {
            const QString words =
                read(QStringLiteral(TONGBAN_SOURCE_DIR "/translations/tongban_%1.ts")
                         .arg(QLatin1String(language)));
            QVERIFY2(!words.contains(QStringLiteral("type=\"unfinished\"")), language);
        }
    }
};

QTEST_GUILESS_MAIN(TestTheme)

#include "tst_theme.moc"

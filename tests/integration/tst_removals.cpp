// Takes every clause, every explanation and every test case out of every item, one at a time: each
// removal is refused with file, place and remedy. Every third of about 3,000 is tried, from another
// one on in each item; TONGBAN_ALL_REMOVALS=1 tries them all.
#include "services/catalog/package_check.h"
#include "services/core/json_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QtConcurrentMap>

using namespace tongban;
using namespace tongban::catalog;

namespace {

struct Removal {
    QString file;
    QString what;
    PackageFiles files;
    QString missed; // what the checks failed to say
};

// Keys that hold a clause or an explanation.
const QSet<QString> kept{"clause", "by_law", "why", "assumeNote", "reason"};

// Every copy of `value` with one kept text gone, as a missing key and as an empty text.
QList<std::pair<QString, QJsonValue>> without(const QJsonValue& value, const QString& path) {
    QList<std::pair<QString, QJsonValue>> copies;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString& key : object.keys()) {
            const QString at = path + '.' + key;
            if (kept.contains(key) && object[key].isString()) {
                QJsonObject gone = object;
                gone.remove(key);
                copies.append({at + " removed", gone});
                QJsonObject empty = object;
                empty[key] = QString();
                copies.append({at + " emptied", empty});
                continue;
            }
            for (const auto& [name, inner] : without(object[key], at)) {
                QJsonObject copy = object;
                copy[key] = inner;
                copies.append({name, copy});
            }
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (int i = 0; i < array.size(); ++i) {
            for (const auto& [name, inner] :
                 without(array[i], QStringLiteral("%1[%2]").arg(path).arg(i))) {
                QJsonArray copy = array;
                copy[i] = inner;
                copies.append({name, copy});
            }
        }
    }
    return copies;
}

void fromJson(const PackageFiles& good, QList<Removal>& all) {
    for (const char* file : {"item.json", "questions.json", "materials.json"}) {
        for (const auto& [what, value] : without(parseJsonObject(good.value(file)).value(), "$")) {
            Removal one{file, what, good, {}};
            one.files[file] = QJsonDocument(value.toObject()).toJson();
            all.append(one);
        }
    }
    const QJsonObject tests = parseJsonObject(good.value("tests.json")).value();
    for (int i = 0; i < tests["cases"].toArray().size(); ++i) {
        QJsonArray fewer = tests["cases"].toArray();
        fewer.removeAt(i);
        QJsonObject file = tests;
        file["cases"] = fewer;
        Removal one{"tests.json", QStringLiteral("case %1 removed").arg(i), good, {}};
        one.files["tests.json"] = QJsonDocument(file).toJson();
        all.append(one);
    }
}

// Every match of the pattern replaced, one at a time.
void fromText(const PackageFiles& good, const QString& file, const char* pattern, const char* with,
              QList<Removal>& all) {
    const QString text = QString::fromUtf8(good.value(file));
    QRegularExpressionMatchIterator matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QString copy = text;
        copy.replace(match.capturedStart(), match.capturedLength(), QString::fromUtf8(with));
        Removal one{file, match.captured() + " → " + with, good, {}};
        one.files[file] = copy.toUtf8();
        all.append(one);
    }
}

QList<Removal> everyThird(const QList<Removal>& all, qsizetype first) {
    QList<Removal> some;
    for (qsizetype i = first; i < all.size(); i += 3)
        some.append(all.at(i));
    return some;
}

} // namespace

class TestRemovals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRemovalIsNamed_data() {
        QTest::addColumn<QString>("folder");
        const QDir items(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items"));
        for (const QString& name : items.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << items.filePath(name);
    }

    void eachRemovalIsNamed() {
        QFETCH(QString, folder);
        const PackageFiles good = readPackageFolder(folder).value();
        QList<Removal> all;
        fromJson(good, all);
        const char* note = "<annotationEntry><text>[^<]+</text></annotationEntry>";
        fromText(good, "decisions.dmn", note, "<annotationEntry><text></text></annotationEntry>",
                 all);
        fromText(good, "decisions.dmn", note, "", all);
        const char* basis = "<zeebe:property name=\"tongban:basis\"[^>]*/>";
        fromText(good, "process.bpmn", basis, "", all);
        fromText(good, "process.bpmn", basis, "<zeebe:property name=\"tongban:basis\" value=\"\"/>",
                 all);
        QVERIFY(all.size() > 60);
        const qsizetype found = all.size();
        if (!qEnvironmentVariableIsSet("TONGBAN_ALL_REMOVALS"))
            all = everyThird(all, QFileInfo(folder).fileName().size() % 3);
        QtConcurrent::blockingMap(all, [](Removal& one) {
            const auto defects =
                checkPackage(one.files, QStringLiteral(TONGBAN_SOURCE_DIR "/resources/schemas"),
                             Thoroughness::UntilRefused);
            const bool named =
                std::any_of(defects.begin(), defects.end(), [&one](const PackageDefect& defect) {
                    return defect.gravity == Gravity::Refused && defect.file == one.file &&
                           !defect.path.isEmpty() && !defect.message.isEmpty() &&
                           !defect.remedy.isEmpty();
                });
            if (!named)
                one.missed = one.file + ' ' + one.what;
            one.files.clear();
        });
        QStringList missed;
        for (const Removal& one : all) {
            if (!one.missed.isEmpty())
                missed << one.missed;
        }
        qInfo("%lld of %lld removals tried", static_cast<long long>(all.size()),
              static_cast<long long>(found));
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join('\n')));
    }
};

QTEST_GUILESS_MAIN(TestRemovals)
#include "tst_removals.moc"

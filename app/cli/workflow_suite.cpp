// tongban workflow suite DIR [--refuse DIR]
#include "app/cli/suite_case.h"
#include "app/cli/workflow.h"

#include "services/core/json_reader.h"

#include <QDirIterator>
#include <QFileInfo>

namespace tongban::cli {

namespace {

struct Totals {
    int passed = 0;
    int failed = 0;
    void count(const QString& name, const QString& reason) {
        const bool pass = reason.isEmpty();
        (pass ? passed : failed) += 1;
        say(pass ? QStringLiteral("%1 PASS").arg(name)
                 : QStringLiteral("%1 FAIL %2").arg(name, reason));
    }
};

QStringList sorted(const QJsonArray& lines) {
    QStringList list;
    for (const QJsonValue line : lines)
        list.append(line.toString());
    list.sort();
    return list;
}

// One test passes when the trace of each of its cases is the expected multiset of lines.
QString runTest(const QString& folder, const QJsonObject& test) {
    const auto bytes =
        readWorkflowFile(folder + QLatin1Char('/') + test.value(QLatin1String("file")).toString());
    if (!bytes)
        return QStringLiteral("the model is missing");
    const QJsonArray cases = test.value(QLatin1String("cases")).toArray();
    if (cases.isEmpty())
        return QStringLiteral("the test has no cases");
    for (const QJsonValue value : cases) {
        const QJsonObject input = value.toObject();
        const QStringList expected = sorted(input.value(QLatin1String("trace")).toArray());
        const QStringList trace =
            SuiteCase(*bytes, test.value(QLatin1String("name")).toString(), input).run();
        // "ERROR" stands for a refusal at deployment or a failure at run time, whatever its kind.
        const bool anyError = expected == QStringList{QStringLiteral("ERROR")} &&
                              trace.size() == 1 && trace.first().startsWith(QLatin1String("ERROR"));
        if (trace != expected && !anyError)
            return QStringLiteral("input “%1”: expected [%2], got [%3]")
                .arg(input.value(QLatin1String("input")).toString(),
                     expected.join(QLatin1Char(' ')), trace.join(QLatin1Char(' ')));
    }
    return {};
}

int runManifest(const QString& folder, Totals& totals) {
    const auto bytes = readWorkflowFile(folder + QStringLiteral("/manifest.json"));
    if (!bytes)
        return 2;
    const auto manifest = parseJson(*bytes);
    if (!manifest.has_value() || !manifest->isArray()) {
        complain(QStringLiteral("%1/manifest.json: %2")
                     .arg(folder, manifest.has_value() ? QStringLiteral("expected a list of tests")
                                                       : manifest.error().detail));
        return 2;
    }
    for (const QJsonValue value : manifest->toArray()) {
        const QJsonObject test = value.toObject();
        totals.count(test.value(QLatin1String("group")).toString() + QLatin1Char('/') +
                         test.value(QLatin1String("name")).toString(),
                     runTest(folder, test));
    }
    return 0;
}

void runRefusals(const QString& folder, Totals& totals) {
    QStringList paths;
    QDirIterator files(folder, {QStringLiteral("*.bpmn")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    for (const QString& path : paths) {
        const auto bytes = readWorkflowFile(path);
        const bool refused =
            bytes && workflow::anyRefused(workflow::check(workflow::Package::ofProcess(*bytes),
                                                          workflow::Scrutiny::Standalone));
        totals.count(QStringLiteral("refuse/") + QDir(folder).relativeFilePath(path),
                     refused ? QString() : QStringLiteral("accepted"));
    }
}

} // namespace

int workflowSuite(const QStringList& arguments) {
    QStringList rest = arguments;
    const QString refuse = takeOption(rest, QStringLiteral("--refuse"));
    if (rest.size() > 1 || (rest.isEmpty() && refuse.isEmpty())) {
        complain(QStringLiteral("tongban workflow suite DIR [--refuse DIR]"));
        return 2;
    }
    Totals totals;
    if (!rest.isEmpty()) {
        if (const int code = runManifest(rest.first(), totals); code != 0)
            return code;
    }
    if (!refuse.isEmpty()) {
        if (!QFileInfo(refuse).isDir()) {
            complain(QStringLiteral("%1 is no folder").arg(refuse));
            return 2;
        }
        runRefusals(refuse, totals);
    }
    say(QStringLiteral("%1 passed, %2 failed").arg(totals.passed).arg(totals.failed));
    return totals.failed == 0 ? 0 : 1;
}

} // namespace tongban::cli

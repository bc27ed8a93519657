// tongban workflow migrate FROM TO --plan PLAN.json [--journal FILE…]
#include "app/cli/workflow.h"

#include "services/core/json_reader.h"
#include "services/workflow/migration.h"

#include <QFileInfo>

namespace tongban::cli {

using namespace tongban::workflow;

namespace {

Result<Definition> definitionAt(const QString& path) {
    if (QFileInfo(path).isDir()) {
        TRY_ASSIGN(const Package package, readPackage(path));
        return compile(package);
    }
    const auto bytes = readWorkflowFile(path);
    if (!bytes)
        return fail(FaultKind::NotFound, path);
    return compile(Package::ofProcess(*bytes));
}

// Checks the plan and tries it on the journals; nothing is written.
Result<int> migrate(const QString& fromPath, const QString& toPath, const QString& planPath,
                    const QStringList& journals) {
    TRY_ASSIGN(const Definition from, definitionAt(fromPath));
    TRY_ASSIGN(const Definition to, definitionAt(toPath));
    const auto text = readWorkflowFile(planPath);
    if (!text)
        return fail(FaultKind::NotFound, planPath);
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(*text));
    TRY_ASSIGN(const MigrationPlan plan, readPlan(object));
    const Defects defects = checkPlan(from, to, plan);
    for (const Defect& defect : defects)
        say(QStringLiteral("%1: %2 %3: %4")
                .arg(defect.element, nameOf(defect.level), defect.code, defect.message));
    QList<std::pair<QString, Instance>> cases;
    for (const QString& path : journals) {
        const auto bytes = readWorkflowFile(path);
        if (!bytes)
            return fail(FaultKind::NotFound, path);
        TRY_ASSIGN(const Events events, readJournal(*bytes));
        cases.append({path, fold(events)});
    }
    const MigrationReport report = dryRun(from, to, plan, cases);
    for (const auto& [name, why] : report.refused)
        say(QStringLiteral("%1 stays: %2").arg(name, why));
    say(QStringLiteral("moves %1, refuses %2").arg(report.moves).arg(report.refused.size()));
    return defects.isEmpty() && report.refused.isEmpty() ? 0 : 1;
}

} // namespace

int workflowMigrate(const QStringList& arguments) {
    QStringList rest = arguments;
    const QString plan = takeOption(rest, QStringLiteral("--plan"));
    QStringList journals;
    if (const qsizetype at = rest.indexOf(QStringLiteral("--journal")); at >= 0) {
        journals = rest.mid(at + 1);
        rest = rest.mid(0, at);
    }
    if (rest.size() != 2 || plan.isEmpty()) {
        complain(
            QStringLiteral("tongban workflow migrate FROM TO --plan PLAN.json [--journal FILE…]"));
        return 2;
    }
    const auto code = migrate(rest.at(0), rest.at(1), plan, journals);
    if (!code.has_value())
        complain(code.error().detail);
    return code.value_or(2);
}

} // namespace tongban::cli

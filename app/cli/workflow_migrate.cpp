// tongban workflow migrate FROM TO --plan PLAN.json [--apply] [--journal FILE|FOLDER…]
#include "app/cli/resources.h"
#include "app/cli/workflow.h"

#include "services/core/json_reader.h"
#include "services/workflow/migration.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace tongban::cli {

using namespace tongban::workflow;

namespace {

const char usage[] =
    "tongban workflow migrate FROM TO --plan PLAN.json [--at INSTANT] [--by WHO] [--apply] "
    "[--journal FILE|FOLDER…]\n"
    "Moves running cases from the package or process file FROM to TO.\n"
    "  1. the plan is checked against both definitions: one line a defect\n"
    "  2. every case is tried: one line for each that stays, with its reasons, then the totals\n"
    "  3. with --apply the move is appended to the journal of every case that can move\n"
    "The plan: {\"elements\": {\"old id\": \"new id\"},     ids that are not named stay the same\n"
    "           \"data\": {\"variable\": \"= FEEL\"},        read from the variables before the "
    "move\n"
    "           \"timers\": \"keep\" | \"recompute\",        armed timers by their new rule\n"
    "           \"limits\": \"keep\" | \"recompute\",        legal, promised and step limits\n"
    "           \"from\": DIGEST, \"to\": DIGEST}          optional: refuses other packages\n"
    "--journal names journals as `simulate` prints them, or folders of them (*.jsonl); it comes "
    "last.\n"
    "Exit 0: the plan is good and every case can move; 1: not so; 2: wrong usage or unreadable.";

struct Request {
    QString from;
    QString to;
    QString plan;
    QStringList journals;
    Occasion occasion;
    bool apply = false;
};

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

QStringList journalFiles(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files.append(path);
            continue;
        }
        const QDir folder(path);
        for (const QString& name :
             folder.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name))
            files.append(folder.filePath(name));
    }
    return files;
}

Result<void> append(const QString& path, const Events& events) {
    const auto bytes = readWorkflowFile(path);
    if (!bytes)
        return fail(FaultKind::NotFound, path);
    QByteArray text = *bytes;
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    for (const Event& event : events)
        text += encode(event) + '\n';
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(FaultKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

Result<MigrationPlan> planAt(const QString& path) {
    const auto text = readWorkflowFile(path);
    if (!text)
        return fail(FaultKind::NotFound, path);
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(*text));
    return readPlan(object);
}

Result<int> migrate(const Request& request) {
    TRY_ASSIGN(const Definition from, definitionAt(request.from));
    TRY_ASSIGN(const Definition to, definitionAt(request.to));
    TRY_ASSIGN(const MigrationPlan plan, planAt(request.plan));
    const Defects defects = checkPlan(from, to, plan);
    for (const Defect& defect : defects)
        say(QStringLiteral("%1:%2: %3 %4: %5")
                .arg(request.plan, defect.element, nameOf(defect.level), defect.code,
                     defect.message));
    QList<std::pair<QString, Instance>> cases;
    for (const QString& path : journalFiles(request.journals)) {
        const auto bytes = readWorkflowFile(path);
        const auto events =
            bytes ? readJournal(*bytes) : Result<Events>(fail(FaultKind::NotFound, path));
        if (!events.has_value())
            return fail(FaultKind::Invalid,
                        QStringLiteral("%1: %2").arg(path, events.error().detail));
        cases.append({path, fold(*events)});
    }
    int moving = 0;
    int redated = 0;
    const QList<Move> moves = dryRun(from, to, plan, cases, request.occasion);
    for (const Move& move : moves) {
        if (!move.refused.isEmpty()) {
            say(QStringLiteral("%1 stays: %2").arg(move.name, move.refused.join(u"; ")));
            continue;
        }
        ++moving;
        redated += move.redated;
        if (request.apply && defects.isEmpty())
            TRY(append(move.name, move.events));
    }
    const qsizetype refused = moves.size() - moving;
    say(QStringLiteral("%1 %2, refuses %3, dates %4 anew")
            .arg(request.apply && defects.isEmpty() ? QStringLiteral("moved")
                                                    : QStringLiteral("moves"))
            .arg(moving)
            .arg(refused)
            .arg(redated));
    return defects.isEmpty() && refused == 0 ? 0 : 1;
}

} // namespace

int workflowMigrate(const QStringList& arguments) {
    QStringList rest = arguments;
    if (rest.contains(QLatin1String("--help"))) {
        say(QString::fromUtf8(usage));
        return 0;
    }
    Request request;
    request.plan = takeOption(rest, QStringLiteral("--plan"));
    request.occasion.by = takeOption(rest, QStringLiteral("--by"));
    const QString at = takeOption(rest, QStringLiteral("--at"));
    request.apply = rest.removeAll(QStringLiteral("--apply")) > 0;
    if (const qsizetype journals = rest.indexOf(QStringLiteral("--journal")); journals >= 0) {
        request.journals = rest.mid(journals + 1);
        rest = rest.mid(0, journals);
    }
    bool ok = true;
    request.occasion.at = at.isEmpty() ? SystemClock().now() : fromIso(at, &ok);
    if (rest.size() != 2 || request.plan.isEmpty() || !ok) {
        complain(ok ? QString::fromUtf8(usage) : QStringLiteral("“%1” is no instant").arg(at));
        return 2;
    }
    request.from = rest.at(0);
    request.to = rest.at(1);
    const auto calendar =
        WorkCalendar::load(resourcePath(QStringLiteral("calendars"))).value_or(WorkCalendar());
    request.occasion.calendar = &calendar;
    const auto code = migrate(request);
    if (!code.has_value())
        complain(code.error().detail);
    return code.value_or(2);
}

} // namespace tongban::cli

// tongban workflow simulate PACKAGE|FILE --script EVENTS.json: runs a list of commands and prints
// the journal.
#include "app/cli/resources.h"
#include "app/cli/workflow.h"

#include "services/core/json_reader.h"
#include "services/workflow/engine.h"

#include <QFileInfo>
#include <QJsonArray>

namespace tongban::cli {

namespace {

using namespace tongban::workflow;

Result<Package> packageAt(const QString& path) {
    if (QFileInfo(path).isDir())
        return readPackage(path);
    const auto bytes = readWorkflowFile(path);
    if (!bytes)
        return fail(FaultKind::NotFound, path);
    return Package::ofProcess(*bytes);
}

// A step names an element instance by its key, or the open step by its element id ("element").
Result<Command> commandOf(QJsonObject step, const Instance& instance) {
    const QString element = step.value(QLatin1String("element")).toString();
    for (const Active& one : instance.active) {
        if (!element.isEmpty() && one.element == element &&
            (one.offered || one.asked || !step.contains(QLatin1String("key"))))
            step.insert(QStringLiteral("key"), static_cast<qint64>(one.key));
    }
    if (!element.isEmpty() && !step.contains(QLatin1String("key")))
        return fail(FaultKind::NotFound, QStringLiteral("nothing is active at “%1”").arg(element));
    return commandFromJson(step);
}

Result<QJsonArray> scriptAt(const QString& path) {
    const auto bytes = readWorkflowFile(path);
    if (!bytes)
        return fail(FaultKind::NotFound, QStringLiteral("%1 cannot be read").arg(path));
    TRY_ASSIGN(const QJsonValue script, parseJson(*bytes));
    if (!script.isArray())
        return fail(FaultKind::Invalid,
                    QStringLiteral("%1: expected a list of commands").arg(path));
    return script.toArray();
}

} // namespace

// The script: [{"command": "open", "at": "2026-02-12T02:00:00.000Z", "by": "zhang", …}, …]
int workflowSimulate(const QStringList& arguments) {
    QStringList rest = arguments;
    const QString scriptPath = takeOption(rest, QStringLiteral("--script"));
    if (rest.size() != 1 || scriptPath.isEmpty()) {
        complain(QStringLiteral("tongban workflow simulate PACKAGE|FILE --script EVENTS.json"));
        return 2;
    }
    const auto package = packageAt(rest.first());
    const auto definition = package.has_value()
                                ? compile(*package)
                                : Result<Definition>(tl::unexpected(package.error()));
    const auto script = scriptAt(scriptPath);
    for (const Fault* fault : {definition.has_value() ? nullptr : &definition.error(),
                               script.has_value() ? nullptr : &script.error()}) {
        if (fault != nullptr) {
            complain(fault->detail);
            return 1;
        }
    }
    const auto calendar =
        WorkCalendar::load(resourcePath(QStringLiteral("calendars"))).value_or(WorkCalendar());
    Instance instance;
    Occasion occasion;
    occasion.calendar = &calendar;
    int number = 0;
    for (const QJsonValue value : *script) {
        const QJsonObject step = value.toObject();
        ++number;
        bool ok = true;
        if (step.contains(QLatin1String("at")))
            occasion.at = fromIso(step.value(QLatin1String("at")).toString(), &ok);
        occasion.by = step.value(QLatin1String("by")).toString();
        const auto command = commandOf(step, instance);
        const auto events = command.has_value() ? decide(*definition, instance, *command, occasion)
                                                : Result<Events>(tl::unexpected(command.error()));
        if (!ok || !events.has_value()) {
            complain(QStringLiteral("step %1: %2")
                         .arg(number)
                         .arg(ok ? events.error().detail : QStringLiteral("“at” is no instant")));
            return 1;
        }
        for (const Event& event : *events) {
            evolve(instance, event);
            say(QString::fromUtf8(encode(event)));
        }
    }
    return 0;
}

} // namespace tongban::cli

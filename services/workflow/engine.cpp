// decide(): checks a command, runs it, hands out the events.
#include "services/workflow/engine.h"

#include "services/workflow/run.h"

namespace tongban::workflow {

Result<Events> decide(const Definition& definition, const Instance& instance,
                      const Command& command, const Occasion& occasion) {
    if (!occasion.commandId.isEmpty() && instance.commands.contains(occasion.commandId))
        return Events();
    if (instance.life != Life::Unborn && instance.package != definition.digest() &&
        !std::holds_alternative<Migrate>(command))
        return tongban::fail(FaultKind::Conflict,
                             QStringLiteral("the case is pinned to package %1, not %2")
                                 .arg(instance.package, definition.digest()));
    return Run(definition, instance, occasion).execute(command);
}

Result<Events> Run::execute(const Command& command) {
    TRY(allowed(command));
    TRY(std::visit([this](const auto& one) { return perform(one); }, command));
    settle();
    return std::move(m_events);
}

Result<Instance> redecide(const Definition& definition, std::span<const Event> history,
                          const WorkCalendar& calendar) {
    return redecide([&definition](const QString&) { return &definition; }, history, calendar);
}

Result<Instance> redecide(const DefinitionOf& definitionOf, std::span<const Event> history,
                          const WorkCalendar& calendar) {
    Instance instance;
    size_t at = 0;
    while (at < history.size()) {
        const Event& first = history[at];
        const auto refuse = [&first](const QString& why) {
            return tongban::fail(FaultKind::Conflict,
                                 QStringLiteral("event %1: %2").arg(first.sequence).arg(why));
        };
        if (first.sequence != instance.sequence + 1 || first.command.isEmpty())
            return refuse(QStringLiteral("expected the first event of a command with sequence %1")
                              .arg(instance.sequence + 1));
        const auto command = commandOf(first);
        if (!command.has_value())
            return refuse(command.error().detail);
        const bool named = first.kind == EventKind::Opened || first.kind == EventKind::Migrated;
        const Definition* definition = definitionOf(named ? first.name : instance.package);
        if (definition == nullptr)
            return refuse(QStringLiteral("its package is not known here"));
        Occasion occasion{first.at, first.by, first.command, &calendar};
        const auto events = decide(*definition, instance, *command, occasion);
        if (!events.has_value())
            return refuse(
                QStringLiteral("this command is refused here: %1").arg(events.error().detail));
        if (events->isEmpty())
            return refuse(QStringLiteral("this command has been carried out before"));
        for (const Event& event : *events) {
            if (at >= history.size())
                return tongban::fail(FaultKind::Conflict,
                                     QStringLiteral("event %1: missing, expected %2")
                                         .arg(event.sequence)
                                         .arg(nameOf(event.kind)));
            if (!(history[at] == event))
                return tongban::fail(FaultKind::Conflict,
                                     QStringLiteral("event %1: differs, expected %2")
                                         .arg(event.sequence)
                                         .arg(QString::fromUtf8(encode(event))));
            evolve(instance, event);
            ++at;
        }
    }
    return instance;
}

} // namespace tongban::workflow

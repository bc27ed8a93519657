// The engine: decide() says what a command makes happen, evolve() applies it. No clock, disk,
// chance or thread inside.
#pragma once

#include "services/workflow/command.h"
#include "services/workflow/definition.h"
#include "services/workflow/instance.h"

#include <functional>

namespace tongban::workflow {

// Pure: the same arguments give the same events, today and in twenty years. Nothing in a definition
// can make it run on without end: past a limit the case gets an incident "runaway". Invalid: the
// command makes no sense here. Conflict: not now (closed, suspended, already done). Denied: not by
// this actor. NotFound: no such step.
Result<Events> decide(const Definition& definition, const Instance& instance,
                      const Command& command, const Occasion& occasion);

// The command whose decision begins with these events; the reverse of decide(), for re-deciding a
// history.
Result<Command> commandOf(const Event& first);

// Tries a foreign history again, command by command. Conflict names the first event that this
// engine would not have written: "event 7: …".
Result<Instance> redecide(const Definition& definition, std::span<const Event> history,
                          const WorkCalendar& calendar);
// The same for a case that has been migrated: each command is decided under the definition of the
// package it was made under, found by its digest; null when it is not known here.
using DefinitionOf = std::function<const Definition*(const QString& digest)>;
Result<Instance> redecide(const DefinitionOf& definitionOf, std::span<const Event> history,
                          const WorkCalendar& calendar);

} // namespace tongban::workflow

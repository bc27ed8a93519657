// The route through a definition: nodes in reading order, and what can still be reached. Internal
// to this library.
#pragma once

#include "services/workflow/definition.h"
#include "services/workflow/instance.h"

#include <vector>

namespace tongban::workflow {

// Every node below a process (called processes where they are called), each after what leads to it,
// circles cut.
QList<int> readingOrder(const Definition& definition, int process);

// Nodes that a normal course can reach from these: no boundary events, no event sub-processes.
std::vector<bool> reachableFrom(const Definition& definition, const QList<int>& nodes);

// Nodes at which something is active or waits.
QList<int> presentNodes(const Definition& definition, const Instance& instance);

} // namespace tongban::workflow

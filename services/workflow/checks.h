// The static checks: the standard's constraints on a file, and what the flow graph proves. Internal
// to this library.
#pragma once

#include "services/workflow/bpmn_document.h"
#include "services/workflow/definition.h"

namespace tongban::workflow {

// Constraints of BPMN 2.0.2 that a schema cannot say.
Defects checkStandard(const BpmnDocument& document, const Definition& definition,
                      Scrutiny scrutiny);

// Circles without a wait, ends that cannot be reached, splits into themselves.
Defects checkFlow(const Definition& definition, Scrutiny scrutiny);

} // namespace tongban::workflow

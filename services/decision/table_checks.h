// Static checks of a decision table: gaps, overlaps, unreachable rules, outputs that are not
// allowed.
#pragma once

#include "services/decision/decision_table.h"

namespace tongban::decision {

// By a sweep over the intervals of all columns (Calvanese et al., "Semantics and Analysis of DMN
// Decision Tables", 2016), within a bound of work; a table too large for it says so.
// `work` is what is left of that bound for the tables of a model.
QList<Defect> checkTable(const DecisionTable& table, qint64& work);

} // namespace tongban::decision

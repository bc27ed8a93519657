// Our own FEEL functions about working days, under the name `tb`. Internal to this library.
#pragma once

#include "services/feel/value.h"
#include "services/workflow/work_calendar.h"

namespace tongban::workflow {

// Names the parser must know: they hold spaces.
QStringList dayFunctionNames();

// {tb: {add working days(date, days), working days between(after, up to), is working day(date)}}
feel::Context dayFunctions(const WorkCalendar& calendar);

} // namespace tongban::workflow

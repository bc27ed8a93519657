// Inputs from JSON brought to the declared types: strings where a date, time or duration is wanted.
#pragma once

#include "services/feel/type.h"

namespace tongban::decision {

// The value itself where nothing is to do; what does not conform stays as it is.
feel::Value adapted(const feel::Value& value, const feel::TypeRef& type);

} // namespace tongban::decision

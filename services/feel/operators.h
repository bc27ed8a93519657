// The operators of FEEL on values: arithmetic, logic, comparison, paths, `in`.
#pragma once

#include "services/feel/machine.h"

namespace tongban::feel {

// Each gives null and says why through the machine where it has no value.
Value addValues(Machine& machine, const Value& a, const Value& b);
Value subtractValues(Machine& machine, const Value& a, const Value& b);
Value multiplyValues(Machine& machine, const Value& a, const Value& b);
Value divideValues(Machine& machine, const Value& a, const Value& b);
Value raiseValues(Machine& machine, const Value& a, const Value& b);
Value negateValue(Machine& machine, const Value& a);
Value compareValues(Machine& machine, Op op, const Value& a, const Value& b);
Value andValues(Machine& machine, const Value& a, const Value& b);
Value orValues(Machine& machine, const Value& a, const Value& b);
Value betweenValues(Machine& machine, const Value& x, const Value& low, const Value& high);
Value makeRange(Machine& machine, const Value& low, const Value& high, int flags);
// (< 5), (= 5) … as a value.
Value makeTest(Machine& machine, Op op, const Value& operand);
// Does `input` pass the test, a value, a range or a list of these?
Value passes(Machine& machine, const Value& input, const Value& test, int flags);
Value pathValue(Machine& machine, const Value& x, const QString& name);
Value convertedValue(Machine& machine, const Value& x, const TypeRef& type);
// The properties of temporal values and ranges: year, hour, start included …; nullopt if there is
// none.
std::optional<Value> propertyOf(const Value& x, const QString& name);

} // namespace tongban::feel

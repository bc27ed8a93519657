// Result<T>: a value or a Fault; forgetting to look at one is a compiler warning.
#pragma once

#include "services/core/fault.h"

#include <tl/expected.hpp>
#include <utility>

namespace tongban {

template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Fault> {
public:
    using tl::expected<T, Fault>::expected;
    Result() = default;
};

// return fail(FaultKind::Invalid, "…");
inline tl::unexpected<Fault> fail(FaultKind kind, QString detail) {
    return tl::unexpected<Fault>(Fault{kind, std::move(detail)});
}
inline tl::unexpected<Fault> fail(Fault fault) {
    return tl::unexpected<Fault>(std::move(fault));
}

} // namespace tongban

#define TONGBAN_JOIN_(a, b) a##b
#define TONGBAN_JOIN(a, b) TONGBAN_JOIN_(a, b)

// TRY(expression): returns its fault from the enclosing function.
#define TRY(expression)                                                                            \
    do {                                                                                           \
        if (auto tryResult_ = (expression); !tryResult_.has_value()) [[unlikely]]                  \
            return ::tongban::fail(std::move(tryResult_).error());                                 \
    } while (false)

// TRY_ASSIGN(auto value, expression): binds the value or returns the fault.
#define TRY_ASSIGN_(target, expression, name)                                                      \
    auto name = (expression);                                                                      \
    if (!name.has_value()) [[unlikely]]                                                            \
        return ::tongban::fail(std::move(name).error());                                           \
    target = std::move(name).value()
#define TRY_ASSIGN(target, expression)                                                             \
    TRY_ASSIGN_(target, expression, TONGBAN_JOIN(tryAssign_, __LINE__))

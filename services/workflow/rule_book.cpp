// The bridge to DMN.
#include "services/workflow/rule_book.h"

namespace tongban::workflow {

struct RuleBook::Model {};

Result<RuleBook> RuleBook::read(const QByteArray&) {
    return fail(FaultKind::Invalid, QStringLiteral("decisions are not read by this build"));
}

bool RuleBook::has(const QString&) const {
    return false;
}

QStringList RuleBook::decisions() const {
    return {};
}

RuleBook::Outcome RuleBook::decide(const QString&, const QJsonObject&, Instant) const {
    return {};
}

QStringList RuleBook::inputsOf(const QString&) const {
    return {};
}

} // namespace tongban::workflow

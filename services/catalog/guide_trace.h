// Inside the guide: which rules caused what, kept while an assessment is made. Not for users of the
// guide.
#pragma once

#include "services/catalog/guide.h"

#include <QHash>

namespace tongban::catalog {

struct Guide::Body {
    ServiceItem item;
    QuestionGraph questions;
    MaterialList materials;
    GuideRules rules;
    QList<Exit> exits;
};

struct Guide::Trace {
    // "material:lease", "step:check", "fee:card", "time" → the rules that applied.
    QHash<QString, QList<const Rule*>> causes;
    void note(const QString& what, const Rule* rule) { causes[what].append(rule); }
};

} // namespace tongban::catalog

// A layered layout for processes without a diagram. Internal to this library.
#pragma once

#include "services/workflow/definition.h"

namespace tongban::workflow {

struct Layout {
    QList<Shape> shapes;
    QList<EdgeShape> edges;
};

Layout layOut(const Definition& definition);

} // namespace tongban::workflow

// RoutePicture: a process drawing as the plain lists that RouteMapItem paints.
#pragma once

#include "services/catalog/guide.h"
#include "services/workflow/drawing.h"

#include <QVariantList>

namespace tongban::kiosk {

struct RoutePicture {
    QVariantList shapes; // {id, kind, x, y, w, h, label, caption, state}
    QVariantList edges;  // {points, state, label}
};

// The way this person's answers lead through: steps of the assessment, the others marked as
// skipped.
RoutePicture plannedRoute(const workflow::Definition& definition,
                          const catalog::Assessment& assessment);

// The way a case has taken, as far as the centre has told: the milestones in the order heard, the
// last one is now.
RoutePicture heardRoute(const workflow::Definition& definition, const QStringList& milestones,
                        bool closed);

} // namespace tongban::kiosk

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

// The way this person's answers lead through: the steps of the assessment and nothing else.
RoutePicture plannedRoute(const workflow::Definition& definition,
                          const catalog::Assessment& assessment);

// The usual way (`assessment` without answers) and what the centre has told of besides: the
// milestones in the order heard, the last one is now.
RoutePicture heardRoute(const workflow::Definition& definition,
                        const catalog::Assessment& assessment, const QStringList& milestones,
                        bool closed);

} // namespace tongban::kiosk

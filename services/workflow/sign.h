// The small signs inside events, gateways and tasks, as strokes in a square from -1 to 1; for every
// painter.
#pragma once

#include <QList>
#include <QString>
#include <array>

namespace tongban::workflow {

// M move, L line, C cubic curve (two control points and the end), Z close, O circle (centre and
// radius).
struct SignStep {
    char op = 'M';
    quint8 points = 1;
    std::array<double, 6> at{};
};

// By trigger ("timer"), kind ("userTask", "parallelGateway") or marker ("loop"); empty for what has
// no sign.
const QList<SignStep>& signSteps(const QString& what);

} // namespace tongban::workflow

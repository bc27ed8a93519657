// Sample papers for the simulated document camera, painted at need, so that nothing of anybody is
// shipped.
#pragma once

#include "services/core/result.h"

#include <QList>
#include <QString>

namespace tongban::app {

// How a sheet lies; all but the first are refused by the checks of the picture.
enum class PaperKind { Lease, Shaken, Glare, CutOff };

struct SamplePaper {
    PaperKind kind;
    QString name; // laid-well, shaken, glare, over-edge
};

QList<SamplePaper> samplePapers();
// Paints the picture into `folder` unless it is there; its path.
Result<QString> paintSamplePaper(PaperKind kind, const QString& folder);

} // namespace tongban::app

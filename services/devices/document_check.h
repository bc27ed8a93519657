// Looks at a picture from the document camera: where the sheet lies, and whether the picture is
// good enough to keep.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QSizeF>

namespace tongban::devices {

enum class PictureDefect {
    NoSheet,  // no four edges found: move the sheet onto a dark ground
    CutOff,   // the sheet runs out of the picture
    TooSmall, // fewer dots than reading needs: nearer
    Blurred,  // hold still, or clean the glass
    Glare,    // a lamp shines on the paper
    TooDark,
};

QString nameOf(PictureDefect defect); // no-sheet, cut-off, … ; the interface has the words

struct SheetLimits {
    int shortSide = 1100;     // dots across an A4 sheet: about 130 dpi
    double sharpness = 0.18;  // 1 / width of the strongest edges in dots
    double glareShare = 0.01; // of the sheet, burnt out
    int darkest = 70;         // median brightness of the sheet
};

struct SheetView {
    QPolygonF corners; // upper left, upper right, lower right, lower left; empty: not found
    double sharpness = 0;
    double glareShare = 0;
    int brightness = 0;
    QList<PictureDefect> defects;
    bool good() const { return defects.isEmpty(); }
};

SheetView lookAt(const QImage& picture, const SheetLimits& limits = {});

// The sheet alone, upright and rectangular; its size follows the longer of opposite edges.
QImage straightened(const QImage& picture, const QPolygonF& corners);

} // namespace tongban::devices

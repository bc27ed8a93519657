// Measures a document picture: edges, steepness of its strokes, burnt-out and dark parts.
#include "services/devices/document_check.h"

#include "services/devices/grey_filters.h"
#include "services/devices/sheet_finder.h"

#include <QLineF>
#include <QPainter>
#include <QTransform>
#include <algorithm>
#include <array>
#include <cmath>

namespace tongban::devices {

namespace {

constexpr int burntOut = 250;
constexpr int aboveThePaper = 20; // levels a reflex lies above the paper around it

struct Tally {
    std::array<int, 256> levels{};
    int total = 0;
    void add(int level) {
        ++levels[static_cast<size_t>(std::clamp(level, 0, 255))];
        ++total;
    }
    // The level below which the given share lies.
    int quantile(double share) const {
        int count = 0;
        for (int level = 0; level < 256; ++level) {
            count += levels[static_cast<size_t>(level)];
            if (count > share * total)
                return level;
        }
        return 255;
    }
};

double shorter(const QPolygonF& corners) {
    double shortest = 1e9;
    for (int i = 0; i < 4; ++i)
        shortest = std::min(shortest, QLineF(corners[i], corners[(i + 1) % 4]).length());
    return shortest;
}

// An edge between two plateaus of contrast c that is w dots wide has the steepness c / w: the ratio
// knows no lighting.
void measure(const QImage& sheet, SheetView& view) {
    Tally levels;
    Tally slopes;
    int burnt = 0;
    const int marginX = sheet.width() / 20; // the sheet's own edge is no stroke
    const int marginY = sheet.height() / 20;
    for (int y = marginY; y < sheet.height() - marginY; ++y) {
        const uchar* row = sheet.constScanLine(y);
        const uchar* below = sheet.constScanLine(y + 1);
        for (int x = marginX; x < sheet.width() - marginX - 1; ++x) {
            levels.add(row[x]);
            slopes.add(std::max(std::abs(row[x + 1] - row[x]), std::abs(below[x] - row[x])));
            burnt += row[x] >= burntOut;
        }
    }
    view.brightness = levels.quantile(0.5);
    const int contrast = view.brightness - levels.quantile(0.005);
    view.sharpness = contrast < 12 ? 0 : static_cast<double>(slopes.quantile(0.998)) / contrast;
    const bool paperItself = view.brightness > burntOut - aboveThePaper;
    view.glareShare =
        paperItself || levels.total == 0 ? 0 : static_cast<double>(burnt) / levels.total;
}

} // namespace

QString nameOf(PictureDefect defect) {
    switch (defect) {
    case PictureDefect::NoSheet:
        return QStringLiteral("no-sheet");
    case PictureDefect::CutOff:
        return QStringLiteral("cut-off");
    case PictureDefect::TooSmall:
        return QStringLiteral("too-small");
    case PictureDefect::Blurred:
        return QStringLiteral("blurred");
    case PictureDefect::Glare:
        return QStringLiteral("glare");
    case PictureDefect::TooDark:
        return QStringLiteral("too-dark");
    }
    return {};
}

QImage straightened(const QImage& picture, const QPolygonF& corners) {
    const auto side = [&corners](int a, int b) { return QLineF(corners[a], corners[b]).length(); };
    const int width = std::max(1, qRound(std::max(side(0, 1), side(3, 2))));
    const int height = std::max(1, qRound(std::max(side(0, 3), side(1, 2))));
    const QPolygonF upright(
        {QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)});
    QTransform transform;
    if (!QTransform::quadToQuad(corners, upright, transform))
        return {};
    QImage sheet(width, height, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(transform);
    painter.drawImage(0, 0, picture);
    return sheet;
}

SheetView lookAt(const QImage& picture, const SheetLimits& limits) {
    SheetView view;
    const auto found = picture.isNull() ? std::optional<FoundSheet>() : findSheet(greyOf(picture));
    if (!found) {
        view.defects.append(PictureDefect::NoSheet);
        return view;
    }
    view.corners = found->corners;
    if (found->cutOff)
        view.defects.append(PictureDefect::CutOff);
    if (shorter(view.corners) < limits.shortSide)
        view.defects.append(PictureDefect::TooSmall);
    measure(greyOf(straightened(picture, view.corners)), view);
    if (view.sharpness < limits.sharpness)
        view.defects.append(PictureDefect::Blurred);
    if (view.glareShare > limits.glareShare)
        view.defects.append(PictureDefect::Glare);
    if (view.brightness < limits.darkest)
        view.defects.append(PictureDefect::TooDark);
    return view;
}

} // namespace tongban::devices

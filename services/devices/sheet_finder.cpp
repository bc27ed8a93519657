// Threshold by Otsu (1979), largest bright field, its hull, the largest quadrilateral in the hull,
// each side fitted.
#include "services/devices/sheet_finder.h"

#include "services/devices/grey_filters.h"

#include <QLineF>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tongban::devices {

namespace {

constexpr int workingSide = 480;
constexpr double smallestShare = 0.08; // of the picture
constexpr double leastSolidity = 0.85; // field against quadrilateral

using Points = std::vector<QPointF>;

int otsuThreshold(const QImage& grey) {
    std::array<double, 256> histogram{};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            ++histogram[row[x]];
    }
    double all = 0;
    double pixels = 0;
    for (size_t level = 0; level < 256; ++level) {
        all += static_cast<double>(level) * histogram[level];
        pixels += histogram[level];
    }
    double below = 0;
    double belowSum = 0;
    double best = -1;
    int threshold = 127;
    for (size_t level = 0; level < 255; ++level) {
        below += histogram[level];
        belowSum += static_cast<double>(level) * histogram[level];
        const double above = pixels - below;
        if (below <= 0 || above <= 0)
            continue;
        const double apart = belowSum / below - (all - belowSum) / above;
        const double between = below * above * apart * apart;
        if (between > best) {
            best = between;
            threshold = static_cast<int>(level);
        }
    }
    return threshold;
}

struct Field {
    int pixels = 0;
    Points
        outline; // the leftmost and rightmost pixel of each row, the upper and lower of each column
    int onBorder = 0;
};

// The largest connected field brighter than the threshold, by flood filling.
Field largestField(const QImage& grey, int threshold) {
    const int width = grey.width();
    const int height = grey.height();
    std::vector<int> labels(static_cast<size_t>(width) * static_cast<size_t>(height), 0);
    const auto at = [width](int x, int y) {
        return static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x);
    };
    std::vector<std::pair<int, int>> stack;
    int label = 0;
    int bestLabel = 0;
    int bestPixels = 0;
    for (int startY = 0; startY < height; ++startY) {
        for (int startX = 0; startX < width; ++startX) {
            if (labels[at(startX, startY)] != 0 || grey.constScanLine(startY)[startX] <= threshold)
                continue;
            ++label;
            int pixels = 0;
            stack.assign(1, {startX, startY});
            labels[at(startX, startY)] = label;
            while (!stack.empty()) {
                const auto [x, y] = stack.back();
                stack.pop_back();
                ++pixels;
                for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                    const int nx = x + dx;
                    const int ny = y + dy;
                    if (nx < 0 || ny < 0 || nx >= width || ny >= height ||
                        labels[at(nx, ny)] != 0 || grey.constScanLine(ny)[nx] <= threshold)
                        continue;
                    labels[at(nx, ny)] = label;
                    stack.emplace_back(nx, ny);
                }
            }
            if (pixels > bestPixels) {
                bestPixels = pixels;
                bestLabel = label;
            }
        }
    }
    Field field;
    field.pixels = bestPixels;
    std::vector<int> top(static_cast<size_t>(width), -1);
    std::vector<int> bottom(static_cast<size_t>(width), -1);
    for (int y = 0; y < height; ++y) {
        int first = -1;
        int last = -1;
        for (int x = 0; x < width; ++x) {
            if (labels[at(x, y)] != bestLabel || bestLabel == 0)
                continue;
            first = first < 0 ? x : first;
            last = x;
            const auto column = static_cast<size_t>(x);
            top[column] = top[column] < 0 ? y : top[column];
            bottom[column] = y;
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1)
                ++field.onBorder;
        }
        if (first >= 0) {
            field.outline.emplace_back(first, y + 0.5);
            field.outline.emplace_back(last + 1, y + 0.5);
        }
    }
    for (int x = 0; x < width; ++x) {
        const auto column = static_cast<size_t>(x);
        if (top[column] < 0)
            continue;
        field.outline.emplace_back(x + 0.5, top[column]);
        field.outline.emplace_back(x + 0.5, bottom[column] + 1);
    }
    return field;
}

double cross(const QPointF& o, const QPointF& a, const QPointF& b) {
    return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
}

// Andrew's monotone chain.
Points hullOf(Points points) {
    std::sort(points.begin(), points.end(), [](const QPointF& a, const QPointF& b) {
        return a.x() < b.x() || (a.x() == b.x() && a.y() < b.y());
    });
    Points hull;
    for (int side = 0; side < 2; ++side) {
        const size_t base = hull.size();
        for (const QPointF& point : points) {
            while (hull.size() >= base + 2 && cross(hull[hull.size() - 2], hull.back(), point) <= 0)
                hull.pop_back();
            hull.push_back(point);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

// Drops the points that matter least until few are left.
Points thinned(Points hull, size_t most) {
    while (hull.size() > most) {
        size_t least = 0;
        double smallest = 1e300;
        for (size_t i = 0; i < hull.size(); ++i) {
            const QPointF& before = hull[(i + hull.size() - 1) % hull.size()];
            const QPointF& after = hull[(i + 1) % hull.size()];
            const double area = std::abs(cross(before, hull[i], after));
            if (area < smallest) {
                smallest = area;
                least = i;
            }
        }
        hull.erase(hull.begin() + static_cast<std::ptrdiff_t>(least));
    }
    return hull;
}

double areaOf(const QPolygonF& polygon) {
    double area = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& a = polygon[i];
        const QPointF& b = polygon[(i + 1) % polygon.size()];
        area += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(area) / 2;
}

QPolygonF largestQuad(const Points& hull) {
    QPolygonF best;
    double bestArea = 0;
    const size_t n = hull.size();
    for (size_t a = 0; a + 3 < n; ++a) {
        for (size_t b = a + 1; b + 2 < n; ++b) {
            for (size_t c = b + 1; c + 1 < n; ++c) {
                for (size_t d = c + 1; d < n; ++d) {
                    const QPolygonF quad({hull[a], hull[b], hull[c], hull[d]});
                    if (const double area = areaOf(quad); area > bestArea) {
                        bestArea = area;
                        best = quad;
                    }
                }
            }
        }
    }
    return best;
}

// The line through the outline points along one side, corners left out; total least squares.
QLineF fitted(const QLineF& side, const Points& outline) {
    const double reach = std::max(2.0, side.length() * 0.02);
    const QPointF along = (side.p2() - side.p1()) / side.length();
    double sumX = 0;
    double sumY = 0;
    double sumXX = 0;
    double sumXY = 0;
    double sumYY = 0;
    int n = 0;
    for (const QPointF& point : outline) {
        const QPointF from = point - side.p1();
        const double at = QPointF::dotProduct(from, along) / side.length();
        const double off = from.x() * along.y() - from.y() * along.x();
        if (at < 0.06 || at > 0.94 || std::abs(off) > reach)
            continue;
        sumX += point.x();
        sumY += point.y();
        sumXX += point.x() * point.x();
        sumXY += point.x() * point.y();
        sumYY += point.y() * point.y();
        ++n;
    }
    if (n < 8)
        return side;
    const double meanX = sumX / n;
    const double meanY = sumY / n;
    const double angle =
        0.5 * std::atan2(2 * (sumXY / n - meanX * meanY),
                         (sumXX / n - meanX * meanX) - (sumYY / n - meanY * meanY));
    const QPointF middle(meanX, meanY);
    const QPointF direction(std::cos(angle), std::sin(angle));
    return {middle - direction * side.length(), middle + direction * side.length()};
}

QPolygonF refined(const QPolygonF& quad, const Points& outline) {
    std::array<QLineF, 4> sides;
    for (int i = 0; i < 4; ++i)
        sides[static_cast<size_t>(i)] = fitted(QLineF(quad[i], quad[(i + 1) % 4]), outline);
    QPolygonF corners;
    for (size_t i = 0; i < 4; ++i) {
        QPointF corner;
        if (sides[(i + 3) % 4].intersects(sides[i], &corner) == QLineF::NoIntersection)
            return quad;
        corners.append(corner);
    }
    return corners;
}

// Clockwise on the screen, beginning at the upper left.
QPolygonF ordered(QPolygonF quad) {
    const QPointF centre = (quad[0] + quad[1] + quad[2] + quad[3]) / 4;
    std::sort(quad.begin(), quad.end(), [centre](const QPointF& a, const QPointF& b) {
        return std::atan2(a.y() - centre.y(), a.x() - centre.x()) <
               std::atan2(b.y() - centre.y(), b.x() - centre.x());
    });
    const auto first =
        std::min_element(quad.begin(), quad.end(), [](const QPointF& a, const QPointF& b) {
            return a.x() + a.y() < b.x() + b.y();
        });
    std::rotate(quad.begin(), first, quad.end());
    return quad;
}

} // namespace

std::optional<FoundSheet> findSheet(const QImage& grey) {
    const double scale = static_cast<double>(std::max(grey.width(), grey.height())) / workingSide;
    const QImage small =
        scale <= 1 ? grey
                   : greyOf(grey.scaled(qRound(grey.width() / scale), qRound(grey.height() / scale),
                                        Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    const QImage soft = blurred(small, 1);
    const Field field = largestField(soft, otsuThreshold(soft));
    const double pixels = static_cast<double>(small.width()) * small.height();
    if (field.pixels < smallestShare * pixels)
        return {};
    const QPolygonF rough = largestQuad(thinned(hullOf(field.outline), 24));
    if (rough.size() != 4 || field.pixels < leastSolidity * areaOf(rough))
        return {};
    const int border = 2 * (small.width() + small.height());
    if (field.onBorder > border * 0.8) // the ground itself is the bright field
        return {};
    FoundSheet sheet;
    sheet.cutOff = field.onBorder > border * 0.02;
    const double backX = static_cast<double>(grey.width()) / small.width();
    const double backY = static_cast<double>(grey.height()) / small.height();
    for (const QPointF& corner : ordered(refined(rough, field.outline)))
        sheet.corners.append({corner.x() * backX, corner.y() * backY});
    return sheet;
}

} // namespace tongban::devices

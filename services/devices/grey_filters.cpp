// Running sums keep every filter linear in the number of pixels.
#include "services/devices/grey_filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tongban::devices {

namespace {

QImage like(const QImage& grey) {
    return {grey.size(), QImage::Format_Grayscale8};
}

uchar clamped(double value) {
    return static_cast<uchar>(std::clamp(static_cast<int>(std::lround(value)), 0, 255));
}

using Curve = std::array<float, 256>;

// The equalising curve of one tile: its clipped histogram, summed.
Curve curveOf(const QImage& grey, const QRect& tile, double clipLimit) {
    std::array<int, 256> histogram{};
    for (int y = tile.top(); y <= tile.bottom(); ++y) {
        const uchar* row = grey.constScanLine(y);
        for (int x = tile.left(); x <= tile.right(); ++x)
            ++histogram[row[x]];
    }
    const int pixels = tile.width() * tile.height();
    const int limit = std::max(1, static_cast<int>(clipLimit * pixels / 256));
    int excess = 0;
    for (int& count : histogram) {
        excess += std::max(0, count - limit);
        count = std::min(count, limit);
    }
    Curve curve{};
    float sum = 0;
    for (size_t level = 0; level < 256; ++level) {
        sum += static_cast<float>(histogram[level]) + static_cast<float>(excess) / 256.0F;
        curve[level] = sum * 255.0F / static_cast<float>(pixels);
    }
    return curve;
}

} // namespace

QImage greyOf(const QImage& picture) {
    return picture.format() == QImage::Format_Grayscale8
               ? picture
               : picture.convertToFormat(QImage::Format_Grayscale8);
}

QImage inverted(const QImage& grey) {
    QImage out = like(grey);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* from = grey.constScanLine(y);
        std::transform(from, from + grey.width(), out.scanLine(y),
                       [](uchar value) { return static_cast<uchar>(255 - value); });
    }
    return out;
}

QImage blurred(const QImage& grey, int radius) {
    const int width = grey.width();
    const int height = grey.height();
    const int window = 2 * radius + 1;
    QImage across = like(grey);
    for (int y = 0; y < height; ++y) {
        const uchar* from = grey.constScanLine(y);
        uchar* to = across.scanLine(y);
        int sum = from[0] * (radius + 1);
        for (int x = 1; x <= radius; ++x)
            sum += from[std::min(x, width - 1)];
        for (int x = 0; x < width; ++x) {
            to[x] = static_cast<uchar>(sum / window);
            sum += from[std::min(x + radius + 1, width - 1)] - from[std::max(x - radius, 0)];
        }
    }
    QImage out = like(grey);
    std::vector<int> sums(static_cast<size_t>(width), 0);
    const auto add = [&](int y, int sign) {
        const uchar* row = across.constScanLine(std::clamp(y, 0, height - 1));
        for (int x = 0; x < width; ++x)
            sums[static_cast<size_t>(x)] += sign * row[x];
    };
    for (int y = -radius; y <= radius; ++y)
        add(y, 1);
    for (int y = 0; y < height; ++y) {
        uchar* to = out.scanLine(y);
        for (int x = 0; x < width; ++x)
            to[x] = static_cast<uchar>(sums[static_cast<size_t>(x)] / window);
        add(y + radius + 1, 1);
        add(y - radius, -1);
    }
    return out;
}

QImage halved(const QImage& grey) {
    QImage out(std::max(1, grey.width() / 2), std::max(1, grey.height() / 2),
               QImage::Format_Grayscale8);
    if (grey.width() < 2 || grey.height() < 2)
        return grey;
    for (int y = 0; y < out.height(); ++y) {
        const uchar* above = grey.constScanLine(2 * y);
        const uchar* below = grey.constScanLine(2 * y + 1);
        uchar* to = out.scanLine(y);
        for (int x = 0; x < out.width(); ++x)
            to[x] = static_cast<uchar>(
                (above[2 * x] + above[2 * x + 1] + below[2 * x] + below[2 * x + 1] + 2) / 4);
    }
    return out;
}

QImage sharpened(const QImage& grey, int radius, double amount) {
    const QImage soft = blurred(grey, radius);
    QImage out = like(grey);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* from = grey.constScanLine(y);
        const uchar* mean = soft.constScanLine(y);
        uchar* to = out.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            to[x] = clamped(from[x] + amount * (from[x] - mean[x]));
    }
    return out;
}

QImage equalised(const QImage& grey, int tiles, double clipLimit) {
    const int tileWidth = (grey.width() + tiles - 1) / tiles;
    const int tileHeight = (grey.height() + tiles - 1) / tiles;
    const int across = (grey.width() + tileWidth - 1) / tileWidth;
    const int down = (grey.height() + tileHeight - 1) / tileHeight;
    std::vector<Curve> curves;
    for (int y = 0; y < down; ++y) {
        for (int x = 0; x < across; ++x) {
            const QRect tile =
                QRect(x * tileWidth, y * tileHeight, tileWidth, tileHeight) & grey.rect();
            curves.push_back(curveOf(grey, tile, clipLimit));
        }
    }
    const auto curve = [&](int x, int y) -> const Curve& {
        return curves[static_cast<size_t>(std::clamp(y, 0, down - 1) * across +
                                          std::clamp(x, 0, across - 1))];
    };
    QImage out = like(grey);
    for (int y = 0; y < grey.height(); ++y) {
        const float tileY = (static_cast<float>(y) + 0.5F) / static_cast<float>(tileHeight) - 0.5F;
        const int y0 = static_cast<int>(std::floor(tileY));
        const float fy = tileY - static_cast<float>(y0);
        const uchar* from = grey.constScanLine(y);
        uchar* to = out.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            const float tileX =
                (static_cast<float>(x) + 0.5F) / static_cast<float>(tileWidth) - 0.5F;
            const int x0 = static_cast<int>(std::floor(tileX));
            const float fx = tileX - static_cast<float>(x0);
            const uchar level = from[x];
            const float above = curve(x0, y0)[level] * (1 - fx) + curve(x0 + 1, y0)[level] * fx;
            const float below =
                curve(x0, y0 + 1)[level] * (1 - fx) + curve(x0 + 1, y0 + 1)[level] * fx;
            to[x] = clamped(static_cast<double>(above * (1 - fy) + below * fy));
        }
    }
    return out;
}

} // namespace tongban::devices

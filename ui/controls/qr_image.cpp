// QrImage: whole pixels for every module, so that a scanner sees sharp edges.
#include "ui/controls/qr_image.h"

#include <QPainter>

#include <cmath>

namespace tongban::controls {

QrImage::QrImage(QQuickItem* parent)
    : QQuickPaintedItem(parent) {
    connect(this, &QrImage::changed, this, [this] { update(); });
}

void QrImage::paint(QPainter* painter) {
    painter->fillRect(QRectF(0, 0, width(), height()), m_light);
    if (m_rows.isEmpty())
        return;
    const auto across = int(m_rows.size()) + 2 * m_quietZone;
    const int module = std::max(1, int(std::floor(std::min(width(), height()) / across)));
    const int left = int((width() - module * across) / 2) + module * m_quietZone;
    const int top = int((height() - module * across) / 2) + module * m_quietZone;
    for (qsizetype y = 0; y < m_rows.size(); ++y) {
        const QString& row = m_rows.at(y);
        for (qsizetype x = 0; x < row.size(); ++x) {
            if (row.at(x) == u'1')
                painter->fillRect(left + int(x) * module, top + int(y) * module, module, module,
                                  m_dark);
        }
    }
}

} // namespace tongban::controls

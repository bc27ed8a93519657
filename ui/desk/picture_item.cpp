// Scales to the width; what is longer than the item is cut off at its foot.
#include "ui/desk/picture_item.h"

#include <QPainter>

namespace tongban::desk {

PictureItem::PictureItem(QQuickItem* parent)
    : QQuickPaintedItem(parent) {}

void PictureItem::setPicture(const QImage& picture) {
    if (picture.cacheKey() == m_picture.cacheKey())
        return;
    m_picture = picture;
    update();
    Q_EMIT pictureChanged();
}

qreal PictureItem::ratio() const {
    return m_picture.isNull() ? 0 : qreal(m_picture.height()) / m_picture.width();
}

void PictureItem::paint(QPainter* painter) {
    if (m_picture.isNull())
        return;
    const int drawn = qRound(width() * ratio());
    const QImage scaled = m_picture.scaled(qRound(width()), qMax(1, drawn), Qt::IgnoreAspectRatio,
                                           Qt::SmoothTransformation);
    painter->drawImage(QPointF(0, 0), scaled);
}

} // namespace tongban::desk

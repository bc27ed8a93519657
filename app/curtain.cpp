// The morning sky of the resting page, without its hills: nothing here is read from a file.
#include "app/curtain.h"

#include <QPainter>
#include <QTimer>

namespace tongban::app {

Curtain::Curtain(QSize size) {
    resize(size);
    setTitle(QStringLiteral("Tongban"));
}

void Curtain::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QLinearGradient sky(0, 0, 0, height());
    sky.setColorAt(0, QColor(0xd9, 0xe7, 0xf0));
    sky.setColorAt(1, QColor(0xf4, 0xf0, 0xe2));
    painter.fillRect(QRect(QPoint(), size()), sky);
    if (m_told)
        return;
    m_told = true;
    QTimer::singleShot(0, this, &Curtain::painted); // after the picture has gone to the screen
}

} // namespace tongban::app

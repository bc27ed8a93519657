// Serves what exists at this moment; nothing is cached here.
#include "ui/kiosk/visit_images.h"

namespace tongban::kiosk {

VisitImages::VisitImages(const session::Session& session, const session::CaptureDesk& desk)
    : QQuickImageProvider(QQuickImageProvider::Image)
    , m_session(session)
    , m_desk(desk) {}

QImage VisitImages::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QString what = id.section(QLatin1Char('/'), 0, 0);
    QImage image;
    if (what == QLatin1String("camera")) {
        image = m_desk.preview();
    } else {
        const QList<QByteArray> pages = m_session.visit().pictures.value(what);
        image = QImage::fromData(pages.value(id.section(QLatin1Char('/'), 1, 1).toInt()));
    }
    if (image.isNull())
        image = QImage(1, 1, QImage::Format_RGB32);
    if (size != nullptr)
        *size = image.size();
    if (requestedSize.width() > 0 && requestedSize.width() < image.width())
        image = image.scaledToWidth(requestedSize.width(), Qt::SmoothTransformation);
    return image;
}

} // namespace tongban::kiosk

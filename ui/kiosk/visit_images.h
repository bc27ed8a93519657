// VisitImages: pictures of the running visit for QML, straight from memory:
// image://visit/<material>/<page>, …/camera/<frame>.
#pragma once

#include "services/session/capture_desk.h"

#include <QQuickImageProvider>

namespace tongban::kiosk {

// Runs on the UI thread (no ForceAsynchronous), so that it may read the visit; pages are small
// JPEGs.
class VisitImages : public QQuickImageProvider {
public:
    VisitImages(const session::Session& session, const session::CaptureDesk& desk);
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;

private:
    const session::Session& m_session;
    const session::CaptureDesk& m_desk;
};

} // namespace tongban::kiosk

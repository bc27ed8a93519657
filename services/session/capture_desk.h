// CaptureDesk: papers under the document camera: preview, live checks, and the page that is kept.
// Pictures stay in memory.
#pragma once

#include "services/devices/device_hub.h"
#include "services/devices/document_check.h"
#include "services/session/session.h"

#include <QImage>
#include <QObject>

namespace tongban::session {

class CaptureDesk : public QObject {
    Q_OBJECT

public:
    CaptureDesk(Session& session, devices::DeviceHub& hub, QObject* parent = nullptr);

    // The material that lies under the camera now; empty stops the camera.
    void open(const QString& material);
    QString material() const { return m_material; }

    const QImage& preview() const { return m_preview; }
    const devices::SheetView& seen() const { return m_seen; } // of the preview
    bool busy() const { return m_busy; }
    // What was wrong with the last shot; empty when it was kept.
    const QList<devices::PictureDefect>& rejected() const { return m_rejected; }
    bool available() const;

    void shoot();

Q_SIGNALS:
    void changed();
    void kept(const QString& material);
    void availabilityChanged(); // the camera went, or came back

private:
    struct Shot {
        devices::SheetView view;
        QByteArray jpeg;
    };
    void look(const QImage& picture);
    static Shot develop(const QImage& picture);

    Session& m_session;
    devices::DeviceHub& m_hub;
    QString m_material;
    QImage m_preview;
    devices::SheetView m_seen;
    QList<devices::PictureDefect> m_rejected;
    bool m_able = false;
    bool m_looking = false;
    bool m_busy = false;
};

} // namespace tongban::session

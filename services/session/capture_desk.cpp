// Previews are judged on the thread pool, one at a time; the kept page is straightened and becomes
// a JPEG.
#include "services/session/capture_desk.h"

#include "services/core/async.h"

#include <QBuffer>
#include <QtConcurrentRun>

namespace tongban::session {

using devices::DeviceClass;

CaptureDesk::CaptureDesk(Session& session, devices::DeviceHub& hub, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_hub(hub)
    , m_able(available()) {
    connect(&hub, &devices::DeviceHub::frame, this,
            [this](DeviceClass camera, const QImage& picture) {
                if (camera == DeviceClass::DocumentCamera && !m_material.isEmpty())
                    look(picture);
            });
    connect(&hub, &devices::DeviceHub::capabilitiesChanged, this, [this] {
        const bool able = available();
        if (std::exchange(m_able, able) == able)
            return;
        if (!able)
            open({});
        Q_EMIT availabilityChanged();
    });
    connect(&session, &Session::stageChanged, this, [this] {
        if (m_session.stage() != Stage::Materials)
            open({});
    });
}

bool CaptureDesk::available() const {
    return m_hub.capability(devices::Capability::CaptureDocument).available;
}

void CaptureDesk::open(const QString& material) {
    if (material == m_material)
        return;
    m_material = material;
    m_preview = {};
    m_seen = {};
    m_rejected.clear();
    m_hub.setStreaming(DeviceClass::DocumentCamera, !material.isEmpty());
    Q_EMIT changed();
}

void CaptureDesk::look(const QImage& picture) {
    m_preview = picture;
    Q_EMIT changed();
    if (m_looking)
        return;
    m_looking = true;
    whenDone(QtConcurrent::run([picture] { return devices::lookAt(picture); }), this,
             [this](const devices::SheetView& view) {
                 m_looking = false;
                 if (m_material.isEmpty())
                     return;
                 m_seen = view;
                 Q_EMIT changed();
             });
}

CaptureDesk::Shot CaptureDesk::develop(const QImage& picture) {
    Shot shot;
    shot.view = devices::lookAt(picture);
    const QImage page =
        shot.view.corners.isEmpty() ? picture : devices::straightened(picture, shot.view.corners);
    QBuffer buffer(&shot.jpeg);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "JPEG", 85);
    return shot;
}

void CaptureDesk::shoot() {
    if (m_busy || m_material.isEmpty())
        return;
    m_busy = true;
    m_rejected.clear();
    Q_EMIT changed();
    const QString material = m_material;
    const auto started = m_hub.takePicture(std::chrono::seconds(5));
    whenDone(started.done, this, [this, material](const devices::Completion& completion) {
        const auto picture = completion.payload.value<QImage>();
        if (completion.code != devices::CompletionCode::Success || picture.isNull()) {
            m_busy = false;
            m_rejected = {devices::PictureDefect::NoSheet};
            Q_EMIT changed();
            return;
        }
        whenDone(QtConcurrent::run([picture] { return develop(picture); }), this,
                 [this, material](const Shot& shot) {
                     m_busy = false;
                     m_rejected = shot.view.defects;
                     // The visit may have moved on, or ended, while the picture was developed.
                     if (m_rejected.isEmpty() && m_material == material) {
                         m_session.addPicture(material, shot.jpeg);
                         Q_EMIT kept(material);
                     }
                     Q_EMIT changed();
                 });
    });
}

} // namespace tongban::session

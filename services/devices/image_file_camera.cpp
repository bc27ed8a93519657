// A camera in front of image files.
#include "services/devices/image_file_camera.h"

namespace tongban::devices {

ImageFileCamera::ImageFileCamera(DeviceId id, QString path, std::chrono::milliseconds frameEvery,
                                 DeviceClass kind)
    : FrameSource(std::move(id), kind)
    , m_path(std::move(path))
    , m_timer(this) {
    m_timer.setInterval(frameEvery);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (const QImage picture = m_pictures.next(); !picture.isNull())
            Q_EMIT frame(picture);
    });
}

void ImageFileCamera::open() {
    look();
}

void ImageFileCamera::close() {
    m_timer.stop();
    FrameSource::close();
}

void ImageFileCamera::show(const QString& path) {
    QMetaObject::invokeMethod(this, [this, path] {
        m_path = path;
        look();
    });
}

void ImageFileCamera::look() {
    m_pictures = PictureSequence(m_path);
    setStatus(m_pictures.isEmpty() ? DeviceStatus{DeviceState::NoDevice,
                                                  MediaState::Unknown,
                                                  {},
                                                  {},
                                                  QStringLiteral("no-picture")}
                                   : DeviceStatus{DeviceState::Online, MediaState::Present});
}

void ImageFileCamera::setStreaming(bool on) {
    QMetaObject::invokeMethod(this, [this, on] { on ? m_timer.start() : m_timer.stop(); });
}

void ImageFileCamera::execute(const Command& command) {
    if (command.name != u"Camera.TakePicture")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (m_pictures.isEmpty())
        return complete(command.id, CompletionCode::DeviceNotReady);
    const QImage picture = m_pictures.next();
    if (picture.isNull())
        return complete(command.id, CompletionCode::HardwareError, {},
                        QStringLiteral("unreadable picture"));
    complete(command.id, CompletionCode::Success, picture);
}

} // namespace tongban::devices

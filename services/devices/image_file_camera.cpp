// A camera in front of image files.
#include "services/devices/image_file_camera.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>

namespace tongban::devices {

namespace {

// A picture from a folder may be anything: no larger than a 20-megapixel camera makes.
constexpr int longestSide = 6000;

QImage readPicture(const QString& file) {
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

ImageFileCamera::ImageFileCamera(DeviceId id, QString path, std::chrono::milliseconds frameEvery,
                                 DeviceClass kind)
    : FrameSource(std::move(id), kind)
    , m_path(std::move(path))
    , m_timer(this) {
    m_timer.setInterval(frameEvery);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (const QImage picture = next(); !picture.isNull())
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
    m_files.clear();
    m_at = 0;
    const QFileInfo place(m_path);
    if (place.isDir()) {
        const QDir folder(m_path);
        for (const QString& name : folder.entryList(
                 {QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg")},
                 QDir::Files, QDir::Name))
            m_files.append(folder.filePath(name));
    } else if (place.isFile()) {
        m_files.append(m_path);
    }
    setStatus(m_files.isEmpty() ? DeviceStatus{DeviceState::NoDevice,
                                               MediaState::Unknown,
                                               {},
                                               {},
                                               QStringLiteral("no-picture")}
                                : DeviceStatus{DeviceState::Online, MediaState::Present});
}

void ImageFileCamera::setStreaming(bool on) {
    QMetaObject::invokeMethod(this, [this, on] { on ? m_timer.start() : m_timer.stop(); });
}

QImage ImageFileCamera::next() {
    if (m_files.isEmpty())
        return {};
    const QImage picture = readPicture(m_files[m_at]);
    m_at = (m_at + 1) % m_files.size();
    return picture;
}

void ImageFileCamera::execute(const Command& command) {
    if (command.name != u"Camera.TakePicture")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (m_files.isEmpty())
        return complete(command.id, CompletionCode::DeviceNotReady);
    const QImage picture = next();
    if (picture.isNull())
        return complete(command.id, CompletionCode::HardwareError, {},
                        QStringLiteral("unreadable picture"));
    complete(command.id, CompletionCode::Success, picture);
}

} // namespace tongban::devices

// ImageFileCamera: a camera whose pictures are the files of a folder, in order and round again, or
// one file.
#pragma once

#include "services/devices/frame_source.h"

#include <QStringList>

namespace tongban::devices {

class ImageFileCamera final : public FrameSource {
    Q_OBJECT

public:
    ImageFileCamera(DeviceId id, QString path,
                    std::chrono::milliseconds frameEvery = std::chrono::milliseconds{66},
                    DeviceClass kind = DeviceClass::DocumentCamera);

    void open() override;
    void close() override;
    void setStreaming(bool on) override;

    // What lies under the camera from now on; an empty path unplugs it. From any thread.
    void show(const QString& path);

private:
    void execute(const Command& command) override;
    void look();
    QImage next();

    QString m_path;
    QStringList m_files;
    qsizetype m_at = 0;
    QTimer m_timer;
};

} // namespace tongban::devices

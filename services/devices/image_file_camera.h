// ImageFileCamera: a camera in front of a folder of pictures, one picture, or a film.
#pragma once

#include "services/devices/frame_source.h"
#include "services/devices/picture_sequence.h"

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

    QString m_path;
    PictureSequence m_pictures;
    QTimer m_timer;
};

} // namespace tongban::devices

// FrameSource: where camera pictures come from — hardware, a folder or a file; it knows nothing of
// what is in them.
#pragma once

#include "services/devices/device.h"

#include <QImage>

namespace tongban::devices {

// A camera over a desk (高拍仪) or for codes. Command "Camera.TakePicture" completes with a QImage
// at full size; while streaming, `frame` brings preview pictures.
class FrameSource : public Device {
    Q_OBJECT

public:
    using Device::Device;
    virtual void setStreaming(bool on) = 0; // from any thread

Q_SIGNALS:
    void frame(const QImage& picture);
};

} // namespace tongban::devices

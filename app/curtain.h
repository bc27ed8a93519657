// Curtain: what the screen shows at once, while the machine opens its database, devices and pages.
#pragma once

#include <QRasterWindow>

namespace tongban::app {

class Curtain : public QRasterWindow {
    Q_OBJECT

public:
    explicit Curtain(QSize size);

Q_SIGNALS:
    void painted(); // its first frame is on the screen; once

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_told = false;
};

} // namespace tongban::app

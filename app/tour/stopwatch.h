// Stopwatch: measures the kiosk from the inside: its first frame; touch to feedback and page to
// page.
#pragma once

#include "app/kiosk_composition.h"
#include "app/tour/spoken.h"

namespace tongban::tour {

class Stopwatch : public QObject {
    Q_OBJECT

public:
    explicit Stopwatch(app::KioskComposition& kiosk)
        : m_kiosk(kiosk)
        , m_spoken(kiosk.window()) {}

    // One line for the benchmark, at once.
    static void tell(const char* line);
    // Prints "resting page" when its next frame is on the screen, then ends the program.
    void restingPage();
    // Goes between home and search and prints "feedback MS" and "page MS" for each touch; false
    // when a control is not there.
    bool touches(int rounds);

private:
    bool touch(const QString& name, const QString& page);
    void waitForFrame();

    app::KioskComposition& m_kiosk;
    Spoken m_spoken;
};

} // namespace tongban::tour

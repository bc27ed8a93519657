// tongban bench start: how fast the kiosk stands there and answers a finger.
#pragma once

#include <QStringList>

namespace tongban::cli {

// Milliseconds from the start of the process to what it says it shows; negative when it never does.
struct Start {
    double firstFrame = -1;
    double restingPage = -1;
};
// A program of the product that tells of its frames and ends by itself (--measure start).
Start timedStart(const char* program, const QStringList& arguments);

int benchStart(const QStringList& arguments);

} // namespace tongban::cli

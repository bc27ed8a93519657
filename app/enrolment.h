// Enrolment: how a machine becomes known to the central service, once, and what it keeps of that.
#pragma once

#include "app/options.h"
#include "services/session/machine.h"
#include "services/sync/ports.h"

#include <QObject>
#include <functional>

namespace tongban::app {

struct Enrolled {
    session::Machine machine;
    QByteArray token; // practice machines on loopback; real ones hold a certificate
};

// What was kept from an earlier enrolment. NotFound when this machine was never enrolled.
Result<Enrolled> loadEnrolment(const Options& options);

// Asks the central service with the code of the options (or of its first-run.json on this machine),
// keeps the answer with mode 0600, and calls `done` once. Denied: no or a used code. Offline:
// nobody answered.
void enrol(const Options& options, sync::CentralPort& central,
           std::function<void(Result<Enrolled>)> done);

} // namespace tongban::app

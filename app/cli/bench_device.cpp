// tongban bench device: how long the plate, the plug and the ticket take, at the pace of the real
// machines.
#include "app/cli/bench_device.h"

#include "app/cli/percentile.h"
#include "app/cli/resources.h"
#include "app/cli/verb.h"
#include "services/core/async.h"
#include "services/devices/device_hub.h"
#include "services/devices/simulated_desk.h"
#include "services/devices/ticket.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <functional>
#include <vector>

namespace tongban::cli {

namespace {

using namespace tongban::devices;
using namespace std::chrono_literals;

struct Measured {
    const char* what;
    std::vector<double> milliseconds;
    double p50Target;
    double p95Target;
};

void rest(std::chrono::milliseconds span) {
    QEventLoop loop;
    QTimer::singleShot(span, &loop, &QEventLoop::quit);
    loop.exec();
}

// Milliseconds until `done`, or a day when it never is.
double until(const std::function<bool()>& done, std::chrono::milliseconds patience = 10s) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < patience.count())
        rest(1ms);
    return done() ? static_cast<double>(timer.nsecsElapsed()) / 1e6 : 86'400'000.0;
}

bool can(const DeviceHub& hub, Capability capability) {
    return hub.capability(capability).available;
}

void layAndTake(DeviceHub& hub, Measured& read, Measured& left) {
    bool there = false;
    QObject context;
    QObject::connect(&hub, &DeviceHub::cardRead, &context, [&there] { there = true; });
    QObject::connect(&hub, &DeviceHub::cardRemoved, &context, [&there] { there = false; });
    const QStringList names = hub.desk()->cardNames();
    const auto which = static_cast<qsizetype>(read.milliseconds.size()) % names.size();
    if (!hub.desk()->layCard(names[which]))
        return;
    read.milliseconds.push_back(until([&there] { return there; }));
    // Not in step with the probes.
    rest(std::chrono::milliseconds(137 * which % 500));
    hub.desk()->removeCard();
    left.milliseconds.push_back(until([&there] { return !there; }));
}

void pullAndPlug(DeviceHub& hub, Measured& gone, Measured& back) {
    hub.desk()->setFault(SdtFault::Unplug);
    gone.milliseconds.push_back(until([&hub] { return !can(hub, Capability::ReadIdCard); }));
    hub.desk()->setFault(SdtFault::None);
    back.milliseconds.push_back(until([&hub] { return can(hub, Capability::ReadIdCard); }));
}

void printTicket(DeviceHub& hub, Measured& printed) {
    Ticket ticket;
    ticket.lines = {{TicketLine::Kind::Title, QStringLiteral("受理凭证"), {}},
                    {TicketLine::Kind::Pair, QStringLiteral("事项"), QStringLiteral("居住证签注")},
                    {TicketLine::Kind::Code, {}, QString(200, u'A')}};
    bool done = false;
    QObject context;
    whenDone(
        hub.print(DeviceClass::ReceiptPrinter, {QStringLiteral("bench"), ticketBytes(ticket)}, 10s)
            .done,
        &context, [&done](const Completion& completion) {
            done = completion.code == CompletionCode::Success;
        });
    printed.milliseconds.push_back(until([&done] { return done; }));
}

bool tell(const Measured& measured) {
    const double p50 = percentile(measured.milliseconds, 0.5);
    const double p95 = percentile(measured.milliseconds, 0.95);
    const bool fine = p50 <= measured.p50Target && p95 <= measured.p95Target;
    say(QStringLiteral("%1 %2 of %3: p50 %4 ms (at most %5), p95 %6 ms (at most %7)")
            .arg(QLatin1String(fine ? "ok  " : "SLOW"), QString::fromUtf8(measured.what))
            .arg(measured.milliseconds.size())
            .arg(p50, 0, 'f', 0)
            .arg(measured.p50Target)
            .arg(p95, 0, 'f', 0)
            .arg(measured.p95Target));
    return fine;
}

} // namespace

int benchDevice(const QStringList& arguments) {
    bool number = true;
    const int rounds = arguments.isEmpty() ? 20 : arguments[0].toInt(&number);
    if (!number || rounds < 1 || rounds > 1000) {
        complain(QStringLiteral("tongban bench device [ROUNDS]   1 to 1000, else 20"));
        return 2;
    }
    HubSettings settings;
    settings.simulate = true;
    settings.cards = resourcePath(QStringLiteral("simulator/cards.json"));
    DeviceHub hub(settings);
    if (const auto opened = hub.open(); !opened) {
        complain(opened.error().detail);
        return 1;
    }
    until(
        [&hub] { return can(hub, Capability::ReadIdCard) && can(hub, Capability::PrintReceipt); });
    // devices.md §6: the plate, the plug, the ticket.
    Measured read{"card laid to fields read, 115200 baud, 0.55 s card time", {}, 1000, 1500};
    Measured left{"card taken to card gone", {}, 1000, 1000};
    Measured gone{"plug pulled to capability gone", {}, 500, 500};
    Measured back{"plug back to capability back", {}, 3000, 3000};
    Measured printed{"ticket ordered to ticket cut", {}, 2000, 2000};
    for (int round = 0; round < rounds; ++round) {
        layAndTake(hub, read, left);
        if (round < std::max(3, rounds / 4))
            pullAndPlug(hub, gone, back);
        printTicket(hub, printed);
    }
    bool fine = true;
    for (const Measured* measured : {&read, &left, &gone, &back, &printed})
        fine = tell(*measured) && fine;
    return fine ? 0 : 1;
}

} // namespace tongban::cli

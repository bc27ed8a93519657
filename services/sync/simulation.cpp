// Plans the run out of the seed, lets it happen, drains, and counts.
#include "services/sync/simulation.h"

#include "services/sync/simulated_kiosk.h"

namespace tongban::sync {

namespace {

// `count` moments of the busy span.
template <typename Act>
void scatter(SimulatedHall& hall, int count, Act act) {
    for (int i = 0; i < count; ++i)
        hall.time.after(milliseconds(hall.chance.between(0, hall.settings.busy.count())), act);
}

} // namespace

SimulationReport simulate(const SimulationSettings& settings) {
    SimulatedHall hall(settings);
    std::vector<std::unique_ptr<SimulatedKiosk>> kiosks;
    for (int i = 0; i < settings.kiosks; ++i) {
        kiosks.push_back(std::make_unique<SimulatedKiosk>(hall, i + 1));
        SimulatedKiosk* kiosk = kiosks.back().get();
        kiosk->boot();
        scatter(hall, settings.submissionsPerKiosk, [kiosk] { kiosk->submit(); });
        scatter(hall, settings.crashesPerKiosk, [kiosk] { kiosk->crash(); });
        scatter(hall, settings.cutsPerKiosk,
                [kiosk, &hall] { kiosk->cut(milliseconds(hall.chance.between(500, 300'000))); });
    }
    hall.time.runUntil(settings.busy);
    hall.calm = true;
    hall.time.runUntil(settings.busy + settings.calm);
    for (const auto& kiosk : kiosks)
        kiosk->audit();
    hall.report.simulated = hall.time.now();
    return hall.report;
}

} // namespace tongban::sync

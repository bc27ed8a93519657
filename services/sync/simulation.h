// Simulation: a hall of machines and a central service under chance, faults and crashes; says what
// was lost or doubled.
#pragma once

#include "services/sync/simulated_central.h"
#include "services/sync/simulated_disk.h"

namespace tongban::sync {

struct SimulationSettings {
    quint64 seed = 1;
    int kiosks = 5;
    int submissionsPerKiosk = 6;
    milliseconds busy{45 * 60'000};   // faults and submissions
    milliseconds calm{4 * 3'600'000}; // at most this long without faults, to drain
    double lostRequest = 0.05;
    double lostAnswer = 0.10;
    double doubled = 0.05;
    double serverError = 0.03;
    double poison = 0.05;    // submissions that are never accepted
    int crashesPerKiosk = 3; // the process ends at any moment and starts again
    int cutsPerKiosk = 3;    // the link is gone for seconds to minutes
    SimulatedCentral::Settings central;
};

struct SimulationReport {
    int submitted = 0; // good ones
    int lost = 0;      // acknowledged on the kiosk, not kept by the central service
    int doubled = 0;   // came into being more than once
    int undrained = 0; // still waiting at the end
    int wronglyQuarantined = 0;
    int poisonKept = 0;
    int feedWrong = 0; // machines whose inbox is not exactly the central service's feed
    int badBlobs = 0;
    int overlaps = 0; // calls of one lane that were under way together
    qint64 calls = 0;
    milliseconds simulated{0};
    quint64 trace = 0; // the same seed gives the same number
    bool clean() const {
        return lost + doubled + undrained + wronglyQuarantined + poisonKept + feedWrong + badBlobs +
                   overlaps ==
               0;
    }
};

SimulationReport simulate(const SimulationSettings& settings);

} // namespace tongban::sync

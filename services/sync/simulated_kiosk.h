// One simulated machine: its disk, its network, and an engine that can die at any moment.
#pragma once

#include "services/sync/simulation.h"
#include "services/sync/sync_engine.h"

#include <QSet>

namespace tongban::sync {

// What all machines of a run share.
struct SimulatedHall {
    const SimulationSettings& settings;
    SimulatedTime time;
    SeededChance chance;
    SimulatedCentral central;
    bool calm = false; // no more faults
    SimulationReport report;

    explicit SimulatedHall(const SimulationSettings& settings);
    void trace(quint64 value) { report.trace = (report.trace ^ value) * 0x100000001b3ULL; }
};

class SimulatedKiosk final : public CentralPort {
public:
    SimulatedKiosk(SimulatedHall& hall, int number);
    ~SimulatedKiosk() override;

    void boot();
    void crash();
    void cut(milliseconds length);
    void submit();

    // Adds what is wrong at the end to the report.
    void audit();

    void send(const Call& call, std::function<void(Answer)> done) override;

private:
    void arrive(const Call& call, const std::function<void(Answer)>& done);
    void hold(const Call& call, milliseconds since, const std::function<void(Answer)>& done);
    void respond(const Call& call, const std::function<void(Answer)>& done);
    Answer faultOr(const Call& call);
    void finish(const std::function<void(Answer)>& done, Answer answer, milliseconds delay);

    SimulatedHall& m_hall;
    QString m_name;
    SimulatedDisk m_disk;
    std::unique_ptr<SimulatedOutbox> m_outbox;
    std::unique_ptr<SyncEngine> m_engine;
    milliseconds m_cutUntil{-1};
    quint64 m_boot = 0;
    QHash<QByteArray, int> m_underWay; // by lane
    QSet<QString> m_good;
    QSet<QString> m_poison;
    QHash<QByteArray, QByteArray> m_blobs;
};

} // namespace tongban::sync

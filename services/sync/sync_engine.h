// SyncEngine: five independent lanes that drain the outbox, apply the feed, keep time and say how
// things stand. Lives on one thread, never waits; nothing is lost when it is destroyed at any
// moment.
#pragma once

#include "services/sync/feed_lane.h"
#include "services/sync/intake_limits.h"
#include "services/sync/periodic_lane.h"
#include "services/sync/submit_lane.h"

#include <QObject>

namespace tongban::sync {

struct SyncSettings {
    BackoffSettings backoff;
    PieceSettings pieces;
    FeedSettings feed;
    IntakeLimits limits;
    milliseconds reportPeriod{300'000};
    milliseconds packPeriod{60'000};
    // After start the lanes begin at a moment within this span; a district sets 120 s against
    // reconnect storms.
    milliseconds bootSpread{0};
    Instant built{}; // no earlier time is believed
};

struct SyncPorts {
    const Clock& wall;
    Schedule& schedule;
    CentralPort& central;
    OutboxPort& outbox;
    Chance chance;
    ReportLane::Make makeReport;    // empty: no reports
    PackLane::Refresh refreshPacks; // empty: no packs
};

struct SyncStatus {
    bool online = false; // the last call was answered
    bool welcome = true; // the central service knows this machine
    std::optional<Instant> lastContact;
    qint64 waiting = 0;
    qint64 quarantined = 0;
    bool operator==(const SyncStatus&) const = default;
};

class SyncEngine final : public QObject {
    Q_OBJECT

public:
    SyncEngine(const SyncPorts& ports, const SyncSettings& settings, QObject* parent = nullptr);
    ~SyncEngine() override;

    void start();
    void submitted();  // something new is in the outbox
    void reportSoon(); // the machine has changed; what is said of it is old
    void linkUp();     // the network came back: failures are forgotten, everything is due

    const SyncStatus& status() const { return m_status; }
    const TrustedTime& time() const { return m_time; }
    TrustedTime& time() { return m_time; }
    std::optional<IntakeStop> intakeStop(qint64 diskFree, bool packsUsable) const;
    LaneState stateOf(const QString& lane) const;

Q_SIGNALS:
    void statusChanged();
    void delivered(const QString& application);
    void quarantined(const QString& ref, const QString& why);
    void feedApplied(const QList<tongban::protocol::FeedEvent>& events);
    void reportAnswered(const tongban::protocol::ReportAnswer& answer);

private:
    void heard(const Answer& answer);
    void observeTime(const Answer& answer);
    void makeAllDue();
    void recount();
    ItemEvents events();
    void setStatus(const SyncStatus& status);

    SyncPorts m_ports;
    SyncSettings m_settings;
    TrustedTime m_time;
    QString m_savedTime;
    SyncStatus m_status;
    LaneWorld m_world;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    std::vector<std::unique_ptr<Lane>> m_lanes;
    Lane* m_submit = nullptr;
    Lane* m_blobs = nullptr;
    Lane* m_reports = nullptr; // null: no reports
};

} // namespace tongban::sync

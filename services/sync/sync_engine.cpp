// Puts the lanes together; each could run without the others.
#include "services/sync/sync_engine.h"

#include "services/core/logging.h"
#include "services/sync/blob_lane.h"

namespace tongban::sync {

namespace {

const QString clockNote = QStringLiteral("clock");
constexpr milliseconds savedTimeStep{10 * 60 * 1000}; // how far the floor on the disk may lag

} // namespace

SyncEngine::SyncEngine(const SyncPorts& ports, const SyncSettings& settings, QObject* parent)
    : QObject(parent)
    , m_ports(ports)
    , m_settings(settings)
    , m_time(ports.wall, ports.schedule, settings.built)
    , m_world{ports.schedule,  ports.central,
              ports.outbox,    ports.chance,
              m_time,          settings.backoff,
              settings.pieces, [this](const Answer& answer) { heard(answer); }} {
    auto submit = std::make_unique<SubmitLane>(m_world, events(), [this] { m_blobs->kick(); });
    auto blobs = std::make_unique<BlobLane>(m_world, events());
    m_submit = submit.get();
    m_blobs = blobs.get();
    m_lanes.push_back(std::move(submit));
    m_lanes.push_back(std::move(blobs));
    m_lanes.push_back(std::make_unique<FeedLane>(
        m_world, settings.feed,
        [this](const QList<protocol::FeedEvent>& applied) { Q_EMIT feedApplied(applied); }));
    if (ports.refreshPacks)
        m_lanes.push_back(
            std::make_unique<PackLane>(m_world, settings.packPeriod, ports.refreshPacks));
    if (ports.makeReport) {
        m_lanes.push_back(std::make_unique<ReportLane>(
            m_world, settings.reportPeriod, ports.makeReport,
            [this](const protocol::ReportAnswer& answer) { Q_EMIT reportAnswered(answer); }));
        m_reports = m_lanes.back().get();
    }
}

SyncEngine::~SyncEngine() = default;

ItemEvents SyncEngine::events() {
    return {[this](const OutboxItem& item) {
                if (item.lane == OutboxLane::Blobs)
                    m_submit->kick(); // perhaps the last one that a manifest waited for
                else
                    Q_EMIT delivered(item.ref);
                recount();
            },
            [this](const OutboxItem& item, const QString& why) {
                Q_EMIT quarantined(item.ref, why);
                recount();
            }};
}

void SyncEngine::start() {
    m_ports.outbox.note(
        clockNote, [this, alive = std::weak_ptr<bool>(m_alive)](const Result<QString>& saved) {
            if (alive.expired())
                return;
            if (saved.has_value())
                m_time.restore(*saved);
            for (const auto& lane : m_lanes) {
                const milliseconds delay(static_cast<qint64>(
                    m_ports.chance() * static_cast<double>(m_settings.bootSpread.count())));
                m_ports.schedule.after(delay, [lane = lane.get(), alive] {
                    if (!alive.expired())
                        lane->kick();
                });
            }
            recount();
        });
}

void SyncEngine::submitted() {
    m_blobs->kick();
    m_submit->kick();
    recount();
}

void SyncEngine::reportSoon() {
    if (m_reports != nullptr)
        m_reports->kick();
}

void SyncEngine::makeAllDue() {
    m_ports.outbox.makeAllDue([this, alive = std::weak_ptr<bool>(m_alive)](const Result<bool>&) {
        if (alive.expired())
            return;
        m_blobs->kick();
        m_submit->kick();
    });
}

void SyncEngine::linkUp() {
    makeAllDue();
    for (const auto& lane : m_lanes)
        lane->linkUp();
}

void SyncEngine::heard(const Answer& answer) {
    SyncStatus status = m_status;
    status.online = answer.arrived();
    if (answer.arrived()) {
        status.lastContact = m_ports.wall.now();
        status.welcome = sortOf(answer) != AnswerSort::NotWelcome;
        observeTime(answer);
    }
    setStatus(status);
}

void SyncEngine::observeTime(const Answer& answer) {
    bool ok = false;
    const Instant server = fromIso(QString::fromLatin1(answer.headers.value("server-time")), &ok);
    if (!ok)
        return;
    const Instant before = m_time.now();
    m_time.observe(server, answer.took);
    if (m_time.now() < before - TrustedTime::uncertainOver)
        makeAllDue();
    bool parsed = false;
    const Instant saved = fromIso(m_savedTime.section(u' ', 0, 0), &parsed);
    if (parsed && m_time.floor() - saved < savedTimeStep)
        return;
    m_savedTime = m_time.saved();
    m_ports.outbox.setNote(clockNote, m_savedTime, [](const Result<bool>& kept) {
        if (!kept.has_value())
            qCWarning(logSync).noquote() << "clock:" << kept.error().detail;
    });
}

void SyncEngine::recount() {
    m_ports.outbox.counts(
        [this, alive = std::weak_ptr<bool>(m_alive)](const Result<OutboxCounts>& counts) {
            if (alive.expired() || !counts.has_value())
                return;
            SyncStatus status = m_status;
            status.waiting = counts->waiting;
            status.quarantined = counts->quarantined;
            setStatus(status);
        });
}

void SyncEngine::setStatus(const SyncStatus& status) {
    const bool changed = !(status == m_status);
    m_status = status;
    if (changed)
        Q_EMIT statusChanged();
}

std::optional<IntakeStop> SyncEngine::intakeStop(qint64 diskFree, bool packsUsable) const {
    return sync::intakeStop({diskFree, m_status.waiting, m_time.age(), packsUsable},
                            m_settings.limits);
}

LaneState SyncEngine::stateOf(const QString& lane) const {
    for (const auto& one : m_lanes) {
        if (one->name() == lane)
            return one->state();
    }
    return LaneState::Idle;
}

} // namespace tongban::sync

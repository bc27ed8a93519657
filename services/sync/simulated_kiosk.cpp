// Network faults are drawn call by call; an answer that comes after its deadline is "no answer".
#include "services/sync/simulated_kiosk.h"

#include "services/crypto/digest.h"

namespace tongban::sync {

namespace {

const Instant simulationStart{std::chrono::seconds(1'795'000'000)};

QByteArray laneOf(const Call& call) {
    if (call.method == "PUT")
        return "submit";
    return call.method == "GET" ? "feed" : "blobs";
}

} // namespace

SimulatedHall::SimulatedHall(const SimulationSettings& chosen)
    : settings(chosen)
    , time(simulationStart)
    , chance(chosen.seed)
    , central(time, chance, chosen.central) {}

SimulatedKiosk::SimulatedKiosk(SimulatedHall& hall, int number)
    : m_hall(hall)
    , m_name(QStringLiteral("440399-%1").arg(number, 6, 10, QLatin1Char('0'))) {}

SimulatedKiosk::~SimulatedKiosk() = default;

void SimulatedKiosk::boot() {
    ++m_boot;
    m_underWay.clear();
    m_outbox = std::make_unique<SimulatedOutbox>(m_disk, m_hall.time, m_hall.chance);
    SyncSettings settings;
    settings.pieces = {64, 16, 128};
    settings.bootSpread = milliseconds(2'000);
    const SyncPorts ports{m_hall.time.clock(),
                          m_hall.time,
                          *this,
                          *m_outbox,
                          [this] { return m_hall.chance(); },
                          {},
                          {}};
    m_engine = std::make_unique<SyncEngine>(ports, settings);
    m_engine->start();
}

void SimulatedKiosk::crash() {
    m_engine.reset();
    m_outbox.reset();
    m_hall.time.after(milliseconds(m_hall.chance.between(500, 20'000)), [this] { boot(); });
}

void SimulatedKiosk::cut(milliseconds length) {
    m_cutUntil = m_hall.time.now() + length;
    const bool noticed = m_hall.chance.happens(0.7);
    m_hall.time.after(length, [this, noticed] {
        if (noticed && m_engine)
            m_engine->linkUp();
    });
}

void SimulatedKiosk::submit() {
    SeededChance& chance = m_hall.chance;
    const QString id = QStringLiteral("01900000-0000-7000-8000-%1")
                           .arg(chance.next() & 0xffffffffffffULL, 12, 16, QLatin1Char('0'));
    QList<QByteArray> blobs;
    QList<QByteArray> hashes;
    for (qint64 count = chance.between(0, 3); count > 0; --count) {
        QByteArray bytes;
        for (qint64 words = chance.between(1, 40); words > 0; --words)
            bytes += QByteArray::number(chance.next(), 16);
        blobs.append(bytes);
        hashes.append(crypto::sha256(bytes));
        m_blobs.insert(hashes.last(), bytes);
    }
    const bool poison = chance.happens(m_hall.settings.poison);
    (poison ? m_poison : m_good).insert(id);
    m_disk.submit(id, simulatedManifest(id, hashes, poison), blobs);
    if (m_engine)
        m_engine->submitted();
}

void SimulatedKiosk::send(const Call& call, std::function<void(Answer)> done) {
    SeededChance& chance = m_hall.chance;
    const SimulationSettings& settings = m_hall.settings;
    ++m_hall.report.calls;
    const QByteArray lane = laneOf(call);
    if (++m_underWay[lane] > 1)
        ++m_hall.report.overlaps;
    auto once = std::make_shared<std::function<void(Answer)>>(std::move(done));
    const auto answer = [this, once, lane, boot = m_boot](const Answer& given) {
        if (!*once || boot != m_boot || !m_engine)
            return;
        --m_underWay[lane];
        m_hall.trace(static_cast<quint64>(lane.at(0)) << 48 ^ static_cast<quint64>(given.status) ^
                     static_cast<quint64>(m_hall.time.now().count()));
        std::exchange(*once, {})(given);
    };
    m_hall.time.after(call.deadline, [answer] { answer(Answer{}); });

    const bool calm = m_hall.calm;
    if (m_hall.time.now() < m_cutUntil)
        return finish(answer, Answer{}, milliseconds(chance.between(1, 3'000)));
    if (!calm && chance.happens(settings.lostRequest))
        return; // the deadline answers
    const bool slow = !calm && chance.happens(0.02);
    const milliseconds way(chance.between(2, slow ? 40'000 : 300));
    m_hall.time.after(way, [this, call, answer] { arrive(call, answer); });
    if (!calm && chance.happens(settings.doubled))
        m_hall.time.after(way + milliseconds(chance.between(1, 90'000)),
                          [this, call] { arrive(call, [](const Answer&) {}); });
}

void SimulatedKiosk::arrive(const Call& call, const std::function<void(Answer)>& done) {
    if (call.method == "GET")
        return hold(call, m_hall.time.now(), done);
    respond(call, done);
}

// A long-poll: looks again each second until there is news or 50 seconds have passed.
void SimulatedKiosk::hold(const Call& call, milliseconds since,
                          const std::function<void(Answer)>& done) {
    const qint64 cursor = call.path.mid(call.path.indexOf("after=") + 6).split('&')[0].toLongLong();
    if (m_hall.central.hasNews(m_name, cursor) || m_hall.time.now() - since >= milliseconds(50'000))
        return respond(call, done);
    m_hall.time.after(milliseconds(5'000), [this, call, since, done] { hold(call, since, done); });
}

Answer SimulatedKiosk::faultOr(const Call& call) {
    SeededChance& chance = m_hall.chance;
    if (!m_hall.calm && chance.happens(m_hall.settings.serverError)) {
        Answer fault;
        constexpr int statuses[] = {500, 502, 503, 429, 408, 409};
        fault.status = statuses[chance.between(0, 5)];
        if (fault.status == 503 || fault.status == 429)
            fault.headers.insert("retry-after", QByteArray::number(chance.between(0, 30)));
        return fault;
    }
    return m_hall.central.answer(m_name, call);
}

void SimulatedKiosk::respond(const Call& call, const std::function<void(Answer)>& done) {
    SeededChance& chance = m_hall.chance;
    const Answer answer = faultOr(call);
    if (call.method == "PUT" && answer.status == 201 && chance.happens(0.8))
        m_hall.time.after(
            milliseconds(chance.between(1'000, 600'000)),
            [this, id = call.path.mid(17)] { m_hall.central.decide(QString::fromLatin1(id)); });
    if (!m_hall.calm && chance.happens(m_hall.settings.lostAnswer))
        return;
    finish(done, answer, milliseconds(chance.between(2, 300)));
}

void SimulatedKiosk::finish(const std::function<void(Answer)>& done, Answer answer,
                            milliseconds delay) {
    answer.took = delay;
    m_hall.time.after(delay, [done, answer] { done(answer); });
}

void SimulatedKiosk::audit() {
    SimulationReport& report = m_hall.report;
    for (const QString& id : std::as_const(m_good))
        report.doubled += m_hall.central.kept(id) > 1 ? 1 : 0;
    for (const QString& id : std::as_const(m_poison))
        report.poisonKept += m_hall.central.kept(id) > 0 ? 1 : 0;
    for (const auto& [n, row] : m_disk.rows) {
        using State = SimulatedDisk::State;
        const bool submission = row.item.lane == OutboxLane::Submit;
        const bool good = !submission || m_good.contains(row.item.ref);
        report.undrained += row.state == State::Waiting ? 1 : 0;
        report.wronglyQuarantined += row.state == State::Quarantined && good ? 1 : 0;
        if (submission && good && row.state == State::Done)
            report.lost += m_hall.central.kept(row.item.ref) == 0 ? 1 : 0;
        // The blobs of what the central service keeps must be there, octet by octet.
        if (submission && good && m_hall.central.kept(row.item.ref) > 0) {
            for (const QByteArray& hash : row.blobs)
                report.badBlobs += m_hall.central.blob(hash) != m_blobs.value(hash) ? 1 : 0;
        }
    }
    report.submitted += static_cast<int>(m_good.size());
    report.feedWrong += m_disk.inbox != m_hall.central.feedOf(m_name) ? 1 : 0;
}

} // namespace tongban::sync

// Ringing, counting, writing.
#include "services/central/alarms.h"

#include "services/central/audit_log.h"
#include "services/central/feed.h"
#include "services/core/ids.h"

namespace tongban::central {

namespace {

constexpr qsizetype mostRinging = 1'000; // an attacker must not fill the memory
constexpr qsizetype mostForgeries = 10;
constexpr std::chrono::minutes forgeryTime{1};

// Counters of the district the source belongs to; of the whole installation when it is no machine.
Result<QStringList> listeners(Sql& sql, const QString& source) {
    return sql.list(
        QStringLiteral("SELECT id FROM device WHERE kind = 'counter' AND status = 'active' AND "
                       "district = coalesce((SELECT district FROM device WHERE id = ?), district)"),
        {source}, [](const SqlRow& row) { return row.text(0); });
}

} // namespace

void AlarmBell::ring(const QString& kind, const QString& source) {
    const std::lock_guard lock(m_guard);
    if (m_ringing.size() < mostRinging)
        m_ringing.append({kind, source});
}

void AlarmBell::forgery(const QString& source, Instant now) {
    bool many = false;
    {
        const std::lock_guard lock(m_guard);
        if (m_forgeries.size() > mostRinging)
            m_forgeries.clear();
        QList<Instant>& recent = m_forgeries[source];
        recent.removeIf([now](Instant at) { return at < now - forgeryTime; });
        recent.append(now);
        many = recent.size() >= mostForgeries;
        if (many)
            recent.clear();
    }
    if (many)
        ring(QStringLiteral("signatures"), source);
}

QList<Ringing> AlarmBell::take() {
    const std::lock_guard lock(m_guard);
    return std::exchange(m_ringing, {});
}

Result<void> raiseAlarm(Sql& sql, const Ringing& ringing, Instant now) {
    TRY_ASSIGN(const auto unseen,
               sql.first(QStringLiteral("SELECT 1 FROM alarm WHERE kind = ? AND "
                                        "source = ? AND seen_at IS NULL"),
                         {ringing.kind, ringing.source}, [](const SqlRow&) { return true; }));
    if (unseen)
        return {};
    TRY(sql.run(QStringLiteral("INSERT INTO alarm (id, at, kind, source) VALUES (?, ?, ?, ?)"),
                {newUuid7(now), toMs(now), ringing.kind, ringing.source}));
    TRY(note(sql, {now,
                   QStringLiteral("centre"),
                   {},
                   QStringLiteral("alarm"),
                   ringing.source,
                   ringing.kind,
                   {}}));
    TRY_ASSIGN(const QStringList counters, listeners(sql, ringing.source));
    for (const QString& counter : counters)
        TRY(appendEvent(
            sql, counter,
            {0,
             {},
             QStringLiteral("alarm"),
             {{QStringLiteral("alarm"), ringing.kind}, {QStringLiteral("source"), ringing.source}},
             now}));
    return {};
}

Result<QList<Alarm>> newestAlarms(Sql& sql, qint64 limit) {
    return sql.list(QStringLiteral("SELECT id, at, kind, source, seen_by FROM alarm ORDER BY at "
                                   "DESC, id DESC LIMIT ?"),
                    {limit}, [](const SqlRow& row) {
                        return Alarm{row.text(0), fromMs(row.integer(1)), row.text(2), row.text(3),
                                     row.text(4)};
                    });
}

Result<void> seeAlarm(Sql& sql, const QString& id, const QString& staff, Instant now) {
    TRY_ASSIGN(const auto known, sql.first(QStringLiteral("SELECT 1 FROM alarm WHERE id = ?"), {id},
                                           [](const SqlRow&) { return true; }));
    if (!known)
        return fail(FaultKind::NotFound, QStringLiteral("alarm: none"));
    TRY(sql.run(QStringLiteral("UPDATE alarm SET seen_by = ?, seen_at = ? WHERE id = ? AND seen_at "
                               "IS NULL"),
                {staff, toMs(now), id}));
    return {};
}

} // namespace tongban::central

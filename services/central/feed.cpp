// The feed's three statements.
#include "services/central/feed.h"

#include "services/core/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::central {

qint64 toMs(Instant at) {
    return at.time_since_epoch().count();
}

Instant fromMs(qint64 ms) {
    return Instant(std::chrono::milliseconds(ms));
}

QJsonObject FeedEvent::toJson() const {
    return {{QStringLiteral("dseq"), sequence},
            {QStringLiteral("application"), application},
            {QStringLiteral("kind"), kind},
            {QStringLiteral("body"), body},
            {QStringLiteral("at"), toIso(at)}};
}

Result<qint64> appendEvent(Sql& sql, const QString& device, const FeedEvent& event) {
    TRY_ASSIGN(
        const auto next,
        sql.first(QStringLiteral("UPDATE device SET last = last + 1 WHERE id = ? RETURNING last"),
                  {device}, [](const SqlRow& row) { return row.integer(0); }));
    if (!next)
        return fail(FaultKind::NotFound, QStringLiteral("feed: no device %1").arg(device));
    TRY(sql.run(QStringLiteral("INSERT INTO event (device, dseq, application, kind, body, at) "
                               "VALUES (?, ?, ?, ?, ?, ?)"),
                {device, *next, event.application, event.kind,
                 QString::fromUtf8(canonicalJson(event.body)), toMs(event.at)}));
    sql.wake(device);
    return *next;
}

Result<FeedPage> readFeed(Sql& sql, const QString& device, qint64 after, qint64 limit) {
    FeedPage page;
    TRY_ASSIGN(const auto known,
               sql.first(QStringLiteral("SELECT last, trimmed FROM device WHERE id = ?"), {device},
                         [&](const SqlRow& row) {
                             page.last = row.integer(0);
                             page.trimmed = row.integer(1);
                             return true;
                         }));
    if (!known)
        return fail(FaultKind::NotFound, QStringLiteral("feed: no device %1").arg(device));
    page.mustRefetch = after < page.trimmed || after > page.last;
    if (page.mustRefetch)
        return page;
    TRY_ASSIGN(page.events,
               sql.list(QStringLiteral("SELECT dseq, application, kind, body, at FROM event "
                                       "WHERE device = ? AND dseq > ? ORDER BY dseq LIMIT ?"),
                        {device, after, limit}, [](const SqlRow& row) {
                            FeedEvent event;
                            event.sequence = row.integer(0);
                            event.application = row.text(1);
                            event.kind = row.text(2);
                            event.body = QJsonDocument::fromJson(row.text(3).toUtf8()).object();
                            event.at = fromMs(row.integer(4));
                            return event;
                        }));
    return page;
}

Result<qint64> trimFeeds(Sql& sql, Instant before) {
    TRY(sql.run(
        QStringLiteral("UPDATE device SET trimmed = coalesce((SELECT max(e.dseq) FROM event e "
                       "WHERE e.device = device.id AND e.at < ?), trimmed)"),
        {toMs(before)}));
    return sql.run(QStringLiteral("DELETE FROM event WHERE dseq <= (SELECT d.trimmed FROM device d "
                                  "WHERE d.id = event.device)"));
}

} // namespace tongban::central

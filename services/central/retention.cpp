// Purging, table by table; files last, so that a crash leaves at worst a file that nothing names.
#include "services/central/retention.h"

#include "services/central/audit_log.h"
#include "services/central/feed.h"
#include "services/core/logging.h"

namespace tongban::central {

namespace {

constexpr std::chrono::days partLife{14};
constexpr std::chrono::days answerLife{30};
constexpr std::chrono::days feedLife{90};

using Hashes = QList<QByteArray>;

// A few of each item that ended before its own time.
Result<QStringList> servedTheirTime(Sql& sql, const Centre& centre) {
    TRY_ASSIGN(const auto items,
               sql.list(QStringLiteral("SELECT DISTINCT item FROM case_head WHERE closed_at IS NOT "
                                       "NULL"),
                        {}, [](const SqlRow& row) { return row.text(0); }));
    QStringList all;
    for (const QString& item : items) {
        const auto kept = std::chrono::days(retentionDays(centre, item));
        TRY_ASSIGN(const auto cases,
                   sql.list(QStringLiteral("SELECT application FROM case_head WHERE item = ? AND "
                                           "closed_at < ? LIMIT 100"),
                            {item, toMs(centre.now() - kept)},
                            [](const SqlRow& row) { return row.text(0); }));
        all += cases;
    }
    return all;
}

Result<Hashes> purgeRows(Sql& sql, const Centre& centre) {
    const Instant now = centre.now();
    TRY_ASSIGN(const QStringList cases, servedTheirTime(sql, centre));
    for (const QString& application : cases)
        TRY(purgeCase(sql, application, now));
    Hashes gone;
    const qint64 partsBefore = toMs(now - partLife);
    TRY_ASSIGN(const Hashes parts,
               sql.list(QStringLiteral("SELECT h FROM blob b WHERE updated_at < ? AND NOT EXISTS "
                                       "(SELECT 1 FROM material m WHERE m.h = b.h) LIMIT 100"),
                        {partsBefore}, [](const SqlRow& row) { return row.bytes(0); }));
    for (const QByteArray& hash : parts)
        TRY(sql.run(QStringLiteral("DELETE FROM blob WHERE h = ?"), {hash}));
    gone += parts;
    TRY(sql.run(QStringLiteral("DELETE FROM session WHERE expires_at < ?"), {toMs(now)}));
    TRY(sql.run(QStringLiteral("DELETE FROM idem WHERE at < ? AND NOT EXISTS (SELECT 1 FROM "
                               "application a WHERE a.id = idem.k) "
                               "AND NOT EXISTS (SELECT 1 FROM supplement s WHERE s.id = idem.k)"),
                {toMs(now - answerLife)}));
    TRY(trimFeeds(sql, now - feedLife));
    return gone;
}

} // namespace

int retentionDays(const Centre& centre, const QString& item) {
    const auto known = centre.items().find(item);
    const int declared = known ? known->use.retentionDays : 0;
    return declared > 0 ? declared : centre.options().retentionDays;
}

Result<void> purgeCase(Sql& sql, const QString& application, Instant now) {
    TRY_ASSIGN(
        const Hashes hashes,
        sql.list(
            QStringLiteral(
                "SELECT h FROM material m WHERE application = ? AND NOT EXISTS "
                "(SELECT 1 FROM material o WHERE o.h = m.h AND o.application <> m.application)"),
            {application}, [](const SqlRow& row) { return row.bytes(0); }));
    for (const QByteArray& hash : hashes) // named by nobody and of no time: the next purge's
        TRY(sql.run(QStringLiteral("UPDATE blob SET updated_at = 0 WHERE h = ?"), {hash}));
    qint64 rows = 0;
    for (const char* table : {"material", "journal", "case_head", "task", "supplement",
                              "access_view", "exception_grant", "consent"}) {
        TRY_ASSIGN(
            const qint64 gone,
            sql.run(
                QStringLiteral("DELETE FROM %1 WHERE application = ?").arg(QLatin1String(table)),
                {application}));
        rows += gone;
    }
    TRY(sql.run(QStringLiteral("UPDATE application SET state = 'purged', manifest = ?, receipt_id "
                               "= NULL WHERE id = ?"),
                {QByteArray(""), application}));
    return note(sql, {now,
                      QStringLiteral("centre"),
                      {},
                      QStringLiteral("case.purge"),
                      application,
                      QStringLiteral("done: %1 rows, %2 blobs").arg(rows).arg(hashes.size()),
                      {}});
}

Result<bool> purge(Centre& centre) {
    TRY_ASSIGN(const Hashes gone,
               centre.store().wait<Hashes>([&centre](Sql& sql) { return purgeRows(sql, centre); }));
    for (const QByteArray& hash : gone)
        TRY(centre.blobs().remove(hash));
    return !gone.isEmpty();
}

} // namespace tongban::central

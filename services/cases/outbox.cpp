// The outbox and inbox tables.
#include "services/cases/outbox.h"

#include "services/cases/audit_chain.h"

namespace tongban::cases {

namespace {

using storage::Database;
using storage::Statement;

qint64 ms(Instant at) {
    return at.time_since_epoch().count();
}

} // namespace

QString nameOf(Lane lane) {
    switch (lane) {
    case Lane::Submit:
        return QStringLiteral("submit");
    case Lane::Blobs:
        return QStringLiteral("blobs");
    case Lane::Telemetry:
        return QStringLiteral("telemetry");
    }
    return {};
}

Result<void> enqueue(Database& database, Lane lane, const QString& ref) {
    TRY(database.run(
        QStringLiteral("INSERT OR IGNORE INTO outbox (lane, ref, state) VALUES (?,?,'waiting')"),
        nameOf(lane), ref));
    return {};
}

Result<void> enqueueMaterial(Database& database, const SealedMaterial& material) {
    TRY(database.run(QStringLiteral("INSERT OR IGNORE INTO material (hash, bytes, size, state) "
                                    "VALUES (?,?,?,'waiting')"),
                     material.hash, material.ciphertext, material.ciphertext.size()));
    return enqueue(database, Lane::Blobs, QString::fromLatin1(material.hash.toHex()));
}

Result<QList<OutboxItem>> dueItems(Database& database, Lane lane, Instant now, int limit) {
    QList<OutboxItem> items;
    TRY(database.each(
        QStringLiteral("SELECT n, ref, tries, not_before FROM outbox WHERE state = 'waiting' AND "
                       "lane = ? AND not_before <= ? ORDER BY n LIMIT ?"),
        [&](const Statement& row) {
            items.append({row.integer(0), lane, row.text(1), static_cast<int>(row.integer(2)),
                          Instant(std::chrono::milliseconds(row.integer(3)))});
        },
        nameOf(lane), ms(now), limit));
    return items;
}

Result<std::optional<Instant>> nextDue(Database& database, Lane lane) {
    TRY_ASSIGN(
        const auto at,
        database.first(
            QStringLiteral("SELECT not_before FROM outbox WHERE state = 'waiting' AND lane = ? "
                           "ORDER BY not_before LIMIT 1"),
            [](const Statement& row) { return row.integer(0); }, nameOf(lane)));
    if (!at.has_value())
        return std::optional<Instant>();
    return std::optional<Instant>(Instant(std::chrono::milliseconds(*at)));
}

Result<int> waitingCount(Database& database) {
    TRY_ASSIGN(
        const auto count,
        database.first(QStringLiteral("SELECT count(*) FROM outbox WHERE state = 'waiting'"),
                       [](const Statement& row) { return static_cast<int>(row.integer(0)); }));
    return count.value_or(0);
}

Result<QByteArray> manifestOf(Database& database, const CaseId& id) {
    TRY_ASSIGN(const auto manifest,
               database.first(
                   QStringLiteral("SELECT manifest FROM application WHERE id = ?"),
                   [](const Statement& row) { return row.bytes(0); }, id.text()));
    if (!manifest.has_value() || manifest->isEmpty())
        return fail(FaultKind::NotFound, QStringLiteral("no manifest for %1").arg(id.text()));
    return *manifest;
}

Result<QByteArray> ciphertextOf(Database& database, const QByteArray& hash) {
    TRY_ASSIGN(const auto bytes, database.first(
                                     QStringLiteral("SELECT bytes FROM material WHERE hash = ?"),
                                     [](const Statement& row) { return row.bytes(0); }, hash));
    if (!bytes.has_value() || bytes->isEmpty())
        return fail(FaultKind::NotFound, QStringLiteral("no bytes for this blob"));
    return *bytes;
}

Result<void> markDelivered(Database& database, const OutboxItem& item, Instant at) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    TRY(database.run(QStringLiteral("UPDATE outbox SET state = 'done' WHERE n = ?"), item.n));
    if (item.lane == Lane::Submit) {
        TRY(database.run(
            QStringLiteral("UPDATE application SET state = 'delivered', delivered_at = ? "
                           "WHERE id = ? AND state IN ('sealed','uploading')"),
            ms(at), item.ref));
        TRY(database.run(QStringLiteral("UPDATE supplement SET state = 'delivered', "
                                        "delivered_at = ? WHERE id = ? AND state = 'sealed'"),
                         ms(at), item.ref));
        TRY(appendAudit(database, at, QStringLiteral("delivered %1").arg(item.ref)));
    } else if (item.lane == Lane::Blobs) {
        TRY(database.run(QStringLiteral("UPDATE material SET state = 'stored' WHERE hash = ?"),
                         QByteArray::fromHex(item.ref.toLatin1())));
    }
    return transaction.commit();
}

Result<void> markRetry(Database& database, const OutboxItem& item, Instant notBefore,
                       const QString& why) {
    TRY(database.run(
        QStringLiteral(
            "UPDATE outbox SET tries = tries + 1, not_before = ?, last_error = ? WHERE n = ?"),
        ms(notBefore), why, item.n));
    return {};
}

Result<void> markQuarantined(Database& database, const OutboxItem& item, Instant at,
                             const QString& why) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    TRY(database.run(
        QStringLiteral("UPDATE outbox SET state = 'quarantined', last_error = ? WHERE n = ?"), why,
        item.n));
    if (item.lane == Lane::Submit) {
        TRY(database.run(
            QStringLiteral("UPDATE application SET state = 'quarantined' WHERE id = ?"), item.ref));
        TRY(database.run(QStringLiteral("UPDATE supplement SET state = 'quarantined' WHERE id = ?"),
                         item.ref));
    }
    TRY(appendAudit(database, at,
                    QStringLiteral("quarantined %1 %2").arg(nameOf(item.lane), item.ref)));
    return transaction.commit();
}

Result<void> requeueBlobs(Database& database, const QList<QByteArray>& hashes) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    for (const QByteArray& hash : hashes) {
        TRY(database.run(QStringLiteral("UPDATE outbox SET state = 'waiting', not_before = 0 "
                                        "WHERE lane = 'blobs' AND ref = ?"),
                         QString::fromLatin1(hash.toHex())));
    }
    return transaction.commit();
}

Result<void> makeAllDue(Database& database) {
    TRY(database.run(QStringLiteral("UPDATE outbox SET not_before = 0 WHERE state = 'waiting'")));
    return {};
}

Result<QString> cursor(Database& database, const QString& key) {
    TRY_ASSIGN(const auto value, database.first(
                                     QStringLiteral("SELECT v FROM cursor WHERE k = ?"),
                                     [](const Statement& row) { return row.text(0); }, key));
    return value.value_or(QString());
}

Result<void> setCursor(Database& database, const QString& key, const QString& value) {
    TRY(database.run(QStringLiteral("INSERT INTO cursor (k, v) VALUES (?, ?) "
                                    "ON CONFLICT (k) DO UPDATE SET v = excluded.v"),
                     key, value));
    return {};
}

Result<void> applyFeed(Database& database, const QList<StatusEvent>& events, qint64 nextCursor) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    for (const StatusEvent& event : events) {
        TRY(database.run(
            QStringLiteral("INSERT OR IGNORE INTO inbox (dseq, application, kind, body, at) "
                           "VALUES (?,?,?,?,?)"),
            event.feedSequence, event.id.text(), event.kind, QString::fromUtf8(event.body),
            ms(event.at)));
        if (event.kind == QLatin1String("stored"))
            // Also before the answer to the PUT was heard: it may have been lost.
            TRY(database.run(
                QStringLiteral("UPDATE application SET state = 'confirmed', "
                               "delivered_at = coalesce(delivered_at, ?) WHERE id = ? AND "
                               "state IN ('sealed','uploading','delivered','exported')"),
                ms(event.at), event.id.text()));
    }
    TRY(setCursor(database, QStringLiteral("feed"), QString::number(nextCursor)));
    return transaction.commit();
}

} // namespace tongban::cases

// Values go over to the storage thread, results come back by whenDone.
#include "services/sync/case_outbox.h"

#include "services/cases/outbox.h"
#include "services/cases/supplements.h"
#include "services/core/async.h"
#include "services/core/json_reader.h"

namespace tongban::sync {

namespace {

using storage::Database;
using storage::Statement;

cases::Lane laneOf(OutboxLane lane) {
    return lane == OutboxLane::Submit ? cases::Lane::Submit : cases::Lane::Blobs;
}

cases::OutboxItem rowOf(const OutboxItem& item) {
    cases::OutboxItem row;
    row.n = item.n;
    row.lane = laneOf(item.lane);
    row.ref = item.ref;
    row.tries = item.tries;
    return row;
}

// A submission waits while any of its blobs does; one whose blob was quarantined goes and is told
// 424.
Result<std::optional<OutboxItem>> dueSubmission(Database& db, Instant now) {
    return db.first(
        QStringLiteral("SELECT o.n, o.ref, o.tries FROM outbox o WHERE o.state = 'waiting' AND "
                       "o.lane = 'submit' AND o.not_before <= ? AND NOT EXISTS ("
                       "SELECT 1 FROM application_material m JOIN outbox b ON b.lane = 'blobs' AND "
                       "b.ref = lower(hex(m.hash)) AND b.state = 'waiting' "
                       "WHERE m.application = o.ref) AND NOT EXISTS ("
                       "SELECT 1 FROM supplement_material m JOIN outbox b ON b.lane = 'blobs' AND "
                       "b.ref = lower(hex(m.hash)) AND b.state = 'waiting' "
                       "WHERE m.supplement = o.ref) ORDER BY o.n LIMIT 1"),
        [](const Statement& row) {
            return OutboxItem{row.integer(0), OutboxLane::Submit, row.text(1),
                              static_cast<int>(row.integer(2))};
        },
        now.time_since_epoch().count());
}

Result<std::optional<OutboxItem>> dueBlob(Database& db, Instant now) {
    TRY_ASSIGN(const auto rows, cases::dueItems(db, cases::Lane::Blobs, now, 1));
    if (rows.isEmpty())
        return std::optional<OutboxItem>();
    const cases::OutboxItem& row = rows.first();
    return std::optional<OutboxItem>({row.n, OutboxLane::Blobs, row.ref, row.tries});
}

Result<OutboxLoad> load(Database& db, const OutboxItem& item) {
    if (item.lane == OutboxLane::Submit) {
        TRY_ASSIGN(auto supplement, cases::supplementById(db, item.ref));
        if (supplement)
            return OutboxLoad{item,
                              "/v1/applications/" + supplement->application.text().toLatin1() +
                                  "/supplements/" + item.ref.toLatin1(),
                              std::move(supplement->manifest)};
        TRY_ASSIGN(QByteArray manifest, cases::manifestOf(db, CaseId(item.ref)));
        return OutboxLoad{item, "/v1/applications/" + item.ref.toLatin1(), std::move(manifest)};
    }
    const QByteArray hex = item.ref.toLatin1();
    TRY_ASSIGN(QByteArray bytes, cases::ciphertextOf(db, QByteArray::fromHex(hex)));
    return OutboxLoad{item, "/v1/blobs/" + hex, std::move(bytes)};
}

Result<bool> agreed(const Result<void>& outcome) {
    if (!outcome.has_value())
        return fail(outcome.error());
    return true;
}

} // namespace

template <typename T, typename Work>
void CaseOutbox::run(Work work, Reply<T> reply) {
    whenDone(m_storage.run(std::move(work)), &m_context,
             [reply = std::move(reply)](Result<T> result) { reply(std::move(result)); });
}

void CaseOutbox::nextDue(OutboxLane lane, Instant now, Reply<std::optional<OutboxLoad>> reply) {
    run<std::optional<OutboxLoad>>(
        [lane, now](Database& db) -> Result<std::optional<OutboxLoad>> {
            while (true) {
                TRY_ASSIGN(const auto item,
                           lane == OutboxLane::Submit ? dueSubmission(db, now) : dueBlob(db, now));
                if (!item)
                    return std::optional<OutboxLoad>();
                auto loaded = load(db, *item);
                if (loaded.has_value())
                    return std::optional<OutboxLoad>(std::move(*loaded));
                if (loaded.error().kind != FaultKind::NotFound)
                    return fail(loaded.error());
                // Its bytes are gone: it can never be sent and must not stand in the way.
                TRY(cases::markQuarantined(db, rowOf(*item), now, QStringLiteral("bytes missing")));
            }
        },
        std::move(reply));
}

void CaseOutbox::nextTime(OutboxLane lane, Reply<std::optional<Instant>> reply) {
    run<std::optional<Instant>>([lane](Database& db) { return cases::nextDue(db, laneOf(lane)); },
                                std::move(reply));
}

void CaseOutbox::markDelivered(const OutboxItem& item, Instant at, Reply<bool> reply) {
    run<bool>(
        [item, at](Database& db) { return agreed(cases::markDelivered(db, rowOf(item), at)); },
        std::move(reply));
}

void CaseOutbox::markRetry(const OutboxItem& item, Instant notBefore, const QString& why,
                           Reply<bool> reply) {
    run<bool>(
        [item, notBefore, why](Database& db) {
            return agreed(cases::markRetry(db, rowOf(item), notBefore, why));
        },
        std::move(reply));
}

void CaseOutbox::markQuarantined(const OutboxItem& item, Instant at, const QString& why,
                                 Reply<bool> reply) {
    run<bool>(
        [item, at, why](Database& db) {
            return agreed(cases::markQuarantined(db, rowOf(item), at, why));
        },
        std::move(reply));
}

void CaseOutbox::requeueBlobs(const QList<QByteArray>& hashes, Reply<bool> reply) {
    run<bool>([hashes](Database& db) { return agreed(cases::requeueBlobs(db, hashes)); },
              std::move(reply));
}

void CaseOutbox::makeAllDue(Reply<bool> reply) {
    run<bool>([](Database& db) { return agreed(cases::makeAllDue(db)); }, std::move(reply));
}

void CaseOutbox::counts(Reply<OutboxCounts> reply) {
    run<OutboxCounts>(
        [](Database& db) -> Result<OutboxCounts> {
            OutboxCounts counts;
            TRY(db.each(QStringLiteral("SELECT lane, state, count(*) FROM outbox WHERE state IN "
                                       "('waiting', 'quarantined') GROUP BY lane, state"),
                        [&counts](const Statement& row) {
                            if (row.text(1) == QLatin1String("quarantined"))
                                counts.quarantined += row.integer(2);
                            else if (row.text(0) == QLatin1String("submit"))
                                counts.waiting += row.integer(2);
                        }));
            return counts;
        },
        std::move(reply));
}

void CaseOutbox::feedCursor(Reply<qint64> reply) {
    run<qint64>(
        [](Database& db) -> Result<qint64> {
            TRY_ASSIGN(const QString text, cases::cursor(db, QStringLiteral("feed")));
            return text.toLongLong();
        },
        std::move(reply));
}

void CaseOutbox::applyFeed(const QList<protocol::FeedEvent>& events, qint64 cursor,
                           Reply<bool> reply) {
    QList<cases::StatusEvent> rows;
    for (const protocol::FeedEvent& event : events)
        rows.append({event.sequence, CaseId(event.application), event.kind,
                     canonicalJson(event.body), event.at});
    run<bool>([rows, cursor](Database& db) { return agreed(cases::applyFeed(db, rows, cursor)); },
              std::move(reply));
}

void CaseOutbox::note(const QString& key, Reply<QString> reply) {
    run<QString>([key](Database& db) { return cases::cursor(db, key); }, std::move(reply));
}

void CaseOutbox::setNote(const QString& key, const QString& value, Reply<bool> reply) {
    run<bool>([key, value](Database& db) { return agreed(cases::setCursor(db, key, value)); },
              std::move(reply));
}

} // namespace tongban::sync

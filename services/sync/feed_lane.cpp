// A page that does not continue at the cursor is not applied: the numbers have no gaps by contract.
#include "services/sync/feed_lane.h"

#include "services/core/logging.h"

namespace tongban::sync {

void FeedLane::work(Done done) {
    world().outbox.feedCursor(guarded([this, done](const Result<qint64>& cursor) {
        if (!cursor.has_value())
            return done(failed());
        ask(*cursor, done);
    }));
}

void FeedLane::ask(qint64 cursor, const Done& done) {
    Call call{"GET", "/v1/device/feed?after=" + QByteArray::number(cursor) +
                         "&wait=" + QByteArray::number(m_settings.waitSeconds) +
                         "&limit=" + QByteArray::number(m_settings.pageSize)};
    call.deadline = milliseconds(1'000LL * m_settings.waitSeconds + 20'000);
    send(call, guarded([this, cursor, done](const Answer& answer) {
             if (answer.status == 200)
                 return onPage(cursor, answer, done);
             if (answer.status == 304)
                 return done(quiet());
             if (answer.status == 410)
                 return onSnapshot(answer, done);
             done(failedBy(answer));
         }));
}

// After a long-poll ask again at once; the other side did the waiting.
Lane::Ended FeedLane::quiet() const {
    if (m_settings.waitSeconds > 0)
        return again();
    const double factor = 0.8 + 0.4 * world().chance();
    return idle(
        milliseconds(static_cast<qint64>(static_cast<double>(m_settings.pause.count()) * factor)));
}

void FeedLane::onPage(qint64 cursor, const Answer& answer, const Done& done) {
    const auto page = protocol::readFeedPage(answer.body);
    if (!page.has_value() ||
        (!page->events.isEmpty() && page->events.first().sequence != cursor + 1)) {
        qCWarning(logSync).noquote()
            << "feed page after" << cursor << "refused:"
            << (page.has_value() ? QStringLiteral("leaves a gap") : page.error().detail);
        return done(failed());
    }
    const auto wait = readRetryAfter(answer.headers.value("retry-after"));
    const Ended next = page->more ? again() : wait ? idle(wait) : quiet();
    if (page->events.isEmpty())
        return done(next);
    apply(page->events, page->events.last().sequence, next, done);
}

void FeedLane::onSnapshot(const Answer& answer, const Done& done) {
    auto snapshot = protocol::readFeedSnapshot(answer.body);
    if (!snapshot.has_value())
        return done(failed());
    // The states stand for the trimmed events: they take the newest numbers of the gap, in their
    // order.
    qint64 sequence = snapshot->last - snapshot->states.size();
    for (protocol::FeedEvent& state : snapshot->states)
        state.sequence = ++sequence;
    apply(snapshot->states, snapshot->last, again(), done);
}

void FeedLane::apply(const QList<protocol::FeedEvent>& events, qint64 cursor, Ended then,
                     const Done& done) {
    world().outbox.applyFeed(events, cursor,
                             guarded([this, events, then, done](const Result<bool>& kept) {
                                 if (!kept.has_value())
                                     return done(failed());
                                 if (m_applied)
                                     m_applied(events);
                                 done(then);
                             }));
}

} // namespace tongban::sync

// One item at a time, oldest first; an item that fails waits by itself and the next one goes.
#include "services/sync/submit_lane.h"

#include "services/core/logging.h"

namespace tongban::sync {

void OutboxLaneWork::work(Done done) {
    world().outbox.nextDue(m_lane, world().time.now(),
                           guarded([this, done](const Result<std::optional<OutboxLoad>>& due) {
                               if (!due.has_value()) {
                                   qCWarning(logSync).noquote()
                                       << name() << "outbox:" << due.error().detail;
                                   return done(failed());
                               }
                               if (!due->has_value())
                                   return waitForNext(done);
                               deliver(**due, done);
                           }));
}

void OutboxLaneWork::waitForNext(const Done& done) {
    world().outbox.nextTime(m_lane, guarded([this, done](const Result<std::optional<Instant>>& at) {
                                if (!at.has_value())
                                    return done(failed());
                                if (!at->has_value())
                                    return done(idle());
                                // A due submission that was not given waits for its blobs; the blob
                                // lane kicks, this is for safety.
                                const milliseconds left = std::chrono::duration_cast<milliseconds>(
                                    **at - world().time.now());
                                const milliseconds wait =
                                    left > milliseconds(0) ? left : milliseconds(5'000);
                                done(idle(std::min(wait, world().backoff.cap)));
                            }));
}

Reply<bool> OutboxLaneWork::onDisk(const Done& done, const std::function<void()>& then) {
    return guarded([this, done, then](const Result<bool>& kept) {
        if (!kept.has_value()) {
            qCWarning(logSync).noquote() << name() << "outbox:" << kept.error().detail;
            return done(failed());
        }
        if (then)
            then();
        done(again());
    });
}

void OutboxLaneWork::delivered(const OutboxItem& item, const Done& done) {
    world().outbox.markDelivered(item, world().time.now(), onDisk(done, [this, item] {
                                     if (m_events.delivered)
                                         m_events.delivered(item);
                                 }));
}

void OutboxLaneWork::retry(const OutboxItem& item, const QString& why,
                           std::optional<milliseconds> least, const Done& done) {
    const milliseconds delay = backoffDelay(item.tries, world().chance, least, world().backoff);
    world().outbox.markRetry(item, world().time.now() + delay, why, onDisk(done));
}

void OutboxLaneWork::quarantine(const OutboxItem& item, const QString& why, const Done& done) {
    qCWarning(logSync).noquote() << name() << item.ref << "quarantined:" << why;
    world().outbox.markQuarantined(item, world().time.now(), why, onDisk(done, [this, item, why] {
                                       if (m_events.quarantined)
                                           m_events.quarantined(item, why);
                                   }));
}

void OutboxLaneWork::settle(const OutboxItem& item, const Answer& answer, const Done& done) {
    switch (sortOf(answer)) {
    case AnswerSort::Good:
        return delivered(item, done);
    case AnswerSort::CentralTrouble:
    case AnswerSort::NotWelcome:
        return done(failedBy(answer));
    case AnswerSort::Refused:
        return quarantine(item, nameOf(answer), done);
    case AnswerSort::ItemTrouble:
    case AnswerSort::BlobsMissing:
        return retry(item, nameOf(answer), readRetryAfter(answer.headers.value("retry-after")),
                     done);
    }
}

void SubmitLane::deliver(const OutboxLoad& load, Done done) {
    Call call{"PUT", load.path, {{"Content-Type", "application/cbor"}}, load.bytes};
    send(call, guarded([this, item = load.item, done](const Answer& answer) {
             if (sortOf(answer) == AnswerSort::BlobsMissing)
                 return missing(item, answer, done);
             // A proxy's page is no acknowledgement: the answer must name this application.
             if (answer.good()) {
                 const auto kept = protocol::readApplicationAnswer(answer.body);
                 if (!kept.has_value() || kept->id != item.ref)
                     return retry(item, QStringLiteral("answer names no application"), {}, done);
             }
             settle(item, answer, done);
         }));
}

void SubmitLane::missing(const OutboxItem& item, const Answer& answer, const Done& done) {
    const auto blobs = protocol::readMissingBlobs(answer.body);
    if (!blobs.has_value())
        return retry(item, nameOf(answer), {}, done);
    world().outbox.requeueBlobs(blobs->hashes,
                                guarded([this, item, answer, done](const Result<bool>& kept) {
                                    if (!kept.has_value())
                                        return done(failed());
                                    m_blobsWanted();
                                    retry(item, nameOf(answer), {}, done);
                                }));
}

} // namespace tongban::sync

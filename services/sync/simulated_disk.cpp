// The rows of an outbox as a map; latency and crashes around it.
#include "services/sync/simulated_disk.h"

#include "services/crypto/digest.h"

namespace tongban::sync {

using State = SimulatedDisk::State;

void SimulatedDisk::submit(const QString& id, const QByteArray& manifest,
                           const QList<QByteArray>& blobs) {
    QList<QByteArray> hashes;
    for (const QByteArray& bytes : blobs) {
        const QByteArray hash = crypto::sha256(bytes);
        hashes.append(hash);
        const qint64 n = static_cast<qint64>(rows.size()) + 1;
        rows[n] = {{n, OutboxLane::Blobs, QString::fromLatin1(hash.toHex())}, bytes};
    }
    const qint64 n = static_cast<qint64>(rows.size()) + 1;
    rows[n] = {{n, OutboxLane::Submit, id}, manifest, hashes};
}

bool SimulatedDisk::blobWaiting(const QList<QByteArray>& hashes) const {
    for (const auto& [n, row] : rows) {
        if (row.item.lane == OutboxLane::Blobs && row.state == State::Waiting &&
            hashes.contains(QByteArray::fromHex(row.item.ref.toLatin1())))
            return true;
    }
    return false;
}

template <typename T, typename Work>
void SimulatedOutbox::later(Reply<T> reply, Work work) {
    const milliseconds start = std::max(m_busyUntil, m_time.now());
    m_busyUntil = start + milliseconds(m_chance.between(1, 20));
    const bool survives = m_chance.happens(0.5);
    SimulatedDisk* disk = &m_disk; // outlives this boot
    m_time.after(m_busyUntil - m_time.now(),
                 [alive = m_alive, disk, survives, reply = std::move(reply),
                  work = std::move(work)]() mutable {
                     if (!*alive && !survives)
                         return;
                     T value = work(*disk);
                     if (*alive)
                         reply(std::move(value));
                 });
}

void SimulatedOutbox::nextDue(OutboxLane lane, Instant now,
                              Reply<std::optional<OutboxLoad>> reply) {
    const milliseconds wait =
        std::max(m_busyUntil - m_time.now(), milliseconds(0)) + milliseconds(1);
    m_time.after(wait, [this, alive = m_alive, lane, now, reply = std::move(reply)] {
        if (!*alive)
            return;
        for (const auto& [n, row] : m_disk.rows) {
            if (row.state != State::Waiting || row.item.lane != lane || row.notBefore > now ||
                (lane == OutboxLane::Submit && m_disk.blobWaiting(row.blobs)))
                continue;
            const QByteArray path =
                (lane == OutboxLane::Submit ? "/v1/applications/" : "/v1/blobs/") +
                row.item.ref.toLatin1();
            return reply(std::optional<OutboxLoad>({row.item, path, row.bytes}));
        }
        reply(std::optional<OutboxLoad>());
    });
}

void SimulatedOutbox::nextTime(OutboxLane lane, Reply<std::optional<Instant>> reply) {
    later<std::optional<Instant>>(std::move(reply), [lane](SimulatedDisk& disk) {
        std::optional<Instant> next;
        for (const auto& [n, row] : disk.rows) {
            if (row.state == State::Waiting && row.item.lane == lane)
                next = std::min(next.value_or(row.notBefore), row.notBefore);
        }
        return next;
    });
}

void SimulatedOutbox::markDelivered(const OutboxItem& item, Instant, Reply<bool> reply) {
    later<bool>(std::move(reply), [item](SimulatedDisk& disk) {
        disk.rows[item.n].state = State::Done;
        return true;
    });
}

void SimulatedOutbox::markRetry(const OutboxItem& item, Instant notBefore, const QString&,
                                Reply<bool> reply) {
    later<bool>(std::move(reply), [item, notBefore](SimulatedDisk& disk) {
        auto& row = disk.rows[item.n];
        ++row.item.tries;
        row.notBefore = notBefore;
        return true;
    });
}

void SimulatedOutbox::markQuarantined(const OutboxItem& item, Instant, const QString&,
                                      Reply<bool> reply) {
    later<bool>(std::move(reply), [item](SimulatedDisk& disk) {
        disk.rows[item.n].state = State::Quarantined;
        return true;
    });
}

void SimulatedOutbox::requeueBlobs(const QList<QByteArray>& hashes, Reply<bool> reply) {
    later<bool>(std::move(reply), [hashes](SimulatedDisk& disk) {
        for (auto& [n, row] : disk.rows) {
            if (row.item.lane == OutboxLane::Blobs &&
                hashes.contains(QByteArray::fromHex(row.item.ref.toLatin1()))) {
                row.state = State::Waiting;
                row.notBefore = {};
            }
        }
        return true;
    });
}

void SimulatedOutbox::makeAllDue(Reply<bool> reply) {
    later<bool>(std::move(reply), [](SimulatedDisk& disk) {
        for (auto& [n, row] : disk.rows)
            row.notBefore = {};
        return true;
    });
}

void SimulatedOutbox::counts(Reply<OutboxCounts> reply) {
    later<OutboxCounts>(std::move(reply), [](SimulatedDisk& disk) {
        OutboxCounts counts;
        for (const auto& [n, row] : disk.rows) {
            counts.waiting +=
                row.state == State::Waiting && row.item.lane == OutboxLane::Submit ? 1 : 0;
            counts.quarantined += row.state == State::Quarantined ? 1 : 0;
        }
        return counts;
    });
}

void SimulatedOutbox::feedCursor(Reply<qint64> reply) {
    const milliseconds wait =
        std::max(m_busyUntil - m_time.now(), milliseconds(0)) + milliseconds(1);
    m_time.after(wait, [this, alive = m_alive, reply = std::move(reply)] {
        if (*alive)
            reply(m_disk.cursor);
    });
}

void SimulatedOutbox::applyFeed(const QList<protocol::FeedEvent>& events, qint64 cursor,
                                Reply<bool> reply) {
    later<bool>(std::move(reply), [events, cursor](SimulatedDisk& disk) {
        for (const protocol::FeedEvent& event : events) {
            if (event.sequence > disk.cursor)
                disk.inbox.append(event);
        }
        disk.cursor = cursor;
        return true;
    });
}

void SimulatedOutbox::note(const QString& key, Reply<QString> reply) {
    later<QString>(std::move(reply), [key](SimulatedDisk& disk) { return disk.notes.value(key); });
}

void SimulatedOutbox::setNote(const QString& key, const QString& value, Reply<bool> reply) {
    later<bool>(std::move(reply), [key, value](SimulatedDisk& disk) {
        disk.notes.insert(key, value);
        return true;
    });
}

} // namespace tongban::sync

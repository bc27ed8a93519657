// The lane of materials: ciphertext in pieces, resumed where the central service stands (HEAD,
// PATCH; tus 1.0 words).
#pragma once

#include "services/sync/submit_lane.h"

namespace tongban::sync {

class BlobLane final : public OutboxLaneWork {
public:
    BlobLane(LaneWorld& world, ItemEvents events)
        : OutboxLaneWork(QStringLiteral("blobs"), OutboxLane::Blobs, world, std::move(events))
        , m_piece(world.pieces.first) {}

    qint64 pieceSize() const { return m_piece; }

protected:
    void deliver(const OutboxLoad& load, Done done) override;

private:
    void sendPiece(const std::shared_ptr<const OutboxLoad>& load, qint64 offset, int conflicts,
                   const Done& done);
    void onPiece(const std::shared_ptr<const OutboxLoad>& load, qint64 sent, int conflicts,
                 const Answer& answer, const Done& done);
    void adapt(qint64 sent, milliseconds took);

    qint64 m_piece;
};

} // namespace tongban::sync

// The other side's offset is the only truth; ours is a guess.
#include "services/sync/blob_lane.h"

#include "services/crypto/digest.h"

namespace tongban::sync {

namespace {

constexpr int mostConflicts = 3; // wrong offsets in a row before the item waits

std::optional<qint64> offsetIn(const Answer& answer, qint64 size) {
    bool ok = false;
    const qint64 offset = answer.headers.value("upload-offset").toLongLong(&ok);
    if (!ok || offset < 0 || offset > size)
        return {};
    return offset;
}

} // namespace

void BlobLane::deliver(const OutboxLoad& load, Done done) {
    const auto shared = std::make_shared<const OutboxLoad>(load);
    send({"HEAD", load.path}, guarded([this, shared, done](const Answer& answer) {
             if (answer.status == 404)
                 return sendPiece(shared, 0, 0, done);
             if (!answer.good())
                 return settle(shared->item, answer, done);
             const auto offset = offsetIn(answer, shared->bytes.size());
             if (answer.headers.value("upload-complete") == "?1")
                 return delivered(shared->item, done);
             if (!offset)
                 return retry(shared->item, QStringLiteral("no offset"), {}, done);
             sendPiece(shared, *offset, 0, done);
         }));
}

void BlobLane::sendPiece(const std::shared_ptr<const OutboxLoad>& load, qint64 offset,
                         int conflicts, const Done& done) {
    // A whole that is there but not complete was spoiled on the other side: begin again.
    if (offset == load->bytes.size())
        offset = 0;
    const QByteArray piece = load->bytes.mid(offset, m_piece);
    Call call{"PATCH", load->path};
    call.headers = {{"Content-Type", "application/offset+octet-stream"},
                    {"Upload-Offset", QByteArray::number(offset)},
                    {"Upload-Length", QByteArray::number(load->bytes.size())},
                    {"Upload-Checksum", "sha256 " + crypto::sha256(piece).toBase64()}};
    call.body = piece;
    call.deadline = milliseconds(60'000);
    send(call, guarded([this, load, size = piece.size(), conflicts, done](const Answer& answer) {
             onPiece(load, size, conflicts, answer, done);
         }));
}

void BlobLane::onPiece(const std::shared_ptr<const OutboxLoad>& load, qint64 sent, int conflicts,
                       const Answer& answer, const Done& done) {
    if (!answer.arrived())
        m_piece = std::max(world().pieces.smallest, m_piece / 2);
    const auto offset = offsetIn(answer, load->bytes.size());
    if (answer.status == 409 && offset && conflicts < mostConflicts)
        return sendPiece(load, *offset, conflicts + 1, done);
    if (!answer.good())
        return settle(load->item, answer, done);
    adapt(sent, answer.took);
    if (answer.headers.value("upload-complete") == "?1")
        return delivered(load->item, done);
    // Complete by length but not so called: the whole did not have its hash.
    if (!offset || *offset == load->bytes.size() || *offset == 0)
        return retry(load->item, QStringLiteral("not complete"), {}, done);
    sendPiece(load, *offset, 0, done);
}

void BlobLane::adapt(qint64 sent, milliseconds took) {
    if (sent < m_piece)
        return;
    if (took < milliseconds(2'000))
        m_piece = std::min(world().pieces.largest, m_piece * 2);
    else if (took > milliseconds(8'000))
        m_piece = std::max(world().pieces.smallest, m_piece / 2);
}

} // namespace tongban::sync

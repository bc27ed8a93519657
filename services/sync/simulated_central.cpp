// Just enough of the contract for the lanes: replay, 422, 424, offsets, gapless feed.
#include "services/sync/simulated_central.h"

#include "services/crypto/digest.h"

#include <QUrlQuery>

namespace tongban::sync {

namespace {

Answer with(int status, QByteArray body = {}) {
    Answer answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

Answer problem(int status, const QString& code) {
    return with(status, protocol::toJson(protocol::Problem{status, code, {}, {}}));
}

QByteArray header(const Call& call, const char* name) {
    for (const auto& [key, value] : call.headers) {
        if (key == name)
            return value;
    }
    return {};
}

Answer atOffset(int status, qint64 offset, bool complete) {
    Answer answer = with(status);
    answer.headers.insert("upload-offset", QByteArray::number(offset));
    answer.headers.insert("upload-complete", complete ? "?1" : "?0");
    return answer;
}

} // namespace

QByteArray simulatedManifest(const QString& id, const QList<QByteArray>& hashes, bool poison) {
    QByteArray text = (poison ? "poison " : "application ") + id.toLatin1();
    for (const QByteArray& hash : hashes)
        text += ' ' + hash.toHex();
    return text;
}

Answer SimulatedCentral::answer(const QString& device, const Call& call) {
    Answer answer;
    const QList<QByteArray> path = call.path.split('/');
    if (call.method == "PUT")
        answer = putApplication(device, QString::fromLatin1(path.value(3)), call.body);
    else if (call.method == "HEAD")
        answer = headBlob(QByteArray::fromHex(path.value(3)));
    else if (call.method == "PATCH")
        answer = patchBlob(QByteArray::fromHex(path.value(3)), call);
    else if (call.path.startsWith("/v1/device/feed"))
        answer = feed(device, call.path);
    else
        answer = problem(404, QStringLiteral("not_found"));
    answer.headers.insert("server-time", toIso(m_time.instant()).toLatin1());
    return answer;
}

Answer SimulatedCentral::putApplication(const QString& device, const QString& id,
                                        const QByteArray& body) {
    if (!body.startsWith("application "))
        return problem(422, QStringLiteral("bad_manifest"));
    const auto known = m_applications.constFind(id);
    if (known != m_applications.constEnd() && m_settings.idempotent)
        return known->body == body ? with(200, known->answer)
                                   : problem(422, QStringLiteral("same_id_other_bytes"));
    protocol::MissingBlobs missing;
    for (const QByteArray& word : body.split(' ').mid(2)) {
        const QByteArray hash = QByteArray::fromHex(word);
        if (!m_referenced.contains(hash) && m_chance.happens(m_settings.losesBlob))
            m_blobs.remove(hash);
        if (!m_blobs.contains(hash))
            missing.hashes.append(hash);
    }
    if (!missing.hashes.isEmpty())
        return with(424, protocol::toJson(missing));
    return keep(device, id, body);
}

Answer SimulatedCentral::keep(const QString& device, const QString& id, const QByteArray& body) {
    for (const QByteArray& word : body.split(' ').mid(2))
        m_referenced.insert(QByteArray::fromHex(word));
    const QByteArray answer = protocol::toJson(
        protocol::ApplicationAnswer{id, QStringLiteral("stored"), m_time.instant(), 1});
    if (m_chance.happens(m_settings.forgetsKept))
        return with(201, answer);
    m_applications.insert(id, {device, body, answer});
    ++m_effects[id];
    tell(device, QStringLiteral("stored"), id);
    return with(201, answer);
}

void SimulatedCentral::tell(const QString& device, const QString& kind,
                            const QString& application) {
    auto& feed = m_feeds[device];
    feed.append({feed.size() + 1, kind, application, m_time.instant(), {}});
}

void SimulatedCentral::decide(const QString& application) {
    const auto known = m_applications.constFind(application);
    if (known != m_applications.constEnd())
        tell(known->device, QStringLiteral("status"), application);
}

Answer SimulatedCentral::headBlob(const QByteArray& hash) const {
    if (m_blobs.contains(hash))
        return atOffset(200, m_blobs.value(hash).size(), true);
    const auto part = m_parts.constFind(hash);
    return part == m_parts.constEnd() ? problem(404, QStringLiteral("not_found"))
                                      : atOffset(200, part->bytes.size(), false);
}

Answer SimulatedCentral::patchBlob(const QByteArray& hash, const Call& call) {
    if (m_blobs.contains(hash))
        return atOffset(204, m_blobs.value(hash).size(), true);
    Part& part = m_parts[hash];
    part.size = header(call, "Upload-Length").toLongLong();
    if (header(call, "Upload-Offset").toLongLong() != part.bytes.size())
        return atOffset(409, part.bytes.size(), false);
    if (header(call, "Upload-Checksum") != "sha256 " + crypto::sha256(call.body).toBase64())
        return problem(460, QStringLiteral("piece_checksum"));
    part.bytes += call.body;
    if (part.bytes.size() < part.size)
        return atOffset(204, part.bytes.size(), false);
    const QByteArray whole = part.bytes;
    m_parts.remove(hash);
    if (crypto::sha256(whole) != hash)
        return atOffset(204, 0, false);
    m_blobs.insert(hash, whole);
    return atOffset(204, whole.size(), true);
}

Answer SimulatedCentral::feed(const QString& device, const QByteArray& path) {
    const QUrlQuery query(QString::fromLatin1(path.mid(path.indexOf('?') + 1)));
    const qint64 after = query.queryItemValue(QStringLiteral("after")).toLongLong();
    const qint64 limit = query.queryItemValue(QStringLiteral("limit")).toLongLong();
    const auto& all = m_feeds[device];
    protocol::FeedPage page;
    page.events = all.mid(after, limit);
    page.last = all.size();
    page.more = after + page.events.size() < all.size();
    return with(200, protocol::toJson(page));
}

} // namespace tongban::sync

// HEAD and PATCH of /v1/blobs/{sha256}: content-addressed uploads that resume (tus 1.0 semantics,
// sync.md §2.2).
#include "services/central/api.h"
#include "services/central/feed.h"
#include "services/core/logging.h"
#include "services/protocol/manifest.h"

namespace tongban::central {

using http::Request;
using http::Responder;
using http::Response;
using http::Spool;

namespace {

constexpr qint64 largestPiece = 1024 * 1024;

struct BlobRow {
    qint64 size = 0;
    qint64 got = 0;
    bool done = false;
};

Result<QByteArray> hashIn(const Request& request) {
    const QString text = request.parameters.value(QStringLiteral("sha256"));
    const QByteArray hash = QByteArray::fromHex(text.toLatin1());
    if (hash.size() != 32 || QString::fromLatin1(hash.toHex()) != text)
        return fail(FaultKind::Invalid, QStringLiteral("blob: 64 lower-case hexadecimal digits"));
    return hash;
}

Result<std::optional<BlobRow>> blobRow(Sql& sql, const QByteArray& hash) {
    return sql.first(
        QStringLiteral("SELECT size, got, state FROM blob WHERE h = ?"), {hash},
        [](const SqlRow& row) {
            return BlobRow{row.integer(0), row.integer(1), row.text(2) == QLatin1String("done")};
        });
}

Response at(int status, const BlobRow& row) {
    Response response = status < 300 ? Response::empty(status)
                                     : Response::problem(status, QStringLiteral("wrong_offset"));
    response.headers.set("Upload-Offset", QByteArray::number(row.got));
    response.headers.set("Upload-Length", QByteArray::number(row.size));
    response.headers.set("Upload-Complete", row.done ? "?1" : "?0");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

// What one PATCH wants, checked for shape.
struct Piece {
    QByteArray hash;
    qint64 offset = 0;
    qint64 length = 0; // of the whole
    std::shared_ptr<Spool> bytes;
    bool intact = false; // its own checksum fits
};

Result<qint64> numberIn(const Request& request, const char* name, qint64 most) {
    const QByteArray text = request.headers.value(name);
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || text.isEmpty() || text.size() > 12 || text[0] == '+' || number < 0 || number > most)
        return fail(
            FaultKind::Invalid,
            QStringLiteral("header %1: a number up to %2").arg(QLatin1String(name)).arg(most));
    return number;
}

Result<Piece> pieceIn(const Request& request) {
    Piece piece;
    TRY_ASSIGN(piece.hash, hashIn(request));
    TRY_ASSIGN(piece.offset, numberIn(request, "Upload-Offset", protocol::blobLimit));
    TRY_ASSIGN(piece.length, numberIn(request, "Upload-Length", protocol::blobLimit));
    piece.bytes = std::static_pointer_cast<Spool>(request.sink);
    const QByteArray checksum = request.headers.value("Upload-Checksum");
    if (!checksum.startsWith("sha256 "))
        return fail(FaultKind::Invalid,
                    QStringLiteral("header Upload-Checksum: sha256 and base64"));
    piece.intact = QByteArray::fromBase64(checksum.mid(7)) == piece.bytes->sha256();
    if (piece.offset + piece.bytes->size() > piece.length ||
        (piece.bytes->size() == 0 && piece.length > 0))
        return fail(FaultKind::Invalid,
                    QStringLiteral("blob: piece is empty or reaches past the end"));
    return piece;
}

// One PATCH on its way: row, lock, disk, row.
class Upload : public std::enable_shared_from_this<Upload> {
public:
    Upload(Centre& centre, Request request, Device device, Piece piece, Responder responder)
        : m_centre(centre)
        , m_request(std::move(request))
        , m_device(std::move(device))
        , m_piece(std::move(piece))
        , m_responder(std::move(responder)) {}

    void start() {
        m_centre.store().run<BlobRow>(
            [self = shared_from_this()](Sql& sql) { return self->row(sql); },
            [self = shared_from_this()](Result<BlobRow> row) { self->onRow(std::move(row)); });
    }

private:
    Result<BlobRow> row(Sql& sql) const {
        TRY(sql.run(QStringLiteral("INSERT INTO blob (h, size, got, state, device, updated_at) "
                                   "VALUES (?, ?, 0, 'part', ?, ?) "
                                   "ON CONFLICT DO NOTHING"),
                    {m_piece.hash, m_piece.length, m_device.id, toMs(m_centre.now())}));
        TRY_ASSIGN(const auto known, blobRow(sql, m_piece.hash));
        return known.value_or(BlobRow{});
    }

    void onRow(Result<BlobRow> row) {
        if (!row.has_value())
            return m_responder.answer(refusal(row.error(), m_request));
        if (row->size != m_piece.length)
            return m_responder.answer(Response::problem(422, QStringLiteral("other-length")));
        if (row->done)
            return m_responder.answer(at(204, *row));
        if (row->got != m_piece.offset)
            return m_responder.answer(at(409, *row));
        m_row = *row;
        m_centre.workers().start([self = shared_from_this()] { self->write(); });
    }

    void write() {
        m_guard = std::make_shared<Result<BlobStore::Guard>>(m_centre.blobs().lock(m_piece.hash));
        if (!m_guard->has_value())
            return m_responder.answer(refusal(m_guard->error(), m_request));
        m_row.got = m_piece.offset + m_piece.bytes->size();
        // Published before a crash, but the row does not know yet.
        m_row.done = m_centre.blobs().read(m_piece.hash).has_value();
        if (m_row.done)
            m_row.got = m_row.size;
        Result<void> done;
        if (!m_row.done)
            done = m_centre.blobs().append(**m_guard, m_piece.offset, *m_piece.bytes);
        if (done.has_value() && !m_row.done && m_row.got == m_row.size) {
            done = m_centre.blobs().finish(**m_guard, m_piece.hash, m_row.size);
            m_row.done = done.has_value();
            m_spoiled = !done.has_value() && done.error().kind == FaultKind::Crypto;
        }
        if (!done.has_value() && !m_spoiled)
            return m_responder.answer(refusal(done.error(), m_request));
        if (m_spoiled)
            m_row.got = 0;
        m_centre.store().run<bool>(
            [self = shared_from_this()](Sql& sql) { return self->record(sql); },
            [self = shared_from_this()](const Result<bool>& recorded) {
                self->onRecorded(recorded);
            });
    }

    // Only from the state we saw: another process may have been here.
    Result<bool> record(Sql& sql) const {
        TRY_ASSIGN(const qint64 changed,
                   sql.run(QStringLiteral("UPDATE blob SET got = ?, state = ?, updated_at = ? "
                                          "WHERE h = ? AND got = ? AND state = 'part'"),
                           {m_row.got, m_row.done ? QStringLiteral("done") : QStringLiteral("part"),
                            toMs(m_centre.now()), m_piece.hash, m_piece.offset}));
        return changed == 1;
    }

    void onRecorded(const Result<bool>& recorded) {
        m_guard.reset();
        if (!recorded.has_value())
            return m_responder.answer(refusal(recorded.error(), m_request));
        if (m_spoiled) {
            Response response = Response::problem(460, QStringLiteral("whole-checksum"));
            response.headers.set("Upload-Offset", "0");
            return m_responder.answer(std::move(response));
        }
        m_responder.answer(at(*recorded ? 204 : 409, m_row));
    }

    Centre& m_centre;
    Request m_request;
    Device m_device;
    Piece m_piece;
    Responder m_responder;
    BlobRow m_row;
    bool m_spoiled = false;
    std::shared_ptr<Result<BlobStore::Guard>> m_guard;
};

} // namespace

void addBlobRoutes(http::Router& router, Centre& centre) {
    const QString path = QStringLiteral("/v1/blobs/{sha256}");
    router.add(http::Method::Head, path,
               deviceRoute(centre,
                           [](Sql& sql, const Request& request, const Device&) -> Result<Response> {
                               TRY_ASSIGN(const QByteArray hash, hashIn(request));
                               TRY_ASSIGN(const auto row, blobRow(sql, hash));
                               return row ? at(200, *row) : Response::empty(404);
                           }));
    http::RouteLimits limits;
    limits.body = largestPiece;
    limits.bodyDeadline = std::chrono::seconds(60);
    limits.openSink = [&centre](const Request&) {
        return std::make_shared<Spool>(centre.blobs().spoolFolder());
    };
    router.add(
        http::Method::Patch, path,
        deviceRouteLater(
            centre,
            [&centre](const Request& request, const Device& device, const Responder& responder) {
                Result<Piece> piece = pieceIn(request);
                if (!piece.has_value())
                    return responder.answer(refusal(piece.error(), request));
                if (!piece->intact)
                    return responder.answer(
                        Response::problem(460, QStringLiteral("piece-checksum")));
                std::make_shared<Upload>(centre, request, device, std::move(*piece), responder)
                    ->start();
            }),
        limits);
}

} // namespace tongban::central

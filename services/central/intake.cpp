// Insert or replay; the stored answer, the feed event and the audit note share the transaction.
#include "services/central/intake.h"

#include "services/central/audit_log.h"
#include "services/central/feed.h"
#include "services/crypto/digest.h"
#include "services/protocol/device_messages.h"
#include "services/receipt/receipt.h"

#include <QJsonArray>
#include <algorithm>

namespace tongban::central {

using http::Response;

namespace {

Response stored(int status, const QByteArray& answer) {
    return Response::of(status, "application/json", answer);
}

// The answer given before, or 422 when the bytes differ.
Result<std::optional<Response>> replay(Sql& sql, const QString& device, const QString& key,
                                       const QByteArray& hash) {
    return sql.first(
        QStringLiteral("SELECT body_hash, answer FROM idem WHERE device = ? AND k = ?"),
        {device, key}, [&](const SqlRow& row) {
            return row.bytes(0) == hash
                       ? stored(200, row.text(1).toUtf8())
                       : Response::problem(422, QStringLiteral("same_id_other_bytes"));
        });
}

Result<void> remember(Sql& sql, const QString& device, const QString& key, const QByteArray& hash,
                      const QByteArray& answer, Instant now) {
    TRY(sql.run(QStringLiteral("INSERT INTO idem (device, k, body_hash, status, answer, at) VALUES "
                               "(?, ?, ?, 201, ?, ?)"),
                {device, key, hash, QString::fromUtf8(answer), toMs(now)}));
    return {};
}

Result<QList<QByteArray>> missingBlobs(Sql& sql, const QList<protocol::BlobRef>& blobs) {
    QList<QByteArray> missing;
    for (const protocol::BlobRef& blob : blobs) {
        TRY_ASSIGN(const auto there,
                   sql.first(QStringLiteral("SELECT size FROM blob WHERE h = ? AND state = 'done'"),
                             {blob.hash}, [](const SqlRow& row) { return row.integer(0); }));
        if (!there || *there != blob.size)
            missing.append(blob.hash);
    }
    return missing;
}

// At once, not when the case is opened: what an application names must not expire while it waits or
// is held. Numbers go on after `n`.
Result<void> nameMaterials(Sql& sql, const QString& application,
                           const QList<protocol::BlobRef>& blobs, qint64 n) {
    for (const protocol::BlobRef& blob : blobs) {
        TRY(sql.run(
            QStringLiteral(
                "INSERT INTO material (application, n, h, kind, mime, size, sealed_name) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {application, ++n, blob.hash, blob.kind, blob.mime, blob.size, QByteArray("")}));
    }
    return {};
}

Result<bool> exists(Sql& sql, const QString& statement, const SqlValues& values) {
    TRY_ASSIGN(const auto row, sql.first(statement, values, [](const SqlRow&) { return true; }));
    return row.has_value();
}

Response mustComeFirst(const QList<QByteArray>& hashes) {
    return Response::of(424, "application/json", protocol::toJson(protocol::MissingBlobs{hashes}));
}

Result<void> insertApplication(Sql& sql, const IncomingApplication& incoming, Instant now) {
    const protocol::Manifest& manifest = incoming.manifest;
    const auto token = receipt::parseToken(manifest.receipt);
    if (!token.has_value())
        return fail(FaultKind::Invalid, QStringLiteral("$.receipt: %1").arg(token.error().detail));
    TRY(sql.run(QStringLiteral("INSERT INTO application (id, device, dseq, item, package, state, "
                               "received_at, filled_at, receipt_id, manifest) "
                               "VALUES (?, ?, ?, ?, ?, 'received', ?, ?, ?, ?)"),
                {manifest.id, manifest.device, manifest.deviceSequence, manifest.item,
                 QString::fromLatin1(manifest.package.sha256.toHex()), toMs(now),
                 toMs(manifest.filledAt.wall), token->receipt.id, incoming.bytes}));
    return {};
}

// A machine enrolled a moment ago at another process: come again, rather than a refusal for ever.
Result<void> knows(const std::optional<SigningKey>& key, const QString& device) {
    if (!key)
        return fail(FaultKind::Timeout,
                    QStringLiteral("key of device %1 is not known yet").arg(device));
    return {};
}

// PIPL art. 13, 14: nothing is taken from somebody who was not told what for; a face needs a
// consent of its own (art. 29).
Result<void> agreedTo(const protocol::Manifest& manifest) {
    if (!manifest.consent || !manifest.consent->purposes.contains(QStringLiteral("apply")))
        return fail(FaultKind::Invalid, QStringLiteral("$.consent: missing"));
    const bool face = std::any_of(
        manifest.blobs.begin(), manifest.blobs.end(),
        [](const protocol::BlobRef& blob) { return blob.kind == QLatin1String("face"); });
    if (face && !manifest.consent->purposes.contains(QStringLiteral("face")))
        return fail(FaultKind::Invalid, QStringLiteral("$.consent: not for a face"));
    return {};
}

Result<void> keepConsent(Sql& sql, const protocol::Manifest& manifest) {
    const protocol::Consent& consent = *manifest.consent;
    TRY(sql.run(QStringLiteral("INSERT INTO consent (application, notice, version, sha256, lang, "
                               "purposes, at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                {manifest.id, consent.notice, consent.version, consent.sha256, consent.language,
                 consent.purposes.join(u' '), toMs(consent.at)}));
    return {};
}

} // namespace

Result<IncomingApplication> readApplication(const QByteArray& bytes, const QString& id,
                                            const KeyRegister& keys) {
    IncomingApplication incoming;
    TRY_ASSIGN(incoming.manifest, protocol::readManifest(bytes));
    if (incoming.manifest.id != id)
        return fail(FaultKind::Invalid, QStringLiteral("$.id: not the one in the path"));
    const auto key = keys.newestOf(incoming.manifest.device);
    TRY(knows(key, incoming.manifest.device));
    if (!protocol::verifyManifest(incoming.manifest, key->key))
        return fail(
            FaultKind::Crypto,
            QStringLiteral("$.sig: not a signature of device %1").arg(incoming.manifest.device));
    TRY(agreedTo(incoming.manifest));
    incoming.bytes = bytes;
    incoming.hash = crypto::sha256(bytes);
    return incoming;
}

Result<IncomingSupplement> readSupplement(const QByteArray& bytes, const QString& application,
                                          const QString& id, const KeyRegister& keys) {
    IncomingSupplement incoming;
    TRY_ASSIGN(incoming.supplement, protocol::readSupplement(bytes));
    if (incoming.supplement.id != id || incoming.supplement.application != application)
        return fail(FaultKind::Invalid, QStringLiteral("$.id: not the one in the path"));
    const auto key = keys.newestOf(incoming.supplement.device);
    TRY(knows(key, incoming.supplement.device));
    if (!protocol::verifySupplement(incoming.supplement, key->key))
        return fail(
            FaultKind::Crypto,
            QStringLiteral("$.sig: not a signature of device %1").arg(incoming.supplement.device));
    incoming.bytes = bytes;
    incoming.hash = crypto::sha256(bytes);
    return incoming;
}

Result<Response> keepApplication(Sql& sql, const IncomingApplication& incoming,
                                 const QString& sender, Instant now) {
    const protocol::Manifest& manifest = incoming.manifest;
    TRY_ASSIGN(const auto before, replay(sql, manifest.device, manifest.id, incoming.hash));
    if (before)
        return *before;
    TRY_ASSIGN(const bool taken,
               exists(sql,
                      QStringLiteral(
                          "SELECT 1 FROM application WHERE id = ? OR (device = ? AND dseq = ?)"),
                      {manifest.id, manifest.device, manifest.deviceSequence}));
    if (taken)
        return Response::problem(409, QStringLiteral("sequence_taken"));
    TRY_ASSIGN(const QList<QByteArray> missing, missingBlobs(sql, manifest.blobs));
    if (!missing.isEmpty())
        return mustComeFirst(missing);
    TRY(insertApplication(sql, incoming, now));
    TRY(keepConsent(sql, manifest));
    TRY(nameMaterials(sql, manifest.id, manifest.blobs, 0));
    const QByteArray answer = protocol::toJson(protocol::ApplicationAnswer{
        manifest.id, QStringLiteral("stored"), now, manifest.journal.sequence});
    TRY(remember(sql, manifest.device, manifest.id, incoming.hash, answer, now));
    TRY(appendEvent(sql, manifest.device,
                    {0,
                     manifest.id,
                     QStringLiteral("stored"),
                     {{QStringLiteral("received_at"), toIso(now)}},
                     now}));
    TRY(note(sql, {now, sender, sender, QStringLiteral("application.keep"), manifest.id,
                   QStringLiteral("done"), incoming.hash}));
    return stored(201, answer);
}

Result<Response> keepSupplement(Sql& sql, const IncomingSupplement& incoming, const QString& sender,
                                Instant now) {
    const protocol::Supplement& supplement = incoming.supplement;
    TRY_ASSIGN(const auto before, replay(sql, supplement.device, supplement.id, incoming.hash));
    if (before)
        return *before;
    TRY_ASSIGN(const auto newest,
               sql.first(QStringLiteral("SELECT (SELECT coalesce(max(s.rev), 0) FROM supplement s "
                                        "WHERE s.application = a.id) "
                                        "FROM application a WHERE a.id = ?"),
                         {supplement.application},
                         [](const SqlRow& row) { return row.integer(0); }));
    if (!newest)
        return Response::problem(404, QStringLiteral("no_such_application"));
    if (supplement.revision != *newest + 1)
        return Response::problem(412, QStringLiteral("revision"),
                                 QStringLiteral("next is %1").arg(*newest + 1));
    TRY_ASSIGN(const QList<QByteArray> missing, missingBlobs(sql, supplement.blobs));
    if (!missing.isEmpty())
        return mustComeFirst(missing);
    TRY(sql.run(
        QStringLiteral("INSERT INTO supplement (application, id, rev, state, received_at, "
                       "manifest) VALUES (?, ?, ?, 'received', ?, ?)"),
        {supplement.application, supplement.id, supplement.revision, toMs(now), incoming.bytes}));
    TRY_ASSIGN(
        const auto last,
        sql.first(QStringLiteral("SELECT coalesce(max(n), 0) FROM material WHERE application = ?"),
                  {supplement.application}, [](const SqlRow& row) { return row.integer(0); }));
    TRY(nameMaterials(sql, supplement.application, supplement.blobs, last.value_or(0)));
    const QByteArray answer = protocol::toJson(
        protocol::ApplicationAnswer{supplement.id, QStringLiteral("stored"), now, 0});
    TRY(remember(sql, supplement.device, supplement.id, incoming.hash, answer, now));
    TRY(note(sql, {now, sender, sender, QStringLiteral("supplement.keep"), supplement.application,
                   QStringLiteral("done"), incoming.hash}));
    return stored(201, answer);
}

} // namespace tongban::central

// Notes, the sealer, the verifier and the daily root.
#include "services/central/audit_log.h"

#include "services/central/feed.h"
#include "services/core/ids.h"
#include "services/core/json_reader.h"
#include "services/crypto/hash_chain.h"
#include "services/crypto/merkle_tree.h"

namespace tongban::central {

namespace {

constexpr qint64 sealerLock = 440399001;
constexpr qint64 mostRowsPerRun = 1'000;

struct Waiting {
    QString id;
    Instant at;
    QByteArray entry;
};

Waiting waitingFrom(const SqlRow& row) {
    const QJsonObject entry{{QStringLiteral("at"), toIso(fromMs(row.integer(1)))},
                            {QStringLiteral("actor"), row.text(2)},
                            {QStringLiteral("terminal"), row.text(3)},
                            {QStringLiteral("action"), row.text(4)},
                            {QStringLiteral("object"), row.text(5)},
                            {QStringLiteral("result"), row.text(6)},
                            {QStringLiteral("detail"), QString::fromLatin1(row.bytes(7).toHex())},
                            {QStringLiteral("id"), row.text(0)}};
    return {row.text(0), fromMs(row.integer(1)), canonicalJson(entry)};
}

} // namespace

Result<void> note(Sql& sql, const AuditNote& note) {
    TRY(sql.run(
        QStringLiteral(
            "INSERT INTO audit_in (id, at, actor, terminal, action, object, result, detail_hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {newUuid7(note.at), toMs(note.at), note.actor, note.terminal, note.action, note.object,
         note.result, note.detailHash.isNull() ? QByteArray("") : note.detailHash}));
    return {};
}

Result<AuditHead> auditHead(Sql& sql) {
    TRY_ASSIGN(const auto head,
               sql.first(QStringLiteral(
                             "SELECT n, hash, signature FROM audit_head ORDER BY n DESC LIMIT 1"),
                         {}, [](const SqlRow& row) {
                             return AuditHead{row.integer(0), row.bytes(1), row.bytes(2)};
                         }));
    return head.value_or(AuditHead{0, crypto::chainStart(), {}});
}

QByteArray headStatement(qint64 n, QByteArrayView hash) {
    return QByteArray("TBAUDIT1\n") + QByteArray::number(n) + '\n' + hash.toByteArray().toHex();
}

Result<qint64> sealAudit(Sql& sql, Instant now, const SignHead& sign) {
    TRY_ASSIGN(const bool mine, sql.alone(sealerLock));
    if (!mine)
        return 0;
    TRY_ASSIGN(
        const QList<Waiting> rows,
        sql.list(
            QStringLiteral(
                "SELECT id, at, actor, terminal, action, object, result, detail_hash FROM audit_in "
                "WHERE 1 = 1%1 ORDER BY id LIMIT ?")
                .arg(sql.settled()),
            {mostRowsPerRun}, waitingFrom));
    if (rows.isEmpty())
        return 0;
    TRY_ASSIGN(AuditHead head, auditHead(sql));
    for (const Waiting& row : rows) {
        ++head.n;
        head.hash = crypto::chainHash(crypto::Hash::Sha256, head.hash, head.n, row.at, row.entry);
        TRY(sql.run(QStringLiteral("INSERT INTO audit (n, at, entry, hash) VALUES (?, ?, ?, ?)"),
                    {head.n, toMs(row.at), QString::fromUtf8(row.entry), head.hash}));
        TRY(sql.run(QStringLiteral("DELETE FROM audit_in WHERE id = ?"), {row.id}));
    }
    TRY_ASSIGN(const QByteArray signature, sign(headStatement(head.n, head.hash)));
    TRY(sql.run(
        QStringLiteral("INSERT INTO audit_head (n, at, hash, signature) VALUES (?, ?, ?, ?)"),
        {head.n, toMs(now), head.hash, signature}));
    return rows.size();
}

Result<qint64>
verifyAudit(Sql& sql,
            const std::function<bool(const QByteArray&, const QByteArray&)>& signatureGood) {
    crypto::ChainVerifier verifier(crypto::Hash::Sha256);
    Result<void> good;
    TRY(sql.each(QStringLiteral("SELECT n, at, entry, hash FROM audit ORDER BY n"), {},
                 [&](const SqlRow& row) {
                     if (good.has_value())
                         good = verifier.add(row.integer(0), fromMs(row.integer(1)),
                                             row.text(2).toUtf8(), row.bytes(3));
                 }));
    TRY(good);
    TRY_ASSIGN(const AuditHead head, auditHead(sql));
    if (head.n != verifier.lastN() || head.hash != verifier.head())
        return fail(FaultKind::Crypto,
                    QStringLiteral("audit: the chain ends at row %1, the signed head at %2")
                        .arg(verifier.lastN())
                        .arg(head.n));
    if (head.n > 0 && !signatureGood(headStatement(head.n, head.hash), head.signature))
        return fail(FaultKind::Crypto, QStringLiteral("audit: the head's signature is not ours"));
    return head.n;
}

Result<bool>
auditSound(Sql& sql,
           const std::function<bool(const QByteArray&, const QByteArray&)>& signatureGood) {
    TRY_ASSIGN(const bool mine, sql.alone(sealerLock));
    if (mine)
        TRY(verifyAudit(sql, signatureGood));
    return true;
}

Result<QByteArray> dailyRoot(Sql& sql, QDate day) {
    const qint64 from = day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    TRY_ASSIGN(
        const QList<QByteArray> leaves,
        sql.list(QStringLiteral("SELECT entry FROM audit WHERE at >= ? AND at < ? ORDER BY n"),
                 {from, from + 86'400'000},
                 [](const SqlRow& row) { return row.text(0).toUtf8(); }));
    return crypto::merkleRoot(leaves);
}

} // namespace tongban::central

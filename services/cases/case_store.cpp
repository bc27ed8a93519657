// The one transaction of handing in, and the questions asked afterwards.
#include "services/cases/case_store.h"

#include "services/cases/audit_chain.h"
#include "services/cases/outbox.h"

#include <QCryptographicHash>

namespace tongban::cases {

namespace {

using storage::Database;
using storage::Statement;

QByteArray chained(const QByteArray& previous, const QByteArray& digest) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    hash.addData(digest);
    return hash.result();
}

qint64 ms(Instant at) {
    return at.time_since_epoch().count();
}

Instant instant(qint64 ms) {
    return Instant(std::chrono::milliseconds(ms));
}

const QString caseColumns = QStringLiteral(
    "SELECT a.id, a.dseq, a.item, a.package, a.state, a.created_at, r.number, r.url, r.prints "
    "FROM application a JOIN receipt r ON r.application = a.id ");

CaseRow readCase(const Statement& row) {
    return {CaseId(row.text(0)),
            static_cast<quint64>(row.integer(1)),
            row.text(2),
            row.text(3),
            row.text(4),
            instant(row.integer(5)),
            row.text(6),
            row.text(7),
            static_cast<int>(row.integer(8))};
}

Result<void> writeJournal(Database& database, const Submission& s) {
    QByteArray previous(32, '\0');
    for (const JournalEntry& entry : s.journal) {
        previous = chained(previous, entry.digest);
        TRY(database.run(
            QStringLiteral("INSERT INTO event (case_id, seq, epoch, at, kind, digest, hash) "
                           "VALUES (?,?,?,?,?,?,?)"),
            s.id.text(), entry.sequence, entry.epoch, ms(entry.at), entry.kind, entry.digest,
            previous));
    }
    return {};
}

Result<void> writeMaterials(Database& database, const Submission& s) {
    for (const SealedMaterial& material : s.materials) {
        TRY(enqueueMaterial(database, material));
        TRY(database.run(QStringLiteral("INSERT OR IGNORE INTO application_material VALUES (?,?)"),
                         s.id.text(), material.hash));
    }
    return {};
}

} // namespace

Result<quint64> nextDeviceSequence(Database& database) {
    // The floor stands where a damaged database was replaced (damage.h).
    TRY_ASSIGN(const auto last,
               database.first(
                   QStringLiteral("SELECT max(coalesce((SELECT max(dseq) FROM application), 0), "
                                  "coalesce((SELECT CAST(v AS INTEGER) FROM cursor WHERE k = "
                                  "'dseq-floor'), 0))"),
                   [](const Statement& row) { return row.integer(0); }));
    return static_cast<quint64>(last.value_or(0)) + 1;
}

Result<void> submit(Database& database, const Submission& s) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    TRY_ASSIGN(const auto known,
               database.first(
                   QStringLiteral("SELECT manifest FROM application WHERE id = ?"),
                   [](const Statement& row) { return row.bytes(0); }, s.id.text()));
    if (known.has_value()) {
        if (*known == s.manifest)
            return transaction.commit();
        return fail(FaultKind::Conflict,
                    QStringLiteral("this case was handed in with other content"));
    }
    TRY(database.run(
        QStringLiteral(
            "INSERT INTO application (id, dseq, item, package, manifest, state, created_at) "
            "VALUES (?,?,?,?,?,'sealed',?)"),
        s.id.text(), static_cast<qint64>(s.deviceSequence), s.item, s.packageDigest, s.manifest,
        ms(s.at)));
    TRY(writeJournal(database, s));
    TRY(writeMaterials(database, s));
    TRY(enqueue(database, Lane::Submit, s.id.text()));
    TRY(database.run(
        QStringLiteral("INSERT INTO receipt (rid, application, number, url) VALUES (?,?,?,?)"),
        s.receiptId, s.id.text(), s.receiptNumber, s.receiptUrl));
    TRY(appendAudit(database, s.at, QStringLiteral("submit %1").arg(s.id.text())));
    return transaction.commit();
}

Result<std::optional<CaseRow>> caseById(Database& database, const CaseId& id) {
    return database.first(caseColumns + QStringLiteral("WHERE a.id = ?"), readCase, id.text());
}

Result<std::optional<CaseRow>> caseByReceipt(Database& database, const QByteArray& receiptId) {
    return database.first(caseColumns + QStringLiteral("WHERE r.rid = ?"), readCase, receiptId);
}

Result<QList<StatusEvent>> statusOf(Database& database, const CaseId& id) {
    QList<StatusEvent> events;
    TRY(database.each(
        QStringLiteral(
            "SELECT dseq, kind, body, at FROM inbox WHERE application = ? ORDER BY dseq"),
        [&](const Statement& row) {
            events.append(
                {row.integer(0), id, row.text(1), row.text(2).toUtf8(), instant(row.integer(3))});
        },
        id.text()));
    return events;
}

Result<int> countPrint(Database& database, const CaseId& id) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    TRY_ASSIGN(
        const qint64 changed,
        database.run(QStringLiteral("UPDATE receipt SET prints = prints + 1 WHERE application = ?"),
                     id.text()));
    if (changed == 0)
        return fail(FaultKind::NotFound, QStringLiteral("no receipt for this case"));
    TRY_ASSIGN(const auto prints,
               database.first(
                   QStringLiteral("SELECT prints FROM receipt WHERE application = ?"),
                   [](const Statement& row) { return static_cast<int>(row.integer(0)); },
                   id.text()));
    TRY(transaction.commit());
    return prints.value_or(1);
}

Result<void> verifyJournal(Database& database, const CaseId& id) {
    QByteArray previous(32, '\0');
    int expected = 1;
    int broken = 0;
    TRY(database.each(
        QStringLiteral("SELECT seq, digest, hash FROM event WHERE case_id = ? ORDER BY seq"),
        [&](const Statement& row) {
            if (broken == 0 &&
                (row.integer(0) != expected || row.bytes(2) != chained(previous, row.bytes(1))))
                broken = expected;
            previous = row.bytes(2);
            ++expected;
        },
        id.text()));
    if (broken != 0)
        return fail(FaultKind::Conflict,
                    QStringLiteral("event %1 is not what was written").arg(broken));
    return {};
}

Result<int> purgeConfirmed(Database& database, Instant before) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    TRY_ASSIGN(const qint64 purged,
               database.run(QStringLiteral(
                                "UPDATE application SET manifest = NULL WHERE state = 'confirmed' "
                                "AND manifest IS NOT NULL AND delivered_at < ?"),
                            ms(before)));
    TRY(database.run(QStringLiteral("UPDATE supplement SET manifest = NULL WHERE "
                                    "state = 'delivered' AND delivered_at < ?"),
                     ms(before)));
    TRY(database.run(QStringLiteral(
        "UPDATE material SET bytes = NULL WHERE bytes IS NOT NULL AND NOT EXISTS ("
        "SELECT 1 FROM application_material m JOIN application a ON a.id = m.application "
        "WHERE m.hash = material.hash AND a.manifest IS NOT NULL) AND NOT EXISTS ("
        "SELECT 1 FROM supplement_material m JOIN supplement s ON s.id = m.supplement "
        "WHERE m.hash = material.hash AND s.manifest IS NOT NULL)")));
    TRY(transaction.commit());
    return static_cast<int>(purged);
}

} // namespace tongban::cases

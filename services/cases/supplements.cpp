// One addition; what the outbox asks of it.
#include "services/cases/supplements.h"

#include "services/cases/audit_chain.h"
#include "services/cases/outbox.h"

namespace tongban::cases {

using storage::Database;
using storage::Statement;

Result<void> addSupplement(Database& database, const SealedSupplement& s) {
    TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(database));
    TRY_ASSIGN(const auto known, database.first(
                                     QStringLiteral("SELECT manifest FROM supplement WHERE id = ?"),
                                     [](const Statement& row) { return row.bytes(0); }, s.id));
    if (known.has_value()) {
        if (*known == s.manifest)
            return transaction.commit();
        return fail(FaultKind::Conflict,
                    QStringLiteral("this supplement was added with other content"));
    }
    TRY_ASSIGN(const auto owner,
               database.first(
                   QStringLiteral("SELECT 1 FROM application WHERE id = ?"),
                   [](const Statement& row) { return row.integer(0); }, s.application.text()));
    if (!owner.has_value())
        return fail(FaultKind::NotFound, QStringLiteral("this case was not handed in here"));
    TRY_ASSIGN(const int newest, newestSupplement(database, s.application));
    if (s.revision <= newest)
        return fail(FaultKind::Conflict,
                    QStringLiteral("revision %1 was added already").arg(s.revision));
    TRY(database.run(
        QStringLiteral("INSERT INTO supplement (id, application, rev, manifest, state, created_at) "
                       "VALUES (?,?,?,?,'sealed',?)"),
        s.id, s.application.text(), s.revision, s.manifest, s.at.time_since_epoch().count()));
    for (const SealedMaterial& material : s.materials) {
        TRY(enqueueMaterial(database, material));
        TRY(database.run(QStringLiteral("INSERT OR IGNORE INTO supplement_material VALUES (?,?)"),
                         s.id, material.hash));
    }
    TRY(enqueue(database, Lane::Submit, s.id));
    TRY(appendAudit(database, s.at, QStringLiteral("supplement %1").arg(s.application.text())));
    return transaction.commit();
}

Result<int> newestSupplement(Database& database, const CaseId& application) {
    TRY_ASSIGN(
        const auto newest,
        database.first(
            QStringLiteral("SELECT coalesce(max(rev), 0) FROM supplement WHERE application = ?"),
            [](const Statement& row) { return static_cast<int>(row.integer(0)); },
            application.text()));
    return newest.value_or(0);
}

Result<std::optional<SupplementLoad>> supplementById(Database& database, const QString& id) {
    return database.first(
        QStringLiteral("SELECT application, manifest FROM supplement "
                       "WHERE id = ? AND manifest IS NOT NULL"),
        [](const Statement& row) {
            return SupplementLoad{CaseId(row.text(0)), row.bytes(1)};
        },
        id);
}

} // namespace tongban::cases

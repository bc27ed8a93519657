// Sound: SQLite's quick check, the audit chain, and each waiting row and blob against its
// signature or digest. Else: rename, begin anew, carry over row by row: cases, then what was added
// to them.
#include "services/cases/damage.h"

#include "services/cases/audit_chain.h"
#include "services/cases/outbox.h"
#include "services/cases/supplements.h"
#include "services/crypto/digest.h"

#include <QFile>
#include <QMap>
#include <QSet>
#include <optional>

namespace tongban::cases {

namespace {

using storage::Database;
using storage::Statement;

// Running numbers continue this far above the highest one seen, so that a number whose row is lost
// is never used for another case (the central service would refuse that one).
constexpr qint64 sequenceGap = 10'000;

// In several small readings: what stands behind a damaged page is reached from the other end.
template <typename Row>
void readBothWays(Database& database, const QString& select, Row row) {
    for (const char* order : {"ASC", "DESC"}) {
        const auto read = database.each(
            QStringLiteral("%1 ORDER BY rowid %2").arg(select, QLatin1String(order)), row);
        if (read.has_value())
            return;
    }
}

const QString keptColumns =
    QStringLiteral("SELECT a.id, a.dseq, a.item, a.manifest, r.rid, r.url FROM application a "
                   "LEFT JOIN receipt r ON r.application = a.id ");

KeptCase readKept(const Statement& row) {
    return {row.text(0), row.integer(1), row.text(2), row.bytes(3), row.bytes(4), row.text(5)};
}

KeptSupplement readSupplement(const Statement& row) {
    return {row.text(0), row.text(1), static_cast<int>(row.integer(2)), row.bytes(3)};
}

Result<void> contentIsWhole(Database& database, const Genuine& genuine) {
    QString wrong;
    int signedByOther = 0;
    int good = 0;
    // Only what the central service has confirmed may be purged.
    TRY(database.each(keptColumns +
                          QStringLiteral("WHERE a.manifest IS NOT NULL OR a.state <> 'confirmed'"),
                      [&](const Statement& row) {
                          ++(genuine.application(readKept(row)) ? good : signedByOther);
                      }));
    TRY(database.each(QStringLiteral("SELECT id, application, rev, manifest FROM supplement "
                                     "WHERE manifest IS NOT NULL OR state <> 'delivered'"),
                      [&](const Statement& row) {
                          ++(genuine.supplement(readSupplement(row)) ? good : signedByOther);
                      }));
    // When not one is genuine the machine has got another key or name: no damage.
    if (signedByOther > 0 && good > 0)
        wrong = QStringLiteral("a kept case is not what was signed");
    TRY(database.each(QStringLiteral("SELECT hash, bytes FROM material WHERE bytes IS NOT NULL "
                                     "OR state = 'waiting'"),
                      [&wrong](const Statement& row) {
                          if (crypto::sha256(row.bytes(1)) != row.bytes(0))
                              wrong = QStringLiteral("a kept blob does not have its digest");
                      }));
    if (!wrong.isEmpty())
        return fail(FaultKind::Storage, wrong);
    return {};
}

Result<void> lookedOver(const QString& path, const QList<storage::Migration>& migrations,
                        const Genuine& genuine) {
    TRY_ASSIGN(Database database, Database::open(path));
    TRY(database.quickCheck());
    TRY(storage::migrate(database, migrations));
    TRY(verifyAudit(database));
    return contentIsWhole(database, genuine);
}

// What a supplement needs besides itself: the row of its case, of which the bytes may have been
// purged long ago.
struct WholeSupplement {
    SealedSupplement supplement;
    qint64 deviceSequence = 0;
    QString item;
    QString packageDigest;
    qint64 createdAt = 0;
};

struct Remains {
    QList<Submission> cases;
    QList<WholeSupplement> supplements;
    qint64 highest = 0; // running number
};

// `link` is application or supplement.
QList<SealedMaterial> materialsOf(Database& old, const QString& link, const QString& id,
                                  bool& whole) {
    QList<SealedMaterial> materials;
    const auto read = old.each(
        QStringLiteral("SELECT m.hash, m.bytes FROM %1_material l "
                       "JOIN material m ON m.hash = l.hash WHERE l.%1 = ?")
            .arg(link),
        [&](const Statement& row) {
            const bool there = crypto::sha256(row.bytes(1)) == row.bytes(0);
            whole = whole && there;
            if (there)
                materials.append({row.bytes(0), row.bytes(1)});
        },
        id);
    whole = whole && read.has_value();
    return materials;
}

std::optional<Submission> wholeCase(Database& old, const QString& id, const Genuine& genuine) {
    const auto kept = old.first(keptColumns + QStringLiteral("WHERE a.id = ?"), readKept, id);
    if (!kept.has_value() || !*kept || (*kept)->manifest.isEmpty() || !genuine.application(**kept))
        return {};
    const auto rest = old.first(
        QStringLiteral("SELECT a.package, a.created_at, r.number FROM application a "
                       "JOIN receipt r ON r.application = a.id WHERE a.id = ?"),
        [](const Statement& row) {
            Submission s;
            s.packageDigest = row.text(0);
            s.at = Instant(std::chrono::milliseconds(row.integer(1)));
            s.receiptNumber = row.text(2);
            return s;
        },
        id);
    if (!rest.has_value() || !*rest)
        return {};
    Submission s = **rest;
    s.id = CaseId(id);
    s.deviceSequence = static_cast<quint64>((*kept)->deviceSequence);
    s.item = (*kept)->item;
    s.manifest = (*kept)->manifest;
    s.receiptId = (*kept)->receiptId;
    s.receiptUrl = (*kept)->receiptUrl;
    bool whole = true;
    s.materials = materialsOf(old, QStringLiteral("application"), id, whole);
    return whole ? std::optional<Submission>(s) : std::nullopt;
}

std::optional<WholeSupplement> wholeSupplement(Database& old, const KeptSupplement& kept,
                                               const Genuine& genuine) {
    if (kept.manifest.isEmpty() || !genuine.supplement(kept))
        return {};
    const auto row = old.first(
        QStringLiteral("SELECT s.created_at, a.dseq, a.item, a.package, a.created_at "
                       "FROM supplement s JOIN application a ON a.id = s.application "
                       "WHERE s.id = ?"),
        [](const Statement& r) {
            WholeSupplement one;
            one.supplement.at = Instant(std::chrono::milliseconds(r.integer(0)));
            one.deviceSequence = r.integer(1);
            one.item = r.text(2);
            one.packageDigest = r.text(3);
            one.createdAt = r.integer(4);
            return one;
        },
        kept.id);
    if (!row.has_value() || !*row)
        return {};
    WholeSupplement one = **row;
    one.supplement.id = kept.id;
    one.supplement.application = CaseId(kept.application);
    one.supplement.revision = kept.revision;
    one.supplement.manifest = kept.manifest;
    bool whole = true;
    one.supplement.materials = materialsOf(old, QStringLiteral("supplement"), kept.id, whole);
    return whole ? std::optional<WholeSupplement>(one) : std::nullopt;
}

// In the order in which they were added.
QList<WholeSupplement> wholeSupplements(Database& old, const Genuine& genuine) {
    QMap<std::pair<QString, int>, KeptSupplement> rows;
    readBothWays(old, QStringLiteral("SELECT id, application, rev, manifest FROM supplement"),
                 [&rows](const Statement& row) {
                     const KeptSupplement kept = readSupplement(row);
                     rows.insert({kept.application, kept.revision}, kept);
                 });
    QList<WholeSupplement> all;
    for (const KeptSupplement& kept : std::as_const(rows)) {
        if (const auto one = wholeSupplement(old, kept, genuine))
            all.append(*one);
    }
    return all;
}

Remains readRemains(Database& old, const Genuine& genuine) {
    Remains remains;
    QSet<QString> seen;
    readBothWays(old, QStringLiteral("SELECT dseq FROM application"), [&](const Statement& row) {
        remains.highest = qMax(remains.highest, row.integer(0));
    });
    QStringList ids;
    readBothWays(old, QStringLiteral("SELECT id FROM application"), [&](const Statement& row) {
        if (!seen.contains(row.text(0)))
            ids.append(row.text(0));
        seen.insert(row.text(0));
    });
    for (const QString& id : std::as_const(ids)) {
        if (const auto one = wholeCase(old, id, genuine))
            remains.cases.append(*one);
    }
    remains.supplements = wholeSupplements(old, genuine);
    return remains;
}

// A case whose bytes were purged has only its row; the centre has confirmed it long ago.
Result<void> carrySupplement(Database& fresh, const WholeSupplement& one) {
    TRY(fresh.run(QStringLiteral("INSERT OR IGNORE INTO application (id, dseq, item, package, "
                                 "state, created_at) VALUES (?,?,?,?,'confirmed',?)"),
                  one.supplement.application.text(), one.deviceSequence, one.item,
                  one.packageDigest, one.createdAt));
    return addSupplement(fresh, one.supplement);
}

// Everything is handed in anew: what the central service has already, it knows by its id.
Result<void> carryOver(Database& fresh, const Remains& remains, const QString& movedTo,
                       StartCheck& check, Instant now) {
    for (const Submission& submission : remains.cases) {
        if (submit(fresh, submission).has_value())
            ++check.carried;
    }
    for (const WholeSupplement& one : remains.supplements) {
        if (carrySupplement(fresh, one).has_value())
            ++check.supplements;
    }
    check.missing = qMax<qint64>(0, remains.highest - check.carried);
    TRY(setCursor(fresh, QStringLiteral("dseq-floor"),
                  QString::number(remains.highest + sequenceGap)));
    return appendAudit(fresh, now,
                       QStringLiteral("damaged database moved to %1, %2 cases and %3 supplements "
                                      "carried over, %4 missing")
                           .arg(movedTo.section(u'/', -1))
                           .arg(check.carried)
                           .arg(check.supplements)
                           .arg(check.missing));
}

Result<QString> moveAside(const QString& path, Instant now) {
    const QString aside =
        QStringLiteral("%1.damaged-%2").arg(path).arg(now.time_since_epoch().count());
    if (!QFile::rename(path, aside))
        return fail(FaultKind::Storage, QStringLiteral("cannot move %1 aside").arg(path));
    for (const char* suffix : {"-wal", "-shm"})
        QFile::rename(path + QLatin1String(suffix), aside + QLatin1String(suffix));
    return aside;
}

} // namespace

Result<StartCheck> checkAtStart(const QString& path, const QList<storage::Migration>& migrations,
                                const Genuine& genuine, Instant now) {
    StartCheck check;
    if (!QFile::exists(path))
        return check;
    const auto sound = lookedOver(path, migrations, genuine);
    if (sound.has_value())
        return check;
    // A newer program's database is no damage: it must not be moved away.
    if (sound.error().kind == FaultKind::Conflict &&
        sound.error().detail.contains(QLatin1String("schema")))
        return fail(sound.error());
    check.why = sound.error().detail;
    TRY_ASSIGN(check.movedTo, moveAside(path, now));
    TRY_ASSIGN(Database fresh, Database::open(path));
    TRY(storage::migrate(fresh, migrations));
    Remains remains;
    // Not read-only: what was committed to the write-ahead log belongs to it.
    if (auto old = Database::open(check.movedTo); old.has_value())
        remains = readRemains(*old, genuine);
    TRY(carryOver(fresh, remains, check.movedTo, check, now));
    return check;
}

} // namespace tongban::cases

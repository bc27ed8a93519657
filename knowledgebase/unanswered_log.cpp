// UnansweredLog: one sealed row a question; clusters by shared pairs of characters.
#include "knowledgebase/unanswered_log.h"

#include "knowledgebase/analyzer.h"
#include "knowledgebase/masking.h"
#include "services/core/json_reader.h"

#include <QSet>
#include <algorithm>

namespace tongban::knowledgebase {

namespace {

constexpr double alike = 0.4; // shared part of the pairs of two questions

QSet<TermKey> pairsOf(const QString& text) {
    std::vector<Placed> units;
    Analyzer::units(text, units);
    QSet<TermKey> pairs;
    for (size_t i = 0; i < units.size(); ++i)
        pairs.insert(i > 0 && units[i].joined ? pairKey(units[i - 1].unit, units[i].unit)
                                              : characterKey(units[i].unit));
    return pairs;
}

double likeness(const QSet<TermKey>& a, const QSet<TermKey>& b) {
    qsizetype shared = 0;
    for (const TermKey key : a)
        shared += b.contains(key) ? 1 : 0;
    const qsizetype all = a.size() + b.size() - shared;
    return all == 0 ? 1 : static_cast<double>(shared) / static_cast<double>(all);
}

struct Gathered {
    QuestionCluster cluster;
    QSet<TermKey> pairs;
    QSet<QByteArray> sessions;
};

} // namespace

UnansweredLog::UnansweredLog(storage::Database& database, const crypto::Vault& vault)
    : m_database(&database)
    , m_vault(&vault) {}

Result<UnansweredLog> UnansweredLog::open(storage::Database& database, const crypto::Vault& vault) {
    TRY(database.execute(QStringLiteral(
        "CREATE TABLE IF NOT EXISTS unanswered (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, "
        "session BLOB NOT NULL, sealed BLOB NOT NULL); "
        "CREATE INDEX IF NOT EXISTS unanswered_at ON unanswered (at);")));
    return UnansweredLog(database, vault);
}

Result<void> UnansweredLog::record(const QString& session, const QString& text, AskOutcome outcome,
                                   Instant at) {
    const QString kept = masked(text).trimmed();
    if (kept.isEmpty())
        return {};
    const QByteArray plain = canonicalJson(
        {{QStringLiteral("text"), kept}, {QStringLiteral("outcome"), static_cast<int>(outcome)}});
    TRY_ASSIGN(const QByteArray sealed, m_vault->seal(plain, "unanswered"));
    TRY(m_database->run(
        QStringLiteral("INSERT INTO unanswered (at, session, sealed) VALUES (?, ?, ?)"),
        static_cast<qint64>(at.time_since_epoch().count()),
        m_vault->keyedDigest(session.toUtf8(), "unanswered/session"), sealed));
    return {};
}

Result<qint64> UnansweredLog::forget(Instant now) {
    const Instant before = now - kept;
    return m_database->run(QStringLiteral("DELETE FROM unanswered WHERE at < ?"),
                           static_cast<qint64>(before.time_since_epoch().count()));
}

Result<QList<QuestionCluster>> UnansweredLog::clusters(int sessions) const {
    std::vector<Gathered> gathered;
    Result<void> wrong;
    TRY(m_database->each(
        QStringLiteral("SELECT at, session, sealed FROM unanswered ORDER BY id"),
        [&](const storage::Statement& row) {
            const auto plain = m_vault->open(row.bytes(2), "unanswered");
            if (!plain) {
                wrong = fail(plain.error());
                return;
            }
            const auto object = parseJsonObject(plain->view().toByteArray());
            if (!object)
                return;
            const QString text = object->value(QStringLiteral("text")).toString();
            const QSet<TermKey> pairs = pairsOf(text);
            auto place = std::find_if(gathered.begin(), gathered.end(), [&](const Gathered& g) {
                return likeness(g.pairs, pairs) >= alike;
            });
            if (place == gathered.end())
                place = gathered.insert(gathered.end(), {{text, {}, 0, {}, {}}, pairs, {}});
            if (!place->cluster.variants.contains(text))
                place->cluster.variants.append(text);
            place->sessions.insert(row.bytes(1));
            place->cluster.sessions = static_cast<int>(place->sessions.size());
            place->cluster.last = Instant(std::chrono::milliseconds(row.integer(0)));
            place->cluster.lastOutcome =
                static_cast<AskOutcome>(object->value(QStringLiteral("outcome")).toInt());
        }));
    TRY(wrong);
    QList<QuestionCluster> result;
    for (Gathered& one : gathered) {
        if (one.cluster.sessions >= sessions)
            result.append(std::move(one.cluster));
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.sessions > b.sessions; });
    return result;
}

} // namespace tongban::knowledgebase

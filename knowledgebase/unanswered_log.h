// UnansweredLog: questions without a good answer, masked, sealed by the vault, kept for 30 days on
// this machine. Only clusters seen in three sessions or more ever leave it.
#pragma once

#include "services/core/clock.h"
#include "services/crypto/vault.h"
#include "services/storage/database.h"

#include <QStringList>

namespace tongban::knowledgebase {

enum class AskOutcome { Done, Rephrased, Left, CalledStaff };

struct QuestionCluster {
    QString text; // the first of its questions, masked
    QStringList variants;
    int sessions = 0;
    Instant last{};
    AskOutcome lastOutcome = AskOutcome::Left;
};

class UnansweredLog {
public:
    static constexpr std::chrono::days kept{30};
    static constexpr int fewestSessions = 3;

    // Both must outlive the log.
    static Result<UnansweredLog> open(storage::Database& database, const crypto::Vault& vault);

    // `session` is any name of the session; only a keyed digest of it is kept.
    Result<void> record(const QString& session, const QString& text, AskOutcome outcome,
                        Instant at);
    Result<qint64> forget(Instant now); // what is older than 30 days; how many
    // Alike questions together, the most frequent first; rarer ones than `sessions` are left out.
    Result<QList<QuestionCluster>> clusters(int sessions = fewestSessions) const;

private:
    UnansweredLog(storage::Database& database, const crypto::Vault& vault);
    storage::Database* m_database;
    const crypto::Vault* m_vault;
};

} // namespace tongban::knowledgebase

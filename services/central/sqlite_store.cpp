// The embedded store: one connection on one thread; whatever queued up while the last COMMIT ran
// shares the next one.
#include "services/central/store.h"
#include "services/storage/database.h"
#include "services/storage/migrations.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace tongban::central {

namespace {

constexpr size_t largestGroup = 64;

class SqliteRow final : public SqlRow {
public:
    explicit SqliteRow(const storage::Statement& statement)
        : m_statement(statement) {}
    qint64 integer(int column) const override { return m_statement.integer(column); }
    QString text(int column) const override { return m_statement.text(column); }
    QByteArray bytes(int column) const override { return m_statement.bytes(column); }
    bool isNull(int column) const override { return m_statement.isNull(column); }

private:
    const storage::Statement& m_statement;
};

class SqliteSql final : public Sql {
public:
    explicit SqliteSql(storage::Database& database)
        : m_database(database) {}

    Result<qint64> each(const QString& statement, const SqlValues& values,
                        const Visit& visit) override {
        TRY_ASSIGN(storage::Statement prepared, m_database.prepare(statement));
        for (int i = 0; i < values.size(); ++i) {
            std::visit(
                [&](const auto& value) {
                    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
                        prepared.bind(i + 1, std::nullopt);
                    else
                        prepared.bind(i + 1, value);
                },
                values[i]);
        }
        const SqliteRow row(prepared);
        while (true) {
            TRY_ASSIGN(const bool more, prepared.step());
            if (!more)
                return m_database.changes();
            if (visit)
                visit(row);
        }
    }
    QString skipLocked() const override { return {}; }
    QString settled() const override { return {}; }
    Result<bool> alone(qint64 lock) override {
        Q_UNUSED(lock) // one process, one connection
        return true;
    }

private:
    storage::Database& m_database;
};

class SqliteStore final : public Store {
public:
    SqliteStore(storage::Database database, int mostQueued)
        : m_database(std::move(database))
        , m_mostQueued(mostQueued)
        , m_thread([this] { loop(); }) {}
    ~SqliteStore() override {
        {
            const std::lock_guard lock(m_guard);
            m_ending = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    QString kind() const override { return QStringLiteral("sqlite"); }

protected:
    void enqueue(Job job) override {
        {
            const std::lock_guard lock(m_guard);
            if (!m_ending && m_jobs.size() < static_cast<size_t>(m_mostQueued)) {
                m_jobs.push_back(std::move(job));
                m_wake.notify_one();
                return;
            }
        }
        job.done(fail(FaultKind::Storage, QStringLiteral("store: queue full")));
    }

private:
    void loop() {
        while (true) {
            std::vector<Job> group;
            {
                std::unique_lock lock(m_guard);
                m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
                if (m_jobs.empty())
                    return;
                while (!m_jobs.empty() && group.size() < largestGroup) {
                    group.push_back(std::move(m_jobs.front()));
                    m_jobs.pop_front();
                }
            }
            commitGroup(group);
        }
    }

    void commitGroup(std::vector<Job>& group) {
        SqliteSql sql(m_database);
        std::vector<Result<void>> outcomes;
        QSet<QString> woken;
        const Result<void> committed = [&]() -> Result<void> {
            TRY_ASSIGN(storage::Transaction transaction, storage::Transaction::begin(m_database));
            for (Job& job : group) {
                outcomes.push_back(inSavepoint(job, sql));
                if (outcomes.back().has_value())
                    woken += sql.takeWoken();
                else
                    sql.takeWoken();
            }
            return transaction.commit();
        }();
        if (committed.has_value())
            tell(woken);
        for (size_t i = 0; i < group.size(); ++i)
            group[i].done(committed.has_value() ? std::move(outcomes[i])
                                                : Result<void>(fail(committed.error())));
    }

    // One job's failure must not take its neighbours along.
    Result<void> inSavepoint(Job& job, Sql& sql) {
        TRY(sql.run(QStringLiteral("SAVEPOINT job")));
        Result<void> outcome = job.work(sql);
        if (!outcome.has_value())
            TRY(sql.run(QStringLiteral("ROLLBACK TO job")));
        TRY(sql.run(QStringLiteral("RELEASE job")));
        return outcome;
    }

    storage::Database m_database;
    int m_mostQueued;
    std::mutex m_guard;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace

namespace {

// Looked over before anything is written to it. What the law wants kept for years is not moved
// aside as on a kiosk: a person decides, with the backup at hand.
Result<storage::Database> openSound(const QString& file) {
    auto database = storage::Database::open(file);
    Result<void> sound =
        database.has_value() ? database->integrityCheck() : Result<void>(fail(database.error()));
    if (sound.has_value())
        return database;
    return fail(sound.error().kind,
                QStringLiteral("%1 is damaged; the service does not start on it. Keep the file and "
                               "put a backup in its place (deploy/README.md). SQLite: %2")
                    .arg(file, sound.error().detail));
}

} // namespace

Result<std::unique_ptr<Store>> openSqliteStore(const StoreOptions& options) {
    TRY_ASSIGN(storage::Database database, openSound(options.sqliteFile));
    // What is deleted in time is gone from the file as well (PIPL art. 47).
    TRY(database.execute(QStringLiteral("PRAGMA secure_delete = ON")));
    TRY_ASSIGN(const QList<storage::Migration> migrations,
               storage::readMigrations(options.migrations));
    TRY(storage::migrate(database, migrations));
    return std::unique_ptr<Store>(new SqliteStore(std::move(database), options.mostQueued));
}

} // namespace tongban::central

// The store for a city: a few connections to PostgreSQL, one transaction a job, serialisation
// failures tried again.
#include "services/central/postgres_relay.h"
#include "services/central/store.h"
#include "services/storage/migrations.h"

#include <QHash>
#include <condition_variable>
#include <deque>
#include <libpq-fe.h>
#include <mutex>
#include <thread>

namespace tongban::central {

namespace {

constexpr int mostTries = 6;
constexpr Oid byteaType = 17;
constexpr Oid bigintType = 20;
constexpr Oid textType = 25;

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultOwner = std::unique_ptr<PGresult, Clear>;

// `?` becomes $1, $2 …; our statements hold no `?` inside quotes.
QByteArray numbered(const QString& statement) {
    QByteArray out;
    int n = 0;
    for (const char c : statement.toUtf8()) {
        if (c == '?')
            out += '$' + QByteArray::number(++n);
        else
            out += c;
    }
    return out;
}

class PostgresRow final : public SqlRow {
public:
    PostgresRow(const PGresult* result, int row)
        : m_result(result)
        , m_row(row) {}
    qint64 integer(int column) const override { return raw(column).toLongLong(); }
    QString text(int column) const override { return QString::fromUtf8(raw(column)); }
    QByteArray bytes(int column) const override {
        const QByteArray value = raw(column); // bytea as text: \x…
        return value.startsWith("\\x") ? QByteArray::fromHex(value.mid(2)) : value;
    }
    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) == 1; }

private:
    QByteArray raw(int column) const {
        return {PQgetvalue(m_result, m_row, column), PQgetlength(m_result, m_row, column)};
    }
    const PGresult* m_result;
    int m_row;
};

class PostgresSql final : public Sql {
public:
    explicit PostgresSql(QString where)
        : m_where(std::move(where)) {}

    QString skipLocked() const override { return QStringLiteral(" FOR UPDATE SKIP LOCKED"); }
    QString settled() const override {
        return QStringLiteral(" AND xid < pg_snapshot_xmin(pg_current_snapshot())");
    }
    Result<bool> alone(qint64 lock) override {
        TRY_ASSIGN(
            const auto got,
            first(QStringLiteral("SELECT CASE WHEN pg_try_advisory_xact_lock(?) THEN 1 ELSE 0 END"),
                  {lock}, [](const SqlRow& row) { return row.integer(0) == 1; }));
        return got.value_or(false);
    }

    Result<void> connect() {
        if (m_connection && PQstatus(m_connection.get()) == CONNECTION_OK)
            return {};
        m_prepared.clear();
        m_connection.reset(PQconnectdb(m_where.toUtf8().constData()));
        if (PQstatus(m_connection.get()) != CONNECTION_OK)
            return fail(FaultKind::Offline, QStringLiteral("postgresql: no connection"));
        PQsetNoticeReceiver(m_connection.get(), &PostgresSql::onNotice, this);
        return {};
    }

    Result<qint64> each(const QString& statement, const SqlValues& values,
                        const Visit& visit) override {
        TRY_ASSIGN(const QByteArray name, prepare(statement, values));
        QList<QByteArray> held;
        std::vector<const char*> pointers;
        std::vector<int> lengths;
        std::vector<int> formats;
        for (const SqlValue& value : values) {
            held.append(wire(value));
            pointers.push_back(
                std::holds_alternative<std::monostate>(value) ? nullptr : held.last().constData());
            lengths.push_back(static_cast<int>(held.last().size()));
            formats.push_back(std::holds_alternative<QByteArray>(value) ? 1 : 0);
        }
        const ResultOwner result(PQexecPrepared(m_connection.get(), name.constData(),
                                                static_cast<int>(values.size()), pointers.data(),
                                                lengths.data(), formats.data(), 0));
        TRY(check(result.get()));
        for (int row = 0; visit && row < PQntuples(result.get()); ++row)
            visit(PostgresRow(result.get(), row));
        return QByteArray(PQcmdTuples(result.get())).toLongLong();
    }

    Result<void> plain(const char* statement) {
        const ResultOwner result(PQexec(m_connection.get(), statement));
        return check(result.get());
    }
    // A warning during COMMIT means "committed here, perhaps not on the standby": unknown to us
    // (sync.md §2.3).
    Result<void> commit() {
        m_warned = false;
        Result<void> done = plain("COMMIT");
        if (m_warned || (!done.has_value() && PQstatus(m_connection.get()) != CONNECTION_OK))
            return fail(FaultKind::Timeout,
                        QStringLiteral("postgresql: outcome of COMMIT unknown"));
        return done;
    }
    bool shouldTryAgain() const {
        return m_state == "40001" || m_state == "40P01" || m_state == "23505";
    }
    bool lost() const { return PQstatus(m_connection.get()) != CONNECTION_OK; }

private:
    static void onNotice(void* self, const PGresult* notice) {
        const char* state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
        if (state != nullptr && QByteArray(state).startsWith("01"))
            static_cast<PostgresSql*>(self)->m_warned = true;
    }
    static QByteArray wire(const SqlValue& value) {
        if (const auto* number = std::get_if<qint64>(&value))
            return QByteArray::number(*number);
        if (const auto* text = std::get_if<QString>(&value))
            return text->toUtf8();
        if (const auto* bytes = std::get_if<QByteArray>(&value))
            return *bytes;
        return {};
    }
    static Oid typeOf(const SqlValue& value) {
        if (std::holds_alternative<qint64>(value))
            return bigintType;
        if (std::holds_alternative<QByteArray>(value))
            return byteaType;
        return std::holds_alternative<QString>(value) ? textType : 0;
    }
    Result<QByteArray> prepare(const QString& statement, const SqlValues& values) {
        QByteArray key = statement.toUtf8();
        std::vector<Oid> types;
        for (const SqlValue& value : values) {
            types.push_back(typeOf(value));
            key += '|' + QByteArray::number(types.back());
        }
        if (const auto known = m_prepared.constFind(key); known != m_prepared.constEnd())
            return *known;
        const QByteArray name = "s" + QByteArray::number(m_prepared.size());
        const ResultOwner result(PQprepare(m_connection.get(), name.constData(),
                                           numbered(statement).constData(),
                                           static_cast<int>(types.size()), types.data()));
        TRY(check(result.get()));
        m_prepared.insert(key, name);
        return name;
    }
    Result<void> check(const PGresult* result) {
        const ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            return {};
        const char* state =
            result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
        m_state = state != nullptr ? QByteArray(state) : QByteArray();
        // The primary message names tables and constraints, never values (those are in DETAIL).
        const char* primary =
            result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
        return fail(FaultKind::Storage,
                    QStringLiteral("postgresql %1: %2")
                        .arg(QString::fromLatin1(m_state),
                             QString::fromUtf8(primary != nullptr ? primary : "")));
    }

    QString m_where;
    std::unique_ptr<PGconn, Finish> m_connection;
    QHash<QByteArray, QByteArray> m_prepared;
    QByteArray m_state;
    bool m_warned = false;
};

class PostgresStore final : public Store {
public:
    explicit PostgresStore(const StoreOptions& options)
        : m_options(options)
        , m_relay(options.postgres, [this](const QSet<QString>& keys) { tell(keys); }) {
        for (int i = 0; i < options.connections; ++i)
            m_threads.emplace_back([this] { loop(); });
    }
    ~PostgresStore() override {
        {
            const std::lock_guard lock(m_guard);
            m_ending = true;
        }
        m_wake.notify_all();
        for (std::thread& thread : m_threads)
            thread.join();
    }
    QString kind() const override { return QStringLiteral("postgresql"); }

protected:
    void enqueue(Job job) override {
        {
            const std::lock_guard lock(m_guard);
            if (!m_ending && m_jobs.size() < static_cast<size_t>(m_options.mostQueued)) {
                m_jobs.push_back(std::move(job));
                m_wake.notify_one();
                return;
            }
        }
        job.done(fail(FaultKind::Storage, QStringLiteral("store: queue full")));
    }

private:
    void loop() {
        PostgresSql sql(m_options.postgres);
        while (true) {
            Job job;
            {
                std::unique_lock lock(m_guard);
                m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
                if (m_jobs.empty())
                    return;
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
            Result<void> outcome = perform(job, sql);
            if (outcome.has_value())
                tellEverybody(sql.takeWoken());
            job.done(std::move(outcome));
        }
    }

    void tellEverybody(const QSet<QString>& keys) {
        tell(keys);
        if (!keys.isEmpty())
            m_relay.announce(keys);
    }

    Result<void> perform(Job& job, PostgresSql& sql) {
        for (int attempt = 1;; ++attempt) {
            TRY(sql.connect());
            sql.takeWoken();
            Result<void> outcome = sql.plain("BEGIN");
            bool inWork = false;
            if (outcome.has_value()) {
                inWork = true;
                outcome = job.work(sql);
            }
            if (outcome.has_value()) {
                inWork = false;
                outcome = sql.commit();
            }
            if (outcome.has_value() || outcome.error().kind == FaultKind::Timeout)
                return outcome;
            const bool again = outcome.error().kind == FaultKind::Storage && attempt < mostTries &&
                               (sql.lost() || sql.shouldTryAgain());
            if (!sql.lost() && inWork)
                TRY(sql.plain("ROLLBACK"));
            if (!again)
                return outcome;
            std::this_thread::sleep_for(std::chrono::milliseconds(2 << attempt));
        }
    }

    StoreOptions m_options;
    PostgresRelay m_relay;
    std::mutex m_guard;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

// The same numbered files as SQLite; a line that begins with "-- pg: " holds what only PostgreSQL
// gets.
Result<void> migratePostgres(PostgresSql& sql, const QList<storage::Migration>& migrations) {
    TRY(sql.plain("BEGIN; SELECT pg_advisory_xact_lock(440399);"
                  "CREATE TABLE IF NOT EXISTS schema_migration (version bigint PRIMARY KEY, name "
                  "text NOT NULL)"));
    TRY_ASSIGN(const auto newest,
               sql.first(QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_migration"),
                         {}, [](const SqlRow& row) { return row.integer(0); }));
    if (newest.value_or(0) > migrations.size())
        return fail(FaultKind::Conflict,
                    QStringLiteral("postgresql: database is newer than this program"));
    for (const storage::Migration& migration : migrations) {
        if (migration.version <= newest.value_or(0))
            continue;
        QString text = migration.sql;
        text.replace(QStringLiteral("-- pg: "), QString());
        text.replace(QStringLiteral(") STRICT"), QStringLiteral(")"));
        TRY(sql.plain(text.toUtf8().constData()));
        TRY(sql.run(QStringLiteral("INSERT INTO schema_migration VALUES (?, ?)"),
                    {static_cast<qint64>(migration.version), migration.name}));
    }
    return sql.plain("COMMIT");
}

} // namespace

Result<std::unique_ptr<Store>> openPostgresStore(const StoreOptions& options) {
    PostgresSql sql(options.postgres);
    TRY(sql.connect());
    TRY_ASSIGN(const QList<storage::Migration> migrations,
               storage::readMigrations(options.migrations));
    TRY(migratePostgres(sql, migrations));
    return std::unique_ptr<Store>(new PostgresStore(options));
}

} // namespace tongban::central

// The SQLite C API behind Result; faults carry SQLite's own words and the SQL, never bound values.
#include "services/storage/database.h"

#include <QHash>
#include <QVector>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace tongban::storage {

// The handle and the idle statements of one connection.
class Connection {
public:
    explicit Connection(sqlite3* handle)
        : db(handle) {}
    ~Connection() {
        for (const auto& list : std::as_const(idle))
            for (sqlite3_stmt* statement : list)
                sqlite3_finalize(statement);
        sqlite3_close_v2(db);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    sqlite3* db;
    QHash<QByteArray, QVector<sqlite3_stmt*>> idle;
};

namespace {

constexpr qsizetype maxIdleStatements = 256;

FaultKind kindOf(int code) {
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return FaultKind::Conflict;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return FaultKind::Timeout;
    case SQLITE_INTERRUPT:
        return FaultKind::Cancelled;
    case SQLITE_RANGE:
    case SQLITE_MISUSE:
        return FaultKind::Internal;
    default:
        return FaultKind::Storage;
    }
}

Fault faultOf(sqlite3* db, int code, const QByteArray& where) {
    const char* words = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    return {kindOf(code), QStringLiteral("SQLite %1: %2 [%3]")
                              .arg(code)
                              .arg(QString::fromUtf8(words), QString::fromUtf8(where.left(200)))};
}

// SQLite would create the file readable by everybody; its journals inherit the mode of the file.
void createPrivately(const QByteArray& path) {
    if (const int fd = ::open(path.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        fd >= 0)
        ::close(fd);
}

} // namespace

Statement::Statement(Connection* connection, sqlite3_stmt* statement, QByteArray sql)
    : m_connection(connection)
    , m_statement(statement)
    , m_sql(std::move(sql)) {}

Statement::Statement(Statement&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_bindError(other.m_bindError) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(m_connection, other.m_connection);
    std::swap(m_statement, other.m_statement);
    std::swap(m_sql, other.m_sql);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement() {
    if (m_statement == nullptr)
        return;
    reset();
    if (m_connection->idle.size() < maxIdleStatements)
        m_connection->idle[m_sql].append(m_statement);
    else
        sqlite3_finalize(m_statement);
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_bindError = SQLITE_OK;
}

// The first failed bind is reported by the next step, so that callers bind without a check per
// value.
static void remember(int& first, int code) {
    if (first == SQLITE_OK)
        first = code;
}

void Statement::bindInteger(int index, qint64 value) {
    remember(m_bindError, sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, double value) {
    remember(m_bindError, sqlite3_bind_double(m_statement, index, value));
}

void Statement::bind(int index, const QString& value) {
    const QByteArray utf8 = value.toUtf8();
    remember(m_bindError, sqlite3_bind_text64(m_statement, index, utf8.constData(),
                                              static_cast<sqlite3_uint64>(utf8.size()),
                                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int index, const QByteArray& value) {
    remember(m_bindError,
             sqlite3_bind_blob64(m_statement, index, value.constData(),
                                 static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, std::nullopt_t) {
    remember(m_bindError, sqlite3_bind_null(m_statement, index));
}

Result<bool> Statement::step() {
    if (m_bindError != SQLITE_OK)
        return fail(faultOf(nullptr, m_bindError, m_sql));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Fault fault =
        faultOf(m_connection->db, sqlite3_extended_errcode(m_connection->db), m_sql);
    sqlite3_reset(m_statement);
    return fail(fault);
}

Result<void> Statement::run() {
    while (true) {
        TRY_ASSIGN(const bool more, step());
        if (!more)
            return {};
    }
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Database::Database(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const QString& path, const OpenOptions& options) {
    const int flags =
        SQLITE_OPEN_NOMUTEX |
        (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3* raw = nullptr;
    const QByteArray file = path.toUtf8();
    if (!options.readOnly && options.vfs.isEmpty() && file != ":memory:")
        createPrivately(file);
    const int code = sqlite3_open_v2(file.constData(), &raw, flags,
                                     options.vfs.isEmpty() ? nullptr : options.vfs.constData());
    auto connection = std::make_unique<Connection>(raw);
    if (code != SQLITE_OK)
        return fail(faultOf(raw, code, "open " + file));
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, static_cast<int>(options.busyTimeout.count()));
    // A hostile or damaged schema must not run functions of ours (SQLite, "Defense Against The Dark
    // Arts").
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);

    Database database(std::move(connection));
    TRY(database.execute(QStringLiteral("PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON;"
                                        "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=FAST;")));
    if (!options.readOnly) {
        TRY(database.execute(QStringLiteral("PRAGMA journal_mode=WAL")));
        TRY(database.execute(options.durability == Durability::Full
                                 ? QStringLiteral("PRAGMA synchronous=FULL")
                                 : QStringLiteral("PRAGMA synchronous=NORMAL")));
    }
    return database;
}

Result<void> Database::execute(const QString& sql) {
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_exec(m_connection->db, utf8.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return fail(faultOf(m_connection->db, code, utf8));
    return {};
}

Result<Statement> Database::prepare(const QString& sql) {
    const QByteArray utf8 = sql.toUtf8();
    if (const auto found = m_connection->idle.find(utf8);
        found != m_connection->idle.end() && !found->isEmpty())
        return Statement(m_connection.get(), found->takeLast(), utf8);

    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v3(m_connection->db, utf8.constData(), static_cast<int>(utf8.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (code != SQLITE_OK)
        return fail(faultOf(m_connection->db, code, utf8));
    Statement made(m_connection.get(), statement, utf8);
    if (statement == nullptr || !QByteArray(rest).trimmed().isEmpty())
        return fail(FaultKind::Internal,
                    QStringLiteral("not exactly one SQL statement: %1").arg(sql.left(200)));
    return made;
}

qint64 Database::changes() const {
    return sqlite3_changes64(m_connection->db);
}

qint64 Database::lastRowId() const {
    return sqlite3_last_insert_rowid(m_connection->db);
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(m_connection->db) == 0;
}

namespace {

Result<void> checked(Database& database, const QString& check) {
    QString finding;
    TRY(database.each(QStringLiteral("PRAGMA %1(1)").arg(check),
                      [&finding](const Statement& row) { finding = row.text(0); }));
    if (finding != QLatin1String("ok"))
        return fail(FaultKind::Storage, QStringLiteral("%1: %2").arg(check, finding));
    return {};
}

} // namespace

Result<void> Database::integrityCheck() {
    return checked(*this, QStringLiteral("integrity_check"));
}

Result<void> Database::quickCheck() {
    return checked(*this, QStringLiteral("quick_check"));
}

sqlite3* Database::handle() const {
    return m_connection->db;
}

Result<Transaction> Transaction::begin(Database& database) {
    TRY(database.run(QStringLiteral("BEGIN IMMEDIATE")));
    return Transaction(database);
}

Transaction::~Transaction() {
    // After some errors (disk full, I/O) SQLite has rolled back by itself.
    if (m_database != nullptr && m_database->inTransaction())
        (void)m_database->run(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit() {
    TRY(m_database->run(QStringLiteral("COMMIT")));
    m_database = nullptr;
    return {};
}

} // namespace tongban::storage

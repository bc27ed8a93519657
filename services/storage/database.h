// Database, Statement, Transaction: one SQLite connection as values with Result, nothing more.
// A connection belongs to one thread (StorageThread); none of these classes locks anything.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QString>
#include <chrono>
#include <concepts>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace tongban::storage {

class Connection;

// What survives a power cut. Full: every committed transaction. Normal: may lose the newest ones
// (controls only).
enum class Durability { Full, Normal };

struct OpenOptions {
    Durability durability = Durability::Full;
    bool readOnly = false;
    std::chrono::milliseconds busyTimeout{5000};
    QByteArray vfs; // another virtual file system, for tests of power loss; empty: the system's
};

// A prepared statement from the connection's cache; it goes back there when this object dies.
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    // Parameters count from 1. A null QString or QByteArray is bound as an empty value,
    // std::nullopt as NULL.
    template <std::integral Number>
    void bind(int index, Number value) {
        bindInteger(index, static_cast<qint64>(value));
    }
    void bind(int index, double value);
    void bind(int index, const QString& value);
    void bind(int index, const QByteArray& value);
    void bind(int index, std::nullopt_t);
    void bind(int index, const char* value) = delete; // text or bytes? say which
    template <typename T>
    void bind(int index, const std::optional<T>& value) {
        if (value.has_value())
            bind(index, *value);
        else
            bind(index, std::nullopt);
    }
    template <typename... Values>
    void bindAll(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
    }

    Result<bool> step(); // true: a row stands ready; false: done
    Result<void> run();  // steps to the end
    void reset();        // ready for new parameters

    // Columns count from 0.
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;
    Statement(Connection* connection, sqlite3_stmt* statement, QByteArray sql);
    void bindInteger(int index, qint64 value);

    Connection* m_connection = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    QByteArray m_sql;
    int m_bindError = 0;
};

class Database {
public:
    // Creates the file when absent (0600). WAL, foreign keys on, synchronous by `durability`.
    static Result<Database> open(const QString& path, const OpenOptions& options = {});
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Result<void> execute(const QString& sql); // several statements, no parameters
    Result<Statement> prepare(const QString& sql);

    // One statement with parameters; the number of changed rows.
    template <typename... Values>
    Result<qint64> run(const QString& sql, const Values&... values) {
        TRY_ASSIGN(Statement statement, prepare(sql));
        statement.bindAll(values...);
        TRY(statement.run());
        return changes();
    }

    // Calls `row(const Statement&)` for each row.
    template <typename Row, typename... Values>
    Result<void> each(const QString& sql, Row row, const Values&... values) {
        TRY_ASSIGN(Statement statement, prepare(sql));
        statement.bindAll(values...);
        while (true) {
            TRY_ASSIGN(const bool more, statement.step());
            if (!more)
                return {};
            row(std::as_const(statement));
        }
    }

    // The first row made into a value by `read(const Statement&)`; nothing when there is no row.
    template <typename Read, typename... Values>
    auto first(const QString& sql, Read read, const Values&... values)
        -> Result<std::optional<std::invoke_result_t<Read, const Statement&>>> {
        using Value = std::invoke_result_t<Read, const Statement&>;
        TRY_ASSIGN(Statement statement, prepare(sql));
        statement.bindAll(values...);
        TRY_ASSIGN(const bool found, statement.step());
        if (!found)
            return std::optional<Value>();
        return std::optional<Value>(read(std::as_const(statement)));
    }

    qint64 changes() const;
    qint64 lastRowId() const;
    bool inTransaction() const;
    // Every page, every index entry; as long as reading the whole file takes.
    Result<void> integrityCheck();
    Result<void> quickCheck(); // Storage with SQLite's first finding when the file is damaged
    sqlite3* handle() const;   // for tokenizers and hooks

private:
    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

// All or nothing. Takes the write lock at once; rolls back unless `commit` returned.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database) {}
    Database* m_database;
};

} // namespace tongban::storage

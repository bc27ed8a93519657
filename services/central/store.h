// Store: runs units of work against the database, each all or nothing, and tells the outcome after
// COMMIT. SQLite: one thread, group commit, exactly one process. PostgreSQL: a few threads, any
// number of processes.
#pragma once

#include "services/central/sql.h"

#include <QFuture>
#include <QPromise>
#include <memory>

namespace tongban::central {

struct StoreOptions {
    QString sqliteFile;
    QString postgres;    // a libpq connection string; when set, SQLite is not used
    QString migrations;  // folder of resources/sql/central
    int connections = 4; // PostgreSQL only
    int mostQueued = 4'000;
};

class Store {
public:
    struct Job {
        std::function<Result<void>(Sql&)> work;
        std::function<void(Result<void>)> done; // on a store thread, after COMMIT or roll-back
    };

    static Result<std::unique_ptr<Store>> open(const StoreOptions& options);
    virtual ~Store() = default;

    // `work` may run again (PostgreSQL serialises by retry), so it must only touch the Sql it gets.
    // A fault rolls its changes back. Fault Timeout: the outcome of COMMIT is unknown, ask again
    // with the same id.
    template <typename T>
    void run(std::function<Result<T>(Sql&)> work, std::function<void(Result<T>)> done) {
        auto value = std::make_shared<std::optional<T>>();
        enqueue({[value, work = std::move(work)](Sql& sql) -> Result<void> {
                     TRY_ASSIGN(*value, work(sql));
                     return {};
                 },
                 [value, done = std::move(done)](Result<void> outcome) {
                     if (outcome.has_value())
                         done(std::move(**value));
                     else
                         done(fail(std::move(outcome).error()));
                 }});
    }
    // For threads that may wait: never a server thread.
    template <typename T>
    Result<T> wait(std::function<Result<T>(Sql&)> work) {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        run<T>(std::move(work), [promise](Result<T> result) {
            promise->addResult(std::move(result));
            promise->finish();
        });
        return promise->future().result();
    }

    virtual QString kind() const = 0; // "sqlite" or "postgresql"
    // Called on a store thread after each COMMIT that woke feeds.
    void onWake(std::function<void(const QSet<QString>&)> told) { m_told = std::move(told); }

protected:
    virtual void enqueue(Job job) = 0;
    void tell(const QSet<QString>& devices) const {
        if (m_told && !devices.isEmpty())
            m_told(devices);
    }

private:
    std::function<void(const QSet<QString>&)> m_told;
};

Result<std::unique_ptr<Store>> openSqliteStore(const StoreOptions& options);
Result<std::unique_ptr<Store>> openPostgresStore(const StoreOptions& options);

} // namespace tongban::central

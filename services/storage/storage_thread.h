// StorageThread: the one thread that talks to SQLite; calls run in the order in which they were
// made.
#pragma once

#include "services/core/result.h"
#include "services/storage/database.h"
#include "services/storage/migrations.h"

#include <QFuture>
#include <QPromise>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace tongban::storage {

class StorageThread {
public:
    // Takes the connection over; nobody else may hold it.
    explicit StorageThread(Database database);
    // Opens, migrates, starts.
    static Result<std::unique_ptr<StorageThread>>
    start(const QString& path, const QList<Migration>& migrations, const OpenOptions& options = {});
    // Runs what is queued, closes the database, joins.
    ~StorageThread();
    Q_DISABLE_COPY_MOVE(StorageThread)

    // `work(Database&)` returns Result<T>; it runs later, on the storage thread.
    template <typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Database&>> {
        using Outcome = std::invoke_result_t<Work, Database&>;
        // Shared because std::function wants copies and a promise has none.
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        QFuture<Outcome> future = promise->future();
        auto job = std::make_shared<Work>(std::move(work));
        enqueue([promise, job](Database& database) {
            promise->addResult((*job)(database));
            promise->finish();
        });
        return future;
    }

private:
    void enqueue(std::function<void(Database&)> job);
    void loop();

    Database m_database;
    std::mutex m_guard;
    std::condition_variable m_wake;
    std::deque<std::function<void(Database&)>> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace tongban::storage

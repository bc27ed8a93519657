// A queue and a loop.
#include "services/storage/storage_thread.h"

namespace tongban::storage {

StorageThread::StorageThread(Database database)
    : m_database(std::move(database))
    , m_thread([this] { loop(); }) {}

Result<std::unique_ptr<StorageThread>> StorageThread::start(const QString& path,
                                                            const QList<Migration>& migrations,
                                                            const OpenOptions& options) {
    TRY_ASSIGN(Database database, Database::open(path, options));
    TRY(migrate(database, migrations));
    return std::make_unique<StorageThread>(std::move(database));
}

StorageThread::~StorageThread() {
    {
        const std::scoped_lock lock(m_guard);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StorageThread::enqueue(std::function<void(Database&)> job) {
    {
        const std::scoped_lock lock(m_guard);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void StorageThread::loop() {
    while (true) {
        std::function<void(Database&)> job;
        {
            std::unique_lock lock(m_guard);
            m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(m_database);
    }
}

} // namespace tongban::storage

// PostgresRelay: tells the other processes whose feed has grown. NOTIFY runs on a connection of its
// own, after COMMIT and coalesced: inside the submit transaction it would serialise every commit
// (sync.md D6). A lost notice costs one poll.
#pragma once

#include <QSet>
#include <QString>
#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace tongban::central {

class PostgresRelay {
public:
    // `heard` is called on the relay's thread with the keys that another process announced.
    PostgresRelay(QString connection, std::function<void(const QSet<QString>&)> heard);
    ~PostgresRelay();
    PostgresRelay(const PostgresRelay&) = delete;
    PostgresRelay& operator=(const PostgresRelay&) = delete;

    void announce(const QSet<QString>& keys);

private:
    void loop();

    QString m_where;
    std::function<void(const QSet<QString>&)> m_heard;
    std::mutex m_guard;
    QSet<QString> m_pending;
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};

} // namespace tongban::central

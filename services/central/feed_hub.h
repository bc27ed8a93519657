// FeedHub: those who wait for a feed to grow; costs no database access while nothing happens.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace tongban::central {

class FeedHub {
public:
    using Clock = std::chrono::steady_clock;
    FeedHub();
    ~FeedHub();
    FeedHub(const FeedHub&) = delete;
    FeedHub& operator=(const FeedHub&) = delete;

    // Take it before reading; a wake between the reading and `wait` is then not missed.
    quint64 ticket(const QString& key);
    // Calls `then` once: at once if the key was woken since the ticket, else when woken or when
    // time is up.
    void wait(const QString& key, quint64 ticket, std::chrono::milliseconds patience,
              std::function<void()> then);
    void wake(const QSet<QString>& keys);
    // Everybody, now and from now on: to drain or to shed load.
    void release();
    qsizetype waiting() const;

private:
    struct Waiter {
        QString key;
        std::function<void()> then;
    };
    void loop();

    mutable std::mutex m_guard;
    std::condition_variable m_changed;
    QHash<QString, quint64> m_generations;
    std::multimap<Clock::time_point, std::shared_ptr<Waiter>> m_deadlines;
    QHash<QString, QList<std::multimap<Clock::time_point, std::shared_ptr<Waiter>>::iterator>>
        m_byKey;
    bool m_released = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace tongban::central

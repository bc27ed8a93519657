// Waiters by key and by deadline; one thread looks after the deadlines.
#include "services/central/feed_hub.h"

namespace tongban::central {

FeedHub::FeedHub()
    : m_thread([this] { loop(); }) {}

FeedHub::~FeedHub() {
    release();
    {
        const std::lock_guard lock(m_guard);
        m_ending = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

quint64 FeedHub::ticket(const QString& key) {
    const std::lock_guard lock(m_guard);
    return m_generations.value(key);
}

void FeedHub::wait(const QString& key, quint64 ticket, std::chrono::milliseconds patience,
                   std::function<void()> then) {
    {
        const std::lock_guard lock(m_guard);
        if (!m_released && m_generations.value(key) == ticket) {
            const auto at = m_deadlines.emplace(
                Clock::now() + patience, std::make_shared<Waiter>(Waiter{key, std::move(then)}));
            m_byKey[key].append(at);
            if (at == m_deadlines.begin())
                m_changed.notify_one();
            return;
        }
    }
    then();
}

void FeedHub::wake(const QSet<QString>& keys) {
    QList<std::shared_ptr<Waiter>> woken;
    {
        const std::lock_guard lock(m_guard);
        for (const QString& key : keys) {
            ++m_generations[key];
            for (const auto& at : m_byKey.take(key)) {
                woken.append(at->second);
                m_deadlines.erase(at);
            }
        }
    }
    for (const auto& waiter : woken)
        waiter->then();
}

void FeedHub::release() {
    QList<std::shared_ptr<Waiter>> woken;
    {
        const std::lock_guard lock(m_guard);
        m_released = true;
        for (const auto& [at, waiter] : m_deadlines)
            woken.append(waiter);
        m_deadlines.clear();
        m_byKey.clear();
    }
    for (const auto& waiter : woken)
        waiter->then();
}

qsizetype FeedHub::waiting() const {
    const std::lock_guard lock(m_guard);
    return static_cast<qsizetype>(m_deadlines.size());
}

void FeedHub::loop() {
    std::unique_lock lock(m_guard);
    while (!m_ending) {
        if (m_deadlines.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const auto next = m_deadlines.begin();
        if (next->first > Clock::now()) {
            m_changed.wait_until(lock, next->first);
            continue;
        }
        const auto waiter = next->second;
        auto& same = m_byKey[waiter->key];
        same.removeOne(next);
        if (same.isEmpty())
            m_byKey.remove(waiter->key);
        m_deadlines.erase(next);
        lock.unlock();
        waiter->then();
        lock.lock();
    }
}

} // namespace tongban::central

// Responder: the right to answer one request, once, from any thread, whether or not the client is
// still there.
#pragma once

#include "services/http/message.h"

#include <atomic>
#include <functional>
#include <memory>

namespace tongban::http {

// One answer, still owed. Dropping the last Responder without an answer sends 500.
class Owed {
public:
    explicit Owed(std::function<void(Response)> deliver)
        : m_deliver(std::move(deliver)) {}
    ~Owed();
    Owed(const Owed&) = delete;
    Owed& operator=(const Owed&) = delete;

    void answer(Response response);
    void abandon() { m_abandoned = true; }
    bool abandoned() const { return m_abandoned; }
    bool answered() const { return m_answered; }

private:
    std::function<void(Response)> m_deliver;
    std::atomic<bool> m_answered{false};
    std::atomic<bool> m_abandoned{false};
};

class Responder {
public:
    Responder() = default;
    explicit Responder(std::shared_ptr<Owed> owed)
        : m_owed(std::move(owed)) {}
    // The first call counts; later ones, and those for a client that has gone, do nothing.
    void answer(Response response) const {
        if (m_owed)
            m_owed->answer(std::move(response));
    }
    bool abandoned() const { return m_owed && m_owed->abandoned(); }
    bool answered() const { return m_owed && m_owed->answered(); }

private:
    std::shared_ptr<Owed> m_owed;
};

} // namespace tongban::http

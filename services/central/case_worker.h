// CaseWorker: what happens by itself: received applications are opened and decided again,
// supplements applied, timers fired, the audit log sealed, old data removed. One thread a process;
// several processes share by row locks.
#pragma once

#include "services/central/centre.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tongban::central {

class CaseWorker {
public:
    explicit CaseWorker(Centre& centre);
    ~CaseWorker();
    CaseWorker(const CaseWorker&) = delete;
    CaseWorker& operator=(const CaseWorker&) = delete;

    void look(); // something has been received; returns at once

private:
    void loop();
    void tick();
    void auditChain();
    bool openNext();       // one received application; false: none left
    bool supplementNext(); // one received supplement
    bool fireNext();       // one case whose timer is due

    Centre& m_centre;
    std::mutex m_guard;
    std::condition_variable m_wake;
    bool m_pending = true;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace tongban::central

// The worker's loop: everything received at once, the slower chores once a second.
#include "services/central/case_worker.h"

#include "services/central/audit_log.h"
#include "services/central/feed.h"
#include "services/central/retention.h"
#include "services/core/logging.h"

namespace tongban::central {

namespace {

constexpr std::chrono::seconds betweenTicks{1};
constexpr std::chrono::seconds betweenPurges{600};

// A failing chore is logged and comes again with the next tick; it must not stop the others.
bool worked(const Result<bool>& outcome, const char* chore) {
    if (!outcome.has_value())
        qCWarning(logCentral).noquote()
            << chore << nameOf(outcome.error().kind) << outcome.error().detail;
    return outcome.value_or(false);
}

} // namespace

CaseWorker::CaseWorker(Centre& centre)
    : m_centre(centre)
    , m_thread([this] { loop(); }) {}

CaseWorker::~CaseWorker() {
    {
        const std::lock_guard lock(m_guard);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void CaseWorker::look() {
    {
        const std::lock_guard lock(m_guard);
        m_pending = true;
    }
    m_wake.notify_one();
}

void CaseWorker::tick() {
    worked(m_centre.store().wait<bool>([this](Sql& sql) -> Result<bool> {
        const auto sign = [this](const QByteArray& statement) {
            return m_centre.signHead(statement);
        };
        TRY_ASSIGN(const qint64 sealed, sealAudit(sql, m_centre.now(), sign));
        return sealed > 0;
    }),
           "audit");
}

void CaseWorker::loop() {
    auto lastTick = std::chrono::steady_clock::time_point{};
    auto lastPurge = std::chrono::steady_clock::now();
    while (true) {
        {
            std::unique_lock lock(m_guard);
            m_wake.wait_for(lock, betweenTicks, [this] { return m_ending || m_pending; });
            if (m_ending)
                return;
            m_pending = false;
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - lastTick >= betweenTicks) {
            lastTick = now;
            tick();
        }
        if (now - lastPurge >= betweenPurges) {
            lastPurge = now;
            worked(purge(m_centre), "purge");
        }
    }
}

} // namespace tongban::central

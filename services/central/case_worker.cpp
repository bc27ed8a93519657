// The worker's loop: everything received at once, the slower chores once a second.
#include "services/central/case_worker.h"

#include "services/central/audit_log.h"
#include "services/central/case_file.h"
#include "services/central/case_opening.h"
#include "services/central/feed.h"
#include "services/central/retention.h"
#include "services/central/subject_rights.h"
#include "services/core/logging.h"

namespace tongban::central {

namespace {

constexpr std::chrono::seconds betweenTicks{1};
constexpr std::chrono::seconds betweenPurges{600};
constexpr std::chrono::hours betweenAudits{24};

// A failing chore is logged and comes again with the next tick; it must not stop the others.
bool worked(const Result<bool>& outcome, const char* chore) {
    if (!outcome.has_value())
        qCWarning(logCentral).noquote()
            << chore << nameOf(outcome.error().kind) << outcome.error().detail;
    return outcome.value_or(false);
}

Result<bool> fireTimers(Sql& sql, const Centre& centre) {
    TRY_ASSIGN(
        const auto due,
        sql.first(
            QStringLiteral(
                "SELECT application FROM case_head WHERE timer_at <= ? ORDER BY timer_at LIMIT 1%1")
                .arg(sql.skipLocked()),
            {toMs(centre.now())}, [](const SqlRow& row) { return row.text(0); }));
    if (!due)
        return false;
    TRY_ASSIGN(CaseFile file, CaseFile::load(sql, centre, *due));
    const QString id = QStringLiteral("timer-%1").arg(file.instance().sequence);
    TRY(file.act(sql, workflow::FireTimers{}, QStringLiteral("centre"), id));
    return true;
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

bool CaseWorker::openNext() {
    return worked(
        m_centre.store().wait<bool>([this](Sql& sql) { return openReceived(sql, m_centre); }),
        "open");
}

bool CaseWorker::supplementNext() {
    return worked(
        m_centre.store().wait<bool>([this](Sql& sql) { return applySupplement(sql, m_centre); }),
        "supplement");
}

bool CaseWorker::fireNext() {
    return worked(
        m_centre.store().wait<bool>([this](Sql& sql) { return fireTimers(sql, m_centre); }),
        "timer");
}

void CaseWorker::tick() {
    if (m_centre.store().kind() == QLatin1String("postgresql"))
        m_centre.refreshKeys(); // another process may have enrolled or revoked a machine
    while (fireNext()) {
    }
    for (const Ringing& ringing : m_centre.bell().take())
        worked(m_centre.store().wait<bool>([&](Sql& sql) -> Result<bool> {
            TRY(raiseAlarm(sql, ringing, m_centre.now()));
            return true;
        }),
               "alarm");
    while (worked(
        m_centre.store().wait<bool>([this](Sql& sql) { return indexPersons(sql, m_centre); }),
        "index")) {
    }
    worked(m_centre.store().wait<bool>([this](Sql& sql) -> Result<bool> {
        const auto sign = [this](const QByteArray& statement) {
            return m_centre.signHead(statement);
        };
        TRY_ASSIGN(const qint64 sealed, sealAudit(sql, m_centre.now(), sign));
        return sealed > 0;
    }),
           "audit");
}

// The whole chain is recomputed: a row that somebody changed is found within a day. The store's
// thread is busy meanwhile, 1.4 s for a million rows.
void CaseWorker::auditChain() {
    const auto sound = m_centre.store().wait<bool>([this](Sql& sql) {
        return auditSound(sql, [this](const QByteArray& statement, const QByteArray& signature) {
            return m_centre.headSignatureGood(statement, signature);
        });
    });
    if (sound.has_value())
        return;
    qCCritical(logCentral).noquote() << sound.error().detail;
    if (sound.error().kind == FaultKind::Crypto)
        m_centre.bell().ring(QStringLiteral("audit-chain"), QStringLiteral("centre"));
}

void CaseWorker::loop() {
    auto lastTick = std::chrono::steady_clock::time_point{};
    std::optional<std::chrono::steady_clock::time_point> lastPurge; // at start, then now and then
    std::optional<std::chrono::steady_clock::time_point> lastAudit;
    while (true) {
        {
            std::unique_lock lock(m_guard);
            m_wake.wait_for(lock, betweenTicks, [this] { return m_ending || m_pending; });
            if (m_ending)
                return;
            m_pending = false;
        }
        while (openNext() || supplementNext()) {
            const std::lock_guard lock(m_guard);
            if (m_ending)
                return;
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - lastTick >= betweenTicks) {
            lastTick = now;
            tick();
        }
        if (!lastPurge || now - *lastPurge >= betweenPurges) {
            lastPurge = now;
            worked(purge(m_centre), "purge");
        }
        if (!lastAudit || now - *lastAudit >= betweenAudits) {
            lastAudit = now;
            auditChain();
        }
    }
}

} // namespace tongban::central

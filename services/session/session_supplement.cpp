// The short visit: papers added to a case that was handed in before.
#include "services/session/session.h"

#include "services/core/async.h"

namespace tongban::session {

Result<void> Session::beginSupplement(const SupplementAsk& ask) {
    if (ask.wanted.isEmpty())
        return fail(FaultKind::Invalid, QStringLiteral("nothing is wanted of this case"));
    TRY(take(ask.known.item));
    m_ask = ask;
    m_assessment = listOf(ask, *m_package);
    go(Stage::Identify);
    return {};
}

void Session::addSupplement() {
    if (!m_visit.card || m_stage != Stage::Materials)
        return;
    go(Stage::Submitting);
    auto work = [ask = *m_ask, visit = m_visit, assessment = m_assessment,
                 machine = m_around.machine,
                 at = m_around.clock->now()](storage::Database& database) mutable -> Result<bool> {
        TRY_ASSIGN(const cases::SealedSupplement made,
                   makeSupplement(ask, visit, assessment, *machine, at));
        visit.forget();
        TRY(cases::addSupplement(database, made));
        return true;
    };
    whenDone(m_around.storage->run(std::move(work)), this, [this](const Result<bool>& added) {
        if (m_stage != Stage::Submitting || !m_ask)
            return; // the visit ended meanwhile; what was committed is delivered all the same
        if (!added) {
            go(Stage::Materials);
            Q_EMIT submitFailed(added.error());
            return;
        }
        m_application = receiptOf(*m_ask, *m_package, *m_around.machine);
        go(Stage::Receipt);
        Q_EMIT handedInSafely();
    });
}

} // namespace tongban::session

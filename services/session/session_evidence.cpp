// The registers of the district in a session: asked when the card is there, on another thread, and
// never in the citizen's way.
#include "services/session/session.h"

#include "services/core/async.h"

#include <QtConcurrentRun>

namespace tongban::session {

namespace {

const QString sharingClause = QStringLiteral("《国务院关于在线政务服务的若干规定》第十条");

struct Found {
    std::optional<Result<catalog::PersonRecords>> records;
    QList<catalog::EvidenceResult> evidence;
};

} // namespace

void Session::closeToWindow() {
    if (!m_assessment.settled() || m_assessment.exit || m_assessment.channels.isEmpty() ||
        m_assessment.channels.contains(QLatin1String("kiosk")))
        return;
    catalog::Exit exit{QStringLiteral("window"),
                       QStringLiteral("这种情形要到窗口办"),
                       QStringLiteral("您这种情形，工作人员要当面看原件。"),
                       {},
                       {},
                       {}};
    for (const catalog::Place& place : m_package->item().places) {
        if (!place.kiosk)
            exit.alternatives.append(
                QStringLiteral("%1，%2，电话 %3").arg(place.name, place.address, place.phone));
    }
    m_assessment.exit = exit;
}

bool Session::onlyOnPaper(const catalog::Material& material) {
    return material.wayOf(catalog::Way::Upload) == nullptr &&
           material.wayOf(catalog::Way::Promise) == nullptr;
}

void Session::refuseSharing() {
    m_visit.consent.clear();
    m_visit.evidence.clear();
    m_visit.records = {};
    if (m_visit.card)
        m_visit.identify(*m_visit.card, today()); // what the registers said is forgotten
    assess();
}

void Session::askRegisters() {
    if (!m_around.registers || !m_visit.card || m_asking || m_assessment.exit)
        return;
    QList<catalog::NeededMaterial> open;
    for (const catalog::NeededMaterial& needed : m_assessment.materials) {
        if (needed.exempt() && m_visit.evidenceFor(needed.material.id) == nullptr)
            open.append(needed);
    }
    const bool records = !m_recordsKnown && sharing();
    if (!records && open.isEmpty())
        return;
    m_asking = true;
    m_recordsKnown = true;
    const Instant now = m_around.clock->now();
    // First who it is: the records may change what is needed.
    auto ask = [source = m_around.registers, package = m_package, open, records, now,
                today = today(), holder = m_visit.card->number, consent = m_visit.consent] {
        Found found;
        if (records) {
            found.records = source->recordsOf({QStringLiteral("person-register"),
                                               {},
                                               package->item().name,
                                               sharingClause,
                                               consent,
                                               Sensitive<QString>(holder)});
            return found;
        }
        for (const catalog::NeededMaterial& needed : open)
            found.evidence.append(
                catalog::obtain(needed, package->item(), holder, consent, *source, now, today));
        return found;
    };
    whenDone(QtConcurrent::run(std::move(ask)), this,
             [this, visit = m_visitNumber, consent = m_visit.consent](const Found& found) {
                 if (visit != m_visitNumber)
                     return;
                 m_asking = false;
                 // Consent taken back meanwhile: what came is dropped.
                 if (consent == m_visit.consent) {
                     if (found.records && found.records->has_value())
                         m_visit.learn(**found.records);
                     m_visit.evidence.append(found.evidence);
                 }
                 assess();
             });
}

} // namespace tongban::session

// Builds an application in the order of its dependencies: process, blobs, receipt, content, seal,
// manifest.
#include "services/session/application.h"

#include "services/crypto/digest.h"
#include "services/protocol/manifest.h"
#include "services/protocol/sealed_content.h"
#include "services/session/sealing.h"
#include "services/workflow/engine.h"

#include <QDateTime>
#include <QTimeZone>

namespace tongban::session {

namespace {

const QString centre = QStringLiteral("centre");

QDateTime localTime(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
}

QString stateOf(const Visit& visit, const catalog::NeededMaterial& needed) {
    const QString& id = needed.material.id;
    return visit.later.contains(id)      ? QStringLiteral("later")
           : visit.promised.contains(id) ? QStringLiteral("promised")
           : visit.pictures.contains(id) ? QStringLiteral("uploaded")
           : needed.exempt()             ? QStringLiteral("exempt")
                                         : QStringLiteral("missing");
}

// What the case knows when it begins: answers, form, and how each material is covered. What no
// register proved is `pending`: a person must look at it.
QJsonObject firstVariables(const catalog::ItemPackage& package, const Visit& visit,
                           const catalog::Assessment& assessment) {
    QList<catalog::EvidenceResult> evidence;
    QJsonObject materials;
    for (const catalog::NeededMaterial& needed : assessment.materials) {
        const catalog::EvidenceResult* known = visit.evidenceFor(needed.material.id);
        const QString state = stateOf(visit, needed);
        evidence.append(known != nullptr && state == QLatin1String("exempt")
                            ? *known
                            : catalog::EvidenceResult{needed.material.id, needed.way, {}, {}, {}});
        materials.insert(needed.material.id, state);
    }
    QJsonObject variables =
        catalog::caseVariables(package.guide.questions(), assessment, visit.facts(), evidence);
    for (auto it = visit.form.begin(); it != visit.form.end(); ++it)
        variables.insert(it.key(), it.value());
    variables.insert(QStringLiteral("materials"), materials);
    return variables;
}

Result<workflow::Events> openAndHandOver(const workflow::Definition& definition,
                                         QJsonObject variables, const Machine& machine,
                                         const workflow::WorkCalendar& calendar, const QString& id,
                                         Instant at) {
    workflow::Instance instance;
    workflow::Events all;
    const QString actor = QStringLiteral("applicant");
    const QList<workflow::Command> commands{workflow::Open{{}, std::move(variables), {}, {}},
                                            workflow::HandOver{centre}};
    for (qsizetype i = 0; i < commands.size(); ++i) {
        workflow::Occasion occasion;
        occasion.at = at;
        occasion.by = i == 0 ? actor : machine.id.text();
        occasion.commandId = QStringLiteral("%1/%2").arg(id).arg(i);
        occasion.calendar = &calendar;
        TRY_ASSIGN(const workflow::Events events,
                   workflow::decide(definition, instance, commands.at(i), occasion));
        for (const workflow::Event& event : events) {
            workflow::evolve(instance, event);
            all.append(event);
        }
    }
    return all;
}

// Materials without pages, so that the clerk sees the whole list.
QJsonArray coveredOtherwise(const Visit& visit, const catalog::Assessment& assessment) {
    QJsonArray list;
    for (const catalog::NeededMaterial& needed : assessment.materials) {
        const catalog::Material& material = needed.material;
        if (visit.pictures.contains(material.id))
            continue;
        const QString state = stateOf(visit, needed);
        const catalog::EvidenceWay* way =
            material.wayOf(state == QLatin1String("promised") ? catalog::Way::Promise : needed.way);
        const catalog::EvidenceResult* known = visit.evidenceFor(material.id);
        list.append(
            QJsonObject{{QStringLiteral("kind"), material.id},
                        {QStringLiteral("name"), material.name},
                        {QStringLiteral("state"), state},
                        {QStringLiteral("why"), way != nullptr ? way->reason : QString()},
                        {QStringLiteral("clause"), way != nullptr ? way->clause : QString()},
                        {QStringLiteral("found"),
                         known != nullptr && known->answer ? known->answer->summary : QString()}});
    }
    return list;
}

// Which register was asked for what, why and by which clause; the citizen sees it with the case.
QJsonArray queriesOf(const Visit& visit) {
    QJsonArray list;
    for (const catalog::EvidenceResult& result : visit.evidence) {
        for (const catalog::EvidenceAttempt& attempt : result.attempts) {
            list.append(QJsonObject{{QStringLiteral("material"), result.material},
                                    {QStringLiteral("source"), attempt.source},
                                    {QStringLiteral("outcome"), attempt.outcome},
                                    {QStringLiteral("purpose"), attempt.purpose},
                                    {QStringLiteral("clause"), attempt.clause},
                                    {QStringLiteral("at"), toIso(attempt.at)}});
        }
    }
    return list;
}

// The registers may be refused after the card was laid down; handing in may not.
std::optional<protocol::Consent> consentOf(const Visit& visit) {
    std::optional<protocol::Consent> consent = visit.agreed;
    if (consent) {
        consent->purposes = {QStringLiteral("apply")};
        if (!visit.consent.isEmpty())
            consent->purposes.append(QStringLiteral("registers"));
    }
    return consent;
}

} // namespace

QStringList receiptLines(const catalog::ServiceItem& item, const Machine& machine,
                         const Moment& moment) {
    return {QStringLiteral("一网通办受理凭证"), machine.receiptNumber(moment.deviceSequence),
            item.name, localTime(moment.at).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
            machine.hall + QStringLiteral(" ") + machine.place};
}

Result<Application> makeApplication(const catalog::ItemPackage& package,
                                    const workflow::Definition& definition, const Visit& visit,
                                    const catalog::Assessment& assessment, const Machine& machine,
                                    const workflow::WorkCalendar& calendar, const Moment& moment) {
    if (!visit.card)
        return fail(FaultKind::Invalid, QStringLiteral("nobody is identified"));
    const QString id = newUuid7(moment.at);
    TRY_ASSIGN(const workflow::Events events,
               openAndHandOver(definition, firstVariables(package, visit, assessment), machine,
                               calendar, id, moment.at));
    TRY_ASSIGN(const SealedPages blobs, sealPictures(visit, assessment, machine, id));

    Application made;
    made.receiptLines = receiptLines(package.item(), machine, moment);
    receipt::Statement statement;
    statement.key = machine.number;
    statement.region = machine.region;
    statement.issuedAt = std::chrono::floor<std::chrono::seconds>(moment.at);
    statement.lines = made.receiptLines;
    statement.flags = static_cast<quint8>((moment.offline ? receipt::Offline : 0) |
                                          (moment.clockUncertain ? receipt::ClockUncertain : 0));
    TRY_ASSIGN(const receipt::IssuedReceipt issued,
               receipt::issue(statement, machine.key, machine.receiptOrigin));
    made.receiptCode = issued.code;
    made.receiptUrl = issued.url;

    protocol::SealedContent content;
    content.application = id;
    content.answers = visit.form;
    content.applicant = applicantOf(*visit.card);
    content.materials = blobs.keys;
    content.receiptLines = made.receiptLines;
    content.receiptCode = issued.code;
    content.rest.insert(QStringLiteral("signature"), visit.signature);
    content.rest.insert(QStringLiteral("covered"), coveredOtherwise(visit, assessment));
    content.rest.insert(QStringLiteral("queries"), queriesOf(visit));

    cases::Submission& submission = made.submission;
    QByteArray chain(32, '\0');
    for (const workflow::Event& event : events) {
        const QByteArray digest = crypto::sha256(workflow::encode(event));
        chain = crypto::sha256(chain + digest);
        content.events.append(
            {event.sequence, 1, event.at, workflow::nameOf(event.kind), event.toJson()});
        submission.journal.append(
            {static_cast<int>(event.sequence), 1, event.at, workflow::nameOf(event.kind), digest});
    }

    protocol::Manifest manifest;
    manifest.id = id;
    manifest.device = machine.id.text();
    manifest.deviceSequence = static_cast<qint64>(moment.deviceSequence);
    manifest.item = package.item().id;
    manifest.package = {package.item().id, QString::number(package.item().version),
                        QByteArray::fromHex(package.digest.toLatin1())};
    manifest.filledAt = filledAt(moment.at);
    manifest.blobs = blobs.refs;
    manifest.journal = {submission.journal.last().sequence, 1, chain};
    manifest.commitment = issued.stated.receipt.commitment;
    manifest.receipt = issued.stated.token;
    manifest.consent = consentOf(visit);
    TRY_ASSIGN(manifest.seal,
               machine.sealKeys.seal(machine.suite, id.toUtf8(),
                                     protocol::writeContent(content).view(), moment.at));
    TRY_ASSIGN(submission.manifest, protocol::signManifest(manifest, machine.key));

    submission.id = CaseId(id);
    submission.deviceSequence = moment.deviceSequence;
    submission.item = package.item().id;
    submission.packageDigest = package.digest;
    submission.materials = blobs.sealed;
    submission.receiptId = issued.stated.receipt.id;
    submission.receiptNumber = machine.receiptNumber(moment.deviceSequence);
    submission.receiptUrl = issued.url;
    submission.at = moment.at;

    if (assessment.time.promised != QLatin1String("now"))
        made.promised = assessment.time.promised;
    for (const workflow::Event& event : events) {
        if (event.kind == workflow::EventKind::DeadlineSet &&
            event.name == QLatin1String("promised"))
            made.latest = localTime(event.due).date();
    }
    return made;
}

} // namespace tongban::session

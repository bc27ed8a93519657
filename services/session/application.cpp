// Builds an application in the order of its dependencies: process, blobs, receipt, content, seal,
// manifest.
#include "services/session/application.h"

#include "services/crypto/aead.h"
#include "services/crypto/digest.h"
#include "services/crypto/random.h"
#include "services/protocol/manifest.h"
#include "services/protocol/sealed_content.h"
#include "services/workflow/engine.h"

#include <QDateTime>
#include <QFile>
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

struct Blobs {
    QList<cases::SealedMaterial> sealed;
    QList<protocol::BlobRef> refs;
    QJsonObject keys; // by hash: kind, name, key, nonce
};

// Each page gets a key of its own, which travels inside the seal.
Result<Blobs> sealPictures(const Visit& visit, const catalog::Assessment& assessment,
                           const Machine& machine, const QString& id) {
    Blobs blobs;
    for (auto it = visit.pictures.begin(); it != visit.pictures.end(); ++it) {
        const catalog::NeededMaterial* needed = assessment.material(it.key());
        if (needed == nullptr)
            continue; // the answers changed; the paper is no longer asked for
        for (const QByteArray& page : it.value()) {
            const QByteArray key = crypto::randomBytes(crypto::keySizeOf(machine.suite));
            const QByteArray nonce = crypto::randomBytes(crypto::nonceSizeOf(machine.suite));
            TRY_ASSIGN(const QByteArray ciphertext,
                       crypto::aeadSeal(machine.suite, key, nonce, id.toUtf8(), page));
            const QByteArray hash = crypto::sha256(ciphertext);
            blobs.sealed.append({hash, ciphertext});
            blobs.refs.append({hash, ciphertext.size(), it.key(), QStringLiteral("image/jpeg")});
            blobs.keys.insert(
                QString::fromLatin1(hash.toHex()),
                QJsonObject{{QStringLiteral("kind"), it.key()},
                            {QStringLiteral("bound"), id},
                            {QStringLiteral("name"), needed->material.name},
                            {QStringLiteral("suite"), crypto::nameOf(machine.suite)},
                            {QStringLiteral("key"), QString::fromLatin1(key.toHex())},
                            {QStringLiteral("nonce"), QString::fromLatin1(nonce.toHex())}});
        }
    }
    return blobs;
}

QJsonObject applicantOf(const Visit& visit) {
    const devices::IdCard& card = *visit.card;
    return {{QStringLiteral("name"), card.name},
            {QStringLiteral("number"), card.number},
            {QStringLiteral("sex"), card.sexCode},
            {QStringLiteral("nation"), card.nationCode},
            {QStringLiteral("birth"), card.birth.toString(Qt::ISODate)},
            {QStringLiteral("address"), card.newAddress.isEmpty() ? card.address : card.newAddress},
            {QStringLiteral("issuer"), card.issuer},
            {QStringLiteral("validTo"), card.validTo.toString(Qt::ISODate)},
            {QStringLiteral("checked"), QStringLiteral("id-card-reader")}};
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

protocol::FilledAt filledAt(const Moment& moment) {
    protocol::FilledAt filled;
    filled.wall = moment.at;
    filled.mono = std::chrono::duration_cast<std::chrono::milliseconds>(
                      std::chrono::steady_clock::now().time_since_epoch())
                      .count();
    QFile boot(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    if (boot.open(QIODevice::ReadOnly))
        filled.bootId = QString::fromLatin1(boot.readAll()).trimmed();
    if (filled.bootId.isEmpty())
        filled.bootId = QStringLiteral("unknown");
    return filled;
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
    TRY_ASSIGN(const Blobs blobs, sealPictures(visit, assessment, machine, id));

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
    content.applicant = applicantOf(visit);
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
    manifest.filledAt = filledAt(moment);
    manifest.blobs = blobs.refs;
    manifest.journal = {submission.journal.last().sequence, 1, chain};
    manifest.commitment = issued.stated.receipt.commitment;
    manifest.receipt = issued.stated.token;
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

    for (const workflow::Event& event : events) {
        if (event.kind == workflow::EventKind::DeadlineSet &&
            event.name == QLatin1String("promised"))
            made.latest = localTime(event.due).date();
    }
    return made;
}

} // namespace tongban::session

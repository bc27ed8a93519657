// The wanted papers as a list, and the addition as a signed message.
#include "services/session/supplement.h"

#include "services/protocol/sealed_content.h"
#include "services/session/sealing.h"

namespace tongban::session {

catalog::Assessment listOf(const SupplementAsk& ask, const catalog::ItemPackage& package) {
    catalog::Assessment list;
    for (const QString& name : ask.wanted) {
        catalog::NeededMaterial needed;
        needed.way = catalog::Way::Upload;
        for (const catalog::Material& known : package.guide.materials().all()) {
            if (known.name == name)
                needed.material = known;
        }
        if (needed.material.id.isEmpty()) {
            needed.material.id = QStringLiteral("wanted-%1").arg(list.materials.size() + 1);
            needed.material.name = name;
        }
        if (needed.material.wayOf(catalog::Way::Upload) == nullptr)
            needed.material.ways.append(
                {catalog::Way::Upload, {}, QStringLiteral("窗口请您补这一份"), {}, {}});
        if (list.material(needed.material.id) == nullptr)
            list.materials.append(needed);
    }
    return list;
}

Result<cases::SealedSupplement> makeSupplement(const SupplementAsk& ask, const Visit& visit,
                                               const catalog::Assessment& assessment,
                                               const Machine& machine, Instant at) {
    if (!visit.card)
        return fail(FaultKind::Invalid, QStringLiteral("nobody is identified"));
    cases::SealedSupplement made;
    made.id = newUuid7(at);
    made.application = ask.known.id;
    made.revision = ask.revision;
    made.at = at;
    TRY_ASSIGN(const SealedPages pages, sealPictures(visit, assessment, machine, made.id));
    made.materials = pages.sealed;

    protocol::SealedContent content;
    content.application = ask.known.id.text();
    content.applicant = applicantOf(*visit.card);
    content.materials = pages.keys;

    protocol::Supplement message;
    message.id = made.id;
    message.application = ask.known.id.text();
    message.revision = ask.revision;
    message.device = machine.id.text();
    message.filledAt = filledAt(at);
    message.blobs = pages.refs;
    TRY_ASSIGN(message.seal, machine.sealKeys.seal(machine.suite, made.id.toUtf8(),
                                                   protocol::writeContent(content).view(), at));
    TRY_ASSIGN(made.manifest, protocol::signSupplement(message, machine.key));
    return made;
}

Application receiptOf(const SupplementAsk& ask, const catalog::ItemPackage& package,
                      const Machine& machine) {
    Application made;
    made.submission.id = ask.known.id;
    made.submission.item = ask.known.item;
    made.submission.deviceSequence = ask.known.deviceSequence;
    made.submission.receiptNumber = ask.known.receiptNumber;
    made.submission.receiptUrl = ask.known.receiptUrl;
    made.submission.at = ask.known.at;
    made.receiptUrl = ask.known.receiptUrl;
    made.receiptLines = receiptLines(package.item(), machine,
                                     {ask.known.at, ask.known.deviceSequence, false, false});
    return made;
}

} // namespace tongban::session

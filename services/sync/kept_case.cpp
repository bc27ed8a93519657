// The manifest is signed; the columns beside it must repeat it.
#include "services/sync/kept_case.h"

#include "services/crypto/base32.h"
#include "services/protocol/manifest.h"

namespace tongban::sync {

namespace {

bool isGenuine(const cases::KeptCase& kept, const crypto::PublicKey& device,
               const QString& origin) {
    const auto manifest = protocol::readManifest(kept.manifest);
    if (!manifest.has_value() || !protocol::verifyManifest(*manifest, device))
        return false;
    const QString url = origin.toUpper() + QStringLiteral("/1") +
                        QString::fromLatin1(crypto::toBase32(manifest->receipt));
    return manifest->id == kept.id && manifest->deviceSequence == kept.deviceSequence &&
           manifest->item == kept.item && manifest->receipt.contains(kept.receiptId) &&
           kept.receiptUrl == url;
}

bool isGenuineSupplement(const cases::KeptSupplement& kept, const crypto::PublicKey& device) {
    const auto supplement = protocol::readSupplement(kept.manifest);
    return supplement.has_value() && protocol::verifySupplement(*supplement, device) &&
           supplement->id == kept.id && supplement->application == kept.application &&
           supplement->revision == kept.revision;
}

} // namespace

cases::Genuine genuineOf(const crypto::PublicKey& device, const QString& origin) {
    return {
        [device, origin](const cases::KeptCase& kept) { return isGenuine(kept, device, origin); },
        [device](const cases::KeptSupplement& kept) { return isGenuineSupplement(kept, device); }};
}

} // namespace tongban::sync

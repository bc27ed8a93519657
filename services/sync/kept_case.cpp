// The manifest is signed; the columns beside it must repeat it.
#include "services/sync/kept_case.h"

#include "services/crypto/base32.h"
#include "services/protocol/manifest.h"

namespace tongban::sync {

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

} // namespace tongban::sync

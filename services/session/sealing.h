// What every hand-in of this machine has in common: sealed pages, who the card names, when it was.
#pragma once

#include "services/cases/submission.h"
#include "services/catalog/guide.h"
#include "services/protocol/manifest.h"
#include "services/session/machine.h"
#include "services/session/visit.h"

namespace tongban::session {

struct SealedPages {
    QList<cases::SealedMaterial> sealed;
    QList<protocol::BlobRef> refs;
    QJsonObject keys; // by hash: kind, name, key, nonce
};

// Each page gets a key of its own, which travels inside the seal; bound to `id`, the hand-in's.
Result<SealedPages> sealPictures(const Visit& visit, const catalog::Assessment& assessment,
                                 const Machine& machine, const QString& id);

QJsonObject applicantOf(const devices::IdCard& card);

protocol::FilledAt filledAt(Instant at); // with the boot's own clock beside the wall's

} // namespace tongban::session

// Fuzzes the readers of pack metadata: nothing unsigned is ever trusted.
#include "services/packs/trusted_set.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using namespace tongban::packs;
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1),
                           static_cast<qsizetype>(size - 1));
    const QString roles[] = {rootRole, timestampRole, snapshotRole, targetsRole};
    const QString& role = roles[data[0] % 4];
    const auto envelope = readEnvelope(bytes, role);
    if (!envelope.has_value())
        return 0;
    if (role == rootRole) {
        if (const auto root = readRoot(envelope->signedPart); root.has_value())
            (void)enoughSignatures(*envelope, *root, rootRole);
    } else if (role == timestampRole) {
        (void)readTimestamp(envelope->signedPart);
    } else if (role == snapshotRole) {
        (void)readSnapshot(envelope->signedPart);
    } else {
        (void)readTargets(envelope->signedPart);
    }
    return 0;
}

// Names of the fault kinds.
#include "services/core/fault.h"

namespace tongban {

QString nameOf(FaultKind kind) {
    switch (kind) {
    case FaultKind::Cancelled:
        return QStringLiteral("cancelled");
    case FaultKind::Offline:
        return QStringLiteral("offline");
    case FaultKind::Timeout:
        return QStringLiteral("timeout");
    case FaultKind::NotFound:
        return QStringLiteral("not-found");
    case FaultKind::Conflict:
        return QStringLiteral("conflict");
    case FaultKind::Invalid:
        return QStringLiteral("invalid");
    case FaultKind::Denied:
        return QStringLiteral("denied");
    case FaultKind::Device:
        return QStringLiteral("device");
    case FaultKind::Storage:
        return QStringLiteral("storage");
    case FaultKind::Crypto:
        return QStringLiteral("crypto");
    case FaultKind::Internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace tongban

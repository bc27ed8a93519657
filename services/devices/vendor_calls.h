// Calls into closed vendor libraries: portraits (WLT) and staff keys (SKF, GM/T 0016). Only the
// helper process makes them: such a library may crash, hang, or want another word size.
#pragma once

#include <QJsonObject>

namespace tongban::devices {

// {"do": "photo", "library", "wlt": base64}            → {"bmp": base64}
// {"do": "tokens", "library"}                          → {"tokens": [name …]}
// {"do": "certificate", "library"}                     → {"certificate": base64}
// {"do": "sign", "library", "pin", "digest": base64}   → {"signature": base64, r‖s of 64 octets}
// or {"error": word, "detail"}: unavailable (no such library, or not what it should be), refused
// (the library's own code), no-token, wrong-pin (with "left"), locked, invalid.
QJsonObject performVendorCall(const QJsonObject& request);

} // namespace tongban::devices

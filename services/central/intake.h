// Intake: an application or supplement is kept in one transaction, once in effect however often it
// comes (sync.md D3).
#pragma once

#include "services/central/centre.h"
#include "services/http/message.h"
#include "services/protocol/manifest.h"

namespace tongban::central {

struct IncomingApplication {
    protocol::Manifest manifest;
    QByteArray bytes;
    QByteArray hash; // of the bytes
};
struct IncomingSupplement {
    protocol::Supplement supplement;
    QByteArray bytes;
    QByteArray hash;
};

// Shape and signature, before the database is asked. Invalid or Crypto.
Result<IncomingApplication> readApplication(const QByteArray& bytes, const QString& id,
                                            const KeyRegister& keys);
Result<IncomingSupplement> readSupplement(const QByteArray& bytes, const QString& application,
                                          const QString& id, const KeyRegister& keys);

// 201 new, 200 the same bytes again with the same answer, 422 other bytes under a known id, 424
// blobs that must come first, 409 the kiosk's running number already belongs to another
// application.
Result<http::Response> keepApplication(Sql& sql, const IncomingApplication& incoming,
                                       const QString& sender, Instant now);
// The same, and 404 for an unknown application, 412 when `rev` is not the next.
Result<http::Response> keepSupplement(Sql& sql, const IncomingSupplement& incoming,
                                      const QString& sender, Instant now);

} // namespace tongban::central

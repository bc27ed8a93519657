// DeviceAuthority: the small certificate authority that signs device certificates for 90 days
// (sync.md §2.7).
#pragma once

#include "services/core/clock.h"
#include "services/crypto/key_pair.h"

#include <QByteArray>
#include <QString>

namespace tongban::central {

struct DeviceCertificate {
    QByteArray pem;
    QByteArray sha256; // of the DER bytes
    Instant until{};
};

class DeviceAuthority {
public:
    // Makes ca.key and ca.pem (ten years) in the folder when there are none.
    static Result<DeviceAuthority> open(const QString& folder, Instant now);

    QByteArray certificate() const { return m_certificate; } // PEM, to be pinned
    // Invalid: not a request, its own signature wrong, or a key that is neither P-256 nor Ed25519.
    // The name in the request is ignored: CN is the device, SAN tb:device:<id>.
    Result<DeviceCertificate> sign(const QByteArray& request, const QString& device,
                                   Instant now) const;
    // A server certificate for loopback and the given host names, for HAProxy or our own TLS.
    Result<DeviceCertificate> signServer(const crypto::PrivateKey& key, const QStringList& hosts,
                                         Instant now) const;
    // The public key inside a request.
    static Result<crypto::PublicKey> keyOf(const QByteArray& request);

private:
    DeviceAuthority(crypto::PrivateKey key, QByteArray certificate);
    crypto::PrivateKey m_key;
    QByteArray m_certificate;
};

} // namespace tongban::central

// Vault: encrypts files and fields that rest on this machine, with a key file that opens on this
// machine only. Not the seal: what the vault holds, this machine can read (staff accounts,
// settings, materials in work).
#pragma once

#include "services/crypto/aead.h"

#include <QString>

namespace tongban::crypto {

// What this machine is known by: /etc/machine-id, else the board's UUID. A TPM would be better and
// is not here.
QByteArray machineIdentity();

class Vault {
public:
    // Makes the key file (0600) on first use. Denied when the file belongs to another machine or
    // others may read it.
    static Result<Vault> open(const QString& keyFile, Suite suite = Suite::Intl,
                              const QByteArray& machine = machineIdentity());

    // `place` names where the value lives ("material/<digest>"), so that values cannot be swapped.
    Result<QByteArray> seal(QByteArrayView plain, QByteArrayView place) const;
    Result<SecretBytes> open(QByteArrayView sealed, QByteArrayView place) const;

    // Files are replaced in one step; the place is the caller's, not the path, so that a folder may
    // move.
    Result<void> sealFile(const QString& path, QByteArrayView plain, QByteArrayView place) const;
    Result<SecretBytes> openFile(const QString& path, QByteArrayView place) const;

    // A digest that nobody without the key can guess values from: for look-ups and for the audit
    // chain.
    QByteArray keyedDigest(QByteArrayView value, QByteArrayView place) const;

private:
    Vault(Suite suite, SecretBytes root);
    SecretBytes keyFor(Suite suite, QByteArrayView purpose) const;

    Suite m_suite;
    SecretBytes m_root;
};

} // namespace tongban::crypto

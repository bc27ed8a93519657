// BlobStore: ciphertext of materials as files named by their SHA-256; uploads resume where they
// stopped. The folder may be shared by several processes. Every function waits for the disk: never
// call it on a server thread.
#pragma once

#include "services/core/result.h"
#include "services/http/spool.h"

#include <QByteArray>
#include <QString>

namespace tongban::central {

class BlobStore {
public:
    static Result<BlobStore> open(const QString& folder);
    const QString& spoolFolder() const { return m_spool; }

    // One writer a blob in the whole installation, while the guard lives (flock).
    class Guard {
    public:
        explicit Guard(int descriptor)
            : m_descriptor(descriptor) {}
        Guard(Guard&& other) noexcept
            : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
        Guard& operator=(Guard&&) = delete;
        ~Guard();
        int descriptor() const { return m_descriptor; }

    private:
        int m_descriptor;
    };
    // Conflict when another upload of the same blob is under way.
    Result<Guard> lock(const QByteArray& hash) const;

    // Cuts what is beyond `offset` (never acknowledged), appends, and returns after the bytes are
    // on the disk.
    Result<void> append(const Guard& guard, qint64 offset, const http::Spool& piece) const;
    // Crypto when the whole is not what its name says; the part is then emptied.
    Result<void> finish(const Guard& guard, const QByteArray& hash, qint64 size) const;

    // Reads and checks: a file that rotted is Crypto, never wrong data.
    Result<QByteArray> read(const QByteArray& hash) const;
    Result<void> remove(const QByteArray& hash) const;

private:
    explicit BlobStore(QString folder);
    QString pathOf(const QByteArray& hash, const char* ending) const;

    QString m_folder;
    QString m_spool;
};

} // namespace tongban::central

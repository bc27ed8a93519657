// Part files, fsync, and publication by rename.
#include "services/central/blob_store.h"

#include "services/crypto/digest.h"

#include <QDir>
#include <QFile>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tongban::central {

namespace {

Result<void> flushFolder(const QString& path) {
    const int folder =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0)
        ::close(folder);
    if (!flushed)
        return fail(FaultKind::Storage, QStringLiteral("blob: folder not flushed"));
    return {};
}

Result<QByteArray> digestOf(int descriptor) {
    crypto::Digester digester(crypto::Hash::Sha256);
    QByteArray block(256 * 1024, Qt::Uninitialized);
    for (off_t at = 0;;) {
        const ssize_t got =
            ::pread(descriptor, block.data(), static_cast<size_t>(block.size()), at);
        if (got < 0)
            return fail(FaultKind::Storage, QStringLiteral("blob: read failed"));
        if (got == 0)
            return digester.finish();
        digester.add(QByteArrayView(block).first(got));
        at += got;
    }
}

} // namespace

BlobStore::Guard::~Guard() {
    if (m_descriptor >= 0)
        ::close(m_descriptor); // the lock goes with it
}

BlobStore::BlobStore(QString folder)
    : m_folder(std::move(folder))
    , m_spool(m_folder + QStringLiteral("/spool")) {}

Result<BlobStore> BlobStore::open(const QString& folder) {
    BlobStore store(folder);
    if (!QDir().mkpath(store.m_spool))
        return fail(FaultKind::Storage, QStringLiteral("blob: cannot make %1").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return store;
}

QString BlobStore::pathOf(const QByteArray& hash, const char* ending) const {
    const QString hex = QString::fromLatin1(hash.toHex());
    return QStringLiteral("%1/%2/%3%4").arg(m_folder, hex.left(2), hex, QLatin1String(ending));
}

Result<BlobStore::Guard> BlobStore::lock(const QByteArray& hash) const {
    const QString path = pathOf(hash, ".part");
    if (!QDir().mkpath(QFileInfo(path).path()))
        return fail(FaultKind::Storage, QStringLiteral("blob: cannot make a folder"));
    Guard guard(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (guard.descriptor() < 0)
        return fail(FaultKind::Storage, QStringLiteral("blob: cannot open a part"));
    if (::flock(guard.descriptor(), LOCK_EX | LOCK_NB) != 0)
        return fail(FaultKind::Conflict, QStringLiteral("blob: another upload is under way"));
    // Between opening and locking the part may have been published: never write to a finished file.
    struct stat opened {};
    struct stat named {};
    if (::fstat(guard.descriptor(), &opened) != 0 ||
        ::stat(QFile::encodeName(path).constData(), &named) != 0 || opened.st_ino != named.st_ino)
        return fail(FaultKind::Conflict, QStringLiteral("blob: another upload has just finished"));
    return guard;
}

Result<void> BlobStore::append(const Guard& guard, qint64 offset, const http::Spool& piece) const {
    if (::ftruncate(guard.descriptor(), offset) != 0 ||
        ::lseek(guard.descriptor(), offset, SEEK_SET) != offset)
        return fail(FaultKind::Storage, QStringLiteral("blob: cannot place a piece"));
    TRY(piece.copyTo(guard.descriptor()));
    if (::fdatasync(guard.descriptor()) != 0)
        return fail(FaultKind::Storage, QStringLiteral("blob: piece not flushed"));
    return {};
}

Result<void> BlobStore::finish(const Guard& guard, const QByteArray& hash, qint64 size) const {
    TRY_ASSIGN(const QByteArray found, digestOf(guard.descriptor()));
    if (found != hash || ::lseek(guard.descriptor(), 0, SEEK_END) != size) {
        if (::ftruncate(guard.descriptor(), 0) != 0)
            return fail(FaultKind::Storage, QStringLiteral("blob: cannot empty a part"));
        return fail(FaultKind::Crypto, QStringLiteral("blob: whole digest differs"));
    }
    const QString done = pathOf(hash, "");
    if (::rename(QFile::encodeName(pathOf(hash, ".part")).constData(),
                 QFile::encodeName(done).constData()) != 0)
        return fail(FaultKind::Storage, QStringLiteral("blob: cannot publish"));
    return flushFolder(QFileInfo(done).path());
}

Result<QByteArray> BlobStore::read(const QByteArray& hash) const {
    QFile file(pathOf(hash, ""));
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, QStringLiteral("blob: not here"));
    const QByteArray bytes = file.readAll();
    if (crypto::sha256(bytes) != hash)
        return fail(FaultKind::Crypto, QStringLiteral("blob: the file has changed on disk"));
    return bytes;
}

Result<void> BlobStore::remove(const QByteArray& hash) const {
    for (const char* ending : {"", ".part"}) {
        const QString path = pathOf(hash, ending);
        if (QFile::exists(path) && !QFile::remove(path))
            return fail(FaultKind::Storage, QStringLiteral("blob: cannot remove"));
    }
    return {};
}

} // namespace tongban::central

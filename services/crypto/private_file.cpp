// POSIX calls, because mode and fsync must be exact.
#include "services/crypto/private_file.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tongban::crypto {

namespace {

// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int get() const { return m_fd; }

private:
    int m_fd;
};

tl::unexpected<Fault> systemFault(const QString& path) {
    const int code = errno;
    return fail(code == ENOENT ? FaultKind::NotFound
                               : (code == EACCES ? FaultKind::Denied : FaultKind::Storage),
                QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(code))));
}

Result<void> writeAll(int fd, QByteArrayView bytes, const QString& path) {
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n =
            ::write(fd, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return systemFault(path);
        done += n;
    }
    return {};
}

} // namespace

Result<void> writePrivateFile(const QString& path, QByteArrayView bytes) {
    const QByteArray target = QFile::encodeName(path);
    const QByteArray beside = target + ".new";
    ::unlink(beside.constData());
    {
        const Descriptor file(
            ::open(beside.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600));
        if (file.get() < 0)
            return systemFault(path);
        TRY(writeAll(file.get(), bytes, path));
        if (::fsync(file.get()) != 0)
            return systemFault(path);
    }
    if (std::rename(beside.constData(), target.constData()) != 0)
        return systemFault(path);
    const Descriptor folder(::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                                   O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0)
        ::fsync(folder.get());
    return {};
}

Result<SecretBytes> readPrivateFile(const QString& path, qsizetype limit) {
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return systemFault(path);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return systemFault(path);
    if ((status.st_mode & 077) != 0)
        return fail(FaultKind::Denied,
                    QStringLiteral("%1: others may read it; mode 0600 is needed").arg(path));
    if (status.st_size > limit)
        return fail(FaultKind::Invalid, QStringLiteral("%1: too large").arg(path));
    SecretBytes bytes(status.st_size);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n =
            ::read(file.get(), bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return systemFault(path);
        done += n;
    }
    return bytes;
}

} // namespace tongban::crypto

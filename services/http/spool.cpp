// An unnamed file (O_TMPFILE) filled while the body arrives.
#include "services/http/spool.h"

#include <QFile>
#include <fcntl.h>
#include <unistd.h>

namespace tongban::http {

Spool::Spool(const QString& folder)
    : m_descriptor(
          ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)) {}

Spool::~Spool() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> Spool::take(QByteArrayView piece) {
    qsizetype done = 0;
    while (done < piece.size()) {
        const ssize_t wrote =
            ::write(m_descriptor, piece.data() + done, static_cast<size_t>(piece.size() - done));
        if (wrote <= 0)
            return fail(FaultKind::Storage, QStringLiteral("spool: write failed"));
        done += wrote;
    }
    m_hash.addData(piece);
    m_size += piece.size();
    return {};
}

Result<void> Spool::copyTo(int descriptor) const {
    off_t offset = 0;
    while (offset < m_size) {
        char block[64 * 1024];
        const ssize_t got = ::pread(m_descriptor, block, sizeof block, offset);
        if (got <= 0 || ::write(descriptor, block, static_cast<size_t>(got)) != got)
            return fail(FaultKind::Storage, QStringLiteral("spool: copy failed"));
        offset += got;
    }
    return {};
}

} // namespace tongban::http

// Spool: a body on disk without a name, with its digest; it is gone when nobody holds it.
#pragma once

#include "services/http/message.h"

#include <QCryptographicHash>

namespace tongban::http {

class Spool final : public BodySink {
public:
    // The file is made in `folder`, which should be on the disk where the bytes are wanted.
    explicit Spool(const QString& folder);
    ~Spool() override;
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    Result<void> take(QByteArrayView piece) override;
    qint64 size() const { return m_size; }
    QByteArray sha256() const { return m_hash.result(); }
    // Appends all bytes to another open file.
    Result<void> copyTo(int descriptor) const;

private:
    int m_descriptor = -1;
    qint64 m_size = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace tongban::http

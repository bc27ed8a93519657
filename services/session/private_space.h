// PrivateSpace: the only folder a visit may write to (print spool, previews); overwritten and
// removed at its end.
#pragma once

#include "services/core/result.h"

#include <QString>

namespace tongban::session {

class PrivateSpace {
public:
    // Below `parent`, for this user alone (0700). A space left behind by a crash is cleaned first.
    static Result<PrivateSpace> open(const QString& parent);

    const QString& path() const { return m_path; }
    bool isEmpty() const;
    // Overwrites every file with zeros, flushes, removes.
    void erase() const;

private:
    QString m_path;
};

} // namespace tongban::session

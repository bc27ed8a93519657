// The request target (RFC 9112 §3.2.1), taken apart strictly: one spelling for one place.
#pragma once

#include "services/core/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>
#include <utility>

namespace tongban::http {

struct Target {
    QStringList segments; // "/v1/tasks" → {"v1", "tasks"}; "/" → {}
    QList<std::pair<QString, QString>> query;

    QString path() const; // joined again, for logs
    bool hasQuery(const QString& name) const;
    QString queryText(const QString& name, const QString& otherwise = {}) const;
    // Digits only, within the bounds; nothing else is silently accepted.
    Result<qint64> queryNumber(const QString& name, qint64 otherwise, qint64 least,
                               qint64 most) const;
};

// Invalid unless it is an absolute path of at most 2,048 bytes, without empty or dotted segments,
// control characters, an encoded slash or backslash, broken escapes, text that is not UTF-8, or a
// parameter twice.
Result<Target> parseTarget(QByteArrayView text);

} // namespace tongban::http

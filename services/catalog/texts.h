// The words of a package: Chinese in the files themselves, other languages by the Chinese sentence.
#pragma once

#include "services/core/result.h"

#include <QMap>
#include <QString>

namespace tongban::catalog {

class Texts {
public:
    // texts/<language>.json: one object, Chinese sentence → translation.
    Result<void> add(const QString& language, const QByteArray& file);

    // The sentence in that language; the Chinese itself when there is no translation.
    QString say(const QString& chinese, const QString& language) const;
    bool has(const QString& chinese, const QString& language) const;
    const QMap<QString, QString>& all(const QString& language) const;

private:
    QMap<QString, QMap<QString, QString>> m_languages;
};

} // namespace tongban::catalog

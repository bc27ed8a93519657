// Notice: the words a citizen is shown before anything personal is taken (PIPL art. 17), by
// version; its digest travels with every application, so that nobody can later say that he was told
// otherwise.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace tongban::protocol {

struct Notice {
    QString id;
    QString version;
    QHash<QString, QString> text; // by language: zh_CN, en
    QByteArray sha256;            // of the file with all languages

    QString in(const QString& language) const; // Chinese when there is no better

    static Result<Notice> read(const QByteArray& file);
    static Result<Notice> load(const QString& path); // NotFound without the file
};

// Every notice of a folder, also superseded ones: what was agreed to under them stays known.
Result<QList<Notice>> loadNotices(const QString& folder);

} // namespace tongban::protocol

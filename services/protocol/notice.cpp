// Reading resources/notices: a file for each version that was ever shown.
#include "services/protocol/notice.h"

#include "services/core/json_reader.h"
#include "services/crypto/digest.h"

#include <QDir>
#include <QFile>

namespace tongban::protocol {

QString Notice::in(const QString& language) const {
    const QString exact = text.value(language, text.value(language.section(u'_', 0, 0)));
    return exact.isEmpty() ? text.value(QStringLiteral("zh_CN")) : exact;
}

Result<Notice> Notice::read(const QByteArray& file) {
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(file, {16 * 1024, 4}));
    JsonReader reader(object);
    Notice notice;
    notice.id = reader.requiredText(QStringLiteral("id"));
    notice.version = reader.requiredText(QStringLiteral("version"));
    const QJsonObject texts = reader.object(QStringLiteral("text"));
    for (auto it = texts.begin(); it != texts.end(); ++it)
        notice.text.insert(it.key(), it.value().toString());
    if (notice.in(QString()).isEmpty())
        reader.refuse(QStringLiteral("text"), QStringLiteral("zh_CN is missing"));
    TRY(reader.check());
    notice.sha256 = crypto::sha256(file);
    return notice;
}

Result<Notice> Notice::load(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, QStringLiteral("%1 is missing").arg(path));
    return read(file.readAll());
}

Result<QList<Notice>> loadNotices(const QString& folder) {
    QList<Notice> all;
    const QStringList names =
        QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        TRY_ASSIGN(Notice notice, Notice::load(folder + QLatin1Char('/') + name));
        all.append(std::move(notice));
    }
    return all;
}

} // namespace tongban::protocol

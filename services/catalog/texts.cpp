// Translations by sentence.
#include "services/catalog/texts.h"

#include "services/core/json_reader.h"

namespace tongban::catalog {

Result<void> Texts::add(const QString& language, const QByteArray& file) {
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(file));
    QMap<QString, QString>& texts = m_languages[language];
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isString())
            return fail(FaultKind::Invalid,
                        QStringLiteral("$[“%1”]: expected a text").arg(it.key()));
        texts.insert(it.key(), it.value().toString());
    }
    return {};
}

QString Texts::say(const QString& chinese, const QString& language) const {
    return m_languages.value(language).value(chinese, chinese);
}

bool Texts::has(const QString& chinese, const QString& language) const {
    const auto found = m_languages.constFind(language);
    return found != m_languages.constEnd() && found->contains(chinese);
}

const QMap<QString, QString>& Texts::all(const QString& language) const {
    static const QMap<QString, QString> none;
    const auto found = m_languages.constFind(language);
    return found == m_languages.constEnd() ? none : *found;
}

} // namespace tongban::catalog

// Everyday: longest match from the left.
#include "knowledgebase/everyday.h"

#include "knowledgebase/folding.h"

#include <QStringList>

namespace tongban::knowledgebase {

namespace {

constexpr qsizetype wordLimit = 16;
constexpr qsizetype fileLimit = 1024 * 1024;

} // namespace

Result<Everyday> Everyday::read(const QByteArray& file, const QString& name) {
    if (file.size() > fileLimit)
        return fail(FaultKind::Invalid, name + QStringLiteral(": too large"));
    QJsonObject object;
    const QStringList lines = QString::fromUtf8(file).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList cells = line.split(u'\t');
        if (cells.size() != 2 || cells[0].size() > wordLimit)
            return fail(
                FaultKind::Invalid,
                QStringLiteral("%1:%2: expected word, tab, words or -").arg(name).arg(i + 1));
        object.insert(cells[0], cells[1]);
    }
    return fromJson(object);
}

Result<Everyday> Everyday::fromJson(const QJsonObject& object) {
    Everyday everyday;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString word = folded(it.key());
        if (word.isEmpty() || word.size() > wordLimit || !it->isString())
            return fail(FaultKind::Invalid, QStringLiteral("everyday words: a word is too long"));
        everyday.m_longest = std::max(everyday.m_longest, word.size());
        const QString value = it->toString();
        if (value.startsWith(u'-')) {
            everyday.m_hollow.insert(word);
            if (value.size() > 1)
                everyday.m_quality.insert(word, value.mid(1).trimmed());
        } else {
            everyday.m_formal.insert(word, value);
        }
    }
    return everyday;
}

QJsonObject Everyday::toJson() const {
    QJsonObject object;
    for (auto it = m_formal.begin(); it != m_formal.end(); ++it)
        object.insert(it.key(), it.value());
    for (const QString& word : m_hollow)
        object.insert(word, m_quality.contains(word) ? QStringLiteral("- ") + m_quality.value(word)
                                                     : QStringLiteral("-"));
    return object;
}

std::vector<bool> Everyday::hollow(QStringView text) const {
    std::vector<bool> result(static_cast<size_t>(text.size()), false);
    for (qsizetype i = 0; i < text.size();) {
        qsizetype taken = 1;
        for (qsizetype length = std::min(m_longest, text.size() - i); length >= 1; --length) {
            const QString word = text.mid(i, length).toString();
            // A word that stands for something shields its parts.
            if (m_formal.contains(word)) {
                taken = length;
                break;
            }
            if (!m_hollow.contains(word))
                continue;
            std::fill_n(result.begin() + i, length, true);
            taken = length;
            break;
        }
        i += taken;
    }
    return result;
}

QString Everyday::formal(QStringView text) const {
    return lookUp(m_formal, text);
}

QString Everyday::quality(QStringView text) const {
    return lookUp(m_quality, text);
}

QString Everyday::lookUp(const QHash<QString, QString>& words, QStringView text) const {
    QStringList found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (qsizetype length = std::min(m_longest, text.size() - i); length >= 1; --length) {
            const auto word = words.find(text.mid(i, length).toString());
            if (word == words.end())
                continue;
            found.append(*word);
            break;
        }
    }
    return found.join(u' ');
}

} // namespace tongban::knowledgebase

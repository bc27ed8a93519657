// Everyday: what people say for what the offices call otherwise, and the words that only form a
// question. A pack brings its list; without one every word counts as it is.
#pragma once

#include "services/core/result.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

namespace tongban::knowledgebase {

class Everyday {
public:
    // Lines of “word, tab, formal words”, “word, tab, -” for a hollow word, or both: “- words”
    // for a hollow word that asks for a quality (how much, when); `name` is what faults call the
    // file.
    static Result<Everyday> read(const QByteArray& file, const QString& name);
    static Result<Everyday> fromJson(const QJsonObject& object);
    QJsonObject toJson() const;

    bool isEmpty() const { return m_formal.isEmpty() && m_hollow.isEmpty(); }
    // For each UTF-16 unit of a folded question whether it belongs to a hollow word.
    std::vector<bool> hollow(QStringView folded) const;
    // The formal words for what the question says, apart by spaces.
    QString formal(QStringView folded) const;
    // The same for qualities asked for: they help to rank and say nothing about the subject.
    QString quality(QStringView folded) const;

private:
    QString lookUp(const QHash<QString, QString>& words, QStringView folded) const;

    QHash<QString, QString> m_formal;
    QHash<QString, QString> m_quality;
    QSet<QString> m_hollow;
    qsizetype m_longest = 0;
};

} // namespace tongban::knowledgebase

// Scanner: walks FEEL source by position; words, symbols, literals, and names that contain spaces
// and symbols.
#pragma once

#include "services/feel/value.h"

#include <QHash>

namespace tongban::feel {

// Names by their first word, longest first. "date and time" has the parts date, and, time.
class NameIndex {
public:
    void add(const QString& name);
    // The longest name that starts at `at` of `source`; its end, or -1.
    qsizetype match(QStringView source, qsizetype at, QString& name) const;

private:
    struct Entry {
        QStringList parts;
        QString name;
    };
    QHash<QString, QList<Entry>> m_byFirst;
};

bool isNameStart(char32_t c);
bool isNamePart(char32_t c);
// "a  b" → "a b", "a - b" → "a-b": how names are compared.
QString normalizedName(QStringView name);

class Scanner {
public:
    explicit Scanner(QStringView source)
        : m_source(source) {}
    QStringView source() const { return m_source; }
    qsizetype at() const { return m_at; }
    void moveTo(qsizetype at) { m_at = at; }

    void skip(); // white space and comments
    bool atEnd();
    bool looksAt(QStringView symbol); // after white space, without taking it
    bool take(QStringView symbol);
    bool looksAtWord(QStringView word); // a whole word
    bool takeWord(QStringView word);
    QStringView word(); // takes one word; empty if there is none
    QStringView peekWord();
    bool looksAtDigit();

    std::optional<Decimal> number();
    std::optional<QString> string();                // between quotes, with its escapes
    qsizetype lastEnd() const { return m_lastEnd; } // end of the last thing taken

private:
    void took() { m_lastEnd = m_at; }
    bool escape(QString& text);

    QStringView m_source;
    qsizetype m_at = 0;
    qsizetype m_lastEnd = 0;
};

} // namespace tongban::feel

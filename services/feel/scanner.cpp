// Lexical rules of FEEL (DMN 1.5 §10.3.1.2, grammar rules 22 to 36 and 62).
#include "services/feel/scanner.h"

namespace tongban::feel {

namespace {

char32_t codePointAt(QStringView text, qsizetype at, int& units) {
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        units = 2;
        return QChar::surrogateToUcs4(c, text[at + 1]);
    }
    units = 1;
    return c.unicode();
}

// XML white space and the Unicode spaces of rule 62.
bool isSpace(QChar c) {
    const char16_t u = c.unicode();
    return (u >= 0x09 && u <= 0x0d) || u == 0x20 || u == 0x85 || u == 0xa0 || u == 0x1680 ||
           u == 0x180e || (u >= 0x2000 && u <= 0x200b) || u == 0x2028 || u == 0x2029 ||
           u == 0x202f || u == 0x205f || u == 0x3000 || u == 0xfeff;
}

bool isNameSymbol(QChar c) {
    return c == u'.' || c == u'/' || c == u'-' || c == u'\'' || c == u'’' || c == u'+' || c == u'*';
}

qsizetype wordEnd(QStringView text, qsizetype at) {
    int units = 0;
    if (at >= text.size() || !isNameStart(codePointAt(text, at, units)))
        return at;
    for (at += units; at < text.size(); at += units) {
        if (!isNamePart(codePointAt(text, at, units)))
            break;
    }
    return at;
}

// The next part of a name: a run of name characters (digits may start it inside a name) or one
// symbol.
QStringView nextPart(QStringView text, qsizetype& at) {
    while (at < text.size() && isSpace(text[at]))
        ++at;
    const qsizetype start = at;
    if (at >= text.size())
        return {};
    if (isNameSymbol(text[at])) {
        ++at;
        return text.mid(start, 1);
    }
    int units = 0;
    while (at < text.size() && isNamePart(codePointAt(text, at, units)))
        at += units;
    return text.mid(start, at - start);
}

QStringList partsOf(QStringView name) {
    QStringList parts;
    for (qsizetype at = 0; at < name.size();) {
        const QStringView part = nextPart(name, at);
        if (part.isEmpty()) {
            if (at <
                name.size()) // a character no name may have; kept so that such a name never matches
                ++at;
            continue;
        }
        parts.append(part.toString());
    }
    return parts;
}

} // namespace

bool isNameStart(char32_t c) {
    return c == U'?' || c == U'_' || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0xc0 && c <= 0xd6) || (c >= 0xd8 && c <= 0xf6) || (c >= 0xf8 && c <= 0x2ff) ||
           (c >= 0x370 && c <= 0x37d) || (c >= 0x37f && c <= 0x1fff) ||
           (c >= 0x200c && c <= 0x200d) || (c >= 0x2070 && c <= 0x218f) ||
           (c >= 0x2c00 && c <= 0x2fef) || (c >= 0x3001 && c <= 0xd7ff) ||
           (c >= 0xf900 && c <= 0xfdcf) || (c >= 0xfdf0 && c <= 0xfffd && c != 0xfeff) ||
           (c >= 0x10000 && c <= 0xeffff);
}

bool isNamePart(char32_t c) {
    return isNameStart(c) || (c >= U'0' && c <= U'9') || c == 0xb7 || (c >= 0x300 && c <= 0x36f) ||
           (c >= 0x203f && c <= 0x2040);
}

QString normalizedName(QStringView name) {
    QString result;
    bool afterWord = false;
    for (const QString& part : partsOf(name)) {
        const bool isWord = !isNameSymbol(part.front());
        if (isWord && afterWord)
            result += u' ';
        result += part;
        afterWord = isWord;
    }
    return result;
}

void NameIndex::add(const QString& name) {
    QStringList parts = partsOf(name);
    if (parts.isEmpty())
        return;
    QList<Entry>& entries = m_byFirst[parts.first()];
    qsizetype at = 0;
    while (at < entries.size() && entries[at].parts.size() > parts.size())
        ++at;
    entries.insert(at, {std::move(parts), name});
}

qsizetype NameIndex::match(QStringView source, qsizetype at, QString& name) const {
    qsizetype end = at;
    const auto found = m_byFirst.constFind(nextPart(source, end).toString());
    if (found == m_byFirst.cend())
        return -1;
    for (const Entry& entry : *found) {
        qsizetype reached = at;
        bool same = true;
        for (qsizetype i = 0; same && i < entry.parts.size(); ++i)
            same = nextPart(source, reached) == entry.parts[i];
        if (same) {
            name = entry.name;
            return reached;
        }
    }
    return -1;
}

void Scanner::skip() {
    while (m_at < m_source.size()) {
        if (isSpace(m_source[m_at])) {
            ++m_at;
        } else if (m_source.mid(m_at).startsWith(u"//")) {
            while (m_at < m_source.size() && m_source[m_at] != u'\n' && m_source[m_at] != u'\r')
                ++m_at;
        } else if (m_source.mid(m_at).startsWith(u"/*")) {
            const qsizetype end = m_source.indexOf(u"*/", m_at + 2);
            m_at = end < 0 ? m_source.size() : end + 2;
        } else {
            break;
        }
    }
}

bool Scanner::atEnd() {
    skip();
    return m_at >= m_source.size();
}

bool Scanner::looksAt(QStringView symbol) {
    skip();
    return m_source.mid(m_at).startsWith(symbol);
}

bool Scanner::take(QStringView symbol) {
    if (!looksAt(symbol))
        return false;
    m_at += symbol.size();
    took();
    return true;
}

QStringView Scanner::peekWord() {
    skip();
    return m_source.mid(m_at, wordEnd(m_source, m_at) - m_at);
}

QStringView Scanner::word() {
    const QStringView found = peekWord();
    m_at += found.size();
    if (!found.isEmpty())
        took();
    return found;
}

bool Scanner::looksAtWord(QStringView word) {
    return peekWord() == word;
}

bool Scanner::takeWord(QStringView word) {
    if (!looksAtWord(word))
        return false;
    m_at += word.size();
    took();
    return true;
}

bool Scanner::looksAtDigit() {
    skip();
    const auto digit = [this](qsizetype at) {
        return at < m_source.size() && m_source[at] >= u'0' && m_source[at] <= u'9';
    };
    return digit(m_at) || (m_at < m_source.size() && m_source[m_at] == u'.' && digit(m_at + 1));
}

std::optional<Decimal> Scanner::number() {
    skip();
    const qsizetype start = m_at;
    const auto digits = [this] {
        const qsizetype before = m_at;
        while (m_at < m_source.size() && m_source[m_at] >= u'0' && m_source[m_at] <= u'9')
            ++m_at;
        return m_at > before;
    };
    digits();
    if (m_at + 1 < m_source.size() && m_source[m_at] == u'.' && m_source[m_at + 1] >= u'0' &&
        m_source[m_at + 1] <= u'9') {
        ++m_at;
        digits();
    }
    if (m_at < m_source.size() && (m_source[m_at] == u'e' || m_source[m_at] == u'E')) {
        const qsizetype mark = m_at++;
        if (m_at < m_source.size() && (m_source[m_at] == u'+' || m_source[m_at] == u'-'))
            ++m_at;
        if (!digits())
            m_at = mark;
    }
    took();
    return Decimal::parse(m_source.mid(start, m_at - start));
}

bool Scanner::escape(QString& text) {
    if (m_at >= m_source.size())
        return false;
    const QChar c = m_source[m_at++];
    static constexpr QStringView letters = u"ntr\"\\'";
    static constexpr QStringView meant = u"\n\t\r\"\\'";
    if (const qsizetype i = letters.indexOf(c); i >= 0) {
        text += meant[i];
        return true;
    }
    const int width = c == u'u' ? 4 : c == u'U' ? 6 : 0;
    bool ok = false;
    const char32_t code = width > 0 && m_at + width <= m_source.size()
                              ? m_source.mid(m_at, width).toUInt(&ok, 16)
                              : 0;
    if (ok && code <= QChar::LastValidCodePoint) {
        text += QChar::fromUcs4(code);
        m_at += width;
    } else { // an unknown escape stands for itself
        text += u'\\';
        text += c;
    }
    return true;
}

std::optional<QString> Scanner::string() {
    skip();
    ++m_at; // the quote
    QString text;
    while (m_at < m_source.size()) {
        const QChar c = m_source[m_at++];
        if (c == u'"') {
            took();
            return text;
        }
        if (c != u'\\')
            text += c;
        else if (!escape(text))
            break;
    }
    return std::nullopt;
}

} // namespace tongban::feel

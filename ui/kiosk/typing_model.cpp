// Keys to text, through the pinyin engine when Chinese is on.
#include "ui/kiosk/typing_model.h"

namespace tongban::kiosk {

namespace {

constexpr int longest = 200;

bool isLetter(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

} // namespace

TypingModel::TypingModel(input::PinyinEngine& engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine) {}

void TypingModel::setValue(const QString& value) {
    if (value == m_value)
        return;
    m_value = value.left(longest);
    Q_EMIT changed();
}

QString TypingModel::valueSoFar() const {
    QString letters = m_composition.preedit;
    letters.remove(u' ');
    return m_value + letters;
}

void TypingModel::append(const QString& text) {
    m_value = (m_value + text).left(longest);
}

void TypingModel::refresh() {
    m_composition = m_engine.composition();
    if (m_composition.isEmpty())
        m_expanded = false;
    Q_EMIT changed();
    Q_EMIT edited();
}

void TypingModel::press(const QString& key) {
    if (key == QLatin1String("hide")) {
        append(m_engine.commit());
        refresh();
        Q_EMIT hideWanted();
        return;
    }
    if (key == QLatin1String("backspace")) {
        bool consumed = false;
        append(m_engine.backspace(&consumed));
        if (!consumed)
            m_value.chop(!m_value.isEmpty() && m_value.back().isLowSurrogate() ? 2 : 1);
    } else if (key == QLatin1String("clear")) {
        m_engine.clear();
        m_value.clear();
    } else if (key == QLatin1String("space")) {
        if (m_engine.composition().isEmpty())
            append(QStringLiteral(" "));
        else
            append(m_engine.choose(0));
    } else if (key == QLatin1String("shift")) {
        m_shifted = !m_shifted;
    } else if (key == QLatin1String("symbols")) {
        m_symbols = !m_symbols;
    } else if (key == QLatin1String("language")) {
        append(m_engine.commit());
        m_chinese = !m_chinese;
    } else if (key.size() == 1) {
        type(m_shifted ? key.toUpper() : key);
        m_shifted = false;
        Q_EMIT changed();
        return;
    }
    refresh();
}

void TypingModel::type(const QString& text) {
    for (const QChar c : text) {
        if (!c.isPrint() && c != u'\b')
            continue;
        if (chinese() && isLetter(c) && !m_shifted) {
            append(m_engine.letter(c));
        } else {
            append(m_engine.commit());
            append(QString(c));
        }
    }
    refresh();
}

void TypingModel::choose(int candidate) {
    append(m_engine.choose(candidate));
    refresh();
}

void TypingModel::toggleExpanded() {
    m_expanded = !m_expanded;
    Q_EMIT changed();
}

void TypingModel::clear() {
    m_engine.clear();
    m_value.fill(u'\0');
    m_value.clear();
    m_expanded = m_shifted = m_symbols = false;
    m_chinese = true;
    m_composition = {};
    // Not an edit: whatever was typed into must not hear of it.
    Q_EMIT changed();
}

} // namespace tongban::kiosk

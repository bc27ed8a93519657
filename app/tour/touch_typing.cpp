// Candidates are found by name among the visible controls, the list is opened when they are not.
#include "app/tour/touch_typing.h"

namespace tongban::tour {

namespace {

QString longestCandidate(const QStringList& visible, const QString& words) {
    for (qsizetype length = words.size(); length > 0; --length) {
        if (visible.contains(words.left(length)))
            return words.left(length);
    }
    return {};
}

} // namespace

bool pressKeys(Spoken& spoken, const QString& keys) {
    for (const QChar key : keys) {
        if (!spoken.press(QString(key), 3000, QAccessible::Button))
            return false;
    }
    return true;
}

bool typeChinese(Spoken& spoken, const QString& pinyin, const QString& words) {
    if (!pressKeys(spoken, pinyin))
        return false;
    QString rest = words;
    while (!rest.isEmpty()) {
        Spoken::settle(60);
        QString candidate = longestCandidate(spoken.names(QAccessible::Button), rest);
        const QString more = inLanguage("PinyinKeyboard", "More candidates");
        if (candidate.isEmpty() && spoken.press(more, 500)) {
            Spoken::settle(120);
            candidate = longestCandidate(spoken.names(QAccessible::Button), rest);
        }
        if (candidate.isEmpty() || !spoken.press(candidate, 500, QAccessible::Button))
            return false;
        rest = rest.mid(candidate.size());
    }
    return true;
}

} // namespace tongban::tour

// Chinese to pinyin without tones, by longest match over a word list, so that words with several
// readings come right.
#pragma once

#include "services/core/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace tongban::catalog {

class Pinyin {
public:
    // The word list of Debian's rime-data-pinyin-simp: "word<TAB>pin yin<TAB>weight". NotFound when
    // absent.
    static Result<Pinyin>
    load(const QString& dictionary = QStringLiteral("/usr/share/rime-data/pinyin_simp.dict.yaml"));

    // One syllable for each character; a character that is not Chinese stands for itself in small
    // letters.
    QStringList syllables(const QString& text) const;
    QString full(const QString& text) const;     // juzhuzheng
    QString initials(const QString& text) const; // jzz

private:
    QHash<QString, QString> m_words; // word → "pin yin" of its best weight
    int m_longest = 1;
};

} // namespace tongban::catalog

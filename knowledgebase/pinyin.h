// Pinyin: readings of Han characters from the rime dictionary (rime-data-pinyin-simp, Apache-2.0),
// with polyphones read by phrase, and a list of our own for surnames and words of the hall.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tongban::knowledgebase {

// Number of a syllable without tone; 0 is none.
using Syllable = std::uint16_t;

// A Latin run cut into syllables; `rest` is the beginning of one more (“zh”, “q”) or empty.
struct Syllables {
    std::vector<Syllable> whole;
    QByteArray rest;
};

class Pinyin {
public:
    static Result<Pinyin> read(const QString& path);
    // The system's dictionary, read once; empty (no readings at all) when it is missing.
    static const Pinyin& system();

    bool isEmpty() const { return m_names.size() < 2; }
    // One reading for each UTF-16 unit of a folded text, 0 where there is none.
    std::vector<Syllable> readings(QStringView folded) const;
    // Readings of one character that occur in earnest, the most frequent first, at most three.
    std::vector<Syllable> alternatives(char32_t character) const;
    double frequency(char32_t character) const; // of the character in running text, ≥ 0

    // Cuts small Latin letters; nothing when they cannot be cut.
    std::optional<Syllables> cut(QByteArrayView letters) const;

    const QByteArray& name(Syllable syllable) const { return m_names[syllable]; }
    // The same number for syllables that are easily confused: zh/z ch/c sh/s n/l/r hu/f ng/n.
    Syllable fuzzy(Syllable syllable) const { return m_fuzzy[syllable]; }
    const QByteArray& fuzzyName(Syllable syllable) const { return m_fuzzyNames[m_fuzzy[syllable]]; }
    Syllable fuzzyCount() const { return static_cast<Syllable>(m_fuzzyNames.size()); }
    Syllable find(QByteArrayView name) const; // 0 when unknown

private:
    struct Reading {
        Syllable syllable = 0;
        double weight = 0;
    };

    void addPhrase(const QString& phrase, const QList<QByteArray>& syllables, double weight);
    void nameSyllables(const QHash<QByteArray, double>& frequencies);

    QList<QByteArray> m_names{QByteArray()};
    QHash<QByteArray, Syllable> m_numbers;
    std::vector<double> m_cost{0}; // negative log of the frequency
    std::vector<Syllable> m_fuzzy{0};
    QList<QByteArray> m_fuzzyNames{QByteArray()};
    std::unordered_map<char32_t, std::vector<Reading>> m_characters;
    QHash<QString, std::vector<Syllable>> m_phrases; // only where a reading is not the usual one
    qsizetype m_longestPhrase = 0;
};

// The fuzzy spelling of one syllable: “zhang” → “zan”.
QByteArray fuzzySpelling(QByteArray syllable);
// Of the beginning of a syllable: “zh” → “z”, “r” → “l”.
QByteArray fuzzyBeginning(QByteArray beginning);

} // namespace tongban::knowledgebase

// Reads the rime word list and segments by the longest word.
#include "services/catalog/pinyin.h"

#include <QFile>

namespace tongban::catalog {

Result<Pinyin> Pinyin::load(const QString& dictionary) {
    QFile file(dictionary);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, dictionary + QStringLiteral(": cannot be opened"));
    constexpr qint64 largest = 32 * 1024 * 1024;
    const QByteArray all = file.read(largest);
    Pinyin pinyin;
    QHash<QString, double> weights;
    bool body = false;
    qsizetype from = 0;
    while (from < all.size()) {
        qsizetype to = all.indexOf('\n', from);
        if (to < 0)
            to = all.size();
        const QByteArray line = all.mid(from, to - from);
        from = to + 1;
        if (!body) {
            body = line.trimmed() == "...";
            continue;
        }
        const QList<QByteArray> parts = line.split('\t');
        if (parts.size() < 2)
            continue;
        const QString word = QString::fromUtf8(parts[0]);
        const double weight = parts.size() > 2 ? parts[2].toDouble() : 0;
        if (word.size() > 8 || (weights.contains(word) && weights.value(word) >= weight))
            continue;
        weights.insert(word, weight);
        pinyin.m_words.insert(word, QString::fromUtf8(parts[1]).trimmed());
        pinyin.m_longest = qMax(pinyin.m_longest, static_cast<int>(word.size()));
    }
    return pinyin;
}

QStringList Pinyin::syllables(const QString& text) const {
    QStringList out;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype length = qMin<qsizetype>(m_longest, text.size() - at);
        for (; length > 0; --length) {
            const auto found = m_words.constFind(text.mid(at, length));
            if (found == m_words.constEnd())
                continue;
            const QStringList parts = found->split(u' ', Qt::SkipEmptyParts);
            if (parts.size() == length || length == 1) {
                out << (length == 1 ? QStringList{parts.value(0)} : parts);
                break;
            }
        }
        if (length == 0) {
            out << text.mid(at, 1).toLower();
            length = 1;
        }
        at += length;
    }
    return out;
}

QString Pinyin::full(const QString& text) const {
    return syllables(text).join(QString());
}

QString Pinyin::initials(const QString& text) const {
    QString out;
    for (const QString& syllable : syllables(text))
        out += syllable.left(1);
    return out;
}

} // namespace tongban::catalog

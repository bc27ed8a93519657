// latinSubset: writes an OpenType file (ISO/IEC 14496-22) from the old tables, a format 12 cmap and
// a short name table.
#include "ui/theme/latin_subset.h"

#include <QList>
#include <QtEndian>

namespace tongban::theme {

namespace {

void put16(QByteArray& bytes, quint16 value) {
    const quint16 big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char*>(&big), 2);
}

void put32(QByteArray& bytes, quint32 value) {
    const quint32 big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char*>(&big), 4);
}

QList<char32_t> wantedCharacters() {
    QList<char32_t> wanted;
    for (char32_t c = 0x20; c <= 0x7E; ++c)
        wanted.append(c);
    for (char32_t c = 0xA0; c <= 0xFF; ++c)
        wanted.append(c);
    wanted.append(0x2022);  // the bullets of a masked number
    wanted.removeAll(0xB7); // the middle dot belongs to Chinese names
    return wanted;
}

// One group a character: at most 200, so compactness does not matter.
QByteArray characterMap(const QRawFont& font) {
    QByteArray groups;
    quint32 count = 0;
    for (const char32_t c : wantedCharacters()) {
        const QList<quint32> glyphs = font.glyphIndexesForString(QString::fromUcs4(&c, 1));
        if (glyphs.size() != 1 || glyphs.first() == 0)
            continue;
        put32(groups, c);
        put32(groups, c);
        put32(groups, glyphs.first());
        ++count;
    }
    if (count == 0)
        return {};
    QByteArray table;
    put16(table, 0); // version
    put16(table, 2);
    // The same map for Windows Unicode BMP and full: without the first FreeType makes one up from
    // the glyph names.
    for (const quint16 encoding : {quint16(1), quint16(10)}) {
        put16(table, 3);
        put16(table, encoding);
        put32(table, 20);
    }
    put16(table, 12); // format
    put16(table, 0);
    put32(table, quint32(16 + groups.size()));
    put32(table, 0); // language
    put32(table, count);
    return table + groups;
}

QByteArray nameTable(const QString& family, bool bold) {
    const QString style = bold ? QStringLiteral("Bold") : QStringLiteral("Regular");
    const QList<QPair<quint16, QString>> names{{1, family},
                                               {2, style},
                                               {4, family + u' ' + style},
                                               {6, QString(family).remove(u' ') + u'-' + style}};
    QByteArray records, strings;
    for (const auto& [id, text] : names) {
        for (const quint16 field : {quint16(3), quint16(1), quint16(0x409), id,
                                    quint16(text.size() * 2), quint16(strings.size())})
            put16(records, field);
        for (const QChar c : text)
            put16(strings, c.unicode());
    }
    QByteArray table;
    put16(table, 0);
    put16(table, quint16(names.size()));
    put16(table, quint16(6 + records.size()));
    return table + records + strings;
}

} // namespace

QByteArray latinSubset(const QRawFont& font, const QString& family, bool bold) {
    const QByteArray cmap = characterMap(font);
    if (cmap.isEmpty())
        return {};
    QList<QPair<QByteArray, QByteArray>> tables; // sorted by tag, as the format wants
    for (const char* tag : {"CFF ", "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "fpgm", "gasp", "glyf",
                            "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}) {
        const QByteArray name(tag);
        const QByteArray content = name == "cmap"   ? cmap
                                   : name == "name" ? nameTable(family, bold)
                                                    : font.fontTable(tag);
        if (!content.isEmpty())
            tables.append({name, content});
    }
    const bool postScript = tables.first().first == "CFF ";
    QByteArray file;
    put32(file, postScript ? 0x4F54544F : 0x00010000);
    put16(file, quint16(tables.size()));
    for (int i = 0; i < 3; ++i)
        put16(file, 0); // search hints, unused by FreeType
    quint32 offset = quint32(12 + 16 * tables.size());
    QByteArray body;
    for (auto& [tag, content] : tables) {
        file.append(tag);
        put32(file, 0); // check sum, unused
        put32(file, offset);
        put32(file, quint32(content.size()));
        body.append(content).append(QByteArray((4 - content.size() % 4) % 4, '\0'));
        offset = quint32(12 + 16 * tables.size() + body.size());
    }
    return file + body;
}

} // namespace tongban::theme

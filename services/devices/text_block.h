// The 256-byte text block of an ID card: which characters lie where, for the four layouts (GA/T 490
// and its siblings).
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace tongban::devices {

enum class CardKind {
    Resident,            // 居民身份证
    HongKongMacaoTaiwan, // 港澳台居民居住证, type J
    Foreign2017,         // 外国人永久居留身份证 2017, type I
    Foreign2023,         // 外国人永久居留身份证 2023, type Y
};

QString nameOf(CardKind kind); // resident, hmt, foreign2017, foreign2023

inline constexpr int textBlockBytes = 256;

// Where an item lies, in bytes; a second piece continues a long name.
struct TextItem {
    const char* key;
    int offset;
    int length;
    int moreOffset = 0;
    int moreLength = 0;
};

const QList<TextItem>& layoutOf(CardKind kind);

// The characters of a block, trimmed on the right, not yet checked for sense.
struct TextBlock {
    CardKind kind = CardKind::Resident;
    QList<std::pair<QString, QString>> fields; // in the order of the layout
    QStringList warnings; // odd but bearable: text in a reserved area, a gap in a name

    QString field(QLatin1String key) const;
};

// Invalid for a wrong size and for code units that are no characters; NotFound for a type flag
// without a layout.
Result<TextBlock> readTextBlock(const QByteArray& block);
// The reverse, for simulators; Invalid when an item does not fit.
Result<QByteArray> writeTextBlock(CardKind kind, const QList<std::pair<QString, QString>>& fields);

// An added address (70 bytes of the same characters).
inline constexpr int addressBytes = 70;
Result<QString> readAddress(const QByteArray& bytes);

} // namespace tongban::devices

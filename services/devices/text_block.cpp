// The four layouts of the text block (devices.md §1.5) and the reading of their UTF-16LE
// characters.
#include "services/devices/text_block.h"

#include <QtEndian>
#include <algorithm>
#include <array>

namespace tongban::devices {

namespace {

constexpr int typeFlagOffset = 248;

const QList<TextItem> residentLayout{
    {"name", 0, 30}, {"sex", 30, 2},      {"nation", 32, 4}, {"birth", 36, 16}, {"address", 52, 70},
    {"id", 122, 36}, {"issuer", 158, 30}, {"from", 188, 16}, {"to", 204, 16},
};
const QList<TextItem> hmtLayout{
    {"name", 0, 30},   {"sex", 30, 2},      {"birth", 36, 16}, {"address", 52, 70},
    {"id", 122, 36},   {"issuer", 158, 30}, {"from", 188, 16}, {"to", 204, 16},
    {"pass", 220, 18}, {"issues", 238, 4},
};
const QList<TextItem> foreign2017Layout{
    {"name", 0, 120},    {"sex", 120, 2},       {"id", 122, 30}, {"country", 152, 6},
    {"cname", 158, 30},  {"from", 188, 16},     {"to", 204, 16}, {"birth", 220, 16},
    {"version", 236, 4}, {"authority", 240, 8},
};
const QList<TextItem> foreign2023Layout{
    {"cname", 0, 30},           {"sex", 30, 2},   {"changes", 32, 4}, {"birth", 36, 16},
    {"ename", 52, 70, 220, 22}, {"id", 122, 36},  {"from", 188, 16},  {"to", 204, 16},
    {"country", 242, 6},        {"link", 250, 6},
};

bool isPad(QChar character) {
    return character == u' ' || character == QChar(0);
}

QString characters(const QByteArray& block, int offset, int length) {
    QString text(length / 2, Qt::Uninitialized);
    for (int i = 0; i < length / 2; ++i)
        text[i] = QChar(qFromLittleEndian<quint16>(block.constData() + offset + 2 * i));
    return text;
}

QString trimmedRight(QString text) {
    while (!text.isEmpty() && isPad(text.back()))
        text.chop(1);
    return text;
}

// True when each code unit is a character that can be printed on a card.
bool printable(const QString& text) {
    for (const uint character : text.toUcs4()) {
        if (QChar::category(character) == QChar::Other_NotAssigned ||
            QChar::isNonCharacter(character) || QChar::isSurrogate(character) ||
            character == 0xFFFD || QChar::category(character) == QChar::Other_Control ||
            QChar::category(character) == QChar::Other_Format)
            return false;
    }
    return text.isValidUtf16();
}

Result<CardKind> kindOf(const QByteArray& block) {
    const QChar flag(qFromLittleEndian<quint16>(block.constData() + typeFlagOffset));
    if (isPad(flag))
        return CardKind::Resident;
    if (flag == u'J')
        return CardKind::HongKongMacaoTaiwan;
    if (flag == u'I')
        return CardKind::Foreign2017;
    if (flag == u'Y')
        return CardKind::Foreign2023;
    return fail(FaultKind::NotFound, QStringLiteral("unsupported card: type flag U+%1")
                                         .arg(flag.unicode(), 4, 16, QLatin1Char('0')));
}

// Units no item of the layout covers, other than the flag, must be padding.
bool reservedIsEmpty(const QByteArray& block, const QList<TextItem>& layout) {
    QList<bool> used(textBlockBytes, false);
    const auto mark = [&used](int offset, int length) {
        std::fill_n(used.begin() + offset, length, true);
    };
    mark(typeFlagOffset, 2);
    for (const TextItem& item : layout) {
        mark(item.offset, item.length);
        mark(item.moreOffset, item.moreLength);
    }
    for (int i = 0; i < textBlockBytes; i += 2) {
        if (!used[i] && !isPad(QChar(qFromLittleEndian<quint16>(block.constData() + i))))
            return false;
    }
    return true;
}

} // namespace

QString nameOf(CardKind kind) {
    switch (kind) {
    case CardKind::Resident:
        return QStringLiteral("resident");
    case CardKind::HongKongMacaoTaiwan:
        return QStringLiteral("hmt");
    case CardKind::Foreign2017:
        return QStringLiteral("foreign2017");
    case CardKind::Foreign2023:
        return QStringLiteral("foreign2023");
    }
    return {};
}

const QList<TextItem>& layoutOf(CardKind kind) {
    switch (kind) {
    case CardKind::HongKongMacaoTaiwan:
        return hmtLayout;
    case CardKind::Foreign2017:
        return foreign2017Layout;
    case CardKind::Foreign2023:
        return foreign2023Layout;
    case CardKind::Resident:
        break;
    }
    return residentLayout;
}

QString TextBlock::field(QLatin1String key) const {
    for (const auto& [name, value] : fields) {
        if (name == key)
            return value;
    }
    return {};
}

Result<TextBlock> readTextBlock(const QByteArray& block) {
    if (block.size() != textBlockBytes)
        return fail(FaultKind::Invalid, QStringLiteral("text block of %1 bytes").arg(block.size()));
    TextBlock text;
    TRY_ASSIGN(text.kind, kindOf(block));
    for (const TextItem& item : layoutOf(text.kind)) {
        QString raw = characters(block, item.offset, item.length);
        if (item.moreLength > 0)
            raw += characters(block, item.moreOffset, item.moreLength);
        const QString value = trimmedRight(raw);
        const QString key = QLatin1String(item.key);
        if (!printable(value))
            return fail(FaultKind::Invalid,
                        key + QStringLiteral(": contains what is no character"));
        if (value.contains(QLatin1String("    ")))
            return fail(FaultKind::Invalid, key + QStringLiteral(": text behind the padding"));
        if (value.contains(QLatin1String("  ")) || value.startsWith(u' '))
            text.warnings.append(key + QStringLiteral(": a gap inside"));
        text.fields.append({key, value});
    }
    if (!reservedIsEmpty(block, layoutOf(text.kind)))
        text.warnings.append(QStringLiteral("text in a reserved area"));
    return text;
}

Result<QByteArray> writeTextBlock(CardKind kind, const QList<std::pair<QString, QString>>& fields) {
    QString units(textBlockBytes / 2, u' ');
    const auto put = [&units](int offset, QStringView text) {
        for (qsizetype i = 0; i < text.size(); ++i)
            units[offset / 2 + i] = text[i];
    };
    static constexpr std::array flags{u" ", u"J", u"I", u"Y"};
    put(typeFlagOffset, QStringView(flags[static_cast<size_t>(kind)]));
    for (const auto& [key, value] : fields) {
        const auto& layout = layoutOf(kind);
        const auto item =
            std::find_if(layout.begin(), layout.end(), [name = key](const TextItem& candidate) {
                return name == QLatin1String(candidate.key);
            });
        if (item == layout.end())
            return fail(FaultKind::Invalid, QStringLiteral("no item %1 on this card").arg(key));
        if (value.size() > (item->length + item->moreLength) / 2)
            return fail(FaultKind::Invalid, QStringLiteral("%1 is too long").arg(key));
        put(item->offset, QStringView(value).left(item->length / 2));
        put(item->moreOffset, QStringView(value).mid(item->length / 2));
    }
    QByteArray block(textBlockBytes, Qt::Uninitialized);
    for (int i = 0; i < units.size(); ++i)
        qToLittleEndian<quint16>(units[i].unicode(), block.data() + 2 * i);
    return block;
}

Result<QString> readAddress(const QByteArray& bytes) {
    if (bytes.size() != addressBytes)
        return fail(FaultKind::Invalid, QStringLiteral("address of %1 bytes").arg(bytes.size()));
    const QString value = trimmedRight(characters(bytes, 0, addressBytes));
    if (!printable(value))
        return fail(FaultKind::Invalid, QStringLiteral("address: contains what is no character"));
    return value;
}

} // namespace tongban::devices

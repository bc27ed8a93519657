// ESC/POS commands by their first bytes; lengths as in Epson's command reference.
#include "services/devices/escpos_parser.h"

#include <algorithm>

namespace tongban::devices {

namespace {

using Kind = EscPosOperation::Kind;

struct Fixed {
    int second;
    Kind kind;
    int length; // of the whole command; its last byte is the value
};

constexpr Fixed escapes[] = {
    {'@', Kind::Initialise, 2},  {'a', Kind::Align, 3},       {'E', Kind::Bold, 3},
    {'G', Kind::Bold, 3},        {'d', Kind::FeedLines, 3},   {'J', Kind::FeedDots, 3},
    {'3', Kind::LineSpacing, 3}, {'2', Kind::LineSpacing, 2}, {'p', Kind::Drawer, 5},
    {'!', Kind::Ignored, 3},     {'-', Kind::Ignored, 3},     {'t', Kind::Ignored, 3},
    {'R', Kind::Ignored, 3},     {'M', Kind::Ignored, 3},     {'V', Kind::Ignored, 3},
    {'{', Kind::Ignored, 3},     {' ', Kind::Ignored, 3},     {'$', Kind::Ignored, 4},
    {'\\', Kind::Ignored, 4},    {'c', Kind::Ignored, 4},     {'=', Kind::Ignored, 3},
    {'S', Kind::Ignored, 2},     {'L', Kind::Ignored, 2},     {'i', Kind::Cut, 2},
    {'m', Kind::Cut, 2},         {'B', Kind::Ignored, 4},     {'U', Kind::Ignored, 3},
    {'T', Kind::Ignored, 3},
};

constexpr Fixed groups[] = {
    {'!', Kind::Size, 3},    {'r', Kind::Status, 3},  {'a', Kind::AutoStatus, 3},
    {'B', Kind::Ignored, 3}, {'H', Kind::Ignored, 3}, {'f', Kind::Ignored, 3},
    {'h', Kind::Ignored, 3}, {'w', Kind::Ignored, 3}, {'L', Kind::Ignored, 4},
    {'W', Kind::Ignored, 4}, {'P', Kind::Ignored, 4}, {'I', Kind::Ignored, 3},
    {'b', Kind::Ignored, 3}, {':', Kind::Ignored, 2},
};

constexpr Fixed kanji[] = {
    {'&', Kind::Ignored, 2}, {'.', Kind::Ignored, 2}, {'!', Kind::Ignored, 3},
    {'C', Kind::Ignored, 3}, {'-', Kind::Ignored, 3}, {'S', Kind::Ignored, 4},
    {'W', Kind::Ignored, 3},
};

template <size_t n>
const Fixed* known(const Fixed (&table)[n], int second) {
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [second](const Fixed& row) { return row.second == second; });
    return found == std::end(table) ? nullptr : found;
}

} // namespace

void EscPosParser::feed(const QByteArray& bytes) {
    m_buffer.remove(0, m_at);
    m_at = 0;
    m_buffer.append(bytes.left(longestBuffer - m_buffer.size()));
}

void EscPosParser::clear() {
    m_buffer.clear();
    m_at = 0;
}

// A command whose last byte is its value.
bool EscPosParser::fixed(EscPosOperation& operation, Kind kind, qsizetype length) {
    if (unread() < length)
        return false;
    operation.kind = kind;
    operation.value = length > 2 ? byteAt(length - 1) : -1;
    m_at += length;
    return true;
}

bool EscPosParser::next(EscPosOperation& operation) {
    operation = {};
    if (unread() == 0)
        return false;
    const int first = byteAt(0);
    if (first >= 0x20)
        return text(operation);
    if (first == '\n')
        return fixed(operation, Kind::LineFeed, 1);
    if (first == '\r' || first == '\t' || first == 0)
        return fixed(operation, Kind::Ignored, 1);
    if (first != 0x1B && first != 0x1D && first != 0x1C && first != 0x10) {
        fixed(operation, Kind::Unknown, 1);
        operation.value = first;
        return true;
    }
    if (unread() < 2)
        return false;
    if (first == 0x1B)
        return escape(operation);
    if (first == 0x1D)
        return group(operation);
    if (first == 0x10)
        return realTime(operation);
    const Fixed* row = known(kanji, byteAt(1));
    return fixed(operation, row ? row->kind : Kind::Unknown, row ? row->length : 2);
}

// DLE EOT n, DLE ENQ n, DLE DC4 fn …
bool EscPosParser::realTime(EscPosOperation& operation) {
    if (byteAt(1) == 0x04)
        return fixed(operation, Kind::RealTimeStatus, 3);
    if (unread() < 3)
        return false;
    const bool clears = byteAt(1) == 0x14 && byteAt(2) == 8;
    return fixed(operation, Kind::Ignored, clears ? 10 : byteAt(1) == 0x14 ? 5 : 3);
}

bool EscPosParser::escape(EscPosOperation& operation) {
    const int second = byteAt(1);
    if (second == '*') { // bit image: mode, nL nH, columns of one or three bytes
        if (unread() < 5)
            return false;
        const qsizetype columns = byteAt(3) | (byteAt(4) << 8);
        return fixed(operation, Kind::Ignored, 5 + columns * (byteAt(2) >= 32 ? 3 : 1));
    }
    if (second == 'D') { // tab stops up to a zero
        const qsizetype end = m_buffer.indexOf('\0', m_at + 2);
        return end >= 0 && fixed(operation, Kind::Ignored, end - m_at + 1);
    }
    const Fixed* row = known(escapes, second);
    return fixed(operation, row ? row->kind : Kind::Unknown, row ? row->length : 2);
}

bool EscPosParser::group(EscPosOperation& operation) {
    switch (byteAt(1)) {
    case 'v':
        return graphics(operation);
    case '(':
        return function(operation);
    case 'V': {
        if (unread() < 3)
            return false;
        const bool feeds = byteAt(2) >= 65;
        if (!fixed(operation, Kind::Cut, feeds ? 4 : 3))
            return false;
        operation.value = feeds ? operation.value : 0;
        return true;
    }
    case 'k': { // bar code: m, then n bytes or up to a zero
        if (unread() < 4)
            return false;
        if (byteAt(2) >= 65)
            return fixed(operation, Kind::Ignored, 4 + byteAt(3));
        const qsizetype end = m_buffer.indexOf('\0', m_at + 3);
        return end >= 0 && fixed(operation, Kind::Ignored, end - m_at + 1);
    }
    default:
        break;
    }
    const Fixed* row = known(groups, byteAt(1));
    return fixed(operation, row ? row->kind : Kind::Unknown, row ? row->length : 2);
}

// GS v 0 m xL xH yL yH …
bool EscPosParser::graphics(EscPosOperation& operation) {
    if (unread() < 8)
        return false;
    const int width = byteAt(4) | (byteAt(5) << 8);
    const int height = byteAt(6) | (byteAt(7) << 8);
    const qsizetype length = static_cast<qsizetype>(width) * height;
    if (length > longestBuffer / 2) // more than any paper: not a picture
        return fixed(operation, Kind::Unknown, 8);
    if (!fixed(operation, Kind::Raster, 8 + length))
        return false;
    operation.width = width;
    operation.height = height;
    operation.bytes = m_buffer.mid(m_at - length, length);
    return true;
}

// GS ( X pL pH …; of GS ( k only the QR functions matter (cn 49).
bool EscPosParser::function(EscPosOperation& operation) {
    if (unread() < 5)
        return false;
    const qsizetype parameters = byteAt(3) | (byteAt(4) << 8);
    const bool qr = byteAt(2) == 'k' && parameters >= 3;
    const qsizetype whole = 5 + parameters;
    if (!fixed(operation, Kind::Ignored, whole) || !qr ||
        static_cast<quint8>(m_buffer[m_at - parameters]) != 49)
        return operation.kind == Kind::Ignored;
    const char* body = m_buffer.constData() + m_at - parameters;
    operation.value = static_cast<quint8>(body[2]);
    switch (static_cast<quint8>(body[1])) {
    case 67:
        operation.kind = Kind::QrModule;
        break;
    case 69:
        operation.kind = Kind::QrCorrection;
        break;
    case 80:
        operation.kind = Kind::QrStore;
        operation.bytes = QByteArray(body + 3, parameters - 3);
        break;
    case 81:
        operation.kind = Kind::QrPrint;
        break;
    default:
        break;
    }
    return true;
}

// Text up to the next control byte; a lead byte at the end waits for the rest of its character.
bool EscPosParser::text(EscPosOperation& operation) {
    qsizetype length = 0;
    while (length < unread() && byteAt(length) >= 0x20) {
        const int lead = byteAt(length);
        if (lead < 0x81 || lead > 0xFE) {
            ++length;
            continue;
        }
        if (length + 1 >= unread())
            break;
        const bool four = byteAt(length + 1) >= 0x30 && byteAt(length + 1) <= 0x39;
        if (four && length + 3 >= unread())
            break;
        length += four ? 4 : 2;
    }
    if (length == 0)
        return false;
    operation.kind = Kind::Text;
    operation.bytes = m_buffer.mid(m_at, length);
    m_at += length;
    return true;
}

} // namespace tongban::devices

// Ticket: an 80 mm or 58 mm receipt as lines of a few kinds, and its ESC/POS bytes.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tongban::devices {

struct TicketLine {
    enum class Kind {
        Title, // large, centred
        Text,
        Pair,   // label left, value right or on the next line
        Rule,   // a line across
        Code,   // a QR code of `value`
        Remark, // centred
    };
    Kind kind = Kind::Text;
    QString text;
    QString value;
};

struct Ticket {
    QList<TicketLine> lines;
    QString reprintMark; // "补打 第1次": stands above and below; empty for the first print
};

inline constexpr int columns80mm = 48;
inline constexpr int columns58mm = 32;

QByteArray ticketBytes(const Ticket& ticket, int columns = columns80mm);

} // namespace tongban::devices

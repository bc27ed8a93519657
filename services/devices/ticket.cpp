// Lays a ticket out in columns: an ASCII character takes one, a Chinese one two.
#include "services/devices/ticket.h"

#include "services/devices/escpos_encoder.h"

namespace tongban::devices {

namespace {

using Align = EscPosEncoder::Align;

void typeWrapped(EscPosEncoder& paper, const QString& text, int columns) {
    for (const QString& line : wrapped(text, columns))
        paper.line(line);
}

void typePair(EscPosEncoder& paper, const TicketLine& line, int columns) {
    const int gap = columns - columnsOf(line.text) - columnsOf(line.value);
    if (gap >= 2) {
        paper.line(line.text + QString(gap, u' ') + line.value);
        return;
    }
    typeWrapped(paper, line.text, columns);
    for (const QString& part : wrapped(line.value, columns - 4))
        paper.line(QString(columns - columnsOf(part), u' ') + part);
}

void type(EscPosEncoder& paper, const TicketLine& line, int columns) {
    switch (line.kind) {
    case TicketLine::Kind::Title:
        paper.align(Align::Centre).size(2, 2).bold(true);
        typeWrapped(paper, line.text, columns / 2);
        paper.size(1, 1).bold(false).align(Align::Left);
        return;
    case TicketLine::Kind::Text:
        return typeWrapped(paper, line.text, columns);
    case TicketLine::Kind::Pair:
        return typePair(paper, line, columns);
    case TicketLine::Kind::Rule:
        paper.line(QString(columns, u'-'));
        return;
    case TicketLine::Kind::Code:
        paper.align(Align::Centre).qr(line.value.toUtf8()).align(Align::Left);
        return;
    case TicketLine::Kind::Remark:
        paper.align(Align::Centre);
        typeWrapped(paper, line.text, columns);
        paper.align(Align::Left);
        return;
    }
}

} // namespace

QByteArray ticketBytes(const Ticket& ticket, int columns) {
    EscPosEncoder paper;
    const TicketLine mark{TicketLine::Kind::Remark, ticket.reprintMark, {}};
    if (!ticket.reprintMark.isEmpty())
        type(paper, mark, columns);
    for (const TicketLine& line : ticket.lines)
        type(paper, line, columns);
    if (!ticket.reprintMark.isEmpty())
        type(paper, mark, columns);
    return paper.feed(3).cut().bytes();
}

} // namespace tongban::devices

// The list to take away: what to bring, when, where; nothing personal in it, so it may stand in a
// QR code.
#pragma once

#include "services/catalog/guide.h"

namespace tongban::catalog {

struct ChecklistLine {
    QString text;
    QString note; // how it must be, until when it may follow, the address
};

struct ChecklistPart {
    // Nothing: there is nothing to bring, and the line says so.
    enum class Kind { NotYet, Nothing, Bring, Exempt, Time, Fee, Where };
    Kind kind = Kind::Bring;
    QList<ChecklistLine> lines;
};

// The parts in the order in which a person needs them; an empty one is left out.
QList<ChecklistPart> checklistParts(const ServiceItem& item, const Assessment& assessment);

// The same as plain lines under the item's name, for an 80 mm printer, a terminal or a phone.
QStringList checklist(const ServiceItem& item, const Assessment& assessment);

// What fits into a code that a phone reads without a network: the name and whole lines of the list,
// within `bytes` of UTF-8.
QString checklistForCode(const QStringList& list, qsizetype bytes = 600);

// The answers in a form that opens the same list without login: "item?kind=renew&filed=no".
QString checklistLink(const ServiceItem& item, const Answers& answers);

} // namespace tongban::catalog

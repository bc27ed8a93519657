// The list to take away: what to bring, when, where; nothing personal in it, so it may stand in a
// QR code.
#pragma once

#include "services/catalog/guide.h"

namespace tongban::catalog {

// Plain lines, at most about `width` characters each, for an 80 mm printer or a phone.
QStringList checklist(const ServiceItem& item, const Assessment& assessment);

// The answers in a form that opens the same list without login: "item?kind=renew&filed=no".
QString checklistLink(const ServiceItem& item, const Answers& answers);

} // namespace tongban::catalog

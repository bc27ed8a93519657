// The two layouts of a printed receipt, drawn in hundredths of a millimetre.
#pragma once

#include "services/receipt/qr_code.h"
#include "services/receipt/receipt_document.h"

namespace tongban::receipt {

void paintA4(QPainter& painter, const ReceiptDocument& document, const QrCode& qr);
// Black only, for thermal paper. Returns the height of the strip.
int paintRoll(QPainter& painter, const ReceiptDocument& document, const QrCode& qr);

} // namespace tongban::receipt

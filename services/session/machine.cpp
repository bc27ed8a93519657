// The spelling of receipt numbers.
#include "services/session/machine.h"

namespace tongban::session {

QString Machine::receiptNumber(quint64 deviceSequence) const {
    return QStringLiteral("%1-%2-%3")
        .arg(region, 6, 10, QLatin1Char('0'))
        .arg(number.device, 6, 10, QLatin1Char('0'))
        .arg(deviceSequence, 6, 10, QLatin1Char('0'));
}

} // namespace tongban::session

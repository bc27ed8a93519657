// Printer status from IPP: printer-state and printer-state-reasons (RFC 8011 §5.4.11–12) in the
// words of our contract.
#pragma once

#include "services/devices/device.h"

#include <QStringList>

namespace tongban::devices {

// `state` 3 idle, 4 processing, 5 stopped; reasons may end in -report, -warning or -error.
DeviceStatus pagePrinterStatus(int state, const QStringList& reasons);

} // namespace tongban::devices

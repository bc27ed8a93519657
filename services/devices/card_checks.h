// The sense of a card's text: which values contradict each other, and the code tables they come
// from.
#pragma once

#include "services/devices/text_block.h"

namespace tongban::devices {

// GB/T 3304 name of a nation code; the code itself when it is in no table (devices.md §1.7).
QString nationNamed(const QString& code);

// Invalid names the first item that cannot be true. What is merely odd is added to the warnings.
Result<void> checkCardText(TextBlock& text);

} // namespace tongban::devices

// Everything that clients and the central service say to each other.
#pragma once

#include "services/protocol/device_messages.h" // IWYU pragma: export
#include "services/protocol/manifest.h"        // IWYU pragma: export
#include "services/protocol/sealed_content.h"  // IWYU pragma: export
#include "services/protocol/staff_messages.h"  // IWYU pragma: export

// The shipped simulators as tests ask for them.
#pragma once

#include "services/devices/device_hub.h"

namespace tongban::test {

inline devices::HubSettings simulated() {
    devices::HubSettings settings;
    settings.simulate = true;
    settings.cards = TONGBAN_SOURCE_DIR "/resources/simulator/cards.json";
    return settings;
}

inline bool can(const devices::DeviceHub& hub, devices::Capability capability) {
    return hub.capability(capability).available;
}

} // namespace tongban::test

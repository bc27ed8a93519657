// The invented people of the simulator: sample cards from resources/simulator/cards.json, encoded
// as a reader sends them.
#pragma once

#include "services/devices/simulated_sam.h"

namespace tongban::devices {

Result<QList<CardImage>> readSimulatedCards(const QByteArray& json);

// The cards of a file.
Result<QList<CardImage>> loadSimulatedCards(const QString& path);

} // namespace tongban::devices

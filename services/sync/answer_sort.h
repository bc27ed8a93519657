// Sorts the answers of the central service by what to do next (sync.md §2.4).
#pragma once

#include "services/sync/ports.h"

namespace tongban::sync {

enum class AnswerSort {
    Good,
    CentralTrouble, // nobody there, overloaded, restarting: the whole lane waits
    ItemTrouble,    // this item failed; it waits, the next one goes
    Refused,        // this item will never be taken: quarantine
    NotWelcome,     // this machine is not known or revoked: the lane waits, nothing is thrown away
    BlobsMissing,   // 424
};

AnswerSort sortOf(const Answer& answer);

// For logs and the outbox: "503 busy", "no answer". Never personal.
QString nameOf(const Answer& answer);

} // namespace tongban::sync

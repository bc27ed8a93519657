// Soundness: what every course of a definition has in common, whatever its conditions say.
#pragma once

#include "services/workflow/definition.h"

namespace tongban::workflow {

struct Soundness {
    bool safe = true;             // no flow ever holds two tokens
    bool optionToComplete = true; // from everywhere the end can be reached
    bool properCompletion = true; // no end event is reached twice, and no message is left over
    bool endsOnce = true;         // the first half of it
    bool messagesRead = true;     // every message that is sent can still be received
    bool completes = true;        // at least one course comes to its end
    QStringList deadActivities;   // that no course reaches
    QStringList trace;            // elements of a shortest course to the first thing that is wrong
    QStringList unread;           // message flows that may keep a message for ever
    QString wrong; // "safe", "optionToComplete" or "properCompletion"; empty when all holds
    bool exhaustive = true; // false: a bound was hit and the verdict covers what was seen
    int states = 0;

    bool sound() const { return optionToComplete && properCompletion && deadActivities.isEmpty(); }
};

// Walks the reachable markings within the limits' states and `milliseconds`.
Soundness soundnessOf(const Definition& definition, int milliseconds);

// The same as defects, with the path in words. Refused only when no course comes to its end.
Defects prove(const Definition& definition, int milliseconds = 1500);

} // namespace tongban::workflow

// The bounds of everything a definition or a case may ask for; each has a diagnosis.
#pragma once

#include <QtGlobal>

namespace tongban::workflow {

struct Limits {
    qsizetype packageBytes = 8LL * 1024 * 1024;
    qsizetype xmlBytes = 4LL * 1024 * 1024;
    int xmlDepth = 128;
    int xmlElements = 20'000;
    int flowNodes = 5'000;
    int expressionBytes = 16 * 1024;
    int instancesOfOneActivity = 1'000; // multi-instance and standard loops
    int callDepth = 16;
    int entriesPerCommand = 10'000;
    int entriesOfOneElement = 500; // within one command
    int eventsPerCase = 100'000;
    int timerCycleSeconds = 60; // of a timer that repeats for ever
    int messageWaits = 1'000;
    int provenStates = 200'000;
    int provingMilliseconds = 300;
};

} // namespace tongban::workflow

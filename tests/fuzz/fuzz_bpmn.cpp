// Fuzzes process files: any bytes end in defects, or in a definition that runs, draws and replays.
#include "services/workflow/drawing.h"
#include "services/workflow/engine.h"
#include "services/workflow/questions.h"

#include <cstdint>

using namespace tongban::workflow;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const Package package = Package::ofProcess(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    check(package, Scrutiny::Standalone);
    if (const auto any = readForeign(package); any.has_value())
        toSvg(draw(*any));
    const auto definition = compile(package);
    if (!definition.has_value())
        return 0;
    Instance instance;
    tongban::workflow::Command command = Open{};
    Occasion occasion;
    for (int step = 0; step < 20; ++step) {
        const auto events = decide(*definition, instance, command, occasion);
        if (!events.has_value())
            break;
        for (const Event& event : *events) {
            evolve(instance, event);
            if (const auto back = Event::fromJson(event.toJson());
                !back.has_value() || !(*back == event))
                __builtin_trap();
        }
        if (instance.life == Life::Closed || instance.active.isEmpty())
            break;
        const Active& last = instance.active.last();
        command =
            last.asked ? tongban::workflow::Command(Perform{last.key, {}}) : Complete{last.key, {}};
        occasion.at += std::chrono::hours(1);
    }
    progress(*definition, instance);
    openWork(*definition, instance);
    return 0;
}

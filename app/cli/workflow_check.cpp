// tongban workflow check FILE…
#include "app/cli/workflow.h"

#include "services/workflow/definition.h"

namespace tongban::cli {

int workflowCheck(const QStringList& files) {
    if (files.isEmpty()) {
        complain(QStringLiteral("tongban workflow check FILE…"));
        return 2;
    }
    bool refused = false;
    for (const QString& path : files) {
        const auto bytes = readWorkflowFile(path);
        const workflow::Defects defects =
            bytes ? workflow::check(workflow::Package::ofProcess(*bytes),
                                    workflow::Scrutiny::Standalone)
                  : workflow::Defects{{workflow::Level::Refused,
                                       QStringLiteral("file"),
                                       QStringLiteral("unreadable"),
                                       QStringLiteral("the file cannot be opened"),
                                       {}}};
        for (const workflow::Defect& defect : defects)
            say(QStringLiteral("%1:%2: %3 %4: %5")
                    .arg(path, defect.element, nameOf(defect.level), defect.code, defect.message));
        refused = refused || workflow::anyRefused(defects);
    }
    return refused ? 1 : 0;
}

} // namespace tongban::cli

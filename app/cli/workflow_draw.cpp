// tongban workflow draw FILE -o OUT.svg|png [--journal FILE]
#include "app/cli/drawing_painter.h"
#include "app/cli/workflow.h"

#include "services/core/json_reader.h"
#include "services/workflow/drawing.h"

#include <QSaveFile>

namespace tongban::cli {

using namespace tongban::workflow;

// One event a line, as `simulate` prints them.
Result<Events> readJournal(const QByteArray& text) {
    Events events;
    for (const QByteArray& line : text.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        TRY_ASSIGN(const QJsonObject object, parseJsonObject(line));
        TRY_ASSIGN(const Event event, Event::fromJson(object));
        events.append(event);
    }
    return events;
}

int workflowDraw(const QStringList& arguments) {
    QStringList rest = arguments;
    const QString out = takeOption(rest, QStringLiteral("-o"));
    const QString journalPath = takeOption(rest, QStringLiteral("--journal"));
    const bool png = out.endsWith(QLatin1String(".png"));
    if (rest.size() != 1 || !(png || out.endsWith(QLatin1String(".svg")))) {
        complain(QStringLiteral("tongban workflow draw FILE -o OUT.svg|png [--journal FILE]"));
        return 2;
    }
    const auto bytes = readWorkflowFile(rest.first());
    if (!bytes)
        return 2;
    const auto definition = readForeign(Package::ofProcess(*bytes));
    if (!definition.has_value()) {
        complain(QStringLiteral("%1: %2").arg(rest.first(), definition.error().detail));
        return 1;
    }
    Instance instance;
    if (!journalPath.isEmpty()) {
        const auto text = readWorkflowFile(journalPath);
        const auto events =
            text ? readJournal(*text) : Result<Events>(fail(FaultKind::NotFound, journalPath));
        if (!events.has_value()) {
            complain(QStringLiteral("%1: %2").arg(journalPath, events.error().detail));
            return 1;
        }
        instance = fold(*events);
    }
    const Drawing drawing = draw(*definition, journalPath.isEmpty() ? nullptr : &instance);
    QSaveFile file(out);
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        (png ? paintDrawing(drawing).save(&file, "PNG") : file.write(toSvg(drawing)) > 0) &&
        file.commit();
    if (!written) {
        complain(QStringLiteral("%1: %2").arg(out, file.errorString()));
        return 2;
    }
    return 0;
}

} // namespace tongban::cli

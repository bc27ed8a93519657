// tongban workflow prove FILE
#include "app/cli/workflow.h"

#include "services/workflow/soundness.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::cli {

using namespace tongban::workflow;

int workflowProve(const QStringList& arguments) {
    if (arguments.size() != 1) {
        complain(QStringLiteral("tongban workflow prove FILE"));
        return 2;
    }
    const auto bytes = readWorkflowFile(arguments.first());
    if (!bytes)
        return 2;
    const auto definition = readForeign(Package::ofProcess(*bytes));
    if (!definition.has_value()) {
        complain(QStringLiteral("%1: %2").arg(arguments.first(), definition.error().detail));
        return 1;
    }
    constexpr int milliseconds = 1500;
    const Soundness soundness = soundnessOf(*definition, milliseconds);
    const QJsonObject verdict{
        {QStringLiteral("safe"), soundness.safe},
        {QStringLiteral("optionToComplete"), soundness.optionToComplete},
        {QStringLiteral("properCompletion"), soundness.properCompletion},
        {QStringLiteral("deadActivities"), QJsonArray::fromStringList(soundness.deadActivities)},
        {QStringLiteral("trace"), QJsonArray::fromStringList(soundness.trace)},
        {QStringLiteral("wrong"), soundness.wrong},
        {QStringLiteral("sound"), soundness.sound()},
        {QStringLiteral("messagesRead"), soundness.messagesRead},
        {QStringLiteral("unreadMessages"), QJsonArray::fromStringList(soundness.unread)},
        {QStringLiteral("exhaustive"), soundness.exhaustive},
        {QStringLiteral("states"), soundness.states},
    };
    say(QString::fromUtf8(QJsonDocument(verdict).toJson(QJsonDocument::Compact)));
    const bool fine = soundness.safe && soundness.sound();
    return fine ? 0 : 1;
}

} // namespace tongban::cli

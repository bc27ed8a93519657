// Names of kinds and triggers, limits as text, and what a definition answers about itself.
#include "services/workflow/definition.h"

#include <array>

namespace tongban::workflow {

QString nameOf(Kind kind) {
    static constexpr std::array names = {
        "process",
        "task",
        "manualTask",
        "userTask",
        "serviceTask",
        "sendTask",
        "receiveTask",
        "scriptTask",
        "businessRuleTask",
        "callActivity",
        "subProcess",
        "transaction",
        "adHocSubProcess",
        "eventSubProcess",
        "startEvent",
        "endEvent",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "boundaryEvent",
        "exclusiveGateway",
        "parallelGateway",
        "inclusiveGateway",
        "eventBasedGateway",
        "complexGateway",
    };
    return QString::fromLatin1(names[static_cast<size_t>(kind)]);
}

QString nameOf(Trigger trigger) {
    static constexpr std::array names = {"none",       "message", "timer",        "error",
                                         "escalation", "cancel",  "compensation", "conditional",
                                         "link",       "signal",  "terminate"};
    return QString::fromLatin1(names[static_cast<size_t>(trigger)]);
}

bool isActivity(Kind kind) {
    return kind >= Kind::Task && kind <= Kind::EventSubProcess;
}

bool isScope(Kind kind) {
    return kind == Kind::Process || (kind >= Kind::SubProcess && kind <= Kind::EventSubProcess);
}

bool isGateway(Kind kind) {
    return kind >= Kind::ExclusiveGateway;
}

bool isEvent(Kind kind) {
    return kind >= Kind::StartEvent && kind <= Kind::BoundaryEvent;
}

QString LimitRule::text() const {
    if (!isSet())
        return {};
    const QLatin1String unitText(unit == LimitUnit::WorkingDays ? "wd"
                                 : unit == LimitUnit::Days      ? "d"
                                                                : "h");
    return QString::number(count) + unitText;
}

Result<LimitRule> readLimit(const QString& text) {
    const QString trimmed = text.trimmed();
    qsizetype digits = 0;
    while (digits < trimmed.size() && trimmed.at(digits).isDigit())
        ++digits;
    LimitRule rule;
    rule.count = trimmed.left(digits).toInt();
    const QString unit = trimmed.mid(digits);
    if (unit == QLatin1String("wd") || unit == QStringLiteral("工作日") ||
        unit == QStringLiteral("个工作日"))
        rule.unit = LimitUnit::WorkingDays;
    else if (unit == QLatin1String("d") || unit == QStringLiteral("日") ||
             unit == QStringLiteral("天"))
        rule.unit = LimitUnit::Days;
    else if (unit == QLatin1String("h") || unit == QStringLiteral("小时"))
        rule.unit = LimitUnit::Hours;
    else
        rule.count = 0;
    if (rule.count < 1 || rule.count > 3650)
        return fail(
            FaultKind::Invalid,
            QStringLiteral("“%1” is not a limit such as 20wd (working days), 15d or 4h").arg(text));
    return rule;
}

const ActivityDetail& Element::activity() const {
    static const ActivityDetail none;
    return detail ? *detail : none;
}

int Definition::process(const QString& id) const {
    int chosen = -1;
    for (int i = 0; i < m_elements.size(); ++i) {
        const Element& element = m_elements.at(i);
        if (element.kind != Kind::Process)
            continue;
        if (!id.isEmpty()) {
            if (element.id == id)
                return i;
        } else if (chosen < 0 || (element.executable && !m_elements.at(chosen).executable)) {
            chosen = i;
        }
    }
    return chosen;
}

QStringList Definition::processIds() const {
    QStringList ids;
    for (const Element& element : m_elements) {
        if (element.kind == Kind::Process)
            ids.append(element.id);
    }
    return ids;
}

int Definition::startOf(int process, Trigger trigger, const QString& name) const {
    const auto answers = [&](const Element& element) {
        if (element.kind == Kind::ReceiveTask)
            return trigger == Trigger::Message && element.activity().message.name == name;
        for (const TriggerRule& rule : element.triggers) {
            if (rule.trigger == trigger && rule.name == name)
                return true;
        }
        return false;
    };
    for (int i = 0; i < m_elements.size(); ++i) {
        const Element& element = m_elements.at(i);
        if (element.scope != process)
            continue;
        if ((element.kind == Kind::StartEvent || element.instantiates) && answers(element))
            return i;
        if (element.kind != Kind::EventGateway || !element.instantiates)
            continue;
        for (const int out : element.out) {
            if (answers(m_elements.at(m_flows.at(out).to)))
                return m_flows.at(out).to;
        }
    }
    return -1;
}

} // namespace tongban::workflow

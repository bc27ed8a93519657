// Reads event definitions: what an event waits for or throws.
#include "services/workflow/builder.h"

#include "services/workflow/time_text.h"

namespace tongban::workflow {

// The name, code or other attribute of what a reference points at; the reference itself when that
// is unnamed or absent.
QString DefinitionBuilder::nameBehind(const QString& reference, QStringView attribute) {
    if (reference.isEmpty())
        return {};
    const XmlElement* target = m_document->find(reference);
    const QString name = target != nullptr ? target->attribute(attribute) : QString();
    return name.isEmpty() ? localPart(reference) : name;
}

void DefinitionBuilder::readTriggers(const XmlElement& node, Element& element) {
    for (const auto& child : node.children) {
        if (!isBpmn(*child))
            continue;
        if (child->name.endsWith(QLatin1String("EventDefinition"))) {
            element.triggers.append(readTrigger(*child));
        } else if (child->name == QLatin1String("eventDefinitionRef")) {
            if (const XmlElement* shared = m_document->find(child->text))
                element.triggers.append(readTrigger(*shared));
        }
    }
    // A compensation or error that somebody catches always interrupts; so does a cancellation.
    const Trigger trigger = element.trigger();
    if (trigger == Trigger::Error || trigger == Trigger::Cancel || trigger == Trigger::Compensation)
        element.interrupting = true;
    // A message throw or end may be an effect (zeebe:taskDefinition).
    if (const XmlElement* properties = zeebe(node, u"properties");
        properties != nullptr || zeebe(node, u"ioMapping") || zeebe(node, u"taskDefinition")) {
        auto detail = std::make_shared<ActivityDetail>();
        readFacts(node, detail->facts);
        readMappings(node, *detail);
        readEffect(node, element.kind, *detail);
        element.detail = std::move(detail);
    }
}

TriggerRule DefinitionBuilder::readTrigger(const XmlElement& definition) {
    TriggerRule rule;
    const QString& tag = definition.name;
    if (tag == QLatin1String("messageEventDefinition")) {
        rule.trigger = Trigger::Message;
        const QString reference = definition.attribute(u"messageRef");
        rule.name = nameBehind(reference, u"name");
        const XmlElement* message = m_document->find(reference);
        if (const XmlElement* subscription =
                message != nullptr ? zeebe(*message, u"subscription") : nullptr)
            rule.formula = formula(subscription->attribute(u"correlationKey"), definition);
    } else if (tag == QLatin1String("signalEventDefinition")) {
        rule.trigger = Trigger::Signal;
        rule.name = nameBehind(definition.attribute(u"signalRef"), u"name");
    } else if (tag == QLatin1String("errorEventDefinition")) {
        rule.trigger = Trigger::Error;
        rule.name = nameBehind(definition.attribute(u"errorRef"), u"errorCode");
    } else if (tag == QLatin1String("escalationEventDefinition")) {
        rule.trigger = Trigger::Escalation;
        rule.name = nameBehind(definition.attribute(u"escalationRef"), u"escalationCode");
    } else if (tag == QLatin1String("timerEventDefinition")) {
        rule.trigger = Trigger::Timer;
        readTime(definition, rule);
    } else if (tag == QLatin1String("conditionalEventDefinition")) {
        rule.trigger = Trigger::Conditional;
        rule.name = labelOf(definition);
        rule.formula = expression(&definition, u"condition");
    } else if (tag == QLatin1String("linkEventDefinition")) {
        rule.trigger = Trigger::Link;
        rule.name = definition.attribute(u"name");
        if (rule.name.isEmpty()) {
            // Unnamed links pair by reference: the throw's target is the catch's own id.
            const QString target = childText(definition, u"target");
            rule.name = target.isEmpty() ? definition.attribute(u"id") : localPart(target);
        }
    } else if (tag == QLatin1String("compensateEventDefinition")) {
        rule.trigger = Trigger::Compensation;
        rule.reference = localPart(definition.attribute(u"activityRef"));
    } else if (tag == QLatin1String("cancelEventDefinition")) {
        rule.trigger = Trigger::Cancel;
    } else if (tag == QLatin1String("terminateEventDefinition")) {
        rule.trigger = Trigger::Terminate;
    }
    return rule;
}

void DefinitionBuilder::readTime(const XmlElement& definition, TriggerRule& rule) {
    const auto read = [&](QStringView child, TimerKind kind) {
        const XmlElement* found = definition.child(child);
        if (found == nullptr || textOf(*found).isEmpty())
            return;
        rule.timer = kind;
        rule.time = textOf(*found);
        if (rule.time.startsWith(QLatin1Char('=')))
            rule.formula = formula(rule.time, definition);
        else if (kind == TimerKind::Duration && readLimit(rule.time).has_value())
            rule.timer = TimerKind::WorkingDays;
        else if (auto valid = checkTime(kind, rule.time);
                 !valid.has_value() && !rule.time.contains(QLatin1String("${")))
            note(Level::Refused, labelOf(definition), "timer", valid.error().detail);
    };
    read(u"timeDate", TimerKind::Date);
    read(u"timeDuration", TimerKind::Duration);
    read(u"timeCycle", TimerKind::Cycle);
}

} // namespace tongban::workflow

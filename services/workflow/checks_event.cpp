// Events: which definitions each position allows, and what a definition must say (BPMN 2.0.2
// §10.5).
#include "services/workflow/standard_check.h"

#include "services/workflow/time_text.h"

namespace tongban::workflow {

namespace {

QStringList withSuffix(std::initializer_list<const char*> names) {
    QStringList tags;
    for (const char* name : names)
        tags.append(QString::fromLatin1(name) + QStringLiteral("EventDefinition"));
    return tags;
}

} // namespace

void StandardCheck::checkAllowed(const XmlElement& event, const QStringList& triggers,
                                 bool noneAllowed) {
    const QList<const XmlElement*> definitions = definitionsOf(event);
    if (definitions.isEmpty() && !noneAllowed)
        refuse(event, "event-without-definition",
               QStringLiteral("this event must say what it waits for"));
    for (const XmlElement* definition : definitions) {
        if (definition != nullptr && !triggers.contains(definition->name))
            refuse(event, "event-not-allowed",
                   QStringLiteral("%1 is not allowed here").arg(definition->name));
    }
}

void StandardCheck::checkEvent(const XmlElement& event) {
    for (const auto& child : event.children) {
        // Shared definitions stand below definitions, not inside another event (§10.5.6).
        const XmlElement* shared = child->name == QLatin1String("eventDefinitionRef")
                                       ? m_document.find(child->text)
                                       : nullptr;
        if (shared != nullptr && parent(*shared) != &m_document.root())
            refuse(event, "definition-not-shared",
                   QStringLiteral("“%1” belongs to another event").arg(child->text.trimmed()));
    }
    checkEventData(event);
    if (event.name == QLatin1String("startEvent"))
        return checkStart(event);
    if (event.name == QLatin1String("boundaryEvent"))
        return checkBoundary(event);
    if (event.name == QLatin1String("endEvent")) {
        checkAllowed(event,
                     withSuffix({"message", "error", "escalation", "cancel", "compensate", "signal",
                                 "terminate"}),
                     true);
        for (const XmlElement* definition : definitionsOf(event)) {
            const XmlElement* scope = scopeOf(event);
            if (definition != nullptr &&
                definition->name == QLatin1String("cancelEventDefinition") && scope != nullptr &&
                scope->name != QLatin1String("transaction"))
                refuse(event, "cancel-outside-transaction",
                       QStringLiteral("a cancel end event belongs into a transaction"));
        }
        return;
    }
    if (event.name == QLatin1String("intermediateCatchEvent"))
        return checkAllowed(event,
                            withSuffix({"message", "timer", "conditional", "link", "signal"}),
                            !executable(event));
    checkAllowed(event, withSuffix({"message", "escalation", "compensate", "link", "signal"}),
                 true);
}

void StandardCheck::checkStart(const XmlElement& start) {
    const XmlElement* scope = scopeOf(start);
    if (scope == nullptr)
        return;
    if (scope->attribute(u"triggeredByEvent") == QLatin1String("true")) {
        const bool interrupting = start.attribute(u"isInterrupting") != QLatin1String("false");
        return checkAllowed(
            start,
            interrupting ? withSuffix({"message", "timer", "conditional", "signal", "error",
                                       "escalation", "compensate"})
                         : withSuffix({"message", "timer", "conditional", "signal", "escalation"}),
            false);
    }
    if (isSubProcessTag(scope->name))
        return checkAllowed(start, {}, true);
    checkAllowed(start, withSuffix({"message", "timer", "conditional", "signal"}), true);
}

void StandardCheck::checkBoundary(const XmlElement& boundary) {
    const XmlElement* host = m_document.find(boundary.attribute(u"attachedToRef"));
    if (!boundary.has(u"attachedToRef"))
        return refuse(boundary, "boundary-without-activity",
                      QStringLiteral("a boundary event is attached to an activity"));
    const bool cancels = boundary.attribute(u"cancelActivity") != QLatin1String("false");
    checkAllowed(boundary,
                 cancels ? withSuffix({"message", "timer", "error", "escalation", "cancel",
                                       "compensate", "conditional", "signal"})
                         : withSuffix({"message", "timer", "escalation", "conditional", "signal"}),
                 false);
    if (host != nullptr && scopeOf(*host) != scopeOf(boundary))
        refuse(boundary, "boundary-elsewhere",
               QStringLiteral("stands in another part than the activity it is attached to"));
    bool compensates = false;
    for (const XmlElement* definition : definitionsOf(boundary)) {
        if (definition == nullptr)
            continue;
        compensates = compensates || definition->name == QLatin1String("compensateEventDefinition");
        if (definition->name == QLatin1String("cancelEventDefinition") && host != nullptr &&
            host->name != QLatin1String("transaction"))
            refuse(boundary, "cancel-outside-transaction",
                   QStringLiteral("a cancel boundary event belongs to a transaction"));
    }
    if (compensates)
        return checkCompensation(boundary);
    if (outgoing(boundary).isEmpty())
        refuse(boundary, "no-outgoing",
               QStringLiteral("no sequence flow leads on from this boundary event"));
}

void StandardCheck::checkCompensation(const XmlElement& boundary) {
    if (!outgoing(boundary).isEmpty())
        refuse(boundary, "compensation-with-flow",
               QStringLiteral("leads to its handler by an association, not by a flow"));
    const XmlElement* handler = m_handlers.value(&boundary);
    if (handler == nullptr)
        return refuse(boundary, "compensation-without-handler",
                      QStringLiteral("no association leads to a compensation activity"));
    if (handler->attribute(u"isForCompensation") != QLatin1String("true"))
        refuse(*handler, "not-for-compensation",
               QStringLiteral("the handler of a compensation must be marked isForCompensation"));
}

void StandardCheck::checkEventDefinition(const XmlElement& definition) {
    const XmlElement* event = parent(definition);
    const bool runs = event != nullptr && executable(*event);
    const bool shared = event == &m_document.root();
    const bool throws =
        event != nullptr && (event->name == QLatin1String("endEvent") ||
                             event->name == QLatin1String("intermediateThrowEvent"));
    const QString& tag = definition.name;
    if (tag == QLatin1String("timerEventDefinition"))
        return checkTimer(definition);
    if (tag == QLatin1String("messageEventDefinition") && runs) {
        if (!definition.has(u"messageRef"))
            refuse(*event, "message-missing",
                   QStringLiteral("an executable message event names its message"));
        else if (!usesEngineDialect() && definition.child(u"operationRef") == nullptr && !shared)
            refuse(*event, "operation-missing",
                   QStringLiteral("an executable message event names its operation"));
    }
    if (tag == QLatin1String("escalationEventDefinition") && runs && throws &&
        !definition.has(u"escalationRef"))
        refuse(*event, "escalation-missing",
               QStringLiteral("a thrown escalation names its escalation"));
    if (tag == QLatin1String("errorEventDefinition") && runs && throws &&
        !definition.has(u"errorRef"))
        refuse(*event, "error-missing", QStringLiteral("a thrown error names its error"));
    if (tag == QLatin1String("signalEventDefinition") && runs && !definition.has(u"signalRef"))
        refuse(*event, "signal-missing",
               QStringLiteral("an executable signal event names its signal"));
    if (const XmlElement* escalation = m_document.find(definition.attribute(u"escalationRef"));
        escalation != nullptr && runs && throws &&
        escalation->attribute(u"escalationCode").isEmpty())
        refuse(*event, "escalation-code", QStringLiteral("the escalation has no code"));
    if (const XmlElement* error = m_document.find(definition.attribute(u"errorRef"));
        error != nullptr && runs && throws && error->attribute(u"errorCode").isEmpty())
        refuse(*event, "error-code", QStringLiteral("the error has no code"));
    if (tag == QLatin1String("conditionalEventDefinition")) {
        const XmlElement* condition = definition.child(u"condition");
        if (condition == nullptr || (runs && textOf(*condition).isEmpty()))
            refuse(event != nullptr ? *event : definition, "condition-missing",
                   QStringLiteral("a conditional event has a condition"));
    }
}

void StandardCheck::checkTimer(const XmlElement& definition) {
    const XmlElement& event = parent(definition) != nullptr ? *parent(definition) : definition;
    int given = 0;
    for (const QStringView child : {u"timeDate", u"timeDuration", u"timeCycle"}) {
        const XmlElement* time = definition.child(child);
        if (time == nullptr)
            continue;
        ++given;
        const QString text = textOf(*time);
        const bool literal = !text.startsWith(QLatin1Char('=')) &&
                             !text.contains(QLatin1String("${")) && !text.isEmpty();
        const TimerKind kind = child == u"timeDate"    ? TimerKind::Date
                               : child == u"timeCycle" ? TimerKind::Cycle
                                                       : TimerKind::Duration;
        if (literal && executable(event) && !checkTime(kind, text).has_value() &&
            !readLimit(text).has_value())
            refuse(
                event, "timer",
                QStringLiteral("“%1” is no %2 of ISO 8601").arg(text.left(60), child.toString()));
    }
    if (given > 1)
        refuse(event, "timer-ambiguous",
               QStringLiteral("a timer has one of date, duration and cycle"));
    if (given == 0 && executable(event))
        refuse(event, "timer-missing", QStringLiteral("an executable timer says when"));
}

// A link throw has one catch of the same name or reference in its scope, and the other way round.
void StandardCheck::checkLinks(const XmlElement& scope) {
    const auto keysOf = [](const XmlElement& definition, const XmlElement& event, bool throwing) {
        QStringList keys{definition.attribute(u"name")};
        keys.append(definition.attribute(u"id"));
        keys.append(event.attribute(u"id"));
        for (const XmlElement* other : definition.childrenNamed(throwing ? u"target" : u"source"))
            keys.append(QLatin1Char('@') + localPart(other->text));
        keys.removeAll(QString());
        return keys;
    };
    struct Link {
        const XmlElement* event;
        bool throwing;
        QStringList keys;
        QString name;
    };
    QList<Link> links;
    for (const auto& child : scope.children) {
        const bool throwing = child->name == QLatin1String("intermediateThrowEvent");
        if (!throwing && child->name != QLatin1String("intermediateCatchEvent"))
            continue;
        for (const XmlElement* definition : definitionsOf(*child)) {
            if (definition != nullptr && definition->name == QLatin1String("linkEventDefinition"))
                links.append({child.get(), throwing, keysOf(*definition, *child, throwing),
                              definition->attribute(u"name")});
        }
    }
    constexpr qsizetype linksAllowed = 200;
    if (links.size() > linksAllowed)
        return refuse(scope, "too-many-links",
                      QStringLiteral("more than %1 links in one part").arg(linksAllowed));
    for (const Link& link : links) {
        bool paired = false;
        int sameName = 0;
        for (const Link& other : links) {
            if (!link.throwing && !other.throwing && !link.name.isEmpty() &&
                other.name == link.name)
                ++sameName;
            if (link.throwing == other.throwing)
                continue;
            paired = paired || (!link.name.isEmpty() && link.name == other.name);
            for (const QString& key : link.keys)
                paired = paired || other.keys.contains(QLatin1Char('@') + key) ||
                         (key.startsWith(QLatin1Char('@')) && other.keys.contains(key.mid(1)));
        }
        if (!paired && executable(*link.event))
            refuse(*link.event, "link-unpaired",
                   QStringLiteral("the other end of the link is missing"));
        if (sameName > 1)
            refuse(*link.event, "link-ambiguous",
                   QStringLiteral("two link targets are called “%1”").arg(link.name));
        if (link.throwing && !outgoing(*link.event).isEmpty())
            refuse(*link.event, "link-with-flow",
                   QStringLiteral("a link source has no outgoing flow"));
        if (!link.throwing && !incoming(*link.event).isEmpty())
            refuse(*link.event, "link-with-flow",
                   QStringLiteral("a link target has no incoming flow"));
    }
}

} // namespace tongban::workflow

// Activities, loops and sub-processes (BPMN 2.0.2 §10.3).
#include "services/workflow/standard_check.h"

#include <QUrl>

namespace tongban::workflow {

namespace {

bool below(const XmlElement& element, QStringView attribute, int least) {
    bool ok = true;
    const QString text = element.attribute(attribute);
    return !text.isEmpty() && (text.toInt(&ok) < least || !ok);
}

bool isNumber(const XmlElement* expression) {
    bool ok = false;
    if (expression != nullptr)
        textOf(*expression).toDouble(&ok);
    return ok;
}

} // namespace

void StandardCheck::checkActivity(const XmlElement& activity) {
    if (below(activity, u"startQuantity", 1))
        refuse(activity, "quantity", QStringLiteral("startQuantity must be at least 1"));
    if (below(activity, u"completionQuantity", 1))
        refuse(activity, "quantity", QStringLiteral("completionQuantity must be at least 1"));
    checkDefault(activity);
    checkLoop(activity);
    checkResources(activity);
    if (isSubProcessTag(activity.name))
        checkSubProcess(activity);
    else if (activity.name == QLatin1String("callActivity"))
        checkCall(activity);
    else if (activity.name == QLatin1String("scriptTask"))
        checkScript(activity);
    checkServiceIo(activity);
    if (activity.name == QLatin1String("receiveTask") &&
        activity.attribute(u"instantiate") == QLatin1String("true") &&
        !incoming(activity).isEmpty())
        refuse(activity, "instantiating-with-incoming",
               QStringLiteral("a receive task that starts the process has no incoming flow"));
}

void StandardCheck::checkLoop(const XmlElement& activity) {
    if (const XmlElement* loop = activity.child(u"standardLoopCharacteristics")) {
        if (below(*loop, u"loopMaximum", 1))
            refuse(activity, "loop-maximum", QStringLiteral("loopMaximum must be at least 1"));
        if (loop->child(u"loopCondition") == nullptr && !loop->has(u"loopMaximum") &&
            executable(activity))
            refuse(activity, "endless-loop",
                   QStringLiteral("the loop has neither a condition nor a maximum"));
    }
    const XmlElement* many = activity.child(u"multiInstanceLoopCharacteristics");
    if (many == nullptr)
        return;
    const XmlElement* cardinality = many->child(u"loopCardinality");
    const bool zeebeLoop = zeebe(*many, u"loopCharacteristics") != nullptr;
    if (executable(activity) && cardinality == nullptr &&
        many->child(u"loopDataInputRef") == nullptr && !zeebeLoop && !usesEngineDialect())
        refuse(activity, "no-cardinality",
               QStringLiteral("how many instances? Give loopCardinality or a list"));
    if (cardinality != nullptr && isNumber(cardinality) && textOf(*cardinality).toInt() < 0)
        refuse(activity, "no-cardinality", QStringLiteral("loopCardinality is negative"));
    if (isNumber(many->child(u"completionCondition")))
        refuse(activity, "not-a-condition",
               QStringLiteral("completionCondition gives a number, not true or false"));
    const QString behaviour = many->attribute(u"behavior");
    if (behaviour == QLatin1String("None") && !many->has(u"noneBehaviorEventRef"))
        refuse(activity, "behaviour-event",
               QStringLiteral("behavior None needs noneBehaviorEventRef"));
    if (behaviour == QLatin1String("One") && !many->has(u"oneBehaviorEventRef"))
        refuse(activity, "behaviour-event",
               QStringLiteral("behavior One needs oneBehaviorEventRef"));
    if (behaviour == QLatin1String("Complex") &&
        many->child(u"complexBehaviorDefinition") == nullptr)
        refuse(activity, "behaviour-event",
               QStringLiteral("behavior Complex needs complexBehaviorDefinition"));
    for (const XmlElement* definition : many->childrenNamed(u"complexBehaviorDefinition")) {
        if (isNumber(definition->child(u"condition")))
            refuse(activity, "not-a-condition",
                   QStringLiteral("a behaviour's condition gives a number, not true or false"));
    }
    // The list comes from an input of this activity and the parts have the list's type
    // (table 10.30).
    const auto part = [&](QStringView reference, QStringView holder, QStringView item) {
        const XmlElement* list = many->child(reference);
        const XmlElement* target = list != nullptr ? m_document.find(list->text) : nullptr;
        if (target == nullptr)
            return;
        const bool ours = parent(*target) != nullptr &&
                          parent(*target)->name == QLatin1String("ioSpecification") &&
                          parent(*parent(*target)) == &activity;
        if (target->name == holder && !ours)
            return refuse(activity, "loop-data",
                          QStringLiteral("%1 must belong to this activity").arg(reference));
        const XmlElement* element = many->child(item);
        const XmlElement* listType = m_document.find(itemOf(target));
        if (listType != nullptr && listType->attribute(u"isCollection") != QLatin1String("true") &&
            executable(activity))
            return refuse(activity, "loop-data", QStringLiteral("%1 is no list").arg(reference));
        const XmlElement* partType =
            element != nullptr ? m_document.find(itemOf(element)) : nullptr;
        if (listType == nullptr || partType == nullptr)
            return;
        if (partType->attribute(u"isCollection") == QLatin1String("true") ||
            partType->attribute(u"structureRef") != listType->attribute(u"structureRef"))
            refuse(activity, "loop-data",
                   QStringLiteral("%1 is not one part of the list").arg(item));
    };
    part(u"loopDataInputRef", u"dataInput", u"inputDataItem");
    part(u"loopDataOutputRef", u"dataOutput", u"outputDataItem");
}

void StandardCheck::checkResources(const XmlElement& activity) {
    static const QStringList roles = {QStringLiteral("resourceRole"), QStringLiteral("performer"),
                                      QStringLiteral("humanPerformer"),
                                      QStringLiteral("potentialOwner")};
    for (const auto& role : activity.children) {
        if (!isBpmn(*role) || !roles.contains(role->name))
            continue;
        const bool named = role->child(u"resourceRef") != nullptr;
        if (named && role->child(u"resourceAssignmentExpression") != nullptr)
            refuse(*role, "resource",
                   QStringLiteral("a role has a resource or an expression, not both"));
        if (!named && role->child(u"resourceParameterBinding") != nullptr)
            refuse(*role, "resource",
                   QStringLiteral("parameters are bound, but no resource is named"));
    }
}

// Service, send and receive tasks exchange exactly the messages of their operation (§10.3.3).
void StandardCheck::checkServiceIo(const XmlElement& task) {
    const bool service = task.name == QLatin1String("serviceTask");
    const bool send = task.name == QLatin1String("sendTask");
    const bool receive = task.name == QLatin1String("receiveTask");
    const XmlElement* io = task.child(u"ioSpecification");
    if (!(service || send || receive) || io == nullptr)
        return;
    const XmlElement* operation = m_document.find(task.attribute(u"operationRef"));
    const QList<const XmlElement*> inputs = io->childrenNamed(u"dataInput");
    const QList<const XmlElement*> outputs = io->childrenNamed(u"dataOutput");
    if ((service || send) && io->childrenNamed(u"inputSet").size() > 1)
        refuse(task, "input-sets", QStringLiteral("a %1 has one input set").arg(task.name));
    if ((service || receive) && io->childrenNamed(u"outputSet").size() > 1)
        refuse(task, "output-sets", QStringLiteral("a %1 has one output set").arg(task.name));
    if (send && !outputs.isEmpty())
        refuse(task, "data", QStringLiteral("a send task has no data output"));
    if (receive && !inputs.isEmpty())
        refuse(task, "data", QStringLiteral("a receive task has no data input"));
    const auto compare = [&](const QList<const XmlElement*>& data, const XmlElement* message,
                             const char* word) {
        if (message == nullptr || data.isEmpty())
            return;
        if (data.size() > 1)
            return refuse(task, "data",
                          QStringLiteral("one %1 carries the message").arg(QLatin1String(word)));
        if (!sameItem(itemOf(data.first()), itemOf(message)))
            refuse(task, "data-type",
                   QStringLiteral("the %1 has another type than the message")
                       .arg(QLatin1String(word)));
    };
    const auto messageOf = [&](QStringView direction) {
        return operation != nullptr && operation->child(direction) != nullptr
                   ? m_document.find(operation->child(direction)->text)
                   : nullptr;
    };
    const XmlElement* direct = m_document.find(task.attribute(u"messageRef"));
    if (service) {
        compare(inputs, messageOf(u"inMessageRef"), "data input");
        compare(outputs, messageOf(u"outMessageRef"), "data output");
        if (operation != nullptr && messageOf(u"outMessageRef") == nullptr && !outputs.isEmpty())
            refuse(task, "data",
                   QStringLiteral("the operation answers nothing, but there is a data output"));
    }
    if (send)
        compare(inputs, direct != nullptr ? direct : messageOf(u"inMessageRef"), "data input");
    if (receive)
        compare(outputs, direct != nullptr ? direct : messageOf(u"inMessageRef"), "data output");
}

void StandardCheck::checkScript(const XmlElement& task) {
    const QString format = task.attribute(u"scriptFormat");
    const bool mime = format.count(QLatin1Char('/')) == 1 && !format.startsWith(QLatin1Char('/')) &&
                      !format.contains(QLatin1Char(' '));
    if (!format.isEmpty() && !mime && !usesEngineDialect() && executable(task))
        refuse(task, "script-format",
               QStringLiteral("“%1” is no media type such as text/x-feel").arg(format));
}

void StandardCheck::checkSubProcess(const XmlElement& sub) {
    checkConnected(sub);
    checkLinks(sub);
    if (sub.child(u"ioSpecification") != nullptr)
        refuse(sub, "sub-process-data",
               QStringLiteral("a sub-process has no data inputs or outputs of its own"));
    if (sub.attribute(u"triggeredByEvent") == QLatin1String("true"))
        checkEventSubProcess(sub);
    if (sub.name == QLatin1String("adHocSubProcess"))
        checkAdHoc(sub);
    if (sub.name == QLatin1String("transaction")) {
        const QString method = sub.attribute(u"method");
        if (!method.isEmpty() && !method.startsWith(QLatin1String("##")) &&
            !QUrl(method, QUrl::StrictMode).isValid())
            refuse(sub, "transaction-method", QStringLiteral("“%1” is no URI").arg(method));
    }
}

void StandardCheck::checkEventSubProcess(const XmlElement& sub) {
    const qsizetype starts = sub.childrenNamed(u"startEvent").size();
    if (starts != 1)
        refuse(sub, "event-sub-process-start",
               QStringLiteral("an event sub-process has one start event, not %1").arg(starts));
    for (const XmlElement* other : m_boundaries.value(&sub))
        refuse(*other, "boundary-elsewhere",
               QStringLiteral("an event sub-process has no boundary events"));
}

void StandardCheck::checkAdHoc(const XmlElement& sub) {
    bool activity = false;
    for (const auto& child : sub.children) {
        activity = activity || isActivityTag(child->name);
        if (child->name == QLatin1String("startEvent") || child->name == QLatin1String("endEvent"))
            refuse(*child, "ad-hoc",
                   QStringLiteral("an ad-hoc sub-process has no start or end event"));
        if (child->name.contains(QLatin1String("horeography")) ||
            child->name.contains(QLatin1String("onversation")))
            refuse(*child, "ad-hoc", QStringLiteral("does not belong into an ad-hoc sub-process"));
    }
    if (!activity)
        refuse(sub, "ad-hoc", QStringLiteral("an ad-hoc sub-process holds at least one activity"));
}

void StandardCheck::checkCall(const XmlElement& call) {
    const QString reference = call.attribute(u"calledElement");
    if (reference.isEmpty())
        return;
    const XmlElement* called = m_document.find(reference);
    if (called == nullptr)
        return; // perhaps in another file; bind() knows for our packages
    const bool task = called->name.startsWith(QLatin1String("global"));
    if (!task && called->name != QLatin1String("process"))
        return refuse(
            call, "wrong-reference",
            QStringLiteral("“%1” is a %2 and cannot be called").arg(reference, called->name));
    bool noneStart = false;
    bool anyStart = false;
    for (const XmlElement* start : called->childrenNamed(u"startEvent")) {
        anyStart = true;
        noneStart = noneStart || definitionsOf(*start).isEmpty();
    }
    if (anyStart && !noneStart)
        refuse(*called, "called-without-start",
               QStringLiteral("a called process has a none start event"));
    if (const XmlElement* io = call.child(u"ioSpecification"); io != nullptr && executable(call)) {
        const XmlElement* inner = called->child(u"ioSpecification");
        const auto differs = [&](QStringView kind) {
            const QList<const XmlElement*> ours = io->childrenNamed(kind);
            const QList<const XmlElement*> theirs =
                inner != nullptr ? inner->childrenNamed(kind) : QList<const XmlElement*>();
            bool differ = ours.size() != theirs.size();
            for (qsizetype i = 0; !differ && i < ours.size(); ++i)
                differ = !sameItem(itemOf(ours.at(i)), itemOf(theirs.at(i)));
            return differ;
        };
        if (differs(u"dataInput") || differs(u"dataOutput"))
            refuse(call, "call-data",
                   QStringLiteral("inputs and outputs differ from those of “%1”").arg(reference));
    }
}

// A process or global task that offers operations binds each to its data (§8.4.3, table 10.2).
void StandardCheck::checkBindings(const XmlElement& callable) {
    const QList<const XmlElement*> bindings = callable.childrenNamed(u"ioBinding");
    if (callable.child(u"supportedInterfaceRef") != nullptr && bindings.isEmpty())
        refuse(callable, "io-binding",
               QStringLiteral("offers an interface, but no ioBinding says with which data"));
    for (const XmlElement* binding : bindings) {
        const XmlElement* operation = m_document.find(binding->attribute(u"operationRef"));
        const auto differs = [&](QStringView data, QStringView message) {
            const XmlElement* held = m_document.find(binding->attribute(data));
            const XmlElement* reference =
                operation != nullptr ? operation->child(message) : nullptr;
            const XmlElement* carried =
                reference != nullptr ? m_document.find(reference->text) : nullptr;
            return held != nullptr && carried != nullptr &&
                   !sameItem(itemOf(held), itemOf(carried));
        };
        if (differs(u"inputDataRef", u"inMessageRef") ||
            differs(u"outputDataRef", u"outMessageRef"))
            refuse(callable, "io-binding",
                   QStringLiteral("the bound data has another type than the message"));
    }
}

} // namespace tongban::workflow

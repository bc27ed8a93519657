// Data: input and output sets, associations, data of events, placement of data elements (BPMN 2.0.2
// §10.4).
#include "services/workflow/standard_check.h"

namespace tongban::workflow {

namespace {

QStringList referencesOf(const XmlElement& set, QStringView name) {
    QStringList ids;
    for (const XmlElement* reference : set.childrenNamed(name))
        ids.append(localPart(reference->text));
    return ids;
}

} // namespace

QString StandardCheck::itemOf(const XmlElement* element) const {
    if (element == nullptr)
        return {};
    for (const QStringView attribute : {u"itemSubjectRef", u"itemRef", u"structureRef"}) {
        if (element->has(attribute))
            return localPart(element->attribute(attribute));
    }
    if (element->name == QLatin1String("dataObjectReference"))
        return itemOf(m_document.find(element->attribute(u"dataObjectRef")));
    return {};
}

// The same item definition, or two of the same structure.
bool StandardCheck::sameItem(const QString& a, const QString& b) const {
    if (a == b)
        return true;
    const XmlElement* first = m_document.find(a);
    const XmlElement* second = m_document.find(b);
    return first != nullptr && second != nullptr && first->has(u"structureRef") &&
           first->attribute(u"structureRef") == second->attribute(u"structureRef") &&
           first->attribute(u"isCollection") == second->attribute(u"isCollection");
}

void StandardCheck::checkIoSpecification(const XmlElement& io) {
    const XmlElement* holder = parent(io);
    if (io.child(u"inputSet") == nullptr || io.child(u"outputSet") == nullptr)
        refuse(holder != nullptr ? *holder : io, "io-sets",
               QStringLiteral("an ioSpecification has an input set and an output set"));
    checkSets(io, true);
    checkSets(io, false);
}

void StandardCheck::checkSets(const XmlElement& io, bool input) {
    const QString data = input ? QStringLiteral("dataInput") : QStringLiteral("dataOutput");
    const QString set = input ? QStringLiteral("inputSet") : QStringLiteral("outputSet");
    const QString optional =
        input ? QStringLiteral("optionalInputRefs") : QStringLiteral("optionalOutputRefs");
    const QString during = input ? QStringLiteral("whileExecutingInputRefs")
                                 : QStringLiteral("whileExecutingOutputRefs");
    const QString cross = input ? QStringLiteral("outputSetRefs") : QStringLiteral("inputSetRefs");
    const QString back = input ? QStringLiteral("inputSetRefs") : QStringLiteral("outputSetRefs");
    QStringList used;
    for (const XmlElement* one : io.childrenNamed(set)) {
        const QStringList members = referencesOf(*one, data + QStringLiteral("Refs"));
        used += members;
        for (const QString& kind : {optional, during}) {
            for (const QString& id : referencesOf(*one, kind)) {
                if (!members.contains(id))
                    refuse(*one, "set-member",
                           QStringLiteral("%1 “%2” is not among the %3Refs").arg(kind, id, data));
            }
        }
        // References between input and output sets are mutual (tables 10.60 and 10.61).
        for (const QString& id : referencesOf(*one, cross)) {
            const XmlElement* other = m_document.find(id);
            if (other != nullptr && !referencesOf(*other, back).contains(one->attribute(u"id")))
                refuse(*one, "set-reference", QStringLiteral("“%1” does not refer back").arg(id));
        }
    }
    for (const XmlElement* one : io.childrenNamed(data)) {
        if (!used.contains(one->attribute(u"id")))
            refuse(*one, "data-without-set", QStringLiteral("this %1 is in no %2").arg(data, set));
    }
}

void StandardCheck::checkAssociation(const XmlElement& association) {
    const QList<const XmlElement*> sources = association.childrenNamed(u"sourceRef");
    if (sources.size() > 1 && association.child(u"transformation") == nullptr)
        refuse(association, "several-sources",
               QStringLiteral("several sources need a transformation"));
    const XmlElement* holder = parent(association);
    const auto ofProcess = [this](const XmlElement* item, QStringView kind) {
        const XmlElement* io = item != nullptr && item->name == kind ? parent(*item) : nullptr;
        const XmlElement* owner =
            io != nullptr && io->name == QLatin1String("ioSpecification") ? parent(*io) : nullptr;
        return owner != nullptr && owner->name == QLatin1String("process");
    };
    const XmlElement* targetRef = association.child(u"targetRef");
    const XmlElement* target = targetRef != nullptr ? m_document.find(targetRef->text) : nullptr;
    if (ofProcess(target, u"dataInput"))
        refuse(*target, "data-direction",
               QStringLiteral("an input of the process is not written to"));
    const bool noAssignment = association.child(u"assignment") == nullptr &&
                              association.child(u"transformation") == nullptr;
    for (const XmlElement* reference : sources) {
        const XmlElement* source = m_document.find(reference->text);
        if (ofProcess(source, u"dataOutput"))
            refuse(*source, "data-direction",
                   QStringLiteral("an output of the process is not read from"));
        const QString from = itemOf(source);
        const QString to = itemOf(target);
        if (executable(association) && source != nullptr && target != nullptr && noAssignment &&
            sources.size() == 1 && !from.isEmpty() && !to.isEmpty() && !sameItem(from, to))
            refuse(holder != nullptr ? *holder : association, "data-type",
                   QStringLiteral("source and target have different types"));
    }
}

// Each event definition that carries data has its own data input or output, in order (§10.5.1).
void StandardCheck::checkEventData(const XmlElement& event) {
    const bool throws = event.name == QLatin1String("endEvent") ||
                        event.name == QLatin1String("intermediateThrowEvent");
    const QList<const XmlElement*> data =
        event.childrenNamed(throws ? u"dataInput" : u"dataOutput");
    if (data.isEmpty())
        return;
    QStringList items;
    for (const XmlElement* definition : definitionsOf(event)) {
        if (definition == nullptr)
            continue;
        const XmlElement* carried = nullptr;
        for (const QStringView reference :
             {u"messageRef", u"signalRef", u"errorRef", u"escalationRef"}) {
            if (carried == nullptr && definition->has(reference))
                carried = m_document.find(definition->attribute(reference));
        }
        if (carried != nullptr)
            items.append(itemOf(carried));
    }
    items.removeAll(QString());
    if (items.isEmpty())
        return;
    if (data.size() != items.size())
        return refuse(event, "event-data",
                      QStringLiteral("%1 definitions carry data, but there are %2 data elements")
                          .arg(items.size())
                          .arg(data.size()));
    for (qsizetype i = 0; i < data.size(); ++i) {
        if (!itemOf(data.at(i)).isEmpty() && !sameItem(itemOf(data.at(i)), items.at(i)))
            refuse(event, "event-data",
                   QStringLiteral("data element %1 has another type than what the event carries")
                       .arg(i + 1));
    }
}

// Elements that the schema allows in a few places only.
void StandardCheck::checkPlacement(const XmlElement& element) {
    const XmlElement* holder = parent(element);
    if (holder == nullptr)
        return;
    const QString& tag = element.name;
    const bool scope = holder->name == QLatin1String("process") || isSubProcessTag(holder->name);
    if (tag == QLatin1String("property") &&
        !(scope || isActivityTag(holder->name) || isEventTag(holder->name)))
        refuse(element, "misplaced",
               QStringLiteral("a property belongs to a process, an activity or an event"));
    if (tag.contains(QLatin1String("horeography")) && scope)
        refuse(element, "choreography",
               QStringLiteral("a choreography activity does not belong into a process"));
    if (isFlowNodeTag(tag) && !scope && !(isGatewayTag(tag) || isEventTag(tag)))
        refuse(element, "misplaced",
               QStringLiteral("a %1 belongs into a process or sub-process").arg(tag));
    if (tag == QLatin1String("dataState") && element.attribute(u"name").isEmpty())
        refuse(*holder, "data-state", QStringLiteral("a data state has a name"));
    if ((isFlowNodeTag(tag) || tag == QLatin1String("sequenceFlow")) &&
        element.attribute(u"id").isEmpty())
        refuse(element, "id-missing",
               QStringLiteral("line %1: a %2 without an id").arg(element.line).arg(tag));
}

// "Order [paid]": the name of a reference is the object's name and the state's in brackets
// (§10.4.1).
void StandardCheck::checkStateName(const XmlElement& reference) {
    const QString state = reference.child(u"dataState") != nullptr
                              ? reference.child(u"dataState")->attribute(u"name")
                              : QString();
    const XmlElement* object = m_document.find(reference.attribute(u"dataObjectRef"));
    const QString name = reference.attribute(u"name").simplified();
    if (state.isEmpty() || name.isEmpty() || object == nullptr ||
        object->attribute(u"name").isEmpty() || !executable(reference))
        return;
    const QString wanted =
        QStringLiteral("%1 [%2]").arg(object->attribute(u"name").simplified(), state.simplified());
    if (name != wanted)
        refuse(reference, "data-state", QStringLiteral("must be called “%1”").arg(wanted));
}

// Whether something is a list is said once, by its item definition (§10.4.1).
void StandardCheck::checkItems(const XmlElement& element) {
    if (element.name == QLatin1String("dataObjectReference"))
        return checkStateName(element);
    const bool aware = element.name == QLatin1String("dataObject") ||
                       element.name == QLatin1String("dataInput") ||
                       element.name == QLatin1String("dataOutput");
    if (!aware || !element.has(u"itemSubjectRef") || !executable(element))
        return;
    const XmlElement* item = m_document.find(element.attribute(u"itemSubjectRef"));
    if (item == nullptr || item->name != QLatin1String("itemDefinition"))
        return;
    const bool here = element.attribute(u"isCollection") == QLatin1String("true");
    const bool there = item->attribute(u"isCollection") == QLatin1String("true");
    if (here != there)
        refuse(element, "collection",
               QStringLiteral("isCollection differs from its item definition"));
}

} // namespace tongban::workflow

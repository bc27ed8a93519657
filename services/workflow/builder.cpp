// The outline of a definition: processes, flow nodes, flows, lanes, attachments, starts.
#include "services/workflow/builder.h"

#include "services/workflow/checks.h"
#include "services/workflow/soundness.h"

#include <deque>

namespace tongban::workflow {

namespace {

// The kind of a flow node by its BPMN tag; Process for tags that are none.
Kind kindOf(const XmlElement& node) {
    static const QHash<QString, Kind> kinds = [] {
        QHash<QString, Kind> map;
        for (int kind = 0; kind <= static_cast<int>(Kind::ComplexGateway); ++kind)
            map.insert(nameOf(static_cast<Kind>(kind)), static_cast<Kind>(kind));
        map.remove(QStringLiteral("process"));
        map.remove(QStringLiteral("eventSubProcess"));
        return map;
    }();
    const Kind kind = kinds.value(node.name, Kind::Process);
    if (kind == Kind::SubProcess && node.attribute(u"triggeredByEvent") == QLatin1String("true"))
        return Kind::EventSubProcess;
    return kind;
}

} // namespace

DefinitionBuilder::DefinitionBuilder(const Package& package, const Limits& limits,
                                     Scrutiny scrutiny)
    : m_package(package)
    , m_scrutiny(scrutiny) {
    m_definition.m_limits = limits;
}

void DefinitionBuilder::note(Level level, const QString& element, const char* code,
                             const QString& message) {
    constexpr qsizetype enough = 200;
    if (m_defects.size() < enough)
        m_defects.append({level, element, QString::fromLatin1(code), message, {}});
}

std::optional<BpmnDocument> DefinitionBuilder::open() {
    const Limits& limits = m_definition.m_limits;
    if (m_package.bytes() > limits.packageBytes) {
        note(Level::Refused, {}, "package-too-large",
             QStringLiteral("the package has %1 bytes; %2 are allowed")
                 .arg(m_package.bytes())
                 .arg(limits.packageBytes));
        return std::nullopt;
    }
    auto document = BpmnDocument::read(m_package.file(QLatin1String(processFile)), limits);
    if (!document.has_value()) {
        note(Level::Refused, QStringLiteral("file"), "unreadable", document.error().detail);
        return std::nullopt;
    }
    m_definition.m_digest = m_package.digest();
    return std::move(document).value();
}

bool DefinitionBuilder::readOnly() {
    const auto document = open();
    if (document)
        readDocument(*document);
    m_definition.m_defects = m_defects;
    return document.has_value();
}

bool DefinitionBuilder::build() {
    const auto document = open();
    if (!document)
        return false;
    readDocument(*document);
    m_defects += checkStandard(*document, m_definition, m_scrutiny);
    if (!anyRefused(m_defects))
        m_defects += checkFlow(m_definition, m_scrutiny);
    m_definition.m_defects = m_defects;
    return !anyRefused(m_defects);
}

void DefinitionBuilder::readDocument(const BpmnDocument& document) {
    m_document = &document;
    if (m_scrutiny == Scrutiny::Runnable) {
        readDecisions();
        readForms();
    }
    gatherNames(document);
    for (const auto& child : document.root().children) {
        if (!isBpmn(*child))
            continue;
        if (child->name == QLatin1String("process"))
            readProcess(*child);
        else if (child->name.startsWith(QLatin1String("global")) &&
                 child->name.endsWith(QLatin1String("Task")))
            readGlobalTask(*child);
    }
    if (m_definition.m_elements.size() > m_definition.m_limits.flowNodes)
        return note(
            Level::Refused, QStringLiteral("file"), "too-many-nodes",
            QStringLiteral("%1 flow nodes; %2 are allowed: split the process into called processes")
                .arg(m_definition.m_elements.size())
                .arg(m_definition.m_limits.flowNodes));
    link();
    attach();
    findStarts();
    findReach();
    readDiagram(document);
    if (m_scrutiny == Scrutiny::Runnable)
        bind();
}

void DefinitionBuilder::readProcess(const XmlElement& process) {
    const int index = addElement(process, Kind::Process, -1);
    Element& element = m_definition.m_elements[index];
    element.executable = process.attribute(u"isExecutable") == QLatin1String("true");
    auto detail = std::make_shared<ActivityDetail>();
    readFacts(process, detail->facts);
    element.detail = detail;
    if (const XmlElement* tag = zeebe(process, u"versionTag"))
        m_definition.m_versionTag = tag->attribute(u"value");
    readLanes(process);
    readNodes(process, index);
}

// A global task is a process of one task, so that call activities find it like any other.
void DefinitionBuilder::readGlobalTask(const XmlElement& task) {
    const int process = addElement(task, Kind::Process, -1);
    const QString tag = task.name == QLatin1String("globalTask")
                            ? QStringLiteral("task")
                            : task.name.mid(6, 1).toLower() + task.name.mid(7);
    Kind kind = Kind::Task;
    for (const Kind one :
         {Kind::UserTask, Kind::ManualTask, Kind::ScriptTask, Kind::BusinessRuleTask}) {
        if (nameOf(one) == tag)
            kind = one;
    }
    const int index = addElement(task, kind, process);
    Element& element = m_definition.m_elements[index];
    m_definition.m_index.insert(element.id, process);
    element.id += QStringLiteral(".task");
    m_definition.m_index.insert(element.id, index);
    readActivity(task, element);
}

int DefinitionBuilder::addElement(const XmlElement& node, Kind kind, int scope) {
    Element element;
    element.id = labelOf(node);
    element.name = node.attribute(u"name").simplified();
    element.kind = kind;
    element.scope = scope;
    element.lane = m_laneOf.value(element.id);
    const int index = static_cast<int>(m_definition.m_elements.size());
    m_definition.m_index.insert(element.id, index);
    m_definition.m_elements.append(std::move(element));
    m_sources.append(&node);
    return index;
}

void DefinitionBuilder::readNodes(const XmlElement& holder, int scope) {
    for (const auto& child : holder.children) {
        if (!isBpmn(*child))
            continue;
        const Kind kind = kindOf(*child);
        if (kind == Kind::Process) {
            if (child->name == QLatin1String("dataObject") ||
                child->name == QLatin1String("property"))
                m_definition.m_elements[scope].properties.append(
                    {child->attribute(u"name").isEmpty() ? child->attribute(u"id")
                                                         : child->attribute(u"name"),
                     Formula()});
            continue;
        }
        const int index = addElement(*child, kind, scope);
        Element& element = m_definition.m_elements[index];
        element.interrupting =
            child->attribute(kind == Kind::BoundaryEvent ? u"cancelActivity" : u"isInterrupting") !=
            QLatin1String("false");
        element.instantiates = child->attribute(u"instantiate") == QLatin1String("true");
        element.parallelMultiple =
            child->attribute(u"parallelMultiple") == QLatin1String("true") ||
            child->attribute(u"eventGatewayType") == QLatin1String("Parallel");
        if (isActivity(kind))
            readActivity(*child, element);
        if (isEvent(kind))
            readTriggers(*child, element);
        if (kind == Kind::ComplexGateway)
            element.activation = expression(child.get(), u"activationCondition");
        if (isScope(kind)) {
            readLanes(*child);
            readNodes(*child, index); // as deep as the XML may be
        }
    }
    connect(holder);
}

void DefinitionBuilder::readLanes(const XmlElement& holder) {
    QList<const XmlElement*> sets = holder.childrenNamed(u"laneSet");
    while (!sets.isEmpty()) {
        const XmlElement* set = sets.takeFirst();
        for (const XmlElement* lane : set->childrenNamed(u"lane")) {
            for (const XmlElement* reference : lane->childrenNamed(u"flowNodeRef"))
                m_laneOf.insert(localPart(reference->text), lane->attribute(u"name").simplified());
            sets += lane->childrenNamed(u"childLaneSet"); // inner lanes come later and win
        }
    }
}

void DefinitionBuilder::connect(const XmlElement& holder) {
    for (const auto& child : holder.children) {
        if (!child->is(bpmnNs, u"sequenceFlow"))
            continue;
        Flow flow;
        flow.id = labelOf(*child);
        flow.name = child->attribute(u"name").simplified();
        if (const XmlElement* condition = child->child(u"conditionExpression");
            condition != nullptr && !textOf(*condition).isEmpty()) {
            flow.conditional = true;
            flow.condition = formula(condition->text, *child, true);
        }
        m_definition.m_flowIndex.insert(flow.id, static_cast<int>(m_definition.m_flows.size()));
        m_definition.m_flows.append(std::move(flow));
    }
}

// Flows may point forwards, so ends are joined to nodes when every node is known.
void DefinitionBuilder::link() {
    for (const XmlElement* xml : m_document->all()) {
        if (xml->name != QLatin1String("sequenceFlow"))
            continue;
        const int index = m_definition.m_flowIndex.value(labelOf(*xml), -1);
        if (index < 0)
            continue;
        Flow& flow = m_definition.m_flows[index];
        flow.from = m_definition.indexOf(localPart(xml->attribute(u"sourceRef")));
        flow.to = m_definition.indexOf(localPart(xml->attribute(u"targetRef")));
        if (flow.from < 0 || flow.to < 0)
            continue; // the checks name it
        m_definition.m_elements[flow.from].out.append(index);
        m_definition.m_elements[flow.to].in.append(index);
    }
    for (int i = 0; i < m_definition.m_elements.size(); ++i) {
        Element& element = m_definition.m_elements[i];
        const QString standard = m_sources.at(i)->attribute(u"default");
        if (!standard.isEmpty())
            element.defaultFlow = m_definition.m_flowIndex.value(localPart(standard), -1);
    }
}

void DefinitionBuilder::attach() {
    QHash<QString, int> linkTargets;
    for (int i = 0; i < m_definition.m_elements.size(); ++i) {
        Element& element = m_definition.m_elements[i];
        if (element.kind == Kind::BoundaryEvent) {
            element.attachedTo =
                m_definition.indexOf(localPart(m_sources.at(i)->attribute(u"attachedToRef")));
            if (element.attachedTo >= 0)
                m_definition.m_elements[element.attachedTo].boundaries.append(i);
        }
        if (element.kind == Kind::EventSubProcess && element.scope >= 0)
            m_definition.m_elements[element.scope].eventSubProcesses.append(i);
        if (element.kind == Kind::CatchEvent && element.trigger() == Trigger::Link)
            linkTargets.insert(QString::number(element.scope) + QLatin1Char('/') +
                                   element.triggers.first().name,
                               i);
    }
    for (Element& element : m_definition.m_elements) {
        if (element.kind == Kind::ThrowEvent && element.trigger() == Trigger::Link)
            element.linkTarget = linkTargets.value(
                QString::number(element.scope) + QLatin1Char('/') + element.triggers.first().name,
                -1);
    }
    // An association leads from a compensation boundary event to its handler (BPMN 2.0.2 §10.7.1).
    for (const XmlElement* xml : m_document->all()) {
        if (xml->name != QLatin1String("association"))
            continue;
        const int from = m_definition.indexOf(localPart(xml->attribute(u"sourceRef")));
        const int to = m_definition.indexOf(localPart(xml->attribute(u"targetRef")));
        if (from < 0 || to < 0)
            continue;
        Element& source = m_definition.m_elements[from];
        if (source.kind == Kind::BoundaryEvent && isActivity(m_definition.element(to).kind))
            source.handler = to;
        else if (m_definition.element(to).kind == Kind::BoundaryEvent && isActivity(source.kind))
            m_definition.m_elements[to].handler = from;
    }
}

void DefinitionBuilder::findStarts() {
    for (int i = 0; i < m_definition.m_elements.size(); ++i) {
        const Element& element = m_definition.m_elements.at(i);
        if (element.scope < 0)
            continue;
        Element& scope = m_definition.m_elements[element.scope];
        if (element.kind == Kind::StartEvent) {
            scope.starts.append(i);
            if (element.trigger() == Trigger::None && scope.start < 0)
                scope.start = i;
            continue;
        }
        const bool linkCatch =
            element.kind == Kind::CatchEvent && element.trigger() == Trigger::Link;
        if (element.in.isEmpty() && element.kind != Kind::BoundaryEvent &&
            element.kind != Kind::EventSubProcess && !linkCatch &&
            !element.activity().forCompensation)
            scope.heads.append(i);
    }
}

// Which nodes reach a flow without passing the join; with or without the tokens that
// non-interrupting boundary events branch off.
std::vector<bool> DefinitionBuilder::nodesBefore(int flow, int join, bool branching) const {
    const auto count = static_cast<size_t>(m_definition.m_elements.size());
    std::vector<bool> reaches(count, false);
    std::deque<int> open{m_definition.flow(flow).from};
    while (!open.empty()) {
        const int node = open.front();
        open.pop_front();
        if (node < 0 || node == join || reaches[static_cast<size_t>(node)])
            continue;
        reaches[static_cast<size_t>(node)] = true;
        const Element& element = m_definition.element(node);
        if (element.attachedTo >= 0 && (branching || element.interrupting))
            open.push_back(element.attachedTo);
        for (const int in : element.in)
            open.push_back(m_definition.flow(in).from);
        if (element.kind == Kind::CatchEvent && element.trigger() == Trigger::Link) {
            for (int other = 0; other < static_cast<int>(count); ++other) {
                if (m_definition.element(other).linkTarget == node)
                    open.push_back(other);
            }
        }
    }
    return reaches;
}

// For every inclusive and complex join: which nodes of its scope reach each incoming flow without
// passing the join (BPMN 2.0.2 §13.4.3). A boundary event continues the paths of the activity it is
// attached to.
void DefinitionBuilder::findReach() {
    constexpr int joinedFlowsAllowed = 1000;
    int joinedFlows = 0;
    const auto count = static_cast<size_t>(m_definition.m_elements.size());
    for (int join = 0; join < static_cast<int>(count); ++join) {
        Element& gateway = m_definition.m_elements[join];
        if ((gateway.kind != Kind::InclusiveGateway && gateway.kind != Kind::ComplexGateway) ||
            gateway.in.size() < 2)
            continue;
        joinedFlows += static_cast<int>(gateway.in.size());
        if (joinedFlows > joinedFlowsAllowed)
            return note(Level::Refused, gateway.id, "too-many-joins",
                        QStringLiteral(
                            "inclusive and complex joins have more than %1 incoming flows together")
                            .arg(joinedFlowsAllowed));
        for (const int flow : std::as_const(gateway.in)) {
            gateway.reaching.push_back(nodesBefore(flow, join, true));
            gateway.reachingItself.push_back(nodesBefore(flow, join, false));
        }
    }
}

Result<Definition> compile(const Package& package, const Limits& limits) {
    DefinitionBuilder builder(package, limits, Scrutiny::Runnable);
    if (builder.build())
        return builder.take();
    QStringList lines;
    for (const Defect& defect : builder.defects()) {
        if (defect.level == Level::Refused)
            lines.append(
                QStringLiteral("%1: %2: %3").arg(defect.element, defect.code, defect.message));
    }
    return fail(FaultKind::Invalid, lines.join(QLatin1Char('\n')));
}

Result<Definition> readForeign(const Package& package, const Limits& limits) {
    DefinitionBuilder builder(package, limits, Scrutiny::Standalone);
    if (builder.readOnly())
        return builder.take();
    return fail(FaultKind::Invalid, builder.defects().first().message);
}

Defects check(const Package& package, Scrutiny scrutiny, const Limits& limits) {
    DefinitionBuilder builder(package, limits, scrutiny);
    const bool fine = builder.build();
    Defects defects = builder.defects();
    if (fine)
        defects += prove(builder.take(), limits.provingMilliseconds);
    return defects;
}

} // namespace tongban::workflow

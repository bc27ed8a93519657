// Collects tasks, names and identifiers of a BPMN file.
#include "services/catalog/process_outline.h"

#include "services/core/xml_tree.h"

#include <QRegularExpression>

namespace tongban::catalog {

namespace {

void readProperties(const XmlElement& element, ProcessStep& step, ProcessOutline& out) {
    const XmlElement* extensions = element.child(u"extensionElements");
    if (!extensions)
        return;
    for (const auto& child : extensions->children) {
        if (child->name == QLatin1String("formDefinition")) {
            step.form = child->attribute(u"formId");
            out.forms.insert(step.form);
        } else if (child->name == QLatin1String("assignmentDefinition"))
            step.applicant = child->attribute(u"candidateGroups") == QLatin1String("applicant");
        else if (child->name == QLatin1String("script"))
            out.words |= identifiersIn(child->attribute(u"expression"));
        for (const auto& inner : child->children) {
            const QString value = inner->attribute(u"value");
            const QString name = inner->attribute(u"name");
            if (name == QLatin1String("tongban:limit"))
                step.limit = value;
            else if (name == QLatin1String("tongban:clock"))
                step.pauses = value == QLatin1String("pause");
            else if (name == QLatin1String("tongban:milestone"))
                out.names << value;
            out.words |= identifiersIn(inner->attribute(u"source"));
        }
    }
}

} // namespace

const ProcessStep* ProcessOutline::step(const QString& id) const {
    for (const ProcessStep& step : steps) {
        if (step.id == id)
            return &step;
    }
    return nullptr;
}

QSet<QString> identifiersIn(const QString& text) {
    static const QRegularExpression word(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*"));
    QSet<QString> words;
    auto it = word.globalMatch(text);
    while (it.hasNext())
        words.insert(it.next().captured(0));
    return words;
}

Result<ProcessOutline> outlineProcess(const QByteArray& bpmn) {
    static const QSet<QString> tasks{
        QStringLiteral("task"),        QStringLiteral("userTask"),
        QStringLiteral("manualTask"),  QStringLiteral("serviceTask"),
        QStringLiteral("sendTask"),    QStringLiteral("receiveTask"),
        QStringLiteral("scriptTask"),  QStringLiteral("businessRuleTask"),
        QStringLiteral("callActivity")};
    TRY_ASSIGN(const XmlTree tree, readXml(bpmn));
    ProcessOutline out;
    QList<const XmlElement*> open{tree.root.get()};
    QSet<const XmlElement*> inPart;
    QSet<QString> forks;
    QList<std::pair<QString, QString>> flows;
    while (!open.isEmpty()) {
        const XmlElement* element = open.takeFirst();
        if (element->name == QLatin1String("BPMNDiagram"))
            continue;
        const bool bpmnElement = element->ns.contains(QLatin1String("BPMN/20100524/MODEL"));
        const bool error =
            element->name == QLatin1String("error") || element->name == QLatin1String("message");
        if (bpmnElement && !error && !element->attribute(u"name").isEmpty())
            out.names << element->attribute(u"name");
        if (bpmnElement && element->name == QLatin1String("conditionExpression"))
            out.words |= identifiersIn(element->text);
        ProcessStep step;
        step.id = element->attribute(u"id");
        step.name = element->attribute(u"name");
        readProperties(*element, step, out);
        if (bpmnElement && tasks.contains(element->name) && !inPart.contains(element))
            out.steps.append(step);
        if (element->name == QLatin1String("parallelGateway") ||
            element->name == QLatin1String("inclusiveGateway"))
            forks.insert(step.id);
        if (element->name == QLatin1String("sequenceFlow"))
            flows.append({element->attribute(u"sourceRef"), element->attribute(u"targetRef")});
        for (const auto& child : element->children)
            open.append(child.get());
        // Processes that are only called do their part inside a step of the main one.
        const bool part = bpmnElement && element->name == QLatin1String("process") &&
                          element->attribute(u"isExecutable") != QLatin1String("true");
        if (part || inPart.contains(element)) {
            for (const auto& child : element->children)
                inPart.insert(child.get());
        }
    }
    for (const auto& [from, to] : flows) {
        for (ProcessStep& step : out.steps) {
            if (step.id == to && forks.contains(from))
                step.parallel = true;
        }
    }
    return out;
}

} // namespace tongban::catalog

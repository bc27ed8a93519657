// Reads what activities carry: people, effects, decisions, calls, data, repetition and the facts of
// our templates.
#include "services/workflow/builder.h"

#include <QRegularExpression>
#include <QSet>

namespace tongban::workflow {

namespace {

QStringList listOf(const QString& text) {
    QStringList items;
    for (const QString& item : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        items.append(item.trimmed());
    return items;
}

int countOf(const XmlElement& node, QStringView name, int otherwise) {
    const QString text = node.attribute(name);
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok ? value : otherwise;
}

} // namespace

Formula DefinitionBuilder::formula(const QString& raw, const XmlElement& at, bool always) {
    const QString text = raw.trimmed();
    if (text.isEmpty())
        return {};
    const bool marked = text.startsWith(QLatin1Char('='));
    if (!marked && !always)
        return {};
    if (!marked) { // Camunda's JUEL, JavaScript, natural language …
        const Level level = m_scrutiny == Scrutiny::Runnable ? Level::Refused : Level::Advised;
        note(level, labelOf(at), "not-feel",
             QStringLiteral("“%1” is not marked as FEEL: write “= …”").arg(text.left(60)));
        return {};
    }
    if (text.size() > m_definition.m_limits.expressionBytes) {
        note(Level::Refused, labelOf(at), "expression-too-long",
             QStringLiteral("%1 characters; %2 are allowed")
                 .arg(text.size())
                 .arg(m_definition.m_limits.expressionBytes));
        return {};
    }
    auto compiled = Formula::compile(text.mid(1).trimmed(), m_names);
    if (!compiled.has_value()) {
        note(Level::Refused, labelOf(at), "feel-syntax",
             QStringLiteral("“%1”: %2").arg(text.left(60), compiled.error().detail));
        return {};
    }
    return std::move(compiled).value();
}

Formula DefinitionBuilder::expression(const XmlElement* holder, QStringView child) {
    const XmlElement* found = holder != nullptr ? holder->child(child) : nullptr;
    return found != nullptr ? formula(found->text, *holder, true) : Formula();
}

// Names with spaces or marks must be known before an expression is read.
void DefinitionBuilder::gatherNames(const BpmnDocument& document) {
    constexpr qsizetype enough = 500;
    static const QRegularExpression plain(QStringLiteral("^[\\p{L}_][\\p{L}\\p{N}_]*$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> known(m_names.begin(), m_names.end());
    const auto add = [&](const QString& name) {
        if (name.isEmpty() || name.startsWith(QLatin1Char('=')) || known.size() >= enough ||
            known.contains(name) || plain.match(name).hasMatch())
            return;
        known.insert(name);
        m_names.append(name);
    };
    for (const XmlElement* element : document.all()) {
        if (element->name == QLatin1String("dataObject") ||
            element->name == QLatin1String("property"))
            add(element->attribute(u"name"));
        const XmlElement* extensions = element->child(u"extensionElements");
        if (extensions == nullptr)
            continue;
        for (const auto& extension : extensions->children) {
            if (extension->ns != zeebeNs)
                continue;
            add(extension->attribute(u"resultVariable"));
            add(extension->attribute(u"inputElement"));
            add(extension->attribute(u"outputCollection"));
            for (const auto& mapping : extension->children)
                add(mapping->attribute(u"target"));
        }
    }
}

void DefinitionBuilder::readActivity(const XmlElement& node, Element& element) {
    auto detail = std::make_shared<ActivityDetail>();
    detail->startQuantity = countOf(node, u"startQuantity", 1);
    detail->completionQuantity = countOf(node, u"completionQuantity", 1);
    detail->forCompensation = node.attribute(u"isForCompensation") == QLatin1String("true");
    detail->instantiates = element.instantiates;
    readFacts(node, detail->facts);
    readMappings(node, *detail);
    readRepetition(node, *detail);
    if (element.kind == Kind::UserTask)
        readHumanWork(node, *detail);
    else
        readEffect(node, element.kind, *detail);
    readCall(node, element.kind, *detail);
    element.detail = std::move(detail);
}

void DefinitionBuilder::readHumanWork(const XmlElement& node, ActivityDetail& detail) {
    if (const XmlElement* form = zeebe(node, u"formDefinition")) {
        detail.form = form->attribute(u"formId");
        if (detail.form.isEmpty())
            detail.form = form->attribute(u"externalReference");
        const QString binding = form->attribute(u"bindingType");
        if (!binding.isEmpty() && binding != QLatin1String("deployment"))
            note(Level::Warned, labelOf(node), "form-binding",
                 QStringLiteral("binding “%1” is read as “deployment”: the form of this package")
                     .arg(binding));
    }
    if (const XmlElement* assignment = zeebe(node, u"assignmentDefinition")) {
        const QString groups = assignment->attribute(u"candidateGroups");
        detail.groupsFormula = formula(groups, node);
        if (detail.groupsFormula.isEmpty())
            detail.groups = listOf(groups);
        const QString assignee = assignment->attribute(u"assignee");
        detail.assignee = formula(assignee, node);
        if (detail.assignee.isEmpty() && !assignee.isEmpty())
            detail.users.append(assignee);
        detail.users += listOf(assignment->attribute(u"candidateUsers"));
    }
    if (const XmlElement* schedule = zeebe(node, u"taskSchedule")) {
        const QString due = schedule->attribute(u"dueDate");
        detail.dueDate = formula(due, node);
        if (auto limit = readLimit(due);
            detail.dueDate.isEmpty() && limit.has_value() && !detail.facts.limit.isSet())
            detail.facts.limit = *limit;
    }
}

void DefinitionBuilder::readEffect(const XmlElement& node, Kind kind, ActivityDetail& detail) {
    if (const XmlElement* task = zeebe(node, u"taskDefinition")) {
        const QString type = task->attribute(u"type");
        detail.effectFormula = formula(type, node);
        detail.effect = type;
        detail.retries = countOf(*task, u"retries", 3);
    }
    if (const XmlElement* headers = zeebe(node, u"taskHeaders")) {
        for (const auto& header : headers->children)
            detail.headers.append({header->attribute(u"key"), header->attribute(u"value")});
    }
    if (kind == Kind::ScriptTask) {
        if (const XmlElement* script = zeebe(node, u"script")) {
            detail.script = formula(script->attribute(u"expression"), node, true);
            detail.result = script->attribute(u"resultVariable");
        } else if (const QString body = childText(node, u"script");
                   !body.isEmpty() && detail.effect.isEmpty()) {
            const bool feel = node.attribute(u"scriptFormat")
                                  .contains(QLatin1String("feel"), Qt::CaseInsensitive);
            detail.script =
                formula(feel && !body.startsWith(QLatin1Char('=')) ? QLatin1Char('=') + body : body,
                        node, true);
            detail.result = node.attribute(u"resultVariable");
        }
    }
    if (kind == Kind::BusinessRuleTask) {
        if (const XmlElement* called = zeebe(node, u"calledDecision")) {
            detail.decision = called->attribute(u"decisionId");
            detail.result = called->attribute(u"resultVariable");
        }
    }
    if (kind == Kind::SendTask || kind == Kind::ReceiveTask) {
        detail.message.trigger = Trigger::Message;
        detail.message.name = nameBehind(node.attribute(u"messageRef"), u"name");
        const XmlElement* message = m_document->find(node.attribute(u"messageRef"));
        const XmlElement* subscription =
            message != nullptr ? zeebe(*message, u"subscription") : nullptr;
        if (subscription != nullptr)
            detail.message.formula = formula(subscription->attribute(u"correlationKey"), node);
    }
}

void DefinitionBuilder::readCall(const XmlElement& node, Kind kind, ActivityDetail& detail) {
    if (kind == Kind::CallActivity) {
        const XmlElement* called = zeebe(node, u"calledElement");
        detail.called = called != nullptr ? called->attribute(u"processId")
                                          : localPart(node.attribute(u"calledElement"));
    }
    if (kind == Kind::AdHocSubProcess) {
        detail.completionCondition = expression(&node, u"completionCondition");
        detail.cancelRemaining =
            node.attribute(u"cancelRemainingInstances") != QLatin1String("false");
        detail.orderedAdHoc = node.attribute(u"ordering") == QLatin1String("Sequential");
        if (const XmlElement* adHoc = zeebe(node, u"adHoc")) {
            detail.activeElements = formula(adHoc->attribute(u"activeElementsCollection"), node);
            detail.chosenByHand = detail.activeElements.isEmpty();
        }
    }
}

void DefinitionBuilder::readMappings(const XmlElement& node, ActivityDetail& detail) {
    const XmlElement* mapping = zeebe(node, u"ioMapping");
    if (mapping == nullptr)
        return;
    for (const auto& one : mapping->children) {
        const QString target = one->attribute(u"target");
        const QString source = one->attribute(u"source");
        Formula from = formula(source, node);
        if (from.isEmpty() && !source.isEmpty() && !source.startsWith(QLatin1Char('='))) {
            QString literal = source; // a plain text is itself
            literal.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
                .replace(QLatin1Char('"'), QLatin1String("\\\""));
            from = formula(QStringLiteral("=\"%1\"").arg(literal), node);
        }
        if (target.isEmpty() || from.isEmpty())
            continue;
        (one->name == QLatin1String("input") ? detail.inputs : detail.outputs)
            .append({from, target});
    }
}

void DefinitionBuilder::readRepetition(const XmlElement& node, ActivityDetail& detail) {
    Repetition& repetition = detail.repetition;
    if (const XmlElement* loop = node.child(u"standardLoopCharacteristics")) {
        repetition.mode = Repetition::Mode::Loop;
        repetition.testBefore = loop->attribute(u"testBefore") == QLatin1String("true");
        repetition.maximum = countOf(*loop, u"loopMaximum", -1);
        if (const XmlElement* condition = loop->child(u"loopCondition"))
            repetition.condition = formula(condition->text, node, true);
    }
    const XmlElement* many = node.child(u"multiInstanceLoopCharacteristics");
    if (many == nullptr)
        return;
    repetition.mode = many->attribute(u"isSequential") == QLatin1String("true")
                          ? Repetition::Mode::Sequential
                          : Repetition::Mode::Parallel;
    if (const XmlElement* cardinality = many->child(u"loopCardinality")) {
        bool number = false;
        textOf(*cardinality).toInt(&number);
        repetition.cardinality = formula(
            number ? QLatin1Char('=') + textOf(*cardinality) : cardinality->text, node, true);
    }
    if (const XmlElement* condition = many->child(u"completionCondition"))
        repetition.condition = formula(condition->text, node, true);
    if (const XmlElement* loop = zeebe(*many, u"loopCharacteristics")) {
        repetition.inputCollection = formula(loop->attribute(u"inputCollection"), node, true);
        repetition.inputElement = loop->attribute(u"inputElement");
        repetition.outputCollection = loop->attribute(u"outputCollection");
        repetition.outputElement = formula(loop->attribute(u"outputElement"), node);
    }
    const QString behaviour = many->attribute(u"behavior");
    const auto thrown = [this](const QString& reference) {
        const XmlElement* definition = m_document->find(reference);
        return definition != nullptr ? readTrigger(*definition) : TriggerRule();
    };
    if (behaviour == QLatin1String("None")) {
        repetition.behaviour = Repetition::Behaviour::Nothing;
        repetition.thrown = thrown(many->attribute(u"noneBehaviorEventRef"));
    } else if (behaviour == QLatin1String("One")) {
        repetition.behaviour = Repetition::Behaviour::One;
        repetition.thrown = thrown(many->attribute(u"oneBehaviorEventRef"));
    } else if (behaviour == QLatin1String("Complex")) {
        repetition.behaviour = Repetition::Behaviour::Complex;
    }
    for (const XmlElement* definition : many->childrenNamed(u"complexBehaviorDefinition")) {
        const XmlElement* event = definition->child(u"event");
        TriggerRule rule;
        for (size_t i = 0; event != nullptr && i < event->children.size(); ++i) {
            if (event->children[i]->name.endsWith(QLatin1String("EventDefinition")))
                rule = readTrigger(*event->children[i]);
            else if (event->children[i]->name == QLatin1String("eventDefinitionRef"))
                rule = thrown(event->children[i]->text);
        }
        repetition.complex.append({expression(definition, u"condition"), rule});
    }
}

// zeebe:property names of resources/templates; unknown ones of other tools are left alone.
void DefinitionBuilder::readFacts(const XmlElement& node, StepFacts& facts) {
    const XmlElement* properties = zeebe(node, u"properties");
    if (properties == nullptr)
        return;
    const auto limit = [&](const QString& text) {
        auto read = readLimit(text);
        if (!read.has_value())
            note(Level::Refused, labelOf(node), "limit", read.error().detail);
        return read.has_value() ? *read : LimitRule();
    };
    for (const auto& property : properties->children) {
        const QString name = property->attribute(u"name");
        const QString value = property->attribute(u"value").trimmed();
        if (!name.startsWith(QLatin1String("tongban:")) || value.isEmpty())
            continue;
        const QStringView key = QStringView(name).mid(8);
        if (key == u"milestone")
            facts.milestone = value;
        else if (key == u"limit")
            facts.limit = limit(value);
        else if (key == u"legalLimit")
            facts.legal = limit(value);
        else if (key == u"promisedLimit")
            facts.promised = limit(value);
        else if (key == u"basis")
            facts.basis = value;
        else if (key == u"tolerance")
            facts.tolerance = value;
        else if (key == u"countersign")
            facts.countersign = value;
        else if (key == u"document")
            facts.document = value;
        else if (key == u"clock")
            facts.clock = value == QLatin1String("start")   ? ClockRole::Start
                          : value == QLatin1String("pause") ? ClockRole::Pause
                          : value == QLatin1String("stop")  ? ClockRole::Stop
                                                            : ClockRole::None;
        else
            note(Level::Warned, labelOf(node), "unknown-property",
                 QStringLiteral("“%1” has no meaning here").arg(name));
    }
    facts.limit.basis = facts.legal.basis = facts.promised.basis = facts.basis;
    if (facts.legal.isSet() && facts.basis.isEmpty())
        note(Level::Refused, labelOf(node), "limit-without-clause",
             QStringLiteral("the legal limit %1 rests on no clause: fill in 依据")
                 .arg(facts.legal.text()));
}

} // namespace tongban::workflow

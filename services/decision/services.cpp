// Decision services as functions: parameters in, the decisions inside in order, output decisions
// out (DMN 1.5 §10.4).
#include "services/decision/model_reader.h"

namespace tongban::decision {

using feel::Op;

namespace {

constexpr qsizetype mostInner = 2'000; // decisions inside one service

// A name no model can have, under which an outer value is captured.
QString hiddenName(int element) {
    return QStringLiteral("\u0001%1").arg(element);
}

} // namespace

void ModelReader::readService(int index) {
    Element& element = m_content->elements[static_cast<size_t>(index)];
    if (element.kind != ElementKind::Service)
        return;
    const XmlElement& xml = *m_xml[static_cast<size_t>(index)];
    ServiceParts parts;
    const auto references = [&](QStringView name, QList<int>& into) {
        for (const XmlElement* reference : xml.childrenNamed(name)) {
            if (const int found = target(index, *reference); found >= 0 && !into.contains(found))
                into.append(found);
        }
    };
    references(u"outputDecision", parts.outputs);
    references(u"inputData", parts.parameters);
    references(u"inputDecision", parts.parameters);
    QList<int> open = parts.outputs;
    references(u"encapsulatedDecision", open);
    QList<int> outside;
    while (!open.isEmpty() && parts.inner.size() < mostInner) {
        const int next = open.takeLast();
        if (parts.inner.contains(next) || parts.parameters.contains(next))
            continue;
        parts.inner.append(next);
        for (const int required :
             std::as_const(m_content->elements[static_cast<size_t>(next)].requirements)) {
            const Element& other = m_content->elements[static_cast<size_t>(required)];
            if (other.kind == ElementKind::Decision)
                open.append(required);
            else if (!parts.parameters.contains(required) && !outside.contains(required) &&
                     required != index)
                outside.append(required);
        }
    }
    for (const int parameter : std::as_const(parts.parameters))
        element.parameters.append(
            visibleName(element, m_content->elements[static_cast<size_t>(parameter)]));
    element.requirements = outside;
    element.outputs = parts.outputs;
    m_services.insert(index, parts);
}

// One decision inside: its requirements by the names it knows, its logic, its value into a slot.
void ModelReader::compileInner(int decision, const QHash<int, int>& slots, feel::Emitter& emitter,
                               const QString& owner) {
    const Element& element = m_content->elements[static_cast<size_t>(decision)];
    emitter.openScope();
    for (const int required : element.requirements) {
        const Element& other = m_content->elements[static_cast<size_t>(required)];
        if (slots.contains(required)) {
            emitter.declare(visibleName(element, other), slots.value(required));
            continue;
        }
        emitter.load(hiddenName(required));
        const int slot = emitter.newSlot();
        emitter.emit(Op::Store, slot);
        emitter.declare(visibleName(element, other), slot);
    }
    const TypeScope& types = m_files[static_cast<size_t>(element.source)]->types;
    BoxedCompiler boxed(emitter, types, owner + QStringLiteral(" / ") + element.name,
                        m_content->defects, m_content->tables);
    boxed.expressionOf(*m_xml[static_cast<size_t>(decision)]);
    boxed.convert(element.typeName);
    emitter.closeScope();
}

void ModelReader::compileService(int index, feel::Emitter& emitter, BoxedCompiler& boxed) {
    const Element& element = m_content->elements[static_cast<size_t>(index)];
    const ServiceParts parts = m_services.value(index);
    for (const int outside : element.requirements)
        emitter.declareNew(hiddenName(outside));
    feel::FunctionShape shape;
    shape.lenient = true;
    QHash<int, int> slots;
    for (const int parameter : parts.parameters) {
        const Element& other = m_content->elements[static_cast<size_t>(parameter)];
        slots.insert(parameter, static_cast<int>(shape.parameters.size()));
        shape.parameters.append(visibleName(element, other));
        shape.parameterTypes.push_back(other.type);
        shape.typed = shape.typed || other.type != nullptr;
    }
    emitter.beginFunction(std::move(shape));
    for (const int next : m_content->order) {
        if (!parts.inner.contains(next))
            continue;
        compileInner(next, slots, emitter, element.name);
        const int slot = emitter.newSlot();
        emitter.emit(Op::Store, slot);
        slots.insert(next, slot);
    }
    QStringList names;
    for (const int output : parts.outputs) {
        names.append(m_content->elements[static_cast<size_t>(output)].name);
        if (slots.contains(output))
            emitter.emit(Op::Local, slots.value(output));
        else
            emitter.pushConstant({});
    }
    if (names.size() != 1)
        emitter.emit(Op::MakeContext, emitter.shapeIndex(names));
    boxed.convert(element.typeName);
    emitter.endFunction();
}

} // namespace tongban::decision

// Reads TCK test cases (testCases.xsd) and compares results with what they expect.
#include "services/decision/tck.h"

#include "services/core/xml_tree.h"

namespace tongban::decision {

using feel::Kind;
using feel::Value;

namespace {

constexpr auto schemaInstance = u"http://www.w3.org/2001/XMLSchema-instance";

Value simpleValue(const XmlElement& element) {
    if (element.attribute(u"nil", schemaInstance) == u"true")
        return {};
    const QString type = element.attribute(u"type", schemaInstance).section(u':', -1);
    const QString& text = element.text;
    const QString trimmed = text.trimmed();
    if (type == u"boolean")
        return Value(trimmed == u"true");
    if (type == u"decimal" || type == u"double" || type == u"integer" || type == u"float" ||
        type == u"int" || type == u"long") {
        const auto number = feel::Decimal::parse(trimmed);
        return number ? Value(*number) : Value();
    }
    if (type == u"date") {
        const auto date = feel::parseDate(trimmed);
        return date ? Value(*date) : Value();
    }
    if (type == u"time") {
        const auto time = feel::parseTime(trimmed);
        return time ? Value(*time) : Value();
    }
    if (type == u"dateTime") {
        const auto at = feel::parseDateTime(trimmed);
        return at ? Value(*at) : Value();
    }
    if (type.endsWith(QLatin1String("uration")))
        return feel::parseDuration(trimmed).value_or(Value());
    return Value(text);
}

// The value inside a node, an item or a component; nests as deep as the XML.
Value valueIn(const XmlElement& parent) {
    if (parent.attribute(u"nil", schemaInstance) == u"true")
        return {};
    feel::Context context;
    for (const auto& child : parent.children) {
        if (child->name == u"value")
            return simpleValue(*child);
        if (child->name == u"list") {
            feel::Values items;
            if (child->attribute(u"nil", schemaInstance) == u"true")
                return {};
            for (const XmlElement* item : child->childrenNamed(u"item"))
                items.push_back(valueIn(*item));
            return Value::list(std::move(items));
        }
        if (child->name == u"component")
            context.insert(child->attribute(u"name").simplified(), valueIn(*child));
    }
    return context.isEmpty() ? Value() : Value(context);
}

bool close(const feel::Decimal& a, const feel::Decimal& b) {
    if (a == b)
        return true;
    const double x = a.toDouble();
    const double y = b.toDouble();
    return std::abs(x - y) <= 1e-8 * std::max(std::abs(x), std::abs(y));
}

QString shown(const Value& value) {
    const QString text = value.is(Kind::String) ? u'"' + value.string() + u'"' : value.text();
    return text.size() > 200 ? text.left(200) + u'…' : text;
}

} // namespace

bool TestCase::expectsValue() const {
    return std::any_of(results.begin(), results.end(),
                       [](const ExpectedResult& result) { return !result.value.isNull(); });
}

bool matches(const Value& expected, const Value& actual) {
    if (expected.kind() != actual.kind())
        return false;
    switch (expected.kind()) {
    case Kind::Number:
        return close(expected.number(), actual.number());
    case Kind::DaysTime:
        return close(expected.seconds(), actual.seconds());
    case Kind::List: {
        const feel::Values& a = expected.list();
        const feel::Values& b = actual.list();
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), matches);
    }
    case Kind::Context: {
        const feel::Context other = actual.context();
        const feel::Context wanted = expected.context();
        return wanted.size() == other.size() &&
               std::all_of(wanted.entries().begin(), wanted.entries().end(),
                           [&](const feel::ContextEntry& entry) {
                               const Value* found = other.find(entry.name);
                               return found != nullptr && matches(entry.value, *found);
                           });
    }
    default:
        return expected == actual;
    }
}

Result<TestFile> readTestCases(const QByteArray& xml) {
    XmlLimits limits;
    limits.elements = 100'000;
    TRY_ASSIGN(const XmlTree tree, readXml(xml, limits));
    if (tree.root->name != u"testCases")
        return fail(FaultKind::Invalid, QStringLiteral("no test cases"));
    TestFile file;
    if (const XmlElement* name = tree.root->child(u"modelName"))
        file.modelName = name->text.trimmed();
    for (const XmlElement* element : tree.root->childrenNamed(u"testCase")) {
        TestCase testCase;
        testCase.id = element->attribute(u"id");
        testCase.invocable = element->attribute(u"invocableName").simplified();
        for (const XmlElement* input : element->childrenNamed(u"inputNode"))
            testCase.inputs.insert(input->attribute(u"name").simplified(), valueIn(*input));
        for (const XmlElement* result : element->childrenNamed(u"resultNode")) {
            const XmlElement* expected = result->child(u"expected");
            testCase.results.append({result->attribute(u"name").simplified(),
                                     expected != nullptr ? valueIn(*expected) : Value()});
        }
        file.cases.append(std::move(testCase));
    }
    return file;
}

QString run(const Model& model, const TestCase& testCase) {
    const feel::Occasion occasion{.now = SystemClock().now()};
    QStringList wrong;
    for (const ExpectedResult& expected : testCase.results) {
        const QString& asked = testCase.invocable.isEmpty() ? expected.name : testCase.invocable;
        const auto outcome = evaluate(model, asked, testCase.inputs, occasion);
        if (!outcome.has_value()) {
            wrong.append(outcome.error().detail);
            continue;
        }
        const Value* inner = outcome->results.find(expected.name);
        const Value actual =
            testCase.invocable.isEmpty() || inner == nullptr ? outcome->value : *inner;
        if (matches(expected.value, actual))
            continue;
        const QString why =
            actual.isNull() && !outcome->diagnoses.isEmpty()
                ? QStringLiteral(" (%1)").arg(outcome->diagnoses.constFirst().message)
                : QString();
        wrong.append(QStringLiteral("%1: expected %2, got %3%4")
                         .arg(expected.name, shown(expected.value), shown(actual), why));
    }
    return wrong.join(QStringLiteral("; "));
}

} // namespace tongban::decision

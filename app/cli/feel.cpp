// tongban feel EXPRESSION [--context JSON]: evaluates one FEEL expression.
#include "app/cli/verbs.h"

#include "services/core/json_reader.h"
#include "services/feel/expression.h"

#include <QFile>

namespace tongban::cli {

namespace {

constexpr auto help =
    "tongban feel EXPRESSION [--context JSON] [--test VALUE] [--json]\n\n"
    "Evaluates a FEEL expression (DMN 1.5) and prints its value as FEEL writes it.\n"
    "  --context JSON   the variables, an object, or @FILE\n"
    "  --test VALUE     reads EXPRESSION as unary tests and applies them to this expression's "
    "value\n"
    "  --json           prints the value as JSON\n\n"
    "A null prints “null” and the reasons on standard error. Exit 0: evaluated; 1: does not parse.";

void explain(const feel::Evaluation& evaluation) {
    if (!evaluation.value.isNull())
        return;
    for (const feel::Diagnosis& diagnosis : evaluation.diagnoses)
        complain(QStringLiteral("column %1: %2: %3")
                     .arg(diagnosis.from + 1)
                     .arg(nameOf(diagnosis.kind), diagnosis.message));
}

Result<QByteArray> contents(const QString& argument) {
    if (!argument.startsWith(u'@'))
        return argument.toUtf8();
    QFile file(argument.mid(1));
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound,
                    file.fileName() + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

Result<feel::Evaluation> evaluated(const QString& source, const QString& tested,
                                   const QString& json) {
    feel::Context variables;
    if (!json.isEmpty()) {
        TRY_ASSIGN(const QByteArray text, contents(json));
        TRY_ASSIGN(const QJsonObject object, parseJsonObject(text));
        variables = feel::contextFromJson(object);
    }
    const feel::Names names = feel::namesOf(variables);
    const feel::Occasion occasion{.now = SystemClock().now()};
    if (tested.isEmpty()) {
        TRY_ASSIGN(const feel::Expression expression, feel::compile(source, names));
        return feel::evaluate(expression, variables, occasion);
    }
    TRY_ASSIGN(const feel::Expression input, feel::compile(tested, names));
    TRY_ASSIGN(const feel::Expression tests, feel::compileUnaryTests(source, names));
    const feel::Value value = feel::evaluate(input, variables, occasion).value;
    return feel::evaluateTest(tests, value, variables, occasion);
}

} // namespace

int runFeel(const QStringList& arguments) {
    QString source;
    QString json;
    QString tested;
    bool asJson = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == u"--help") {
            say(QString::fromUtf8(help));
            return 0;
        }
        if (argument == u"--context" && i + 1 < arguments.size())
            json = arguments[++i];
        else if (argument == u"--test" && i + 1 < arguments.size())
            tested = arguments[++i];
        else if (argument == u"--json")
            asJson = true;
        else if (source.isEmpty())
            source = argument;
        else
            source.clear();
    }
    if (source.isEmpty()) {
        complain(QString::fromUtf8(help));
        return 2;
    }
    const auto evaluation = evaluated(source, tested, json);
    if (!evaluation.has_value()) {
        complain(evaluation.error().detail);
        return 1;
    }
    if (asJson) { // wrapped, because a document of Qt 6.4 is a container
        const QJsonObject object{{QStringLiteral("value"), feel::toJson(evaluation->value)}};
        say(QString::fromUtf8(canonicalJson(object)));
    } else {
        say(evaluation->value.text());
    }
    explain(*evaluation);
    return 0;
}

} // namespace tongban::cli

// tongban dmn eval|check|suite: DMN decision models on the command line.
#include "app/cli/dmn.h"
#include "app/cli/verbs.h"

#include "services/core/json_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace tongban::cli {

namespace {

constexpr qint64 mostBytes = 8 * 1024 * 1024;

constexpr auto help =
    "tongban dmn eval FILE --decision NAME [--input JSON]   outputs, results and the rules that "
    "fired, as JSON\n"
    "tongban dmn check FILE…                                defects: gaps, overlaps, unreachable "
    "rules, bad expressions\n"
    "tongban dmn suite DIR [--failures]                     runs the DMN TCK test cases "
    "(*.xml) below a folder\n\n"
    "NAME is a decision, a decision service or a knowledge model; JSON is an object of inputs by "
    "name, or @FILE.\n"
    "Models an imported model's file belongs to are looked for in the same folder.\n"
    "check: a line a defect “file:element: level code: message”; exit 1 if any file is refused.";

QJsonArray jsonOf(const QList<decision::FiredRule>& rules) {
    QJsonArray array;
    for (const decision::FiredRule& rule : rules) {
        QJsonArray inputs;
        for (qsizetype i = 0; i < rule.inputNames.size(); ++i)
            inputs.append(QJsonObject{
                {QStringLiteral("input"), rule.inputNames[i]},
                {QStringLiteral("value"), feel::toJson(rule.inputs[static_cast<size_t>(i)])}});
        array.append(QJsonObject{
            {QStringLiteral("decision"), rule.decision},
            {QStringLiteral("table"), rule.table},
            {QStringLiteral("rule"), rule.index},
            {QStringLiteral("id"), rule.ruleId},
            {QStringLiteral("annotations"), QJsonArray::fromStringList(rule.annotations)},
            {QStringLiteral("inputs"), inputs}});
    }
    return array;
}

QJsonArray jsonOf(const QList<feel::Diagnosis>& diagnoses) {
    QJsonArray array;
    for (const feel::Diagnosis& diagnosis : diagnoses)
        array.append(QJsonObject{{QStringLiteral("kind"), nameOf(diagnosis.kind)},
                                 {QStringLiteral("message"), diagnosis.message},
                                 {QStringLiteral("place"), diagnosis.place},
                                 {QStringLiteral("column"), diagnosis.from + 1}});
    return array;
}

Result<QJsonObject> evaluated(const QString& file, const QString& decision, const QString& json) {
    TRY_ASSIGN(const decision::Model model, readDecisionModel(file));
    feel::Context inputs;
    if (!json.isEmpty()) {
        TRY_ASSIGN(const QByteArray text, json.startsWith(u'@')
                                              ? readBytes(json.mid(1))
                                              : Result<QByteArray>(json.toUtf8()));
        TRY_ASSIGN(const QJsonObject object, parseJsonObject(text));
        inputs = feel::contextFromJson(object);
    }
    const feel::Occasion occasion{.now = SystemClock().now()};
    TRY_ASSIGN(const decision::Outcome outcome,
               decision::evaluate(model, decision, inputs, occasion));
    QJsonObject result{{QStringLiteral("decision"), decision},
                       {QStringLiteral("value"), feel::toJson(outcome.value)},
                       {QStringLiteral("results"), feel::toJson(feel::Value(outcome.results))},
                       {QStringLiteral("rules"), jsonOf(outcome.rules)}};
    if (!outcome.diagnoses.isEmpty())
        result.insert(QStringLiteral("diagnoses"), jsonOf(outcome.diagnoses));
    return result;
}

int runEval(const QStringList& arguments) {
    QString file;
    QString decision;
    QString json;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == u"--decision" && i + 1 < arguments.size())
            decision = arguments[++i];
        else if (arguments[i] == u"--input" && i + 1 < arguments.size())
            json = arguments[++i];
        else
            file = arguments[i];
    }
    if (file.isEmpty() || decision.isEmpty()) {
        complain(QString::fromUtf8(help));
        return 2;
    }
    const auto result = evaluated(file, decision, json);
    if (!result.has_value()) {
        complain(file + QStringLiteral(": ") + result.error().detail);
        return 1;
    }
    say(QString::fromUtf8(QJsonDocument(*result).toJson().trimmed()));
    return 0;
}

int runCheck(const QStringList& files) {
    bool refused = files.isEmpty();
    for (const QString& file : files) {
        const auto model = readDecisionModel(file);
        if (!model.has_value()) {
            say(QStringLiteral("%1:file: refused unreadable: %2").arg(file, model.error().detail));
            refused = true;
            continue;
        }
        for (const decision::Defect& defect : model->defects()) {
            const QString place =
                defect.place.isEmpty() ? QString() : defect.place + QStringLiteral(": ");
            say(QStringLiteral("%1:%2: %3 %4: %5%6")
                    .arg(file, defect.element, nameOf(defect.level), defect.code, place,
                         defect.message));
            refused = refused || defect.level == decision::Level::Refused;
        }
    }
    return refused ? 1 : 0;
}

} // namespace

Result<QByteArray> readBytes(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, file.errorString());
    return file.read(mostBytes + 1); // one more than allowed, so that the reader names the limit
}

Result<decision::Model> readDecisionModel(const QString& path) {
    TRY_ASSIGN(const QByteArray bytes, readBytes(path));
    QList<QByteArray> imported;
    qint64 together = bytes.size();
    if (bytes.contains("import")) {
        const QDir folder = QFileInfo(path).dir();
        for (const QString& other : folder.entryList({QStringLiteral("*.dmn")}, QDir::Files)) {
            if (other == QFileInfo(path).fileName())
                continue;
            const auto file = readBytes(folder.filePath(other));
            if (!file.has_value() || (together += file->size()) > mostBytes)
                continue;
            imported.append(*file);
        }
    }
    return decision::read(bytes, imported);
}

int runDmn(const QStringList& arguments) {
    const QString verb = arguments.value(0);
    if (verb == u"eval")
        return runEval(arguments.mid(1));
    if (verb == u"check")
        return runCheck(arguments.mid(1));
    if (verb == u"suite" && arguments.size() >= 2)
        return runDmnSuite(arguments.mid(1));
    const bool asked = verb == u"--help";
    asked ? say(QString::fromUtf8(help)) : complain(QString::fromUtf8(help));
    return asked ? 0 : 2;
}

} // namespace tongban::cli

// tongban bench dmn and tongban bench feel: CPU time of one thread.
#include "app/cli/bench.h"
#include "app/cli/peer.h"
#include "app/cli/verb.h"

#include "services/core/json_reader.h"
#include "services/decision/decision_model.h"

#include <QJsonDocument>
#include <ctime>
#include <functional>

namespace tongban::cli {

namespace {

constexpr double typedTarget = 360'000; // workflow.md, section 4
constexpr double jsonTarget = 60'000;
constexpr int rules = 20;

// Calls per second of CPU time, over at least half a second.
double rate(const std::function<void(int)>& call) {
    int calls = 0;
    const std::clock_t start = std::clock();
    std::clock_t now = start;
    while (now - start < CLOCKS_PER_SEC / 2) {
        for (int i = 0; i < 256; ++i)
            call(calls + i);
        calls += 256;
        now = std::clock();
    }
    return calls / (double(now - start) / CLOCKS_PER_SEC);
}

void tell(const QString& what, double perSecond, double target = 0) {
    const QString verdict = target == 0 ? QString()
                            : perSecond >= target
                                ? QStringLiteral("  (target %1: reached)").arg(target, 0, 'f', 0)
                                : QStringLiteral("  (target %1: missed)").arg(target, 0, 'f', 0);
    say(QStringLiteral("%1 %2/s%3").arg(what, -44).arg(perSecond, 10, 'f', 0).arg(verdict));
}

// A UNIQUE table of 20 rules over 5 inputs: a fee by age, household, income, kind and urgency.
QByteArray feeTable() {
    QByteArray xml =
        R"(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="fees" namespace="urn:bench">)";
    const QList<std::pair<QByteArray, QByteArray>> inputs{{"age", "number"},
                                                          {"household", "string"},
                                                          {"income", "number"},
                                                          {"kind", "string"},
                                                          {"urgent", "boolean"}};
    for (const auto& [name, type] : inputs)
        xml += "<inputData id=\"_" + name + "\" name=\"" + name + "\"><variable name=\"" + name +
               "\" typeRef=\"" + type + "\"/></inputData>";
    xml += "<decision id=\"_fee\" name=\"fee\"><variable name=\"fee\" typeRef=\"number\"/>";
    for (const auto& [name, type] : inputs)
        xml += "<informationRequirement><requiredInput href=\"#_" + name +
               "\"/></informationRequirement>";
    xml += "<decisionTable hitPolicy=\"UNIQUE\">";
    for (const auto& [name, type] : inputs)
        xml += "<input><inputExpression typeRef=\"" + type + "\"><text>" + name +
               "</text></inputExpression></input>";
    xml += "<output typeRef=\"number\"/>";
    for (int i = 0; i < rules; ++i) {
        const int band = i / 4;
        const QByteArray entries[] = {
            "[" + QByteArray::number(band * 20) + ".." + QByteArray::number(band * 20 + 20) + ")",
            i % 4 < 2 ? "\"local\", \"returning\"" : "not(\"local\", \"returning\")",
            i % 2 == 0 ? "&lt; 5000" : "&gt;= 5000", "\"licence\",\"permit\"",
            i % 5 == 0 ? "-" : "true, false"};
        xml += "<rule>";
        for (const QByteArray& entry : entries)
            xml += "<inputEntry><text>" + entry + "</text></inputEntry>";
        xml += "<outputEntry><text>" + QByteArray::number(i * 5) + ".5</text></outputEntry></rule>";
    }
    return xml + "</decisionTable></decision></definitions>";
}

QJsonObject person(int i) {
    return {{QStringLiteral("age"), i % 100},
            {QStringLiteral("household"),
             i % 3 == 0 ? QStringLiteral("local") : QStringLiteral("other")},
            {QStringLiteral("income"), 1000 + (i * 37) % 9000},
            {QStringLiteral("kind"), QStringLiteral("licence")},
            {QStringLiteral("urgent"), i % 2 == 0}};
}

// Parses once, then evaluates for a second of CPU time and prints the rate; JSON comes in and goes
// out as for ours.
constexpr auto tablePeer = R"(
import peer from '@hbtgmbh/dmn-eval-js';
import fs from 'fs';
const { decisionTable } = peer;
const inputs = fs.readFileSync(process.argv[3], 'utf8').trim().split('\n');
const decisions = await decisionTable.parseDmnXml(fs.readFileSync(process.argv[2], 'utf8'));
const run = (i) => JSON.stringify(decisionTable.evaluateDecision('_fee', decisions, JSON.parse(inputs[i % inputs.length])));
for (let i = 0; i < 300; i++) run(i);
const start = process.cpuUsage();
let calls = 0, used = 0;
while (used < 1e6) { run(calls++); const u = process.cpuUsage(start); used = u.user + u.system; }
console.log(calls / (used / 1e6));
)";

// feelin offers no compiled form: it reads the text each time, as its users do.
constexpr auto feelPeer = R"(
import { evaluate } from 'feelin';
import fs from 'fs';
const source = fs.readFileSync(process.argv[2], 'utf8');
const context = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
for (let i = 0; i < 50; i++) evaluate(source, context);
const start = process.cpuUsage();
let calls = 0, used = 0;
while (used < 1e6) { evaluate(source, context); calls++; const u = process.cpuUsage(start); used = u.user + u.system; }
console.log(calls / (used / 1e6));
)";

// The peer reads DMN 1.1 and knows neither open input data nor half of the grammar; same rules,
// older spelling.
QByteArray forPeer(QByteArray model) {
    model.replace("https://www.omg.org/spec/DMN/20230324/MODEL/",
                  "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    model.replace("<output typeRef=\"number\"/>", "<output name=\"fee\" typeRef=\"number\"/>");
    model.replace("<text>-</text>", "<text></text>");
    return model;
}

} // namespace

int benchDmn(const QStringList& arguments) {
    const QByteArray xml = feeTable();
    const auto model = decision::read(xml);
    if (!model.has_value()) {
        complain(model.error().detail);
        return 1;
    }
    const QString name = QStringLiteral("fee");
    const feel::Occasion occasion;
    std::vector<feel::Context> typed;
    QList<QByteArray> json;
    for (int i = 0; i < 100; ++i) {
        typed.push_back(feel::contextFromJson(person(i)));
        json.append(canonicalJson(person(i)));
    }
    int fired = 0;
    const double typedRate = rate([&](int i) {
        const auto outcome =
            decision::evaluate(*model, name, typed[static_cast<size_t>(i % 100)], occasion);
        fired += outcome.has_value() ? static_cast<int>(outcome->rules.size()) : 0;
    });
    const double jsonRate = rate([&](int i) {
        const QJsonObject inputs = QJsonDocument::fromJson(json[i % 100]).object();
        const auto outcome =
            decision::evaluate(*model, name, feel::contextFromJson(inputs), occasion);
        if (outcome.has_value())
            fired += canonicalJson({{name, feel::toJson(outcome->value)}}).isEmpty() ? 0 : 1;
    });
    tell(QStringLiteral("20×5 UNIQUE table, typed, with fired rules"), typedRate, typedTarget);
    tell(QStringLiteral("20×5 UNIQUE table, JSON in and out"), jsonRate, jsonTarget);
    tell(QStringLiteral("reading that model from XML, with its checks"),
         rate([&](int) { fired += decision::read(xml).has_value() ? 1 : 0; }));
    const auto theirs = peerRate(arguments, QStringLiteral("@hbtgmbh/dmn-eval-js"), tablePeer,
                                 {forPeer(xml), json.join('\n')});
    if (theirs)
        tellRatio(QStringLiteral("dmn-eval-js, same table, JSON in and out"), *theirs, jsonRate);
    return fired > 0 && typedRate >= typedTarget && jsonRate >= jsonTarget ? 0 : 1;
}

int benchFeel(const QStringList& arguments) {
    const QByteArray given =
        R"({"年龄": 67, "户籍": "本地", "fee": 120.5, "rate": 0.06, "name": "张三",
            "items": [{"price": 12.5, "count": 3}, {"price": 99, "count": 1}, {"price": 0.1, "count": 20}]})";
    const feel::Context variables = feel::contextFromJson(QJsonDocument::fromJson(given).object());
    const feel::Names names = feel::namesOf(variables);
    const feel::Occasion occasion;
    const QStringList sources{
        QStringLiteral("fee * (1 + rate) - 3.25"),
        QStringLiteral("if 年龄 >= 60 and 户籍 = \"本地\" then \"减免\" else \"全额\""),
        QStringLiteral("sum(for i in items return i.price * i.count)"),
        QStringLiteral("items[price > 10 and count < 5].price"),
        QStringLiteral("substring(name, 1, 1) + \"**\""),
        QStringLiteral("date(\"2026-02-28\") + duration(\"P1M\") > date(\"2026-03-27\")")};
    for (const QString& source : sources) {
        const auto expression = feel::compile(source, names);
        if (!expression.has_value()) {
            complain(expression.error().detail);
            return 1;
        }
        tell(source, rate([&](int) { (void)feel::evaluate(*expression, variables, occasion); }));
    }
    tell(QStringLiteral("compiling these, on average"),
         rate([&](int i) { (void)feel::compile(sources[i % sources.size()], names).has_value(); }));
    const double both = rate([&](int) {
        const auto expression = feel::compile(sources.first(), names);
        (void)feel::evaluate(*expression, variables, occasion);
    });
    const auto theirs =
        peerRate(arguments, QStringLiteral("feelin"), feelPeer, {sources.first().toUtf8(), given});
    if (theirs)
        tellRatio(QStringLiteral("feelin, reading and evaluating the first"), *theirs, both);
    return 0;
}

} // namespace tongban::cli

// tongban bench workflow: the figures of the process engine, one thread.
#include "app/cli/bench_workflow.h"

#include "app/cli/peer.h"
#include "app/cli/resources.h"
#include "app/cli/verb.h"

#include "services/storage/database.h"
#include "services/workflow/engine.h"
#include "services/workflow/questions.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QTemporaryDir>
#include <ctime>
#include <functional>

namespace tongban::cli {

namespace {

using namespace tongban::workflow;

constexpr double enoughSeconds = 1;
constexpr qint64 enoughMilliseconds = 1000;

QByteArray model(const QByteArray& inside) {
    return R"(<bpmn:definitions id="D" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t"><bpmn:process id="P" isExecutable="true">)" +
           inside + "</bpmn:process></bpmn:definitions>";
}

QByteArray flow(const QByteArray& id, const QByteArray& from, const QByteArray& to,
                const QByteArray& condition = {}) {
    QByteArray xml =
        "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"";
    if (condition.isEmpty())
        return xml + "/>";
    return xml + "><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition +
           "</bpmn:conditionExpression></bpmn:sequenceFlow>";
}

QByteArray linear(const QByteArray& tag) {
    QByteArray xml = "<bpmn:startEvent id=\"s\"/>";
    QByteArray before = "s";
    for (int i = 0; i < 10; ++i) {
        const QByteArray id = "task" + QByteArray::number(i);
        xml += "<bpmn:" + tag + " id=\"" + id + "\" name=\"Task\"/>" +
               flow("f" + QByteArray::number(i), before, id);
        before = id;
    }
    return model(xml + "<bpmn:endEvent id=\"e\"/>" + flow("f10", before, "e"));
}

QByteArray parallel() {
    QByteArray xml = "<bpmn:startEvent id=\"s\"/><bpmn:parallelGateway "
                     "id=\"split\"/><bpmn:parallelGateway id=\"join\"/><bpmn:endEvent id=\"e\"/>" +
                     flow("f", "s", "split") + flow("g", "join", "e");
    for (int i = 0; i < 5; ++i) {
        const QByteArray n = QByteArray::number(i);
        xml += "<bpmn:task id=\"a" + n + "\"/><bpmn:task id=\"b" + n + "\"/>" +
               flow("i" + n, "split", "a" + n) + flow("m" + n, "a" + n, "b" + n) +
               flow("o" + n, "b" + n, "join");
    }
    return model(xml);
}

Package approval() {
    const auto step = [](const QByteArray& id, const QByteArray& name, const QByteArray& group,
                         const QByteArray& form) {
        return "<bpmn:userTask id=\"" + id + "\" name=\"" + name +
               "\"><bpmn:extensionElements><zeebe:formDefinition formId=\"" + form +
               "\"/><zeebe:assignmentDefinition candidateGroups=\"" + group +
               "\"/><zeebe:properties><zeebe:property name=\"tongban:milestone\" value=\"" + name +
               "\"/></zeebe:properties></bpmn:extensionElements></bpmn:userTask>";
    };
    Package package = Package::ofProcess(model(
        "<bpmn:startEvent id=\"s\"/>" + step("apply", "申请", "applicant", "apply") +
        step("accept", "受理", "window", "review") + step("review", "审查", "office", "review") +
        "<bpmn:exclusiveGateway id=\"large\" default=\"small\"/>" +
        step("lead", "决定", "head", "review") +
        "<bpmn:exclusiveGateway id=\"merge\"/><bpmn:exclusiveGateway id=\"verdict\" "
        "default=\"refused\"/><bpmn:endEvent id=\"yes\"/><bpmn:endEvent id=\"no\"/>" +
        flow("f1", "s", "apply") + flow("f2", "apply", "accept") + flow("f3", "accept", "review") +
        flow("f4", "review", "large") + flow("big", "large", "lead", "= area &gt; 500") +
        flow("small", "large", "merge") + flow("f5", "lead", "merge") +
        flow("f6", "merge", "verdict") + flow("ok", "verdict", "yes", "= agreed and area &gt; 0") +
        flow("refused", "verdict", "no")));
    package.set(
        QStringLiteral("forms/apply.json"),
        R"({"id":"apply","schema":{"type":"object","properties":{"name":{"type":"string","minLength":2,"maxLength":50},"area":{"type":"number","minimum":1}},"required":["name","area"]},"layout":["name","area"]})");
    package.set(
        QStringLiteral("forms/review.json"),
        R"({"id":"review","schema":{"type":"object","properties":{"agreed":{"type":"boolean"},"why":{"type":"string"}},"required":["agreed"]},"layout":["agreed",{"field":"why","visible":"= agreed = false"}]})");
    return package;
}

void row(const QString& what, const QString& figure) {
    say(QStringLiteral("%1  %2").arg(what, -46).arg(figure));
}

QString grouped(double value) {
    return QLocale::c()
        .toString(value, 'f', value < 100 ? 2 : 0)
        .replace(QLatin1Char(','), QString());
}

// Runs one case to its end; the answers of every human step are the same. Returns the journal.
Events runCase(const Definition& definition, const WorkCalendar& calendar, QByteArray* encoded,
               Instance* left = nullptr, int steps = 100) {
    static const QJsonObject applied{{QStringLiteral("name"), QStringLiteral("Zhang San")},
                                     {QStringLiteral("area"), 800}};
    static const QJsonObject agreed{{QStringLiteral("agreed"), true}};
    Instance instance;
    Events journal;
    const Occasion occasion{Instant(std::chrono::milliseconds(1'770'000'000'000)),
                            QStringLiteral("clerk"),
                            {},
                            &calendar};
    Command command = Open{};
    for (int step = 0; step <= steps; ++step) {
        auto events = decide(definition, instance, command, occasion);
        if (!events.has_value())
            break;
        for (const Event& event : *events) {
            evolve(instance, event);
            if (encoded != nullptr)
                *encoded = encode(event);
        }
        journal += *events;
        const Active* next = nullptr;
        for (const Active& one : std::as_const(instance.active)) {
            if (one.offered)
                next = &one;
        }
        if (next == nullptr)
            break;
        command = Complete{next->key, next->element == QLatin1String("apply") ? applied : agreed};
    }
    if (left != nullptr)
        *left = instance;
    return journal;
}

// Times a second of processor time, so that neighbours on the machine do not count.
double perSecond(const std::function<void()>& once) {
    const auto seconds = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
    const double start = seconds();
    qint64 count = 0;
    constexpr int batch = 64;
    while (seconds() - start < enoughSeconds) {
        for (int i = 0; i < batch; ++i)
            once();
        count += batch;
    }
    return static_cast<double>(count) / (seconds() - start);
}

Result<void> durable(const Events& journal) {
    QTemporaryDir folder;
    TRY_ASSIGN(auto database, storage::Database::open(folder.filePath(QStringLiteral("bench.db")),
                                                      {storage::Durability::Normal, false}));
    TRY(database.execute(QStringLiteral("CREATE TABLE event(caseId INTEGER, seq INTEGER, body "
                                        "BLOB, PRIMARY KEY(caseId, seq)) WITHOUT ROWID")));
    qint64 number = 0;
    for (const int batch : {1, 64}) {
        QElapsedTimer timer;
        timer.start();
        qint64 steps = 0;
        while (timer.elapsed() < enoughMilliseconds) {
            TRY_ASSIGN(auto transaction, storage::Transaction::begin(database));
            for (int i = 0; i < batch; ++i) {
                ++number;
                for (const Event& event : journal.mid(0, 2)) // a human step is about two events
                    TRY(database.run(QStringLiteral("INSERT INTO event VALUES(?, ?, ?)"), number,
                                     static_cast<qint64>(event.sequence), encode(event)));
                ++steps;
            }
            TRY(transaction.commit());
        }
        row(QStringLiteral("durable human steps/s, %1 a transaction").arg(batch),
            grouped(static_cast<double>(steps) * 1000 / static_cast<double>(timer.elapsed())));
    }
    return {};
}

// Reads the model once, then runs cases for a second of CPU time.
constexpr auto linePeer = R"(
import { readFileSync } from 'fs';
import * as elements from 'bpmn-elements';
import { BpmnModdle } from 'bpmn-moddle';
import * as serializer from 'moddle-context-serializer';
const model = await new BpmnModdle().fromXML(readFileSync(process.argv[2], 'utf8'));
const context = serializer.default(model, serializer.TypeResolver(elements));
const run = () => new Promise((done, failed) => {
  const definition = new elements.Definition(new elements.Context(context));
  definition.once('leave', done);
  definition.once('error', failed);
  definition.run();
});
for (let i = 0; i < 20; i++) await run();
const start = process.cpuUsage();
let cases = 0, used = 0;
while (used < 1e6) { await run(); cases++; const u = process.cpuUsage(start); used = u.user + u.system; }
console.log(cases / (used / 1e6));
)";

} // namespace

int benchWorkflow(const QStringList& arguments) {
    const auto calendar =
        WorkCalendar::load(resourcePath(QStringLiteral("calendars"))).value_or(WorkCalendar());
    const auto line = compile(Package::ofProcess(linear("task")));
    const auto humans = compile(Package::ofProcess(linear("userTask")));
    const auto fork = compile(Package::ofProcess(parallel()));
    const Package approvalPackage = approval();
    const auto permit = compile(approvalPackage);
    for (const auto* one : {&line, &humans, &fork, &permit}) {
        if (!one->has_value()) {
            complain(one->error().detail);
            return 2;
        }
    }
    // SpiffWorkflow as measured once on a machine like this one (workflow.md §1): cases of a line
    // of ten tasks per second.
    constexpr double spiff = 750;
    QByteArray bytes;
    const double lines = perSecond([&] { runCase(*line, calendar, &bytes); });
    row(QStringLiteral("linear cases/s, ten tasks, events encoded"),
        QStringLiteral("%1   %2× SpiffWorkflow (its recorded figure)")
            .arg(grouped(lines), grouped(lines / spiff)));
    const auto theirs =
        peerRate(arguments, QStringLiteral("bpmn-elements"), linePeer, {linear("task")});
    if (theirs)
        tellRatio(QStringLiteral("bpmn-elements, same line"), *theirs, lines);
    row(QStringLiteral("linear cases/s, ten human steps"),
        grouped(perSecond([&] { runCase(*humans, calendar, &bytes); })));
    row(QStringLiteral("parallel cases/s, five branches of two"),
        grouped(perSecond([&] { runCase(*fork, calendar, &bytes); })));
    row(QStringLiteral("approval cases/s, four forms, FEEL conditions"),
        grouped(perSecond([&] { runCase(*permit, calendar, &bytes); })));
    row(QStringLiteral("compile, 12 nodes, µs"),
        grouped(1e6 / perSecond([&] { (void)compile(Package::ofProcess(linear("userTask"))); })));
    row(QStringLiteral("compile, approval with forms, µs"),
        grouped(1e6 / perSecond([&] { (void)compile(approvalPackage); })));
    Instance waiting;
    const Events journal = runCase(*permit, calendar, nullptr, &waiting, 3);
    row(QStringLiteral("bytes of a waiting approval case"), QString::number(bytesOf(waiting)));
    qsizetype written = 0;
    for (const Event& event : journal)
        written += encode(event).size();
    row(QStringLiteral("journal bytes a human step"), QString::number(written / 3));
    row(QStringLiteral("events folded/s"),
        grouped(static_cast<double>(journal.size()) * perSecond([&] { (void)fold(journal); })));
    row(QStringLiteral("deadlines/s, 20 working days"),
        grouped(64 * perSecond([&] {
                    for (int i = 0; i < 64; ++i)
                        bytes[0] = static_cast<char>(
                            calendar.addWorkingDays(QDate(2026, 1, 5).addDays(i), 20).date.day());
                })));
    if (const auto stored = durable(journal); !stored.has_value()) {
        complain(stored.error().detail);
        return 2;
    }
    return 0;
}

} // namespace tongban::cli

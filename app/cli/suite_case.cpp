// Runs a suite's model: deploys, starts, lets time pass, carries messages and signals between
// processes.
#include "app/cli/suite_case.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace tongban::cli {

using namespace tongban::workflow;

namespace {

constexpr auto scriptTime = std::chrono::seconds(10); // WAIT_TEN_SECONDS and the timestamped tasks

// test.contains("a") → contains(test, "a"); ${x} → x; the rest is FEEL already.
QString feelOf(const QString& expression) {
    static const QRegularExpression contains(
        QStringLiteral("(\\w+)\\.contains\\((\"[^\"]*\")\\)>?"));
    static const QRegularExpression braces(QStringLiteral("^[$#]\\{(.*)\\}$"));
    QString text = expression.trimmed();
    text.replace(braces, QStringLiteral("\\1"));
    text.replace(contains, QStringLiteral("contains(\\1, \\2)"));
    text.replace(QLatin1String("=="), QLatin1String("="));
    text.replace(QLatin1String("&&"), QLatin1String(" and "));
    text.replace(QLatin1String("||"), QLatin1String(" or "));
    return QStringLiteral("= ") + text.trimmed();
}

} // namespace

QByteArray SuiteCase::translated(const QByteArray& bpmn) {
    QString text = QString::fromUtf8(bpmn);
    static const QRegularExpression script(
        QStringLiteral("<((?:\\w+:)?)script>\\s*(?:<!\\[CDATA\\[)?\\s*(\\w+)\\s*(?:\\]\\]>)?\\s*</"
                       "(?:\\w+:)?script>"));
    text.replace(
        script,
        QStringLiteral(
            "<\\1extensionElements><zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/"
            "zeebe/1.0\" type=\"\\2\"/></\\1extensionElements>"));
    static const QRegularExpression condition(
        QStringLiteral("(<((?:\\w+:)?(?:conditionExpression|condition|loopCondition|"
                       "loopCardinality|completionCondition|"
                       "activationCondition))\\b[^>/]*>)(.*?)(</\\2>)"),
        QRegularExpression::DotMatchesEverythingOption);
    QString out;
    qsizetype last = 0;
    for (auto match = condition.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        QString inside = one.captured(3).trimmed();
        inside.remove(QLatin1String("<![CDATA[")).remove(QLatin1String("]]>"));
        inside.replace(QLatin1String("&lt;"), QLatin1String("<"))
            .replace(QLatin1String("&gt;"), QLatin1String(">"));
        inside.replace(QLatin1String("&quot;"), QLatin1String("\""))
            .replace(QLatin1String("&amp;"), QLatin1String("&"));
        out += QStringView(text).mid(last, one.capturedStart(0) - last);
        out += one.captured(1) + feelOf(inside).toHtmlEscaped() + one.captured(4);
        last = one.capturedEnd(0);
    }
    out += QStringView(text).mid(last);
    return out.toUtf8();
}

SuiteCase::SuiteCase(const QByteArray& bpmn, const QString& process, const QJsonObject& input)
    : m_process(process)
    , m_input(input)
    , m_asksForMarker(
          input.value(QLatin1String("trace")).toArray().contains(QStringLiteral("MARKER_exists")))
    , m_now(std::chrono::milliseconds(1'767'225'600'000)) // 2026-01-01
{
    auto compiled = compile(Package::ofProcess(translated(bpmn)));
    if (compiled.has_value())
        m_definition = std::move(compiled).value();
    else
        m_refused = compiled.error().detail;
}

void SuiteCase::open(const QString& process, const QString& message, const QString& signal) {
    constexpr qsizetype most = 100;
    if (m_running.size() >= most)
        return;
    m_running.append(Running{});
    QJsonObject variables{{QStringLiteral("testCaseNumber"), 1},
                          {QStringLiteral("integerVariable"),
                           m_input.value(QLatin1String("integerVariable")).toInt()}};
    variables.insert(QStringLiteral("test"), m_input.value(QLatin1String("input")).toString());
    command(m_running.size() - 1, Open{process, variables, message, signal});
}

void SuiteCase::command(qsizetype process, const Command& command) {
    Occasion occasion;
    occasion.at = m_now;
    auto events = decide(m_definition, m_running.at(process).instance, command, occasion);
    if (!events.has_value())
        return;
    for (const Event& event : *events)
        evolve(m_running[process].instance, event);
    follow(process, *events);
}

void SuiteCase::follow(qsizetype process, const Events& events) {
    for (const Event& event : events) {
        switch (event.kind) {
        case EventKind::Asked:
            carryOut(process, event);
            break;
        case EventKind::Sent:
            deliver(event, process);
            break;
        case EventKind::Stuck:
            if (event.name != QLatin1String("deadlock"))
                log(QStringLiteral("ERROR_runtime"));
            break;
        case EventKind::Closed:
            if (event.reason == QLatin1String("error"))
                log(QStringLiteral("ERROR_thrownErrorEvent"));
            break;
        default:
            break;
        }
    }
}

// The fifteen words of the suite's scripts.
void SuiteCase::carryOut(qsizetype process, const Event& asked) {
    const Instance& instance = m_running.at(process).instance;
    if (!instance.has(asked.key))
        return; // cancelled by the same step
    const QString& word = asked.name;
    QJsonObject outputs;
    const int integer = instance.variable(QStringLiteral("integerVariable"), asked.key).toInt();
    if (word.startsWith(QLatin1String("SCRIPT_task"))) {
        log(word);
    } else if (word == QLatin1String("CREATE_MARKER_FILE")) {
        if (m_asksForMarker) // a file, not a line of the log: seen only by tests that look for it
            log(QStringLiteral("MARKER_exists"));
    } else if (word == QLatin1String("SET_STRING_DATA")) {
        outputs.insert(QStringLiteral("data"), QStringLiteral("String"));
    } else if (word == QLatin1String("LOG_DATA")) {
        if (instance.variable(QStringLiteral("data"), asked.key).toString() ==
            QLatin1String("String"))
            log(QStringLiteral("DATA_correct"));
    } else if (word.startsWith(QLatin1String("INCREMENT_INTEGER_VARIABLE"))) {
        outputs.insert(QStringLiteral("integerVariable"), integer + 1);
        if (word.endsWith(QLatin1String("_AND_LOG")))
            log(QStringLiteral("INCREMENT_correct"));
    } else if (word == QLatin1String("THROW_ERROR")) {
        return command(process, Fail{asked.key, QStringLiteral("ERR_CODE"), word});
    } else if (word == QLatin1String("WAIT_TEN_SECONDS") ||
               word.startsWith(QLatin1String("CREATE_TIMESTAMP_LOG"))) {
        if (word != QLatin1String("WAIT_TEN_SECONDS"))
            m_spans.append({m_now, m_now + scriptTime});
        m_later.append({m_now + scriptTime, process, asked.key});
        return;
    }
    command(process, Perform{asked.key, outputs});
}

// Whether this starts the process; a parallel multiple start event needs all of its triggers first.
bool SuiteCase::startsWith(int process, Trigger trigger, const QString& name) {
    const int start = m_definition.startOf(process, trigger, name);
    if (start < 0)
        return false;
    const Element& element = m_definition.element(start);
    if (!element.parallelMultiple)
        return true;
    QStringList& gathered = m_gathered[start];
    if (!gathered.contains(name))
        gathered.append(name);
    if (gathered.size() < element.triggers.size())
        return false;
    gathered.clear();
    return true;
}

// A message finds one receiver, a signal everybody; either may start a process.
void SuiteCase::deliver(const Event& sent, qsizetype from) {
    const QString as = sent.data.value(QLatin1String("as")).toString();
    const bool message = as == QLatin1String("message");
    if (!message && as != QLatin1String("signal"))
        return;
    for (qsizetype i = 0; i < m_running.size(); ++i) {
        const QList<Wait> waits = m_running.at(i).instance.waits;
        const auto wants = [&](const Wait& wait) {
            return wait.as == as && wait.name == sent.name;
        };
        if (std::none_of(waits.begin(), waits.end(), wants) || (!message && i == from))
            continue;
        if (message)
            return command(i, Deliver{sent.name, {}, {}});
        command(i, Broadcast{sent.name, {}});
    }
    for (const QString& id : m_definition.processIds()) {
        if (startsWith(m_definition.process(id), message ? Trigger::Message : Trigger::Signal,
                       sent.name))
            open(id, message ? sent.name : QString(), message ? QString() : sent.name);
    }
}

QStringList SuiteCase::run() {
    if (!m_refused.isEmpty())
        return {QStringLiteral("ERROR")};
    if (m_input.value(QLatin1String("parallel")).toBool())
        open(QStringLiteral("ParallelProcess"));
    open(m_process);
    const Instant end =
        m_now + std::chrono::milliseconds(m_input.value(QLatin1String("delayMs")).toInt());
    constexpr int most = 1000;
    for (int i = 0; i < most; ++i) {
        Instant next = end + std::chrono::milliseconds(1);
        for (const Running& one : std::as_const(m_running)) {
            for (const Timer& timer : one.instance.timers)
                next = std::min(next, timer.due);
        }
        for (const Later& later : std::as_const(m_later))
            next = std::min(next, later.due);
        if (next > end)
            break;
        m_now = std::max(m_now, next);
        const QList<Later> due = m_later;
        m_later.removeIf([this](const Later& later) { return later.due <= m_now; });
        for (const Later& later : due) {
            if (later.due <= m_now)
                command(later.process, Perform{later.key, {}});
        }
        for (qsizetype one = 0; one < m_running.size(); ++one)
            command(one, FireTimers{});
    }
    if (m_spans.size() > 1 && m_spans.at(0).second > m_spans.at(1).first)
        log(QStringLiteral("EXECUTION_parallel"));
    m_trace.sort();
    return m_trace;
}

} // namespace tongban::cli

// Run: one decision being made. A work list of tokens over a copy of the case; every change goes
// through evolve(). Internal to this library.
#pragma once

#include "services/workflow/engine.h"
#include "services/workflow/time_text.h"

#include <deque>
#include <optional>
#include <vector>

namespace tongban::workflow {

class Run {
public:
    Run(const Definition& definition, const Instance& instance, const Occasion& occasion);
    Result<Events> execute(const Command& command);

private:
    // A token about to arrive at an element; Next starts the next instance of a repetition, Leave
    // goes on after one.
    struct Token {
        enum What : quint8 { Arrive, Next, Leave } what = Arrive;
        int element = -1;
        int flow = -1;
        quint32 scope = 0;
    };

    // ---- run.cpp: events, variables, the work list
    quint32 emit(Event event);
    Event make(EventKind kind, int element, quint32 scope, int flow = -1) const;
    const Element& at(int element) const { return m_definition.element(element); }
    int indexOf(const Active& active) const { return m_definition.indexOf(active.element); }
    const Active* find(quint32 key) const { return m_state.find(key); }
    QJsonValue look(const QString& name, quint32 from, const QJsonObject& overlay) const;
    Formula::Outcome evaluate(const Formula& formula, quint32 from,
                              const QJsonObject& overlay = {}) const;
    std::optional<bool> truth(const Formula& formula, quint32 from, const QJsonObject& overlay,
                              QString& why) const;
    void set(quint32 scope, const QJsonObject& values);
    void setLocal(quint32 key, const QJsonObject& values);
    void stuck(int element, int flow, quint32 scope, quint32 owner, const char* code,
               const QString& reason);
    void settle();
    bool withinBudget(const Token& token);
    bool settleThrows();
    bool settleJoins();
    bool settleConditions();
    bool settleScopes();
    const WorkCalendar& calendar() const;

    // ---- run_flow.cpp: gateways and flows
    void arrive(const Token& token);
    void leave(int element, quint32 scope);
    void take(int flow, quint32 scope);
    void ends(quint32 scope) { m_ended.push_back(scope); }
    void passGateway(int element, int flow, quint32 scope);
    bool chooseFlows(int element, quint32 scope, QList<int>& chosen, QString& why) const;
    void joinParallel(int element, int flow, quint32 scope);
    void joinLater(int element, int flow, quint32 scope);
    bool tryInclusive(int element, quint32 scope);
    bool tryComplex(int element, quint32 scope);
    bool canStillArrive(int element, quint32 scope) const;
    void enterEventGateway(int element, int flow, quint32 scope);

    // ---- run_activity.cpp: activities, repetition
    void enterActivity(int element, int flow, quint32 scope);
    void enterOnce(int element, int flow, quint32 scope, QJsonObject data);
    void enterWork(int element, int flow, quint32 scope, QJsonObject data);
    void enterScope(int element, int flow, quint32 scope, QJsonObject data);
    void enterAdHoc(int element, quint32 key);
    void passThrough(int element, int flow, quint32 scope, const QJsonObject& data);
    bool runScript(int element, quint32 from, const QJsonObject& overlay, QJsonObject& result,
                   QString& why);
    void enterRepeated(int element, int flow, quint32 scope);
    void startNext(quint32 body);
    void innerDone(quint32 body, int loop, const QJsonObject& inner);
    void finishBody(quint32 body);
    QJsonObject countsOf(const Active& body) const;
    void finish(quint32 key, const QJsonObject& result);
    void afterLeaving(int element, const Active& gone);
    QString compensableMark(int element, quint32 key) const;

    // ---- run_events.cpp: throwing and catching
    void passStart(int element, quint32 scope);
    void enterCatch(int element, int flow, quint32 scope);
    void enterEnd(int element, int flow, quint32 scope);
    void throwNow(int element, int flow, quint32 scope);
    bool throwTrigger(const TriggerRule& rule, int element, quint32 scope);
    struct Time {
        Instant due{};
        qint64 every = 0;
        qint32 left = 0;
        const char* code = "timer"; // of what is wrong, when something is
        QString why;
    };
    Time timeOf(const TriggerRule& rule, quint32 owner, Instant since) const;
    void arm(int catching, const TriggerRule& rule, quint32 owner);
    bool armHost(int element, quint32 key);
    bool armScope(int element, quint32 key);
    void caught(int catching, quint32 owner, quint32 waitKey, const QJsonObject& payload);
    void fireBoundary(int boundary, quint32 host, bool interrupting);
    void startEventSubProcess(int start, quint32 scope);
    void throwError(const QString& code, quint32 from, const QString& reason);
    bool throwEscalation(const QString& code, quint32 from);
    int catcherOf(Trigger trigger, const QString& code, const QList<int>& events) const;
    QList<int> eventStartsOf(int element) const;
    bool signal(const QString& name, const QJsonObject& payload);
    void fireTimer(const Timer& timer);
    bool fireCondition(const Wait& wait);

    // ---- run_scope.cpp: ends of scopes, cancelling, compensation
    void completeScope(quint32 key);
    void cancelInside(quint32 scope, const QString& how, quint32 except = 0);
    void cancel(quint32 key, const QString& how);
    void terminate(quint32 scope);
    void close(const QString& outcome, const QString& code = {});
    int compensate(quint32 scope, const QString& reference, quint32 cause);
    void handlerDone(quint32 cause);
    void cancelTransaction(quint32 from);
    bool hasAncestor(quint32 key, quint32 ancestor) const;
    int scopeElement(quint32 key)
        const; // the element whose children live in a scope; for a call, the called process

    // ---- run_clocks.cpp: time limits
    void clocksOnEnter(const Element& element);
    void clocksOnLeave(const Element& element);
    const LimitRule& limitOf(const QString& clock, const StepFacts& starting) const;
    void startClock(const QString& name, const LimitRule& rule);
    void setDeadline(const QString& name, const LimitRule& rule, const DueInstant& due);
    void redateClocks();
    DueInstant redated(const CaseClock& clock, const LimitRule& rule) const;
    void redateSteps();
    void pauseClocks(const QString& reason, const QString& basis);
    void resumeClocks();
    Instant stepDue(const Element& element, quint32 scope, Instant since) const;

    // ---- commands_migrate.cpp
    Result<QJsonObject> mappedData(const Migrate& command) const;
    Result<void> redateTimers();

    // ---- commands.cpp
    Result<void> allowed(const Command& command) const;
    void beginAt(int start, quint32 root);
    Result<void> perform(const Open& command);
    Result<void> perform(const Withdraw& command);
    Result<void> perform(const Suspend& command);
    Result<void> perform(const Resume& command);
    Result<void> perform(const Cancel& command);
    Result<void> perform(const Claim& command);
    Result<void> perform(const Complete& command);
    Result<void> perform(const Delegate& command);
    Result<void> perform(const Return& command);
    Result<void> perform(const Countersign& command);
    Result<void> perform(const Supplement& command);
    Result<void> perform(const Supplemented& command);
    Result<void> perform(const Urge& command);
    Result<void> perform(const Extend& command);
    Result<void> perform(const PauseClock& command);
    Result<void> perform(const ResumeClock& command);
    Result<void> perform(const Activate& command);
    Result<void> perform(const Finish& command);
    Result<void> perform(const Perform& command);
    Result<void> perform(const Fail& command);
    Result<void> perform(const Deliver& command);
    Result<void> perform(const Broadcast& command);
    Result<void> perform(const FireTimers& command);
    Result<void> perform(const Free& command);
    Result<void> perform(const HandOver& command);
    Result<void> perform(const Migrate& command);
    Result<const Active*> humanStep(quint32 key) const;

    const Definition& m_definition;
    const Occasion& m_occasion;
    Instance m_state;
    Events m_events;
    std::deque<Token> m_tokens;
    std::deque<Token> m_throws; // events are thrown when no token can move, so that catchers of the
                                // same step wait
    std::vector<quint32> m_ended;   // scopes in which a path has ended
    std::vector<quint16> m_entries; // by element, in this command
    int m_entryCount = 0;
    bool m_dirty = false;        // a variable has changed: conditions may have
    int m_implicit = -1;         // the repeated activity whose behaviour throws just now
    bool m_compensating = false; // handlers are being started
    bool m_stopped = false;      // run away, or closed
    quint32 m_interrupted = 0;   // the scope whose tokens an event sub-process has just taken over
};

} // namespace tongban::workflow

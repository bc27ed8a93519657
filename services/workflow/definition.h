// A compiled process definition: flow nodes, flows and their details as plain values. Not a running
// case (Instance).
#pragma once

#include "services/workflow/defect.h"
#include "services/workflow/formula.h"
#include "services/workflow/limits.h"
#include "services/workflow/package.h"

#include <QHash>
#include <QList>
#include <QString>
#include <memory>
#include <vector>

namespace tongban::workflow {

class Form;
class RuleBook;

enum class Kind : quint8 {
    Process,
    Task, // undefined task: passes through
    ManualTask,
    UserTask,
    ServiceTask,
    SendTask,
    ReceiveTask,
    ScriptTask,
    BusinessRuleTask,
    CallActivity,
    SubProcess,
    Transaction,
    AdHocSubProcess,
    EventSubProcess,
    StartEvent,
    EndEvent,
    CatchEvent,
    ThrowEvent,
    BoundaryEvent,
    ExclusiveGateway,
    ParallelGateway,
    InclusiveGateway,
    EventGateway,
    ComplexGateway,
};

QString nameOf(Kind kind); // the BPMN tag, such as "userTask"
bool isActivity(Kind kind);
bool isScope(Kind kind); // holds flow nodes of its own
bool isGateway(Kind kind);
bool isEvent(Kind kind);

enum class Trigger : quint8 {
    None,
    Message,
    Timer,
    Error,
    Escalation,
    Cancel,
    Compensation,
    Conditional,
    Link,
    Signal,
    Terminate,
};

QString nameOf(Trigger trigger);

enum class TimerKind : quint8 { Date, Duration, Cycle, WorkingDays };

// One event definition of an event.
struct TriggerRule {
    Trigger trigger = Trigger::None;
    QString name;      // message or signal name, error or escalation code (empty: any), link name
    QString reference; // activity to compensate
    TimerKind timer = TimerKind::Duration;
    QString time;    // a fixed date, duration or cycle
    Formula formula; // condition, timer or correlation key
};

struct Mapping {
    Formula source;
    QString target;
};

enum class LimitUnit : quint8 { WorkingDays, Days, Hours };

// "20wd", "15d" or "4h".
struct LimitRule {
    int count = 0;
    LimitUnit unit = LimitUnit::WorkingDays;
    QString basis; // the clause it rests on
    bool isSet() const { return count > 0; }
    QString text() const;
};
Result<LimitRule> readLimit(const QString& text);

enum class ClockRole : quint8 { None, Start, Pause, Stop };

// What an official says about a step through the element template.
struct StepFacts {
    QString milestone;  // 环节: the name a citizen sees
    LimitRule limit;    // of this step
    LimitRule legal;    // 法定, of the case; on the process or the starting step
    LimitRule promised; // 承诺
    ClockRole clock = ClockRole::None;
    QString basis;       // 依据
    QString tolerance;   // 容缺
    QString countersign; // 会签: "all", "any" or a number
    QString document;    // 文书 template
};

struct Repetition {
    enum class Mode : quint8 { None, Loop, Sequential, Parallel };
    enum class Behaviour : quint8 { All, One, Nothing, Complex };
    Mode mode = Mode::None;
    Behaviour behaviour = Behaviour::All;
    bool testBefore = false;
    int maximum = -1;  // loopMaximum; -1: none
    Formula condition; // loop goes on while true; multi-instance completes when true
    Formula cardinality;
    Formula inputCollection;
    QString inputElement;
    QString outputCollection;
    Formula outputElement;
    TriggerRule thrown; // for behaviour One and Nothing
    QList<std::pair<Formula, TriggerRule>> complex;
};

// What only activities have; elements that need none share nothing.
struct ActivityDetail {
    QString form;       // form id or path
    QStringList groups; // candidate groups, fixed
    Formula groupsFormula;
    Formula assignee;
    QStringList users;
    Formula dueDate;
    QString effect; // service/send: name in the catalogue of effects
    Formula effectFormula;
    int retries = 3;
    QList<std::pair<QString, QString>> headers;
    QList<Mapping> inputs;
    QList<Mapping> outputs;
    Formula script;
    QString result; // result variable of a script or a decision
    QString decision;
    QString called; // process id
    bool instantiates = false;
    TriggerRule message; // of a send or receive task
    Repetition repetition;
    int startQuantity = 1;
    int completionQuantity = 1;
    bool forCompensation = false;
    Formula completionCondition; // ad-hoc
    bool cancelRemaining = true;
    bool orderedAdHoc = false;
    bool chosenByHand = false; // ad-hoc: a person starts its activities (Activate)
    Formula activeElements;    // ad-hoc: which to start; empty: all without incoming flow
    StepFacts facts;
};

struct Flow {
    QString id;
    QString name;
    int from = -1;
    int to = -1;
    Formula condition;
    bool conditional = false;
};

struct Element {
    QString id;
    QString name;
    Kind kind = Kind::Task;
    int scope = -1; // the element that holds it; -1 for a process
    QList<int> in;  // flows
    QList<int> out;
    int defaultFlow = -1;
    QList<TriggerRule> triggers;
    bool parallelMultiple =
        false;                 // all triggers are needed; of an event-based gateway: all its events
    bool interrupting = true;  // boundary events and starts of event sub-processes
    bool instantiates = false; // event-based gateway, receive task
    int attachedTo = -1;
    int handler = -1;    // of a compensation boundary event
    int linkTarget = -1; // of a link throw
    QString lane;
    QList<int> boundaries;
    // Of scopes:
    int start = -1;    // none start event
    QList<int> starts; // every start event
    QList<int> eventSubProcesses;
    QList<int> heads; // nodes that begin without a start event
    bool executable = false;
    std::shared_ptr<const ActivityDetail> detail;
    Formula activation; // complex gateway
    QList<std::pair<QString, Formula>>
        properties; // data objects and properties with their first values
    // Inclusive and complex joins: for each incoming flow, the elements of the scope that can still
    // reach it; and those that reach it with the very token they hold, not only with one that a
    // non-interrupting boundary event branches off.
    std::vector<std::vector<bool>> reaching;
    std::vector<std::vector<bool>> reachingItself;

    const ActivityDetail& activity() const;
    Trigger trigger() const {
        return triggers.isEmpty() ? Trigger::None : triggers.first().trigger;
    }
};

// Where the editor drew things (BPMN DI).
struct Shape {
    QString element;
    double x = 0, y = 0, width = 0, height = 0;
    bool expanded = true;
    bool horizontal = true;
    double labelX = 0, labelY = 0, labelWidth = 0, labelHeight = 0;
};
struct EdgeShape {
    QString element;
    QList<std::pair<double, double>> points;
    double labelX = 0, labelY = 0, labelWidth = 0, labelHeight = 0;
};
struct Artifact {
    QString id;
    QString kind; // BPMN tag: lane, participant, textAnnotation, dataObjectReference, group,
                  // messageFlow, association …
    QString text;
    QString from;
    QString to;
    bool directed = true;    // an edge with an arrow head
    bool collection = false; // a data object that stands for several
};

class Definition {
public:
    const QList<Element>& elements() const { return m_elements; }
    const QList<Flow>& flows() const { return m_flows; }
    const Element& element(int index) const { return m_elements.at(index); }
    const Flow& flow(int index) const { return m_flows.at(index); }
    // The node at which a message or signal starts a process; -1 when it starts none. For an
    // event-based gateway it is the event behind it.
    int startOf(int process, Trigger trigger, const QString& name) const;
    int indexOf(const QString& id) const { return m_index.value(id, -1); }
    int flowIndexOf(const QString& id) const { return m_flowIndex.value(id, -1); }

    // The one executable process, or the one named; -1 when there is none.
    int process(const QString& id = {}) const;
    QStringList processIds() const;

    const QString& digest() const { return m_digest; }
    const QString& versionTag() const { return m_versionTag; }
    const Limits& limits() const { return m_limits; }
    // Warned and advised only; a refused package does not compile.
    const Defects& defects() const { return m_defects; }

    // By the id inside the file or by its path ("forms/apply.json"); null when there is none.
    std::shared_ptr<const Form> form(const QString& id) const { return m_forms.value(id); }
    QStringList formIds() const { return m_forms.keys(); }
    // The decisions of the package; null without decisions.dmn.
    const RuleBook* rules() const { return m_rules.get(); }

    const QList<Shape>& shapes() const { return m_shapes; }
    const QList<EdgeShape>& edges() const { return m_edges; }
    const QList<Artifact>& artifacts() const { return m_artifacts; }

private:
    friend class DefinitionBuilder;
    QList<Element> m_elements;
    QList<Flow> m_flows;
    QHash<QString, int> m_index;
    QHash<QString, int> m_flowIndex;
    QString m_digest;
    QString m_versionTag;
    Limits m_limits;
    Defects m_defects;
    QHash<QString, std::shared_ptr<const Form>> m_forms;
    std::shared_ptr<const RuleBook> m_rules;
    QList<Shape> m_shapes;
    QList<EdgeShape> m_edges;
    QList<Artifact> m_artifacts;
};

// Reads, checks and compiles a package once; every case shares the value. Invalid with the refusing
// defects, one a line.
Result<Definition> compile(const Package& package, const Limits& limits = {});

// Reads a file of any tool for drawing, counting or proving, whatever is wrong with it. Not for
// running.
Result<Definition> readForeign(const Package& package, const Limits& limits = {});

// Everything that is wrong with a package, graded, without running it; never fails. `standalone`
// judges one file from any tool by the standard; otherwise it must also be runnable here (FEEL,
// bound forms, decisions, effects).
enum class Scrutiny { Standalone, Runnable };
Defects check(const Package& package, Scrutiny scrutiny = Scrutiny::Runnable,
              const Limits& limits = {});

} // namespace tongban::workflow

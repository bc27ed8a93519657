// Questions anybody may ask about a case; none of them changes anything.
#pragma once

#include "services/workflow/definition.h"
#include "services/workflow/instance.h"
#include "services/workflow/work_calendar.h"

namespace tongban::workflow {

// A step that waits for a person.
struct WorkItem {
    quint32 key = 0;
    QString element;
    QString name;
    QString milestone;
    QStringList groups; // candidate groups; the lane's name if the step names none
    QStringList users;
    QString assignee;    // empty: free to claim
    QString form;        // form id, empty without a form
    QJsonObject prefill; // variables the form may start from
    Instant since{};
    Instant due{};        // of this step; zero without a limit
    bool citizen = false; // a step of the applicant, not of staff
    bool stuck = false;
};
QList<WorkItem> openWork(const Definition& definition, const Instance& instance);

enum class MilestoneState { Done, Here, Next, Skipped };
QString nameOf(MilestoneState state);

// A stage of the route as a citizen sees it, in order.
struct Milestone {
    QString name;
    MilestoneState state = MilestoneState::Next;
    Instant entered{};
    Instant left{};
    QString actor; // who did it, or who acts now or next: a person, group or lane
    QStringList elements;
    bool returned = false; // has been sent back to at least once
};
// Without an instance: the route of the definition, all of it next.
QList<Milestone> progress(const Definition& definition, const Instance& instance);

enum class Light { None, Green, Amber, Red };
QString nameOf(Light light);

struct Deadline {
    QString name; // legal, promised or a step's element id
    QString rule;
    QString basis;
    Instant due{};
    int daysLeft = 0; // working or calendar days, as the rule says; negative when late
    Light light = Light::None;
    bool paused = false;
    bool met = false;
    bool provisional = false;
    bool extended = false;
};
// Amber in the last third of the limit or on its last two days; a paused or met clock has no light.
QList<Deadline> deadlines(const Instance& instance, Instant now, const WorkCalendar& calendar);

} // namespace tongban::workflow

// What lists and devices need, brought up to date after every act: head, tasks, feed.
#include "services/central/case_file.h"
#include "services/central/feed.h"
#include "services/central/subject_rights.h"
#include "services/core/ids.h"
#include "services/workflow/questions.h"

#include <QJsonArray>
#include <algorithm>

namespace tongban::central {

namespace {

// A clerk's remark may name people; the machine's disk hears only which paper is meant.
QJsonArray namesOf(const QStringList& wanted) {
    QJsonArray names;
    for (const QString& one : wanted)
        names.append(one.section(u'：', 0, 0));
    return names;
}

} // namespace

namespace {

SqlValue orNull(const std::optional<Instant>& at) {
    return at ? SqlValue(toMs(*at)) : SqlValue(std::monostate{});
}

QString milestoneHere(const QList<workflow::Milestone>& route) {
    QString name;
    for (const workflow::Milestone& milestone : route) {
        if (milestone.state == workflow::MilestoneState::Here)
            return milestone.name;
        if (milestone.state == workflow::MilestoneState::Done)
            name = milestone.name; // the last one done, when nothing is under way
    }
    return name;
}

} // namespace

void CaseFile::readPhase() {
    const auto route = workflow::progress(m_item->definition, m_instance);
    m_head.milestone = milestoneHere(route);
    const auto limits = workflow::deadlines(m_instance, m_centre->now(), m_centre->calendar());
    const auto promised =
        std::find_if(limits.begin(), limits.end(), [](const workflow::Deadline& one) {
            return one.name == QLatin1String("promised");
        });
    m_head.dueAt = promised != limits.end() && promised->due != Instant{}
                       ? std::optional(promised->due)
                       : std::nullopt;
    const auto work = workflow::openWork(m_item->definition, m_instance);
    const bool citizen = std::any_of(work.begin(), work.end(),
                                     [](const workflow::WorkItem& item) { return item.citizen; });
    if (m_instance.life == workflow::Life::Closed) {
        m_head.closedAt = m_instance.closed;
        const bool withdrawn = m_instance.outcome == QLatin1String("withdrawn");
        m_head.phase = withdrawn                                    ? QStringLiteral("withdrawn")
                       : m_head.decision == QLatin1String("refuse") ? QStringLiteral("refused")
                                                                    : QStringLiteral("approved");
    } else if (citizen || !m_instance.missing.isEmpty()) {
        m_head.phase = QStringLiteral("supplement");
    } else {
        m_head.phase =
            m_head.decision.isEmpty() ? QStringLiteral("received") : QStringLiteral("reviewing");
    }
}

Result<void> CaseFile::project(Sql& sql) {
    const CaseHead before = m_head;
    readPhase();
    TRY(saveHead(sql));
    TRY(projectTasks(sql));
    TRY(sql.run(
        QStringLiteral("UPDATE application SET state = ? WHERE id = ?"),
        {m_head.closedAt ? QStringLiteral("closed") : QStringLiteral("open"), m_head.application}));
    return tellDevice(sql, before);
}

Result<void> CaseFile::saveHead(Sql& sql) {
    std::optional<Instant> timer;
    for (const workflow::Timer& one : m_instance.timers)
        timer = timer ? std::min(*timer, one.due) : one.due;
    if (!m_stored) {
        const crypto::SecretBytes plain = protocol::writeContent(m_content);
        TRY_ASSIGN(const QByteArray sealed,
                   m_centre->vault().seal(plain.view(), "content/" + m_head.application.toUtf8()));
        const QString number = m_content.applicant.value(QStringLiteral("number")).toString();
        TRY(sql.run(QStringLiteral("INSERT INTO case_head (application, number, item, title, "
                                   "region, department, data_class, phase, milestone, "
                                   "applicant, id_tail, opened_at, seq, sealed, person) VALUES "
                                   "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    {m_head.application, m_head.number, m_head.item, m_head.title, m_head.region,
                     m_head.department, qint64(m_head.dataClass), m_head.phase, m_head.milestone,
                     m_head.applicant, idTail(*m_centre, m_head.application, number.right(4)),
                     toMs(m_head.openedAt), qint64(m_instance.sequence), sealed,
                     number.isEmpty() ? QByteArray("") : personDigest(*m_centre, number)}));
        m_stored = true;
    }
    TRY(sql.run(QStringLiteral("UPDATE case_head SET phase = ?, milestone = ?, due_at = ?, "
                               "closed_at = ?, timer_at = ?, seq = ?, rev = ?, "
                               "notices = ?, decision = ?, accepted_by = ? WHERE application = ?"),
                {m_head.phase, m_head.milestone, orNull(m_head.dueAt), orNull(m_head.closedAt),
                 orNull(timer), qint64(m_instance.sequence), m_head.rev, m_head.notices,
                 m_head.decision, m_head.acceptedBy, m_head.application}));
    return {};
}

Result<void> CaseFile::projectTasks(Sql& sql) {
    const auto work = workflow::openWork(m_item->definition, m_instance);
    const bool waits = m_head.phase ==
                       QLatin1String("supplement"); // nothing for staff until the applicant answers
    TRY_ASSIGN(
        const auto known,
        sql.list(QStringLiteral("SELECT step FROM task WHERE application = ? AND state <> 'done'"),
                 {m_head.application}, [](const SqlRow& row) { return row.integer(0); }));
    for (const qint64 step : known) {
        const auto open = std::find_if(work.begin(), work.end(),
                                       [step](const auto& item) { return item.key == step; });
        const QString state = open == work.end() ? QStringLiteral("done")
                              : waits            ? QStringLiteral("waiting")
                                                 : QStringLiteral("ready");
        // A lease in force stays; only its end or the end of the step frees the task.
        const QString only =
            state == QLatin1String("ready") ? QStringLiteral(" AND state = 'waiting'") : QString();
        TRY(sql.run(QStringLiteral("UPDATE task SET state = ? WHERE application = ? AND step = ?") +
                        only,
                    {state, m_head.application, step}));
    }
    for (const workflow::WorkItem& item : work) {
        if (item.citizen || known.contains(qint64(item.key)))
            continue;
        const Instant due = item.due != Instant{}
                                ? item.due
                                : m_head.dueAt.value_or(m_centre->now() + std::chrono::days(30));
        TRY(sql.run(QStringLiteral("INSERT INTO task (id, application, step, element, name, pool, "
                                   "region, department, due_at, ready_at, state) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    {newUuid7(m_centre->now()), m_head.application, qint64(item.key), item.element,
                     item.name, item.groups.value(0), m_head.region, m_head.department, toMs(due),
                     toMs(m_centre->now()),
                     waits ? QStringLiteral("waiting") : QStringLiteral("ready")}));
    }
    for (const workflow::WorkItem& item : work)
        sql.wake(QStringLiteral("pool/") + item.groups.value(0));
    return {};
}

QStringList CaseFile::wanted() const {
    if (!m_instance.missing.isEmpty())
        return m_instance.missing;
    QStringList items;
    if (m_head.phase != QLatin1String("supplement"))
        return items;
    const QJsonArray asked = m_instance.variable(QStringLiteral("items")).toArray();
    for (const QJsonValue& one : asked)
        items.append(one.toString());
    return items;
}

Result<void> CaseFile::tellDevice(Sql& sql, const CaseHead& before) {
    if (before.phase == m_head.phase && before.milestone == m_head.milestone)
        return {};
    QJsonObject body{{QStringLiteral("phase"), m_head.phase},
                     {QStringLiteral("milestone"), m_head.milestone}};
    if (m_head.dueAt)
        body.insert(QStringLiteral("due"), toIso(*m_head.dueAt));
    QString kind = QStringLiteral("status");
    if (m_head.phase == QLatin1String("supplement") && before.phase != m_head.phase) {
        kind = QStringLiteral("supplement_wanted");
        body.insert(QStringLiteral("revision"), m_head.rev + 1);
        body.insert(QStringLiteral("wanted"), namesOf(wanted()));
    } else if (m_head.closedAt) {
        kind = QStringLiteral("decided");
    }
    TRY(appendEvent(sql, m_head.device, {0, m_head.application, kind, body, m_centre->now()}));
    return {};
}

} // namespace tongban::central

// Loading a case from its journal, and acting on it.
#include "services/central/case_file.h"

#include "services/central/effects.h"
#include "services/central/feed.h"
#include "services/core/json_reader.h"
#include "services/crypto/digest.h"
#include "services/workflow/questions.h"

namespace tongban::central {

namespace {

constexpr int mostEffectsAtOnce = 32;

QByteArray eventPlace(const QString& application, quint32 sequence) {
    return "journal/" + application.toUtf8() + '/' + QByteArray::number(sequence);
}

QByteArray contentPlace(const QString& application) {
    return "content/" + application.toUtf8();
}

std::optional<Instant> instantOf(const SqlRow& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(fromMs(row.integer(column)));
}

CaseHead headFrom(const SqlRow& row) {
    CaseHead head;
    head.application = row.text(0);
    head.device = row.text(1);
    head.number = row.text(2);
    head.item = row.text(3);
    head.title = row.text(4);
    head.region = row.text(5);
    head.department = row.text(6);
    head.dataClass = static_cast<DataClass>(row.integer(7));
    head.phase = row.text(8);
    head.milestone = row.text(9);
    head.applicant = row.text(10);
    head.receivedAt = fromMs(row.integer(11));
    head.openedAt = fromMs(row.integer(12));
    head.dueAt = instantOf(row, 13);
    head.closedAt = instantOf(row, 14);
    head.decision = row.text(15);
    head.acceptedBy = row.text(16);
    head.notices = row.integer(17);
    head.rev = row.integer(18);
    head.restricted = !row.isNull(19);
    return head;
}

} // namespace

QByteArray idTail(const Centre& centre, const QString& application, const QString& lastFour) {
    return centre.vault().keyedDigest(lastFour.toUpper().toUtf8(),
                                      "id-tail/" + application.toUtf8());
}

Result<CaseFile> CaseFile::load(Sql& sql, const Centre& centre, const QString& application) {
    CaseFile file(centre);
    QByteArray sealed;
    TRY_ASSIGN(
        const auto head,
        sql.first(QStringLiteral("SELECT h.application, a.device, h.number, h.item, "
                                 "h.title, h.region, h.department, h.data_class, "
                                 "h.phase, h.milestone, h.applicant, a.received_at, "
                                 "h.opened_at, h.due_at, h.closed_at, h.decision, "
                                 "h.accepted_by, h.notices, h.rev, h.restricted_at, h.sealed "
                                 "FROM case_head "
                                 "h JOIN application a ON a.id = h.application "
                                 "WHERE h.application = ?"),
                  {application}, [&](const SqlRow& row) {
                      sealed = row.bytes(20);
                      return headFrom(row);
                  }));
    if (!head)
        return fail(FaultKind::NotFound, QStringLiteral("case: none"));
    file.m_head = *head;
    file.m_stored = true;
    file.m_item = centre.items().find(head->item);
    if (!file.m_item)
        return fail(FaultKind::NotFound,
                    QStringLiteral("case: item %1 is not in the library").arg(head->item));
    TRY_ASSIGN(const crypto::SecretBytes content,
               centre.vault().open(sealed, contentPlace(application)));
    TRY_ASSIGN(file.m_content, protocol::readContent(content.view()));
    TRY_ASSIGN(
        const auto rows,
        sql.list(QStringLiteral(
                     "SELECT seq, sealed, hash FROM journal WHERE application = ? ORDER BY seq"),
                 {application}, [](const SqlRow& row) {
                     return std::tuple(static_cast<quint32>(row.integer(0)), row.bytes(1),
                                       row.bytes(2));
                 }));
    for (const auto& [sequence, bytes, hash] : rows) {
        TRY_ASSIGN(const crypto::SecretBytes text,
                   centre.vault().open(bytes, eventPlace(application, sequence)));
        TRY_ASSIGN(const QJsonObject object, parseJsonObject(text.view().toByteArray()));
        TRY_ASSIGN(workflow::Event event, workflow::Event::fromJson(object));
        workflow::evolve(file.m_instance, event);
        file.m_history.append(std::move(event));
        file.m_chain = hash;
    }
    return file;
}

Result<CaseFile> CaseFile::open(Sql& sql, const Centre& centre, CaseHead head,
                                const protocol::SealedContent& content,
                                const workflow::Events& history, workflow::Instance instance) {
    CaseFile file(centre);
    file.m_item = centre.items().find(head.item);
    if (!file.m_item)
        return fail(FaultKind::NotFound,
                    QStringLiteral("case: item %1 is not in the library").arg(head.item));
    file.m_head = std::move(head);
    file.m_content = content;
    TRY(file.append(sql, history));
    file.m_instance = std::move(instance);
    TRY(file.performEffects(sql));
    TRY(file.project(sql));
    return file;
}

workflow::Occasion CaseFile::occasion(const QString& by, const QString& commandId) const {
    return {m_centre->now(), by, commandId, &m_centre->calendar()};
}

Result<void> CaseFile::append(Sql& sql, const workflow::Events& events) {
    for (const workflow::Event& event : events) {
        const QByteArray text = workflow::encode(event);
        TRY_ASSIGN(const QByteArray sealed,
                   m_centre->vault().seal(text, eventPlace(m_head.application, event.sequence)));
        m_chain = crypto::sha256(m_chain + crypto::sha256(text));
        TRY(sql.run(QStringLiteral("INSERT INTO journal (application, seq, epoch, kind, at, "
                                   "sealed, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                    {m_head.application, qint64(event.sequence), qint64(m_instance.epoch),
                     workflow::nameOf(event.kind), toMs(event.at), sealed, m_chain}));
        m_history.append(event);
    }
    return {};
}

Result<void> CaseFile::act(Sql& sql, const workflow::Command& command, const QString& by,
                           const QString& commandId, const QString& decision) {
    TRY_ASSIGN(const workflow::Events events,
               workflow::decide(m_item->definition, m_instance, command, occasion(by, commandId)));
    TRY(append(sql, events));
    for (const workflow::Event& event : events)
        workflow::evolve(m_instance, event);
    if (!decision.isEmpty())
        m_head.decision = decision;
    if (decision == QLatin1String("supplement"))
        ++m_head.notices;
    if (decision == QLatin1String("accept"))
        m_head.acceptedBy = by;
    TRY(performEffects(sql));
    return project(sql);
}

bool CaseFile::wouldAskApplicant(const workflow::Command& command, const QString& by) const {
    const auto events =
        workflow::decide(m_item->definition, m_instance, command, occasion(by, QString()));
    if (!events.has_value())
        return false;
    workflow::Instance after = m_instance;
    for (const workflow::Event& event : *events)
        workflow::evolve(after, event);
    const auto work = workflow::openWork(m_item->definition, after);
    return std::any_of(work.begin(), work.end(),
                       [](const workflow::WorkItem& item) { return item.citizen; });
}

// What the process asked for is done at once, in the same transaction; a name outside the catalogue
// becomes an incident.
Result<void> CaseFile::performEffects(Sql& sql) {
    for (int round = 0; round < mostEffectsAtOnce; ++round) {
        const auto& active = m_instance.active;
        const auto asked = std::find_if(active.begin(), active.end(),
                                        [](const workflow::Active& one) { return one.asked; });
        if (asked == active.end())
            return {};
        const int index = m_item->definition.indexOf(asked->element);
        const QString name =
            index >= 0 ? m_item->definition.element(index).activity().effect : QString();
        const auto outputs =
            performEffect(sql, {name, m_head.application, m_head.item, m_centre->now()});
        const workflow::Command command =
            outputs.has_value()
                ? workflow::Command(workflow::Perform{asked->key, *outputs})
                : workflow::Command(workflow::Fail{asked->key, QString(), outputs.error().detail});
        const QString id = QStringLiteral("effect-%1-%2-%3")
                               .arg(asked->key)
                               .arg(asked->failures)
                               .arg(m_instance.sequence);
        TRY_ASSIGN(const workflow::Events events,
                   workflow::decide(m_item->definition, m_instance, command,
                                    occasion(QStringLiteral("centre"), id)));
        if (events.isEmpty())
            return {};
        TRY(append(sql, events));
        for (const workflow::Event& event : events)
            workflow::evolve(m_instance, event);
    }
    return {};
}

} // namespace tongban::central

// Checks in the order in which a person would want to hear of them, then the command.
#include "services/central/decisions.h"

#include "services/central/audit_log.h"
#include "services/central/case_view.h"
#include "services/central/staff_accounts.h"
#include "services/core/json_reader.h"
#include "services/crypto/totp.h"

namespace tongban::central {

namespace {

constexpr qsizetype longestOpinion = 2'000;
constexpr qsizetype mostItems = 30;

bool isNegative(const Verdict& verdict) {
    return verdict.decision == QLatin1String("refuse") ||
           verdict.decision == QLatin1String("supplement");
}

Operation operationFor(const Verdict& verdict) {
    return verdict.decision == QLatin1String("approve") ||
                   verdict.decision == QLatin1String("refuse")
               ? Operation::Decide
               : Operation::Accept;
}

// Nobody decides on what he has not seen (ux.md c03).
Result<void> checkSeen(Sql& sql, const CaseFile& file, const Subject& subject) {
    TRY_ASSIGN(const auto unseen,
               sql.list(QStringLiteral("SELECT m.n FROM material m WHERE m.application = ? AND NOT "
                                       "EXISTS (SELECT 1 FROM access_view v "
                                       "WHERE v.application = m.application AND v.staff = ? AND "
                                       "v.what = 'material ' || m.n) ORDER BY m.n"),
                        {file.head().application, subject.id},
                        [](const SqlRow& row) { return QString::number(row.integer(0)); }));
    if (!unseen.isEmpty())
        return fail(FaultKind::Invalid,
                    QStringLiteral("unseen_materials %1").arg(unseen.join(u',')));
    return {};
}

// The law allows one notice; another one needs a second person who stands for it.
Result<void> checkSecondNotice(Sql& sql, const Centre& centre, const CaseFile& file,
                               const Subject& subject, const Verdict& verdict) {
    if (verdict.decision != QLatin1String("supplement") || file.head().notices == 0)
        return {};
    const auto refuse = [] {
        return fail(FaultKind::Invalid, QStringLiteral("second_notice_needs_supervisor"));
    };
    if (verdict.supervisor.isEmpty() || verdict.supervisor == subject.id)
        return refuse();
    TRY_ASSIGN(const LoginFacts facts,
               loginFacts(sql, verdict.supervisor, QString(), centre.now(), centre.vault()));
    const auto step =
        crypto::checkTotp(facts.totpSecret, verdict.supervisorCode, centre.now(), facts.totpUsed);
    if (!facts.active || facts.subject.role != Role::Supervisor || !step ||
        facts.lockedUntil != Instant{})
        return refuse();
    TRY(sql.run(QStringLiteral("UPDATE staff SET totp_used = ? WHERE id = ?"),
                {*step, verdict.supervisor}));
    return note(sql, {centre.now(),
                      verdict.supervisor,
                      {},
                      QStringLiteral("second-notice.approve"),
                      file.head().application,
                      QStringLiteral("done"),
                      {}});
}

QJsonObject answersFor(const Verdict& verdict) {
    QJsonObject answers = verdict.answers;
    answers.insert(QStringLiteral("outcome"), verdict.decision);
    answers.insert(QStringLiteral("opinion"), verdict.opinion);
    if (!verdict.basis.isEmpty())
        answers.insert(QStringLiteral("basis"), verdict.basis);
    if (!verdict.items.isEmpty())
        answers.insert(QStringLiteral("items"), QJsonArray::fromStringList(verdict.items));
    return answers;
}

} // namespace

Result<Verdict> readVerdict(const QJsonObject& body) {
    JsonReader reader(body);
    Verdict verdict;
    verdict.decision = reader.requiredText(QStringLiteral("decision"));
    verdict.leaseNo = reader.requiredNumber(QStringLiteral("lease_no"));
    verdict.opinion = reader.text(QStringLiteral("opinion")).trimmed();
    verdict.basis = reader.text(QStringLiteral("basis")).trimmed();
    verdict.items = reader.texts(QStringLiteral("items"));
    verdict.answers = reader.object(QStringLiteral("answers"));
    verdict.supervisor = reader.text(QStringLiteral("supervisor"));
    verdict.supervisorCode = reader.text(QStringLiteral("supervisor_code"));
    static const QStringList known{QStringLiteral("accept"), QStringLiteral("supplement"),
                                   QStringLiteral("approve"), QStringLiteral("refuse")};
    if (!known.contains(verdict.decision))
        reader.refuse(QStringLiteral("decision"),
                      QStringLiteral("accept, supplement, approve or refuse"));
    if (isNegative(verdict) && (verdict.opinion.isEmpty() || verdict.basis.isEmpty()))
        reader.refuse(QStringLiteral("basis"), QStringLiteral("a reason and its clause"));
    if (verdict.decision == QLatin1String("supplement") &&
        (verdict.items.isEmpty() || verdict.items.size() > mostItems))
        reader.refuse(QStringLiteral("items"),
                      QStringLiteral("everything that is missing, at most 30"));
    if (verdict.opinion.size() > longestOpinion || verdict.basis.size() > longestOpinion)
        reader.refuse(QStringLiteral("opinion"), QStringLiteral("longer than 2000"));
    TRY(reader.check());
    return verdict;
}

Result<CaseFile> decideTask(Sql& sql, const Centre& centre, const Subject& subject,
                            const TaskRow& task, const Verdict& verdict) {
    TRY_ASSIGN(CaseFile file, CaseFile::load(sql, centre, task.application));
    TRY_ASSIGN(const Matter matter, matterOf(sql, file, subject, task.pool));
    if (const Ruling ruling = rule(subject, operationFor(verdict), matter, centre.now());
        !ruling.allowed)
        return fail(FaultKind::Denied, ruling.why);
    TRY(checkLease(task, subject.id, verdict.leaseNo));
    if (!isNegative(verdict))
        TRY(checkSeen(sql, file, subject));
    TRY(checkSecondNotice(sql, centre, file, subject, verdict));
    const auto step = static_cast<quint32>(task.step);
    const QString id = QStringLiteral("%1/%2").arg(task.id).arg(verdict.leaseNo);
    const workflow::Active* active = file.instance().find(step);
    if (active != nullptr && active->assignee.isEmpty())
        TRY(file.act(sql, workflow::Claim{step}, subject.id, id + QStringLiteral("/claim")));
    const workflow::Command complete = workflow::Complete{step, answersFor(verdict)};
    // A process that has no step of its own for the applicant's answer gets the engine's general
    // notice.
    const bool general = verdict.decision == QLatin1String("supplement") &&
                         !file.wouldAskApplicant(complete, subject.id);
    const workflow::Command command =
        general
            ? workflow::Command(workflow::Supplement{verdict.items, verdict.opinion, verdict.basis})
            : complete;
    TRY(file.act(sql, command, subject.id, id, verdict.decision));
    return file;
}

} // namespace tongban::central

// The verdict on a receipt, and the case behind it.
#include "services/central/citizen_page.h"

#include "services/central/case_view.h"
#include "services/central/feed.h"
#include "services/crypto/digest.h"
#include "services/workflow/drawing.h"
#include "services/workflow/questions.h"

#include <QDateTime>
#include <QJsonArray>

namespace tongban::central {

namespace {

struct Found {
    QString application;
    QString state;
};

QDateTime local(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::OffsetFromUTC, 8 * 3600);
}

QString dayAndTime(Instant at) {
    const QDateTime time = local(at);
    return QStringLiteral("%1月%2日 %3")
        .arg(time.date().month())
        .arg(time.date().day())
        .arg(time.toString(QStringLiteral("H:mm")));
}

QString dayOnly(Instant at) {
    const QDate day = local(at).date();
    return QStringLiteral("%1月%2日").arg(day.month()).arg(day.day());
}

QJsonArray routeRows(const CaseFile& file) {
    QJsonArray rows;
    for (const workflow::Milestone& one :
         workflow::progress(file.item().definition, file.instance())) {
        if (one.state == workflow::MilestoneState::Skipped)
            continue;
        const QString state = workflow::nameOf(one.state);
        rows.append(
            QJsonObject{{QStringLiteral("name"), one.name},
                        {QStringLiteral("state"), state},
                        {QStringLiteral("done"), one.state == workflow::MilestoneState::Done},
                        {QStringLiteral("here"), one.state == workflow::MilestoneState::Here},
                        {QStringLiteral("time"),
                         one.entered == Instant{}
                             ? QString()
                             : dayAndTime(one.left != Instant{} ? one.left : one.entered)}});
    }
    return rows;
}

// A unit and a time; no name of a person.
Result<QJsonArray> lookRows(Sql& sql, const QString& application) {
    TRY_ASSIGN(const auto views, viewsOf(sql, application));
    QJsonArray rows;
    for (const ViewRecord& one : views) {
        const bool material = one.what.startsWith(QLatin1String("material"));
        rows.append(QJsonObject{{QStringLiteral("unit"), one.unit},
                                {QStringLiteral("time"), dayAndTime(one.at)},
                                {QStringLiteral("what"), material ? QStringLiteral("看了一份材料")
                                                                  : QStringLiteral("看了这件事")},
                                {QStringLiteral("purpose"), one.purpose}});
    }
    return rows;
}

QString daysText(const CaseFile& file, const Centre& centre) {
    for (const workflow::Deadline& one :
         workflow::deadlines(file.instance(), centre.now(), centre.calendar())) {
        if (one.name != QLatin1String("promised") || one.met)
            continue;
        if (one.paused)
            return QStringLiteral("停表，等材料");
        return one.daysLeft >= 0 ? QStringLiteral("还有 %1 个工作日").arg(one.daysLeft)
                                 : QStringLiteral("已超过 %1 个工作日").arg(-one.daysLeft);
    }
    return {};
}

QString nextFor(const CaseFile& file) {
    const QString& phase = file.head().phase;
    if (phase == QLatin1String("supplement"))
        return QStringLiteral("带上这张凭证，到自助机或窗口补材料。");
    if (phase == QLatin1String("approved"))
        return QStringLiteral("办好了。结果按您选的方式给您。");
    if (phase == QLatin1String("refused"))
        return QStringLiteral("没有通过。理由和依据在窗口可以拿到，也可以申请复议。");
    if (phase == QLatin1String("withdrawn"))
        return QStringLiteral("已按您的意思撤回。");
    return QStringLiteral("您不用做什么，有进展会告诉您。");
}

Result<QJsonObject> detailsOf(Sql& sql, const Centre& centre, const CaseFile& file) {
    const CaseHead& head = file.head();
    TRY_ASSIGN(const QJsonArray looks, lookRows(sql, head.application));
    const QByteArray picture =
        workflow::toSvg(workflow::draw(file.item().definition, &file.instance()));
    return QJsonObject{{QStringLiteral("title"), head.title},
                       {QStringLiteral("number"), head.number},
                       {QStringLiteral("applicant"), head.applicant},
                       {QStringLiteral("department"), head.department},
                       {QStringLiteral("received"), dayAndTime(head.receivedAt)},
                       {QStringLiteral("milestone"), head.milestone},
                       {QStringLiteral("days"), daysText(file, centre)},
                       {QStringLiteral("due"), head.dueAt ? dayOnly(*head.dueAt) : QString()},
                       {QStringLiteral("due_at"), head.dueAt ? toIso(*head.dueAt) : QString()},
                       {QStringLiteral("next"), nextFor(file)},
                       {QStringLiteral("missing"), QJsonArray::fromStringList(file.wanted())},
                       {QStringLiteral("route"), routeRows(file)},
                       {QStringLiteral("revision"), head.rev + 1},
                       {QStringLiteral("picture"), QStringLiteral("data:image/svg+xml;base64,") +
                                                       QString::fromLatin1(picture.toBase64())},
                       {QStringLiteral("looks"), looks}};
}

// The printed code fits the commitment, or the last four fit the ID number; both without saying
// which was tried.
bool opens(const Centre& centre, const CaseFile& file, const QByteArray& tail,
           const receipt::Receipt& token, const QString& typed) {
    const QString text = typed.trimmed().toUpper();
    if (text.size() == 6)
        return receipt::commits(token, text, file.content().receiptLines);
    return text.size() == 4 &&
           crypto::equalInConstantTime(tail, idTail(centre, file.head().application, text));
}

} // namespace

QString wordFor(const QString& phase) {
    static const QHash<QString, QString> words{
        {QStringLiteral("received"), QStringLiteral("收下了，等着办")},
        {QStringLiteral("reviewing"), QStringLiteral("正在办")},
        {QStringLiteral("supplement"), QStringLiteral("等您补材料")},
        {QStringLiteral("approved"), QStringLiteral("办好了")},
        {QStringLiteral("refused"), QStringLiteral("没有通过")},
        {QStringLiteral("withdrawn"), QStringLiteral("已撤回")},
        {QStringLiteral("held"), QStringLiteral("工作人员在核对")}};
    return words.value(phase, QStringLiteral("材料还在路上"));
}

CitizenAnswer verdictOn(const receipt::SignedReceipt& token, const KeyRegister& keys) {
    CitizenAnswer answer;
    answer.verdict = receipt::verify(token, *keys.receiptKeys());
    if (answer.verdict == receipt::Verdict::Altered ||
        answer.verdict == receipt::Verdict::UnknownIssuer)
        return answer; // nothing of an unproven receipt is repeated
    answer.keyName = receipt::nameOf(token.receipt.key);
    answer.issuedAt = token.receipt.issuedAt;
    answer.flags = token.receipt.flags;
    if (const auto key = keys.find(token.receipt.key.packed()))
        answer.issuer = key->deviceName;
    return answer;
}

Result<CitizenAnswer> answerFor(Sql& sql, const Centre& centre, CitizenAnswer answer,
                                const receipt::SignedReceipt& token, const QString& typed) {
    TRY_ASSIGN(const auto found,
               sql.first(QStringLiteral("SELECT id, state FROM application WHERE receipt_id = ?"),
                         {token.receipt.id}, [](const SqlRow& row) {
                             return Found{row.text(0), row.text(1)};
                         }));
    answer.known = found.has_value();
    if (!found) {
        answer.word = wordFor({});
        return answer;
    }
    QByteArray tail;
    TRY_ASSIGN(
        const auto phase,
        sql.first(QStringLiteral("SELECT phase, id_tail FROM case_head WHERE application = ?"),
                  {found->application}, [&](const SqlRow& row) {
                      tail = row.bytes(1);
                      return row.text(0);
                  }));
    answer.phase =
        phase.value_or(found->state == QLatin1String("held") ? QStringLiteral("held")
                                                             : QStringLiteral("received"));
    answer.word = wordFor(answer.phase);
    if (typed.isEmpty() || !phase)
        return answer;
    TRY_ASSIGN(const CaseFile file, CaseFile::load(sql, centre, found->application));
    answer.detailed = opens(centre, file, tail, token.receipt, typed);
    answer.wrongCode = !answer.detailed;
    if (answer.detailed) {
        TRY_ASSIGN(answer.details, detailsOf(sql, centre, file));
    }
    return answer;
}

} // namespace tongban::central

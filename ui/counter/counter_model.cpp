// The workstation's state and its talk with the centre.
#include "ui/counter/counter_model.h"

#include <QDateTime>
#include <QLocale>

namespace tongban::counter {

using sync::StaffDecision;

CounterModel::CounterModel(sync::StaffClient& client, QString hall, QString windowName,
                           QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_hall(std::move(hall))
    , m_windowName(std::move(windowName)) {}

QString CounterModel::page() const {
    return m_staff.isEmpty()  ? QStringLiteral("login")
           : m_case.isEmpty() ? QStringLiteral("inbox")
                              : QStringLiteral("case");
}

void CounterModel::begin() {
    m_busy = true;
    m_fault.clear();
    Q_EMIT changed();
}

void CounterModel::fail(const Fault& fault) {
    m_busy = false;
    switch (fault.kind) {
    case FaultKind::Offline:
    case FaultKind::Timeout:
        m_fault = tr("The central service does not answer. Nothing was changed; please try again.");
        break;
    case FaultKind::Denied:
        m_fault = tr("You may not do this.");
        break;
    case FaultKind::Conflict:
        m_fault =
            tr("Somebody else is working on it, or it changed meanwhile. Please open it again.");
        break;
    case FaultKind::Invalid:
        m_fault = fault.detail.contains(QLatin1String("unseen_materials"))
                      ? tr("Not every paper has been looked at yet.")
                  : fault.detail.contains(QLatin1String("second_notice"))
                      ? tr("A case may be told only once; a second notice needs a supervisor.")
                      : tr("The centre did not accept this: %1").arg(fault.detail);
        break;
    default:
        m_fault = tr("It did not work: %1").arg(nameOf(fault.kind));
    }
    Q_EMIT changed();
}

void CounterModel::signIn(const QString& account, const QString& password, const QString& code) {
    begin();
    m_client.signIn(
        account.trimmed(), password, code.trimmed(), m_windowName,
        [this](const Result<QJsonObject>& answer) {
            if (!answer) {
                fail(answer.error());
                if (answer.error().kind == FaultKind::Denied)
                    m_fault = tr("That does not fit. Tries left: %1").arg(answer.error().detail);
                else if (answer.error().kind == FaultKind::Conflict)
                    m_fault = tr("Locked after too many tries. Please wait a quarter of an hour.");
                Q_EMIT changed();
                return;
            }
            m_busy = false;
            m_staff = *answer;
            refresh();
        });
}

void CounterModel::signOut() {
    m_client.signOut();
    m_staff = {};
    m_tasks.clear();
    m_task = m_case = {};
    m_pictures.clear();
    m_selected.clear();
    m_fault.clear();
    Q_EMIT changed();
}

void CounterModel::refresh() {
    const QJsonArray pools = m_staff.value(QStringLiteral("pools")).toArray();
    const auto gathered = std::make_shared<QList<QJsonObject>>();
    const auto left = std::make_shared<qsizetype>(pools.size());
    for (const QJsonValue& pool : pools) {
        m_client.tasks(pool.toString(), [this, gathered, left](const Result<QJsonObject>& answer) {
            if (answer) {
                const QJsonArray list = answer->value(QStringLiteral("tasks")).toArray();
                for (const QJsonValue& value : list)
                    gathered->append(value.toObject());
            }
            if (--*left > 0)
                return;
            m_tasks = *gathered;
            std::stable_sort(m_tasks.begin(), m_tasks.end(),
                             [](const QJsonObject& a, const QJsonObject& b) {
                                 return a.value(QStringLiteral("due")).toString() <
                                        b.value(QStringLiteral("due")).toString();
                             });
            if (task(m_selected).isEmpty())
                m_selected = m_tasks.isEmpty()
                                 ? QString()
                                 : m_tasks.first().value(QStringLiteral("id")).toString();
            Q_EMIT changed();
        });
    }
}

QJsonObject CounterModel::task(const QString& id) const {
    for (const QJsonObject& one : m_tasks) {
        if (one.value(QStringLiteral("id")).toString() == id)
            return one;
    }
    return {};
}

void CounterModel::open(const QString& id) {
    const QJsonObject wanted = task(id);
    if (wanted.isEmpty() || m_busy)
        return;
    begin();
    m_client.claim(id, [this](const Result<QJsonObject>& claimed) {
        if (!claimed)
            return fail(claimed.error());
        m_task = *claimed;
        loadCase(m_task.value(QStringLiteral("case")).toString());
    });
}

void CounterModel::loadCase(const QString& id) {
    m_client.viewCase(id, [this](const Result<QJsonObject>& found) {
        if (!found)
            return fail(found.error());
        m_busy = false;
        m_case = *found;
        m_pictures.clear();
        m_document.clear();
        const QJsonArray papers = m_case.value(QStringLiteral("materials")).toArray();
        if (!papers.isEmpty())
            showDocument(
                QString::number(papers.first().toObject().value(QStringLiteral("n")).toInt()));
        Q_EMIT changed();
    });
}

void CounterModel::closeCase() {
    m_case = m_task = {};
    m_pictures.clear();
    m_document.clear();
    m_fault.clear();
    refresh();
    Q_EMIT changed();
}

void CounterModel::showDocument(const QString& id) {
    m_document = id;
    Q_EMIT changed();
    if (m_pictures.contains(id))
        return;
    m_client.material(m_case.value(QStringLiteral("id")).toString(), id.toInt(),
                      [this, id](const Result<QByteArray>& bytes) {
                          if (!bytes)
                              return fail(bytes.error());
                          m_pictures.insert(id, QImage::fromData(*bytes));
                          Q_EMIT changed();
                      });
}

void CounterModel::decide(StaffDecision decision) {
    if (m_busy || m_task.isEmpty())
        return;
    begin();
    decision.task = m_task.value(QStringLiteral("id")).toString();
    decision.leaseNo = m_task.value(QStringLiteral("lease_no")).toInteger();
    const QString what = decision.decision;
    m_client.decide(decision, [this, what](const Result<QJsonObject>& done) {
        if (!done)
            return fail(done.error());
        m_busy = false;
        closeCase();
        Q_EMIT decided(what);
    });
}

void CounterModel::approve(const QString& opinion) {
    decide({{}, 0, QStringLiteral("approve"), opinion, {}, {}});
}

void CounterModel::refuse(const QString& reason, const QString& clause) {
    decide({{}, 0, QStringLiteral("refuse"), reason, clause, {}});
}

void CounterModel::supplement(const QVariantList& items) {
    StaffDecision decision{
        {}, 0, QStringLiteral("supplement"), {}, QStringLiteral("《行政许可法》第三十二条"), {}};
    QStringList problems;
    for (const QVariant& entry : items) {
        const QVariantMap item = entry.toMap();
        const QString name = item.value(QStringLiteral("name")).toString();
        problems.append(name + QStringLiteral("：") +
                        item.value(QStringLiteral("problem")).toString());
        decision.items.append(
            name + QStringLiteral("：") + item.value(QStringLiteral("problem")).toString() +
            QStringLiteral("。") + item.value(QStringLiteral("remedy")).toString());
    }
    decision.opinion = problems.join(QStringLiteral("；"));
    decide(std::move(decision));
}

} // namespace tongban::counter

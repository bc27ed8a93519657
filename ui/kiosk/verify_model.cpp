// The finding in words; the route is the item's own process with what the centre has told.
#include "ui/kiosk/verify_model.h"

#include "ui/kiosk/route_picture.h"
#include "ui/kiosk/wording.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::kiosk {

namespace {

QDate todayHere() {
    return QDate::currentDate();
}

} // namespace

VerifyModel::VerifyModel(session::ReceiptDesk& desk, const catalog::Catalog& catalog,
                         QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog) {
    connect(&desk, &session::ReceiptDesk::found, this, &VerifyModel::take);
}

void VerifyModel::check(const QString& url) {
    clear();
    m_desk.check(url);
}

void VerifyModel::clear() {
    m_finding.reset();
    m_shapes.clear();
    m_edges.clear();
    Q_EMIT changed();
}

void VerifyModel::take(const session::ReceiptFinding& finding) {
    m_finding = finding;
    const catalog::ItemPackage* package =
        finding.known ? m_catalog.package(finding.known->item) : nullptr;
    if (package != nullptr) {
        if (const auto definition = workflow::compile(workflow::Package(package->files))) {
            QStringList milestones;
            bool closed = false;
            for (const cases::StatusEvent& event : finding.status) {
                const QString name = QJsonDocument::fromJson(event.body)
                                         .object()
                                         .value(QStringLiteral("milestone"))
                                         .toString();
                if (!name.isEmpty() && milestones.value(milestones.size() - 1) != name)
                    milestones.append(name);
                closed = closed || event.kind == QLatin1String("decided");
            }
            const auto usual = package->guide.assess({}, {}, todayHere());
            const RoutePicture picture =
                heardRoute(*definition, usual ? *usual : catalog::Assessment(), milestones, closed);
            m_shapes = picture.shapes;
            m_edges = picture.edges;
        }
    }
    Q_EMIT changed();
    Q_EMIT checked();
}

QString VerifyModel::verdict() const {
    if (!m_finding)
        return QStringLiteral("waiting");
    switch (m_finding->verdict) {
    case receipt::Verdict::Valid:
        return QStringLiteral("valid");
    case receipt::Verdict::UnknownIssuer:
        return QStringLiteral("unknown");
    case receipt::Verdict::Altered:
    case receipt::Verdict::ExpiredKey:
        break;
    }
    return QStringLiteral("altered");
}

QString VerifyModel::itemTitle() const {
    if (!m_finding || !m_finding->known)
        return {};
    const catalog::CatalogEntry* entry = m_catalog.entry(m_finding->known->item);
    return entry != nullptr ? entry->name : QString();
}

QVariantList VerifyModel::rows() const {
    if (!m_finding || !m_finding->receipt)
        return {};
    const auto row = [](const QString& label, const QString& value, bool digits) {
        return QVariantMap{{QStringLiteral("label"), label},
                           {QStringLiteral("value"), value},
                           {QStringLiteral("strong"), digits},
                           {QStringLiteral("digits"), digits}};
    };
    QVariantList list;
    if (m_finding->known)
        list.append(row(tr("Number"), m_finding->known->receiptNumber, true));
    list.append(row(tr("Handed in"), momentText(m_finding->receipt->issuedAt, todayHere()), false));
    list.append(row(tr("Machine"),
                    QStringLiteral("%1-%2")
                        .arg(m_finding->receipt->region)
                        .arg(m_finding->receipt->key.device, 6, 10, QLatin1Char('0')),
                    true));
    return list;
}

QString VerifyModel::keyNote() const {
    return m_finding && m_finding->receipt
               ? tr("key %1").arg(receipt::nameOf(m_finding->receipt->key))
               : QString();
}

const cases::StatusEvent* VerifyModel::wish() const {
    const bool wanted = m_finding && m_finding->known && !m_finding->status.isEmpty() &&
                        m_finding->status.last().kind == QLatin1String("supplement_wanted");
    return wanted ? &m_finding->status.last() : nullptr;
}

session::SupplementAsk VerifyModel::supplementAsk() const {
    const cases::StatusEvent* wish = this->wish();
    if (wish == nullptr)
        return {};
    const QJsonObject body = QJsonDocument::fromJson(wish->body).object();
    session::SupplementAsk ask;
    ask.known = *m_finding->known;
    ask.revision = body.value(QStringLiteral("revision")).toInt(1);
    const QJsonArray names = body.value(QStringLiteral("wanted")).toArray();
    for (const auto& name : names)
        ask.wanted.append(name.toString());
    return ask;
}

QVariantList VerifyModel::steps() const {
    if (!m_finding || !m_finding->known)
        return {};
    QVariantList list{
        QVariantMap{{QStringLiteral("state"), QStringLiteral("done")},
                    {QStringLiteral("date"), momentText(m_finding->known->at, todayHere())},
                    {QStringLiteral("title"), tr("You handed it in")},
                    {QStringLiteral("note"), QString()}}};
    QString last;
    for (qsizetype i = 0; i < m_finding->status.size(); ++i) {
        const cases::StatusEvent& event = m_finding->status.at(i);
        const QJsonObject body = QJsonDocument::fromJson(event.body).object();
        QString title = body.value(QStringLiteral("milestone")).toString();
        if (event.kind == QLatin1String("supplement_wanted"))
            title = tr("One more paper is wanted");
        else if (event.kind == QLatin1String("decided"))
            title = tr("Decided");
        else if (event.kind == QLatin1String("stored"))
            title = tr("Arrived at the centre");
        if (title.isEmpty() || title == last)
            continue;
        last = title;
        const bool final = i + 1 == m_finding->status.size();
        const bool closed = event.kind == QLatin1String("decided");
        list.append(
            QVariantMap{{QStringLiteral("state"),
                         final && !closed ? QStringLiteral("here") : QStringLiteral("done")},
                        {QStringLiteral("date"), momentText(event.at, todayHere())},
                        {QStringLiteral("title"), title},
                        {QStringLiteral("note"), QString()}});
    }
    if (m_finding->known->state == QLatin1String("sealed"))
        list.append(QVariantMap{{QStringLiteral("state"), QStringLiteral("here")},
                                {QStringLiteral("date"), QString()},
                                {QStringLiteral("title"), tr("Waits here for the network")},
                                {QStringLiteral("note"), QString()}});
    return list;
}

QString VerifyModel::headline() const {
    const QVariantList known = steps();
    return known.isEmpty()
               ? tr("Handed in")
               : tr("Now at “%1”")
                     .arg(known.last().toMap().value(QStringLiteral("title")).toString());
}

QVariant VerifyModel::ask() const {
    if (wish() == nullptr)
        return nothing();
    const session::SupplementAsk ask = supplementAsk();
    if (m_finding->supplements >= ask.revision)
        return QVariantMap{{QStringLiteral("title"), tr("Your paper is on its way")},
                           {QStringLiteral("note"), tr("The clerk goes on as soon as it arrives.")},
                           {QStringLiteral("action"), QString()}};
    if (ask.wanted.isEmpty())
        return QVariantMap{{QStringLiteral("title"), tr("Please bring one more thing")},
                           {QStringLiteral("note"),
                            tr("Open the receipt on your phone to see what, or ask at a counter.")},
                           {QStringLiteral("action"), QString()}};
    return QVariantMap{
        {QStringLiteral("title"), tr("Please add: %1").arg(ask.wanted.join(QStringLiteral("、")))},
        {QStringLiteral("note"), tr("With your ID card, here and now; about 2 minutes.")},
        {QStringLiteral("action"), tr("Add it here")}};
}

} // namespace tongban::kiosk

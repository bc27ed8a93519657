// The receipt in words; its QR as rows of modules.
#include "ui/kiosk/receipt_model.h"

#include "services/workflow/questions.h"
#include "ui/kiosk/wording.h"

#include <QHash>

namespace tongban::kiosk {

namespace {

constexpr int mostSteps = 2;

} // namespace

ReceiptModel::ReceiptModel(session::Session& session, const session::Machine& machine,
                           QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_machine(machine) {
    connect(&session, &session::Session::changed, this, &ReceiptModel::changed);
    connect(&session, &session::Session::stageChanged, this, [this] {
        if (m_session.stage() == session::Stage::Receipt ||
            m_session.stage() == session::Stage::Home)
            setPrintState(QStringLiteral("none"), 0);
    });
}

void ReceiptModel::setPrintState(const QString& state, int copy) {
    m_printState = state;
    m_printCopy = copy;
    Q_EMIT changed();
}

bool ReceiptModel::mayLieInTheSlot() const {
    return m_printState != u"none" && m_printState != u"paperOut";
}

QString ReceiptModel::headline() const {
    const auto& card = m_session.visit().card;
    if (card && m_session.supplementing())
        return tr("Added, %1").arg(session::courtesyName(*card));
    return card ? tr("Handed in, %1").arg(session::courtesyName(*card)) : tr("Handed in");
}

QString ReceiptModel::lead() const {
    return m_offline ? tr("Stored safely here; sent as soon as the network is back.")
                     : tr("We take it from here. You need not queue again.");
}

// A day once the clock runs; before that the promise as it is made, counted from 受理
// (《行政许可法》 Art. 42).
QString ReceiptModel::promiseText() const {
    const auto& made = m_session.handedIn();
    if (!made || made->promised.isEmpty())
        return {};
    return made->latest.isValid() ? dayText(made->latest)
                                  : tr("%1 once accepted").arg(catalog::limitText(made->promised));
}

QVariantList ReceiptModel::rows() const {
    const auto& made = m_session.handedIn();
    if (!made || m_session.package() == nullptr)
        return {};
    const auto row = [](const QString& label, const QString& value, bool strong, bool digits) {
        return QVariantMap{{QStringLiteral("label"), label},
                           {QStringLiteral("value"), value},
                           {QStringLiteral("strong"), strong},
                           {QStringLiteral("digits"), digits}};
    };
    QVariantList list{row(tr("Number"), made->submission.receiptNumber, true, true)};
    if (const auto& card = m_session.visit().card)
        list.append(row(tr("Applicant"), session::courtesyName(*card), false, false));
    list.append(
        row(tr("Handed in"), momentText(made->submission.at, m_session.today()), false, false));
    if (const QString latest = promiseText(); !latest.isEmpty())
        list.append(row(tr("At the latest"), latest, true, false));
    if (!made->receiptCode.isEmpty())
        list.append(row(tr("Look-up code"), made->receiptCode, true, true));
    return list;
}

QStringList ReceiptModel::qr() const {
    const auto& made = m_session.handedIn();
    return made ? qrRows(made->receiptUrl, receipt::ErrorCorrection::Q) : QStringList();
}

QVariantList ReceiptModel::steps() const {
    const auto& made = m_session.handedIn();
    if (!made || m_session.package() == nullptr)
        return {};
    QVariantList list{
        QVariantMap{{QStringLiteral("state"), QStringLiteral("done")},
                    {QStringLiteral("date"), momentText(made->submission.at, m_session.today())},
                    {QStringLiteral("title"), tr("You handed it in")},
                    {QStringLiteral("note"), m_machine.place}}};
    if (m_session.supplementing()) {
        list.append(QVariantMap{{QStringLiteral("state"), QStringLiteral("here")},
                                {QStringLiteral("date"), tr("just now")},
                                {QStringLiteral("title"), tr("You added what was missing")},
                                {QStringLiteral("note"), tr("The clerk goes on with it.")}});
        return list;
    }
    bool here = true;
    for (const catalog::NeededStep& needed : m_session.assessment().steps) {
        if ((needed.step.limit == QLatin1String("now") && here) || list.size() > mostSteps)
            continue; // done by the machine a moment ago; or more than a person reads standing
        list.append(QVariantMap{
            {QStringLiteral("state"), here ? QStringLiteral("here") : QStringLiteral("todo")},
            {QStringLiteral("date"), catalog::limitText(needed.step.limit)},
            {QStringLiteral("title"), needed.step.name},
            {QStringLiteral("note"), needed.step.department}});
        here = false;
    }
    if (!promiseText().isEmpty()) {
        const bool dated = made->latest.isValid();
        list.append(QVariantMap{
            {QStringLiteral("state"), QStringLiteral("todo")},
            {QStringLiteral("date"),
             dated ? dayText(made->latest) : catalog::limitText(made->promised)},
            {QStringLiteral("title"), tr("Done at the latest")},
            {QStringLiteral("note"), dated ? QString() : tr("counted from acceptance")}});
    }
    return list;
}

void ReceiptModel::showWipe(const session::WipeReport& report) {
    const QHash<QString, QString> words{
        {QStringLiteral("identity"), tr("Identity and answers")},
        {QStringLiteral("receipt"), tr("Receipt on the screen")},
        {QStringLiteral("scans"), tr("Pictures of papers")},
        {QStringLiteral("signature"), tr("Handwriting")},
        {QStringLiteral("input"), tr("Typed text")},
        {QStringLiteral("clipboard"), tr("Clipboard")},
        {QStringLiteral("spool"), tr("Print files")},
        {QStringLiteral("portal"), tr("Hosted pages")},
        {QStringLiteral("camera"), tr("Camera picture")},
    };
    m_erased.clear();
    m_take.clear();
    bool card = false;
    bool papers = false;
    for (const session::WipeCheck& check : report.checks) {
        m_erased.append(QVariantMap{{QStringLiteral("text"), words.value(check.id, check.id)},
                                    {QStringLiteral("ok"), check.gone}});
        card = card || (check.id == QLatin1String("identity") && check.used);
        papers = papers || (check.id == QLatin1String("scans") && check.used);
    }
    if (card)
        m_take.append(QVariantMap{{QStringLiteral("text"), tr("ID card")},
                                  {QStringLiteral("icon"), QStringLiteral("id-card")}});
    if (mayLieInTheSlot())
        m_take.append(QVariantMap{{QStringLiteral("text"), tr("Receipt")},
                                  {QStringLiteral("icon"), QStringLiteral("receipt")}});
    if (papers)
        m_take.append(QVariantMap{{QStringLiteral("text"), tr("Originals")},
                                  {QStringLiteral("icon"), QStringLiteral("file-text")}});
    Q_EMIT changed();
}

} // namespace tongban::kiosk

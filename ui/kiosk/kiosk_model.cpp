// The shell: from the session's stage and from what lies outside a visit to one page name.
#include "ui/kiosk/kiosk_model.h"

#include "services/core/logging.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>

namespace tongban::kiosk {

using session::Stage;

namespace {

constexpr int attractAfter = 60;
constexpr int visitLimit = 90;
constexpr int calmLimit = 180; // reading long pages, or with an assisting mode on
constexpr int receiptLimit = 120;
constexpr int goodbyeTime = 10;

} // namespace

KioskModel::KioskModel(const KioskParts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_typing(*parts.pinyin)
    , m_search(*parts.catalog, m_typing)
    , m_guide(*parts.session)
    , m_question(*parts.session)
    , m_identify(*parts.session, *parts.cards)
    , m_form(*parts.session, m_typing)
    , m_materials(*parts.session, *parts.capture)
    , m_check(*parts.session)
    , m_checklist(*parts.session)
    , m_receipt(*parts.session, *parts.machine)
    , m_verify(*parts.receipts, *parts.catalog)
    , m_portal(*parts.session, parts.portals) {
    session::Wipe& wipe = parts.session->wipe();
    wipe.add(
        QStringLiteral("input"),
        [this] {
            m_typing.clear();
            m_search.clear();
        },
        [this] { return m_typing.isClean() && m_search.isClean(); },
        [this] { return !m_typing.isClean() || !m_search.isClean(); });
    wipe.add(
        QStringLiteral("portal"),
        [this] {
            m_portal.close();
            m_verify.clear();
        },
        [this] { return m_portal.isClean() && m_verify.isClean(); },
        [this] { return !m_portal.isClean() || !m_verify.isClean(); });
    wipe.add(
        QStringLiteral("clipboard"), [] { QGuiApplication::clipboard()->clear(); },
        [] { return QGuiApplication::clipboard()->text().isEmpty(); },
        [] { return !QGuiApplication::clipboard()->text().isEmpty(); });

    if (parts.machineNow)
        m_search.setLack([this](const catalog::ServiceItem& item) { return lackOf(item); });
    connect(parts.session, &session::Session::stageChanged, this, [this] {
        m_leaving = false;
        m_listing = false;
        setLimits();
        Q_EMIT changed();
    });
    connect(parts.session, &session::Session::changed, this, &KioskModel::changed);
    connect(parts.session, &session::Session::submitFailed, this, &KioskModel::explain);
    connect(&m_check, &CheckModel::submitWanted, this,
            [this] { m_parts.session->submit(m_offline, false); });
    connect(&m_receipt, &ReceiptModel::printWanted, this, &KioskModel::printWanted);
    connect(&m_receipt, &ReceiptModel::finishWanted, this, &KioskModel::leave);
    connect(&m_idle, &IdleWatch::expired, this, &KioskModel::leave);
    connect(&m_idle, &IdleWatch::changed, this, &KioskModel::changed);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &KioskModel::tick);
    m_clock.start();
}

QString KioskModel::page() const {
    if (m_listing)
        return QStringLiteral("checklist");
    switch (m_parts.session->stage()) {
    case Stage::Guide:
        return QStringLiteral("guide");
    case Stage::Question:
        return QStringLiteral("question");
    case Stage::Ineligible:
        return QStringLiteral("ineligible");
    case Stage::Identify:
        return QStringLiteral("identify");
    case Stage::Form:
        return QStringLiteral("form");
    case Stage::Materials:
        return QStringLiteral("materials");
    case Stage::Check:
        return QStringLiteral("check");
    case Stage::Sign:
        return QStringLiteral("sign");
    case Stage::Submitting:
        return m_parts.session->supplementing() ? QStringLiteral("materials")
                                                : QStringLiteral("sign");
    case Stage::Receipt:
        return QStringLiteral("receipt");
    case Stage::Goodbye:
        return QStringLiteral("goodbye");
    case Stage::Home:
        break;
    }
    switch (m_at) {
    case Idle::Attract:
        return QStringLiteral("attract");
    case Idle::Search:
        return QStringLiteral("search");
    case Idle::Verify:
        return QStringLiteral("verify");
    case Idle::Progress:
        return QStringLiteral("progress");
    case Idle::Portal:
        return QStringLiteral("portal");
    case Idle::Home:
        break;
    }
    return QStringLiteral("home");
}

bool KioskModel::atRest() const {
    return m_parts.session->stage() == Stage::Home && m_at != Idle::Portal;
}

QString KioskModel::person() const {
    const auto& card = m_parts.session->visit().card;
    return card ? session::courtesyName(*card) : QString();
}

QString KioskModel::timeText() const {
    return QTime::currentTime().toString(QStringLiteral("HH:mm"));
}

QString KioskModel::dateText() const {
    const QLocale locale;
    return locale.toString(QDate::currentDate(), locale.language() == QLocale::Chinese
                                                     ? QStringLiteral("M月d日 dddd")
                                                     : QStringLiteral("ddd d MMM"));
}

QString KioskModel::greeting() const {
    const int hour = QTime::currentTime().hour();
    return hour < 12   ? tr("Good morning,\nwhat would you like to do today?")
           : hour < 18 ? tr("Good afternoon,\nwhat would you like to do today?")
                       : tr("Good evening,\nwhat would you like to do today?");
}

bool KioskModel::evening() const {
    const int hour = QTime::currentTime().hour();
    return hour < 6 || hour >= 18;
}

void KioskModel::setOffline(bool offline) {
    m_offline = offline;
    m_receipt.setOffline(offline);
    reviewAvailability();
    Q_EMIT changed();
}

QString KioskModel::stopped() const {
    return m_parts.machineNow ? catalog::reasonOf(m_parts.machineNow().stopped) : QString();
}

void KioskModel::setAssisted(bool on) {
    m_assisted = on;
    setLimits();
    Q_EMIT changed();
}

void KioskModel::setLimits() {
    const Stage stage = m_parts.session->stage();
    if (stage == Stage::Home)
        m_idle.setLimit(m_at == Idle::Portal ? visitLimit : 0);
    else if (stage == Stage::Goodbye)
        m_idle.setLimit(0);
    else if (stage == Stage::Receipt)
        m_idle.setLimit(receiptLimit);
    else
        m_idle.setLimit(m_assisted || stage == Stage::Check || stage == Stage::Sign ? calmLimit
                                                                                    : visitLimit);
    m_idle.setBusy(stage == Stage::Submitting);
}

void KioskModel::show(Idle page) {
    m_at = page;
    m_homeSeconds = 0;
    setLimits();
    Q_EMIT changed();
}

void KioskModel::tick() {
    m_idle.tick();
    if (m_goodbye > 0 && m_parts.session->stage() == Stage::Goodbye && --m_goodbye == 0)
        goHome();
    if (m_parts.session->stage() == Stage::Home && m_at != Idle::Attract && m_at != Idle::Portal &&
        ++m_homeSeconds >= attractAfter) {
        m_search.clear();
        m_typing.clear();
        m_verify.clear();
        show(Idle::Attract);
    }
    Q_EMIT ticked();
}

void KioskModel::touched() {
    m_homeSeconds = 0;
    m_idle.touch();
}

void KioskModel::wake() {
    if (m_at == Idle::Attract)
        show(Idle::Home);
}

void KioskModel::openSearch(const QString& text) {
    m_search.search(text);
    m_search.setTypingNow(text.isEmpty());
    show(Idle::Search);
}

void KioskModel::openItem(const QString& id) {
    m_idle.reset();
    m_search.concluded(SearchModel::Outcome::Done);
    m_search.setTypingNow(false);
    m_typing.clear();
    // A guide that is only readable stays where it is.
    if (const auto begun = m_parts.session->begin(id); !begun)
        qCWarning(logApp).noquote() << "item" << id << "does not begin:" << begun.error().detail;
    reviewAvailability();
}

// Where items are named only what this machine lacks is said; that the network is down is said
// once, for all that can wait for it.
QString KioskModel::lackOf(const catalog::ServiceItem& item) const {
    catalog::MachineNow now = m_parts.machineNow();
    now.online = !m_offline || item.network != u"needed";
    const catalog::Availability found = catalog::availability(item, {}, now);
    return found.doable == catalog::Doable::Here ? QString() : found.reasons.first();
}

void KioskModel::reviewAvailability() {
    Q_EMIT m_search.changed();
    const catalog::ItemPackage* package = m_parts.session->package();
    if (package == nullptr || !m_parts.machineNow)
        return;
    catalog::MachineNow now = m_parts.machineNow();
    now.online = !m_offline;
    m_guide.setAvailability(catalog::availability(package->item(), {}, now));
}

void KioskModel::openChecklist() {
    const Stage stage = m_parts.session->stage();
    m_listing = stage == Stage::Guide || stage == Stage::Identify || stage == Stage::Ineligible;
    Q_EMIT changed();
}

void KioskModel::closeChecklist() {
    m_listing = false;
    Q_EMIT changed();
}

void KioskModel::openVerify() {
    m_verify.clear();
    show(Idle::Verify);
}

void KioskModel::openProgress() {
    show(Idle::Progress);
}

void KioskModel::openSupplement() {
    m_idle.reset();
    if (const auto begun = m_parts.session->beginSupplement(m_verify.supplementAsk()); !begun)
        qCWarning(logApp).noquote() << "supplement does not begin:" << begun.error().detail;
}

void KioskModel::openPortal(const QString& id) {
    if (m_portal.open(id))
        show(Idle::Portal);
}

void KioskModel::goHome() {
    m_goodbye = 0;
    m_portal.close();
    m_verify.clear();
    m_search.clear();
    m_typing.clear();
    m_at = Idle::Home;
    m_parts.session->home();
    show(Idle::Home);
}

void KioskModel::askToLeave() {
    m_leaving = true;
    Q_EMIT changed();
}

void KioskModel::stay() {
    m_leaving = false;
    Q_EMIT changed();
}

void KioskModel::leave() {
    m_leaving = false;
    m_helping = false;
    m_problem = QVariant::fromValue(nullptr);
    m_at = Idle::Home;
    m_goodbye = goodbyeTime;
    m_receipt.showWipe(m_parts.session->end());
}

// What happened, what is safe, what to do (ux.md: bad news in this order).
void KioskModel::explain(const Fault& fault) {
    const bool twice = fault.kind == FaultKind::Conflict;
    const bool disk = fault.kind == FaultKind::Storage;
    m_problem = QVariantMap{
        {QStringLiteral("title"), twice  ? tr("This was handed in already")
                                  : disk ? tr("It could not be stored")
                                         : tr("It could not be handed in")},
        {QStringLiteral("safe"),
         twice ? tr("What you handed in before is kept.")
               : tr("Nothing was handed in. What you filled in is still here.")},
        {QStringLiteral("remedy"), disk ? tr("Please call somebody, this machine needs help.")
                                        : tr("Please try again, or call somebody.")},
        {QStringLiteral("code"), nameOf(fault.kind)}};
    Q_EMIT changed();
}

void KioskModel::dismissProblem() {
    m_problem = QVariant::fromValue(nullptr);
    Q_EMIT changed();
}

void KioskModel::callHelp() {
    m_helping = true;
    m_search.concluded(SearchModel::Outcome::CalledStaff);
    Q_EMIT helpCalled();
    Q_EMIT changed();
}

void KioskModel::endHelp() {
    m_helping = false;
    Q_EMIT changed();
}

} // namespace tongban::kiosk

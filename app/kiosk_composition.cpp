// Bottom-up: storage, devices, catalogue, session, sync, models, window.
#include "app/kiosk_composition.h"

#include "services/catalog/district_source.h"
#include "services/core/async.h"
#include "services/core/logging.h"
#include "translations/strings.h"
#include "ui/kiosk/visit_images.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QLibraryInfo>
#include <QTimer>
#include <QtConcurrentRun>

namespace tongban::app {

namespace {

// The district's registers exist only in the simulation so far; without them nothing is proven
// here, and a person looks.
std::shared_ptr<catalog::EvidenceSource> simulatedRegisters(const Options& options) {
    QFile file(options.resources + QStringLiteral("/simulator/district.json"));
    if (!options.simulate || !file.open(QIODevice::ReadOnly))
        return {};
    auto source = catalog::DistrictSource::read(file.readAll());
    if (!source) {
        qCWarning(logApp).noquote() << "no simulated registers:" << source.error().detail;
        return {};
    }
    return std::make_shared<catalog::DistrictSource>(std::move(*source));
}

Result<devices::HubSettings> hubSettings(const Options& options) {
    devices::HubSettings settings;
    if (!options.devices.isEmpty()) {
        TRY_ASSIGN(settings, devices::loadHubSettings(options.devices));
    }
    settings.simulate = options.simulate;
    settings.without = options.without;
    settings.cards = options.cards;
    if (!options.papers.isEmpty())
        settings.documentCamera = options.papers;
    if (!options.codes.isEmpty())
        settings.codeScanner = options.codes;
    return settings;
}

} // namespace

KioskComposition::KioskComposition(const Options& options)
    : m_options(options) {}

KioskComposition::~KioskComposition() {
    m_engine.reset(); // the window lets go of the models before they die
}

Result<std::unique_ptr<KioskComposition>>
KioskComposition::make(const Options& options, Enrolled enrolled, const cases::StartCheck& check) {
    std::unique_ptr<KioskComposition> made(new KioskComposition(options));
    TRY(made->build(std::move(enrolled), check));
    return made;
}

Result<void> KioskComposition::build(Enrolled enrolled, const cases::StartCheck& check) {
    const QString& resources = m_options.resources;
    m_machine = std::move(enrolled.machine);
    TRY_ASSIGN(m_calendar, workflow::WorkCalendar::load(resources + QStringLiteral("/calendars")));
    TRY_ASSIGN(m_space, session::PrivateSpace::open(m_options.data));
    TRY_ASSIGN(const auto migrations,
               storage::readMigrations(resources + QStringLiteral("/sql/client")));
    TRY_ASSIGN(m_storage, storage::StorageThread::start(databaseFile(m_options), migrations));

    openItems();

    TRY_ASSIGN(const devices::HubSettings settings, hubSettings(m_options));
    m_hub = std::make_unique<devices::DeviceHub>(settings);
    TRY(m_hub->open());
    if (m_options.simulate) {
        m_hall = std::make_unique<SimulatedHall>(
            *m_hub, QDir(m_options.data).filePath(QStringLiteral("simulator")));
        TRY(m_hall->prepare());
        if (m_options.desk)
            m_desk = std::make_unique<DeviceDesk>(
                *m_hub, QDir(m_options.data).filePath(QStringLiteral("simulator")));
    }

    TRY_ASSIGN(protocol::Notice notice,
               protocol::Notice::load(resources + QStringLiteral("/notices/apply.json")));
    m_session = std::make_unique<session::Session>(
        session::Surroundings{&m_catalog, m_storage.get(), &m_machine, &m_calendar, &m_clock,
                              simulatedRegisters(m_options), std::move(notice)});
    m_cards = std::make_unique<session::CardDesk>(*m_session, *m_hub);
    m_capture = std::make_unique<session::CaptureDesk>(*m_session, *m_hub);
    receipt::ReceiptKeys keys;
    keys.add({m_machine.number, m_machine.key.publicKey(), {}});
    m_receipts = std::make_unique<session::ReceiptDesk>(*m_storage, keys);
    m_printing =
        std::make_unique<ReceiptPrinting>(*m_session, m_machine, *m_hub, *m_storage, *m_space);

    m_schedule = std::make_unique<sync::QtSchedule>();
    m_central = std::make_unique<sync::CentralClient>(
        sync::CentralAddress{m_options.central, enrolled.token, {}});
    m_outbox = std::make_unique<sync::CaseOutbox>(*m_storage);
    m_report = std::make_unique<MachineReport>(*m_hub, *m_storage, m_options.data);
    sync::SyncPorts ports{m_clock, *m_schedule, *m_central, *m_outbox, sync::systemChance(),
                          {},      {}};
    ports.makeReport = [this](const sync::Reply<protocol::DeviceReport>& reply) {
        m_report->make(*m_sync, m_clock, reply);
    };
    if (m_repository != nullptr)
        ports.refreshPacks = [this](const sync::Reply<bool>& done) { m_items->refresh(done); };
    m_sync = std::make_unique<sync::SyncEngine>(ports, sync::SyncSettings{});
    connect(m_sync.get(), &sync::SyncEngine::reportAnswered, m_report.get(),
            &MachineReport::answered);
    if (!check.movedTo.isEmpty())
        m_report->alarm(QStringLiteral("database-damaged"));
    m_intake = std::make_unique<IntakeWatch>(*m_sync, m_options.data);

    const QUrl water = m_options.central.resolved(QUrl(QStringLiteral("/portal/water/")));
    const QString origin =
        QStringLiteral("%1://%2:%3")
            .arg(water.scheme(), water.host())
            .arg(water.port(water.scheme() == QLatin1String("https") ? 443 : 80));
    kiosk::KioskParts parts{m_session.get(), &m_machine,       &m_catalog, m_cards.get(),
                            m_capture.get(), m_receipts.get(), &m_pinyin,  {}};
    parts.machineNow = [this] { return machineNow(); };
    parts.portals = {{QStringLiteral("water"),
                      QStringLiteral("示范区水务局"),
                      QStringLiteral("水费查询"),
                      water,
                      {origin}}};
    m_model = std::make_unique<kiosk::KioskModel>(parts);
    m_listPrinting = std::make_unique<ChecklistPrinting>(*m_model->checklist(), *m_hub);
    addWipes();
    connectParts();
    m_sync->start();
    startPinyin();
    m_knowledge = std::make_unique<KnowledgeDesk>(m_options, *m_model->search(), m_clock);
    m_knowledge->start();
    return {};
}

void KioskComposition::openItems() {
    QStringList faults;
    auto shipped =
        catalog::ItemShelf::open(m_options.resources + QStringLiteral("/items"), &faults);
    for (const QString& fault : faults)
        qCWarning(logApp).noquote() << "item left out:" << fault;
    m_items = std::make_unique<session::ItemDesk>(m_catalog, std::move(shipped), m_clock);
    if (m_options.packs.isEmpty())
        return;
    if (const auto followed = followPacks(); !followed)
        qCWarning(logApp).noquote() << "no packs:" << followed.error().detail;
}

Result<void> KioskComposition::followPacks() {
    const QString folder = QDir(m_options.data).filePath(QStringLiteral("packs"));
    QFile root(m_options.packsRoot);
    const QByteArray first = root.open(QIODevice::ReadOnly) ? root.readAll() : QByteArray();
    auto repository =
        std::make_unique<sync::CentralClient>(sync::CentralAddress{m_options.packs, {}, {}});
    const QByteArray base =
        m_options.packs.adjusted(QUrl::StripTrailingSlash).path().toUtf8() + '/';
    using Done = std::function<void(Result<QByteArray>)>;
    const auto fetch = [base, from = repository.get()](const QString& path, qint64 limit,
                                                       const Done& done) {
        from->fetch(base + path.toUtf8(), limit, [path, done](const sync::Answer& answer) {
            done(answer.good()          ? Result<QByteArray>(answer.body)
                 : answer.status == 404 ? fail(FaultKind::NotFound, path)
                                        : fail(FaultKind::Offline, path));
        });
    };
    TRY_ASSIGN(auto client,
               packs::PackClient::open(folder, first, fetch, [this] { return m_clock.now(); }));
    m_items->follow(std::move(client));
    m_repository = std::move(repository);
    return {};
}

// In the words of item.json. The screen itself takes a signature.
catalog::MachineNow KioskComposition::machineNow() const {
    using devices::Capability;
    static const std::pair<Capability, QString> names[] = {
        {Capability::ReadIdCard, QStringLiteral("card-reader")},
        {Capability::CaptureDocument, QStringLiteral("document-camera")},
        {Capability::PrintReceipt, QStringLiteral("receipt-printer")},
        {Capability::PrintDocument, QStringLiteral("report-printer")},
        {Capability::ScanCode, QStringLiteral("code-scanner")}};
    catalog::MachineNow now{QDateTime::currentDateTime(), {QStringLiteral("signature-pad")}, true};
    for (const auto& [capability, name] : names) {
        if (m_hub->capability(capability).available)
            now.ready.insert(name);
    }
    now.stopped = m_intake->stopped();
    return now;
}

void KioskComposition::addWipes() {
    session::Wipe& wipe = m_session->wipe();
    wipe.add(
        QStringLiteral("camera"), [this] { m_capture->open({}); },
        [this] { return m_capture->preview().isNull(); },
        [this] { return !m_capture->preview().isNull(); });
    wipe.add(
        QStringLiteral("spool"), [this] { m_space->erase(); },
        [this] { return m_space->isEmpty(); }, [this] { return !m_space->isEmpty(); });
}

void KioskComposition::connectParts() {
    connect(m_session.get(), &session::Session::handedInSafely, m_sync.get(), [this] {
        m_sync->submitted();
        m_printing->print();
        if (m_hall && m_session->handedIn())
            (void)m_hall->photograph(m_session->handedIn()->receiptUrl).has_value();
    });
    connect(m_session.get(), &session::Session::submitFailed, this, [](const Fault& fault) {
        qCWarning(logApp).noquote() << "not handed in:" << nameOf(fault.kind) << fault.detail;
    });
    connect(m_intake.get(), &IntakeWatch::changed, m_model.get(), [this] {
        m_model->reviewAvailability();
        Q_EMIT m_model->changed();
    });
    connect(m_session.get(), &session::Session::stageChanged, m_report.get(), [this] {
        const QVariantList erased = m_model->receipt()->erased();
        for (const QVariant& entry : erased) {
            if (m_session->stage() == session::Stage::Goodbye &&
                !entry.toMap().value(QStringLiteral("ok")).toBool())
                m_report->alarm(QStringLiteral("wipe-failed"));
        }
    });
    // What the pages' scripts let go of is given back, and so erased, once the last page has slid
    // away.
    connect(m_session.get(), &session::Session::stageChanged, this, [this] {
        if (m_engine && m_session->stage() == session::Stage::Home)
            QTimer::singleShot(std::chrono::seconds(1), m_engine.get(),
                               [this] { m_engine->collectGarbage(); });
    });
    connect(m_sync.get(), &sync::SyncEngine::statusChanged, this,
            [this] { m_model->setOffline(!m_sync->status().online); });
    connect(m_model.get(), &kiosk::KioskModel::printWanted, m_printing.get(),
            &ReceiptPrinting::print);
    connect(
        m_printing.get(), &ReceiptPrinting::stateChanged, m_model.get(),
        [this](const QString& state, int copy) { m_model->receipt()->setPrintState(state, copy); });
    // In the simulation the citizen holds up his phone while the page asks for the receipt.
    connect(m_model.get(), &kiosk::KioskModel::changed, m_hub.get(),
            [this, held = false]() mutable {
                const bool wanted = m_model->page() == QLatin1String("verify") &&
                                    m_model->verify()->verdict() == QLatin1String("waiting");
                if (m_hall && !m_desk && wanted != held)
                    m_hall->holdPhone(wanted);
                held = wanted;
            });
    connect(m_hub.get(), &devices::DeviceHub::codeScanned, m_model->verify(),
            [this](const QString& text) {
                if (m_model->page() == QLatin1String("verify"))
                    m_model->verify()->check(text);
            });
    connect(m_report.get(), &MachineReport::worthTelling, m_sync.get(),
            &sync::SyncEngine::reportSoon);
    connect(m_items.get(), &session::ItemDesk::changed, m_model.get(), [this] {
        Q_EMIT m_model->search()->changed();
        Q_EMIT m_model->changed();
    });
    connect(m_hub.get(), &devices::DeviceHub::capabilitiesChanged, m_model.get(),
            &kiosk::KioskModel::reviewAvailability);
    connect(m_model->verify(), &kiosk::VerifyModel::changed, m_model.get(),
            &kiosk::KioskModel::changed);
    QCoreApplication::instance()->installEventFilter(this);
}

void KioskComposition::startPinyin() {
    const QString schema = m_options.resources + QStringLiteral("/rime");
    whenDone(QtConcurrent::run([this, schema] { return m_pinyin.start(schema); }), this,
             [this](const Result<void>& started) {
                 if (!started)
                     qCWarning(logApp).noquote() << "no pinyin:" << started.error().detail;
                 Q_EMIT m_model->changed();
             });
}

void KioskComposition::setLanguage(const QString& language) {
    m_options.language = language;
    QCoreApplication::removeTranslator(&m_qtTranslator);
    QLocale::setDefault(QLocale(language));
    translations::install(language);
    if (m_qtTranslator.load(QStringLiteral("qtbase_%1").arg(language),
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
    if (m_engine) {
        m_engine->retranslate();
        Q_EMIT m_model->changed();
        Q_EMIT m_session->changed();
    }
}

Result<void> KioskComposition::show() {
    setLanguage(m_options.language);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->addImportPath(
        QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("../qml")));
    m_engine->addImageProvider(QStringLiteral("visit"),
                               new kiosk::VisitImages(*m_session, *m_capture));
    m_engine->setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(m_model.get())},
                                    {QStringLiteral("width"), m_options.size.width()},
                                    {QStringLiteral("height"), m_options.size.height()}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Kiosk/KioskWindow.qml")));
    m_window = m_engine->rootObjects().isEmpty()
                   ? nullptr
                   : qobject_cast<QQuickWindow*>(m_engine->rootObjects().constFirst());
    if (m_window == nullptr)
        return fail(FaultKind::Internal, QStringLiteral("the kiosk window does not load"));
    connect(m_window, SIGNAL(languageWanted()), this, SLOT(toggleLanguage()));
    if (m_options.fullScreen)
        m_window->showFullScreen();
    else
        m_window->show();
    return m_desk ? m_desk->show() : Result<void>();
}

void KioskComposition::toggleLanguage() {
    setLanguage(m_options.language == QLatin1String("en") ? QStringLiteral("zh_CN")
                                                          : QStringLiteral("en"));
}

bool KioskComposition::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        if (m_model)
            m_model->touched();
        break;
    case QEvent::KeyPress:
        if (m_model)
            m_model->touched();
        if (m_hall && watched == m_window && m_hall->key(static_cast<QKeyEvent*>(event)->key()))
            return true;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tongban::app

// Looks at the desk four times a second; the window speaks the words of the desk console.
#include "app/device_desk.h"

#include "app/sample_papers.h"
#include "services/core/logging.h"
#include "services/devices/escpos_renderer.h"
#include "services/devices/id_card.h"
#include "services/devices/simulated_desk.h"

#include <QFile>
#include <QImageReader>

namespace tongban::app {

namespace {

using namespace devices;

constexpr std::chrono::milliseconds lookEvery{250};
constexpr int previewSide = 900;

QVariantMap thing(const QString& id, const QString& title, const QString& kind = {}) {
    return {{QStringLiteral("id"), id},
            {QStringLiteral("title"), title},
            {QStringLiteral("kind"), kind}};
}

QImage preview(const QString& file) {
    QImageReader reader(file);
    reader.setScaledSize(reader.size().scaled(previewSide, previewSide, Qt::KeepAspectRatio));
    return reader.read();
}

QVariantMap machinesOf(const DeviceHub& hub) {
    QVariantMap machines;
    for (const DeviceReport& device : hub.devices()) {
        const bool online = device.status.device == DeviceState::Online ||
                            device.status.device == DeviceState::DeviceBusy;
        machines.insert(nameOf(device.kind),
                        QVariantMap{{QStringLiteral("online"), online},
                                    {QStringLiteral("detail"), device.status.detail}});
    }
    return machines;
}

QVariantList abilitiesOf(const DeviceHub& hub) {
    QVariantList abilities;
    for (const CapabilityState& state : hub.capabilities())
        abilities.append(QVariantMap{{QStringLiteral("id"), nameOf(state.capability)},
                                     {QStringLiteral("available"), state.available},
                                     {QStringLiteral("reason"), state.reason}});
    return abilities;
}

// Says so only when it is so: the window draws anew at each change.
template <typename Value>
bool put(Value& place, const Value& value) {
    if (place == value)
        return false;
    place = value;
    return true;
}

} // namespace

DeviceDesk::DeviceDesk(DeviceHub& hub, QString folder, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_folder(std::move(folder))
    , m_socket(hub, deskSocketPath()) {
    connect(&m_model, &desk::DeskModel::acted, this, &DeviceDesk::touch);
    connect(&m_look, &QTimer::timeout, this, &DeviceDesk::look);
}

DeviceDesk::~DeviceDesk() {
    m_engine.reset(); // the window lets go of the model before it dies
}

Result<void> DeviceDesk::show() {
    if (m_hub.desk() == nullptr)
        return fail(FaultKind::Invalid, QStringLiteral("--desk wants --simulate"));
    if (const auto listening = m_socket.listen(); !listening)
        qCWarning(logDevices).noquote() << listening.error().detail;
    fillHands();
    look();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->setInitialProperties({{QStringLiteral("desk"), QVariant::fromValue(&m_model)},
                                    {QStringLiteral("width"), 1440},
                                    {QStringLiteral("height"), 810},
                                    {QStringLiteral("visible"), true}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Desk/DeskWindow.qml")));
    if (m_engine->rootObjects().isEmpty())
        return fail(FaultKind::Internal, QStringLiteral("the device desk does not load"));
    m_look.start(lookEvery);
    return {};
}

void DeviceDesk::fillHands() {
    for (const CardImage& card : m_hub.desk()->cards()) {
        const Result<IdCard> person = cardFromText(card.text);
        if (person)
            m_model.people.append(thing(card.name, person->name, nameOf(person->kind)));
    }
    for (const SamplePaper& paper : samplePapers()) {
        const Result<QString> file = paintSamplePaper(paper.kind, m_folder);
        if (file)
            m_model.papers.append(thing(*file, desk::DeskModel::titleOf(paper.name)));
    }
}

// The last receipt first; the others are what a citizen shows by mistake.
QVariantList DeviceDesk::codes() const {
    QVariantList codes;
    QFile phone(m_folder + QStringLiteral("/phone.txt"));
    if (phone.open(QIODevice::ReadOnly))
        codes.append(thing(QString::fromUtf8(phone.readAll()),
                           desk::DeskModel::titleOf(QStringLiteral("receipt"))));
    codes.append(thing(QStringLiteral("01S00000000000000000000440399"),
                       desk::DeskModel::titleOf(QStringLiteral("insurance"))));
    codes.append(thing(QStringLiteral("https://shop.example/coupon"),
                       desk::DeskModel::titleOf(QStringLiteral("shop"))));
    return codes;
}

void DeviceDesk::touch(const QString& line) {
    const Result<QString> answer = performOnDesk(m_hub, line);
    m_model.refused = answer ? QString() : answer.error().detail;
    Q_EMIT m_model.changed();
    look();
}

void DeviceDesk::look() {
    SimulatedDesk& desk = *m_hub.desk();
    const DeskView view = desk.view();
    QStringList unplugged;
    for (const DeviceClass kind : view.unplugged)
        unplugged.append(nameOf(kind));
    unplugged.sort();
    bool fresh = put(m_model.card, view.card);
    fresh |= put(m_model.socialCard, view.socialCard);
    fresh |= put(m_model.code, view.code);
    fresh |= put(m_model.codes, codes());
    fresh |= put(m_model.paper, view.paper);
    fresh |= put(m_model.readerFault, nameOf(view.readerFault));
    fresh |= put(m_model.printerTrouble, nameOf(view.printerTrouble));
    fresh |= put(m_model.pagesTrouble,
                 view.pagesTrouble.isEmpty() ? QStringLiteral("none") : view.pagesTrouble);
    fresh |= put(m_model.unplugged, unplugged);
    fresh |= put(m_model.machines, machinesOf(m_hub));
    fresh |= put(m_model.abilities, abilitiesOf(m_hub));
    fresh |= put(m_model.pages, static_cast<int>(desk.documents().size()));
    if (put(m_tickets, desk.tickets())) {
        const auto drawn = m_tickets.isEmpty() ? Result<QList<QImage>>(QList<QImage>())
                                               : renderEscPos(m_tickets.last(), dots80mm);
        m_model.ticket = drawn && !drawn->isEmpty() ? drawn->last() : QImage();
        m_model.tickets = static_cast<int>(m_tickets.size());
        fresh = true;
    }
    if (put(m_pictured, view.paper)) {
        m_model.paperPicture = view.paper.isEmpty() ? QImage() : preview(view.paper);
        fresh = true;
    }
    if (fresh)
        Q_EMIT m_model.changed();
}

} // namespace tongban::app

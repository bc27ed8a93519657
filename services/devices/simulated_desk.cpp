// The simulated machines of one kiosk.
#include "services/devices/simulated_desk.h"

#include "services/devices/code_scanner.h"
#include "services/devices/escpos_printer.h"
#include "services/devices/id_card.h"
#include "services/devices/image_file_camera.h"
#include "services/devices/passport_reader.h"
#include "services/devices/serial_card_reader.h"
#include "services/devices/simulated_contact_reader.h"
#include "services/devices/simulated_document_printer.h"
#include "services/receipt/qr_code.h"

namespace tongban::devices {

SimulatedDesk::SimulatedDesk(QList<CardImage> cards, int haste)
    : m_cards(std::move(cards))
    , m_idReader({}, 1, haste)
    , m_printerLine(m_printer)
    , m_swipeLine(m_swipe) {}

std::vector<std::unique_ptr<Device>> SimulatedDesk::devices(const HubSettings& settings) {
    std::vector<std::unique_ptr<Device>> devices;
    const auto add = [&](std::unique_ptr<Device> device) -> Device* {
        if (settings.without.contains(nameOf(device->kind()), Qt::CaseInsensitive))
            return nullptr;
        devices.push_back(std::move(device));
        return devices.back().get();
    };
    const auto id = [](const char* name) { return DeviceId(QLatin1String(name)); };
    add(std::make_unique<SerialCardReader>(id("id-reader"),
                                           SerialLine{m_idReader.portName(), settings.idReaderBaud,
                                                      settings.fingerprint, settings.haste}));
    m_contactReader = static_cast<SimulatedContactReader*>(
        add(std::make_unique<SimulatedContactReader>(id("social-card-reader"))));
    auto camera = std::make_unique<ImageFileCamera>(id("code-camera"), m_folder.path());
    ImageFileCamera* codeCamera = camera.get();
    if (add(std::make_unique<CameraScanner>(id("code-scanner"), std::move(camera))))
        m_codeCamera = codeCamera;
    hideCode();
    add(std::make_unique<EscPosPrinter>(id("receipt-printer"), PrinterLine{printerPort()}));
    m_documentPrinter = static_cast<SimulatedDocumentPrinter*>(
        add(std::make_unique<SimulatedDocumentPrinter>(id("document-printer"))));
    m_documentCamera = static_cast<ImageFileCamera*>(add(std::make_unique<ImageFileCamera>(
        id("document-camera"),
        settings.documentCamera.isEmpty() ? bareDesk() : settings.documentCamera)));
    add(std::make_unique<PassportReader>(
        id("passport-reader"),
        std::make_unique<SerialScanner>(id("passport-line"), m_swipeLine.portName())));
    const auto machine = [&]<typename Kind>(Kind*& place, const char* name) {
        place = static_cast<Kind*>(add(std::make_unique<Kind>(id(name))));
    };
    machine(m_machines.pad, "signature-pad");
    machine(m_machines.token, "staff-token");
    machine(m_machines.dispenser, "card-dispenser");
    machine(m_machines.locker, "locker");
    machine(m_machines.lamps, "indicators");
    machine(m_machines.ups, "ups");
    return devices;
}

QStringList SimulatedDesk::cardNames() const {
    QStringList names;
    for (const CardImage& card : m_cards)
        names.append(card.name);
    return names;
}

Result<void> SimulatedDesk::layCard(const QString& name) {
    for (const CardImage& card : m_cards) {
        if (card.name != name)
            continue;
        m_idReader.layCard(card);
        m_card = name;
        return {};
    }
    return fail(FaultKind::NotFound, QStringLiteral("no sample card %1").arg(name));
}

Result<void> SimulatedDesk::insertSocialCard(const QString& name) {
    if (!m_contactReader)
        return fail(FaultKind::NotFound, QStringLiteral("no smart card reader"));
    for (const CardImage& image : m_cards) {
        const Result<IdCard> person = cardFromText(image.text);
        if (image.name != name || !person || person->kind != CardKind::Resident)
            continue;
        SocialCard card;
        card.cardId = person->number.left(6) + QString(26, u'0');
        card.version = QStringLiteral("2.00");
        card.institution = person->number.left(6) + QString(18, u'0');
        card.issued = person->validFrom;
        card.expires = person->validFrom.addYears(10);
        card.cardNumber = QStringLiteral("A0000000") + person->number.back();
        card.number = person->number;
        card.name = person->name;
        card.sexCode = person->sexCode;
        card.nationCode = person->nationCode;
        card.birthplace = person->number.left(6);
        card.birth = person->birth;
        m_contactReader->insert(card);
        m_socialCard = name;
        return {};
    }
    return fail(FaultKind::NotFound,
                QStringLiteral("no resident named %1 among the samples").arg(name));
}

void SimulatedDesk::insertBankCard() {
    if (!m_contactReader)
        return;
    m_contactReader->insertOther(ContactCardKind::Bank);
    m_socialCard = QStringLiteral("bank");
}

void SimulatedDesk::withdrawSocialCard() {
    m_socialCard.clear();
    if (m_contactReader)
        m_contactReader->withdraw();
}

// Each code is a new file: the camera may still be reading the last one.
Result<void> SimulatedDesk::showCode(const QString& text) {
    if (!m_codeCamera)
        return fail(FaultKind::NotFound, QStringLiteral("no code scanner"));
    TRY_ASSIGN(const receipt::QrCode code,
               receipt::QrCode::encode(text, receipt::ErrorCorrection::M));
    const QString path = m_folder.filePath(QStringLiteral("code-%1.png").arg(++m_codes));
    if (!code.toImage(6).save(path))
        return fail(FaultKind::Storage, path);
    m_code = text;
    showToCodeCamera(path);
    return {};
}

void SimulatedDesk::showToCodeCamera(const QString& picture) {
    m_codePicture = picture;
    if (m_codeCamera && in(DeviceClass::CodeScanner))
        m_codeCamera->show(picture);
}

void SimulatedDesk::hideCode() {
    const QString path = m_folder.filePath(QStringLiteral("nothing.png"));
    QImage nothing(320, 240, QImage::Format_Grayscale8);
    nothing.fill(200);
    m_code.clear();
    if (nothing.save(path))
        showToCodeCamera(path);
}

void SimulatedDesk::layDocument(const QString& pictureOrFolder) {
    m_paper = pictureOrFolder;
    if (m_documentCamera && in(DeviceClass::DocumentCamera))
        m_documentCamera->show(pictureOrFolder.isEmpty() ? bareDesk() : pictureOrFolder);
}

// What a working camera sees with nothing under it.
QString SimulatedDesk::bareDesk() const {
    const QString path = m_folder.filePath(QStringLiteral("desk.png"));
    QImage desk(1600, 1200, QImage::Format_Grayscale8);
    desk.fill(60);
    return desk.save(path) ? path : QString();
}

void SimulatedDesk::setFault(SdtFault fault, int answers) {
    if (fault == SdtFault::Unplug)
        m_unplugged.insert(DeviceClass::IdentityReader);
    else
        m_unplugged.remove(DeviceClass::IdentityReader);
    m_idReader.setFault(fault, answers);
}

DeskView SimulatedDesk::view() {
    if (!m_idReader.hasCard())
        m_card.clear(); // it may have left by itself
    DeskView view{m_card, m_socialCard, m_code, m_paper};
    view.readerFault = in(DeviceClass::IdentityReader) ? m_idReader.fault() : SdtFault::Unplug;
    m_printerLine.withPeer([&] { view.printerTrouble = m_printer.trouble(); });
    view.pagesTrouble = m_pagesTrouble;
    view.unplugged = m_unplugged;
    return view;
}

Result<void> SimulatedDesk::plug(DeviceClass kind, bool in) {
    in ? (void)m_unplugged.remove(kind) : (void)m_unplugged.insert(kind);
    if (kind == DeviceClass::IdentityReader) {
        m_idReader.setFault(in ? SdtFault::None : SdtFault::Unplug);
    } else if (kind == DeviceClass::ReceiptPrinter) {
        in ? m_printerLine.plug() : m_printerLine.unplug();
    } else if (kind == DeviceClass::ContactCard && m_contactReader) {
        m_contactReader->setPlugged(in);
    } else if (kind == DeviceClass::CodeScanner && m_codeCamera) {
        m_codeCamera->show(in ? m_codePicture : QString());
    } else if (kind == DeviceClass::DocumentCamera && m_documentCamera) {
        m_documentCamera->show(!in ? QString() : m_paper.isEmpty() ? bareDesk() : m_paper);
    } else if (kind == DeviceClass::DocumentPrinter && m_documentPrinter) {
        m_documentPrinter->setTrouble(in ? m_pagesTrouble : QStringLiteral("offline"));
    } else if (kind == DeviceClass::PassportReader) {
        in ? m_swipeLine.plug() : m_swipeLine.unplug();
    } else if (!plugMachine(kind, in)) {
        m_unplugged.remove(kind);
        return fail(FaultKind::Invalid, QStringLiteral("no simulated ") + nameOf(kind));
    }
    return {};
}

bool SimulatedDesk::plugMachine(DeviceClass kind, bool in) {
    const auto plug = [in](auto* machine) {
        if (machine != nullptr)
            machine->setPlugged(in);
        return machine != nullptr;
    };
    switch (kind) {
    case DeviceClass::SignaturePad:
        return plug(m_machines.pad);
    case DeviceClass::StaffToken:
        return plug(m_machines.token);
    case DeviceClass::CardDispenser:
        return plug(m_machines.dispenser);
    case DeviceClass::Locker:
        return plug(m_machines.locker);
    case DeviceClass::Indicators:
        return plug(m_machines.lamps);
    case DeviceClass::Ups:
        return plug(m_machines.ups);
    default:
        return false;
    }
}

Result<void> SimulatedDesk::swipe(const QStringList& lines) {
    if (!in(DeviceClass::PassportReader))
        return fail(FaultKind::NotFound, QStringLiteral("the swipe reader is unplugged"));
    m_swipeLine.withPeer([&] { m_swipe.swipe(lines); });
    return {};
}

void SimulatedDesk::setDocumentPrinterTrouble(const QString& reason) {
    m_pagesTrouble = reason;
    if (m_documentPrinter && in(DeviceClass::DocumentPrinter))
        m_documentPrinter->setTrouble(reason);
}

QList<QByteArray> SimulatedDesk::documents() const {
    return m_documentPrinter ? m_documentPrinter->printed() : QList<QByteArray>();
}

void SimulatedDesk::setPrinterTrouble(SimulatedEscPos::Trouble trouble) {
    m_printerLine.withPeer([&] { m_printer.setTrouble(trouble); });
}

void SimulatedDesk::setPaperLeft(int dots) {
    m_printerLine.withPeer([&] { m_printer.setPaperLeft(dots); });
}

QList<QByteArray> SimulatedDesk::tickets() {
    QList<QByteArray> tickets;
    m_printerLine.withPeer([&] { tickets = m_printer.tickets(); });
    return tickets;
}

void SimulatedDesk::tearOff() {
    m_printerLine.withPeer([&] { m_printer.tearOff(); });
}

} // namespace tongban::devices

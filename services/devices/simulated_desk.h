// SimulatedDesk: the simulated machines of one kiosk, to be touched by a tester, a script or the
// device desk window.
#pragma once

#include "services/devices/hub_settings.h"
#include "services/devices/simulated_cards.h"
#include "services/devices/simulated_escpos.h"
#include "services/devices/simulated_machines.h"
#include "services/devices/simulated_sdt_reader.h"
#include "services/devices/simulated_swipe.h"

#include <QSet>
#include <QTemporaryDir>

namespace tongban::devices {

class ImageFileCamera;
class SimulatedContactReader;
class SimulatedDocumentPrinter;

// What a person standing at the desk sees.
struct DeskView {
    QString card;       // names of samples; empty: nothing there
    QString socialCard; // "bank": a bank card
    QString code;       // what the phone shows
    QString paper;      // picture under the camera
    SdtFault readerFault = SdtFault::None;
    SimulatedEscPos::Trouble printerTrouble = SimulatedEscPos::Trouble::None;
    QString pagesTrouble;
    QSet<DeviceClass> unplugged;
};

class SimulatedDesk {
public:
    explicit SimulatedDesk(QList<CardImage> cards, int haste = 1);

    // The drivers of everything on the desk; the hub opens them, and closes them before the desk
    // goes.
    std::vector<std::unique_ptr<Device>> devices(const HubSettings& settings);

    DeskView view();
    // Pulls the plug of a device or puts it back; what lay on it stays. Invalid for a class that
    // is not here.
    Result<void> plug(DeviceClass kind, bool in);

    // The ID card plate.
    QStringList cardNames() const;
    const QList<CardImage>& cards() const { return m_cards; }
    Result<void> layCard(const QString& name);
    void removeCard() { m_idReader.removeCard(); }
    void setFault(SdtFault fault, int answers = -1);
    SimulatedSdtReader& idReader() { return m_idReader; }

    // The slot for smart cards: the social security card of a resident among the samples, or a bank
    // card.
    Result<void> insertSocialCard(const QString& name);
    void insertBankCard();
    void withdrawSocialCard();

    // What the code scanner and the document camera see.
    Result<void> showCode(const QString& text);
    void hideCode();
    void layDocument(const QString& pictureOrFolder); // empty: the bare desk

    // The receipt printer.
    QString printerPort() const { return m_printerLine.portName(); }
    void setPrinterTrouble(SimulatedEscPos::Trouble trouble);
    void setPaperLeft(int dots);
    QList<QByteArray> tickets(); // ESC/POS of each ticket hanging from the printer
    void tearOff();

    // A travel document drawn through the swipe reader: its lines, as printed.
    Result<void> swipe(const QStringList& lines);

    // The machines without a wire; null where the class is left out.
    struct Machines {
        SimulatedSignaturePad* pad = nullptr;
        SimulatedStaffToken* token = nullptr;
        SimulatedCardDispenser* dispenser = nullptr;
        SimulatedLocker* locker = nullptr;
        SimulatedIndicators* lamps = nullptr;
        SimulatedUps* ups = nullptr;
    };
    const Machines& machines() const { return m_machines; }

    // The page printer; troubles are CUPS keywords such as "media-empty".
    void setDocumentPrinterTrouble(const QString& reason);
    QList<QByteArray> documents() const; // PDF

private:
    QString bareDesk() const;
    void showToCodeCamera(const QString& picture);
    bool plugMachine(DeviceClass kind, bool in);
    bool in(DeviceClass kind) const { return !m_unplugged.contains(kind); }

    const QList<CardImage> m_cards;
    QTemporaryDir m_folder;
    int m_codes = 0;
    QString m_card;
    QString m_socialCard;
    QString m_code;
    QString m_codePicture;
    QString m_paper; // under the document camera; empty: the bare desk
    QString m_pagesTrouble;
    QSet<DeviceClass> m_unplugged;
    SimulatedSdtReader m_idReader;
    SimulatedEscPos m_printer;
    SimulatedLine m_printerLine;
    SimulatedSwipe m_swipe;
    SimulatedLine m_swipeLine;
    // Owned by the hub while they are open; null where the class is left out.
    SimulatedContactReader* m_contactReader = nullptr;
    ImageFileCamera* m_codeCamera = nullptr;
    ImageFileCamera* m_documentCamera = nullptr;
    SimulatedDocumentPrinter* m_documentPrinter = nullptr;
    Machines m_machines;
};

} // namespace tongban::devices

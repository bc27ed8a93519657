// IdentityReader: a device that reads resident ID cards; what all its transports share.
#pragma once

#include "services/devices/device.h"
#include "services/devices/sdt_dialogue.h"

#include <QElapsedTimer>

namespace tongban::devices {

// Commands: "CardReader.ReadRawData" completes with the IdCard of the next card laid (or of the one
// lying there). Without a command, cardRead tells of every card laid while the reader listens.
class IdentityReader : public Device {
    Q_OBJECT

public:
    // `haste`: the reader's clock runs so many times as fast as the wall's, as its simulated line
    // does.
    IdentityReader(DeviceId id, SdtTiming timing, bool withFingerprint, int haste = 1);

    // From any thread. A reader that does not listen leaves cards alone and only watches over
    // itself.
    void setListening(bool on);
    void close() override;

Q_SIGNALS:
    void cardFound();
    void cardRead(const tongban::devices::IdCard& card);
    void cardRemoved();
    void faulted(tongban::devices::ReaderFault fault);

protected:
    void execute(const Command& command) override;

    // The transport calls these on the device's thread …
    void lineOpened();
    void lineLost();
    void lineReceived(const QByteArray& bytes);
    // … and sends what it is given.
    virtual void transmit(const QByteArray& bytes) = 0;

private:
    SdtDialogue::Time now() const;
    void advance(); // sends, announces, sets the timer
    void announce(const SdtEvent& event);

    const int m_haste;
    QElapsedTimer m_clock;
    SdtDialogue m_dialogue;
    QTimer m_timer;
    QList<CommandId> m_readers;   // commands waiting for a card
    std::optional<IdCard> m_card; // lying on the reader now; forgotten when it leaves
};

} // namespace tongban::devices

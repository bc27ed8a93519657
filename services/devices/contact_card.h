// ContactCard: readers of smart cards; what PC/SC and the simulator share.
#pragma once

#include "services/devices/device.h"
#include "services/devices/social_card.h"

namespace tongban::devices {

enum class ContactCardKind { SocialSecurity, Bank, Unknown };

// Command "CardReader.ReadRawData" completes with the SocialCard inserted, now or within the
// deadline; InvalidData when another card is inserted, its kind in the detail ("bank", "unknown").
class ContactCard : public Device {
    Q_OBJECT

public:
    explicit ContactCard(DeviceId id);
    void close() override;

Q_SIGNALS:
    void cardInserted(tongban::devices::ContactCardKind kind);
    void socialCardRead(const tongban::devices::SocialCard& card);
    void cardRemoved();

protected:
    // The card is there and was read, or is no social security card (then `otherwise` says what it
    // is).
    void inserted(const Result<SocialCard>& card, ContactCardKind otherwise);
    void removed();

private:
    void execute(const Command& command) override;
    void abandon(CommandId command) override;
    void finishReads();

    std::optional<SocialCard> m_card; // forgotten when it leaves
    QString m_otherCard;              // the kind of a card that is none of ours
    QList<CommandId> m_readers;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::ContactCardKind)

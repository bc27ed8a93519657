// Commands and signals of smart card readers.
#include "services/devices/contact_card.h"

#include "services/core/logging.h"

namespace tongban::devices {

ContactCard::ContactCard(DeviceId id)
    : Device(std::move(id), DeviceClass::ContactCard) {
    qRegisterMetaType<ContactCardKind>();
    qRegisterMetaType<SocialCard>();
}

void ContactCard::close() {
    m_card.reset();
    m_readers.clear();
    Device::close();
}

void ContactCard::inserted(const Result<SocialCard>& card, ContactCardKind otherwise) {
    if (card) {
        m_card = *card;
        Q_EMIT cardInserted(ContactCardKind::SocialSecurity);
        Q_EMIT socialCardRead(*card);
    } else {
        m_otherCard =
            otherwise == ContactCardKind::Bank ? QStringLiteral("bank") : QStringLiteral("unknown");
        qCWarning(logDevices) << "contact card:" << m_otherCard << card.error().detail;
        Q_EMIT cardInserted(otherwise);
    }
    finishReads();
}

void ContactCard::removed() {
    m_card.reset();
    m_otherCard.clear();
    Q_EMIT cardRemoved();
}

void ContactCard::finishReads() {
    if (!m_card && m_otherCard.isEmpty())
        return;
    for (const CommandId command : std::exchange(m_readers, {})) {
        if (m_card)
            complete(command, CompletionCode::Success, QVariant::fromValue(*m_card));
        else
            complete(command, CompletionCode::InvalidData, {}, m_otherCard);
    }
}

void ContactCard::execute(const Command& command) {
    if (command.name != u"CardReader.ReadRawData")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    m_readers.append(command.id);
    finishReads();
}

void ContactCard::abandon(CommandId command) {
    m_readers.removeAll(command);
}

} // namespace tongban::devices

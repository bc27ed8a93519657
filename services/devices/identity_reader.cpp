// Turns the dialogue's events into status, signals and completions.
#include "services/devices/identity_reader.h"

#include "services/core/logging.h"

namespace tongban::devices {

IdentityReader::IdentityReader(DeviceId id, SdtTiming timing, bool withFingerprint, int haste)
    : Device(std::move(id), DeviceClass::IdentityReader)
    , m_haste(haste)
    , m_dialogue(timing, withFingerprint)
    , m_timer(this) {
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_dialogue.wake(now());
        advance();
    });
}

SdtDialogue::Time IdentityReader::now() const {
    return SdtDialogue::Time{m_clock.elapsed() * m_haste};
}

void IdentityReader::setListening(bool on) {
    QMetaObject::invokeMethod(this, [this, on] {
        m_dialogue.listen(on, now());
        advance();
    });
}

void IdentityReader::execute(const Command& command) {
    if (command.name != u"CardReader.ReadRawData")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (m_card)
        return complete(command.id, CompletionCode::Success, QVariant::fromValue(*m_card));
    m_readers.append(command.id);
    m_dialogue.listen(true, now());
    advance();
}

void IdentityReader::lineOpened() {
    setStatus({DeviceState::Starting, MediaState::Unknown});
    m_dialogue.start(now());
    advance();
}

void IdentityReader::lineLost() {
    m_dialogue.lost();
    advance();
}

void IdentityReader::lineReceived(const QByteArray& bytes) {
    m_dialogue.received(bytes, now());
    advance();
}

void IdentityReader::close() {
    m_timer.stop();
    m_card.reset();
    m_readers.clear();
    Device::close();
}

void IdentityReader::advance() {
    if (const QByteArray bytes = m_dialogue.takeOutput(); !bytes.isEmpty())
        transmit(bytes);
    for (const SdtEvent& event : m_dialogue.takeEvents())
        announce(event);
    if (const auto wake = m_dialogue.nextWake())
        m_timer.start(std::max(SdtDialogue::Time{0}, (*wake - now()) / m_haste));
    else
        m_timer.stop();
}

void IdentityReader::announce(const SdtEvent& event) {
    switch (event.kind) {
    case SdtEvent::Kind::Ready:
        qCInfo(logDevices) << "ID reader ready, module" << event.samId.left(14);
        return setStatus({DeviceState::Online, MediaState::NotPresent});
    case SdtEvent::Kind::CardFound:
        return Q_EMIT cardFound();
    case SdtEvent::Kind::CardRemoved:
        m_card.reset();
        setStatus({DeviceState::Online, MediaState::NotPresent});
        return Q_EMIT cardRemoved();
    case SdtEvent::Kind::CardRead:
        m_card = event.card;
        setStatus({DeviceState::Online, MediaState::Present});
        Q_EMIT cardRead(event.card);
        for (const CommandId command : std::exchange(m_readers, {}))
            complete(command, CompletionCode::Success, QVariant::fromValue(event.card));
        return;
    case SdtEvent::Kind::Faulted:
        break;
    }
    qCWarning(logDevices) << "ID reader:" << nameOf(event.fault) << event.detail;
    const QString word = nameOf(event.fault);
    if (event.fault == ReaderFault::Gone)
        setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, word});
    else if (event.fault == ReaderFault::NoAnswer)
        setStatus({DeviceState::Offline, MediaState::Unknown, {}, {}, word});
    else if (event.fault == ReaderFault::OutOfService)
        setStatus({DeviceState::HardwareError, MediaState::Unknown, {}, {}, word});
    Q_EMIT faulted(event.fault);
}

} // namespace tongban::devices

// How the simulated machines behave.
#include "services/devices/simulated_machines.h"

#include "services/crypto/signature.h"
#include "services/devices/nut_ups.h"

#include <algorithm>
#include <cmath>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds cardTravel{800};
constexpr int boxLow = 5;
const QString pin = QStringLiteral("123456");

PenStrokes handwriting() {
    PenStrokes strokes;
    for (int letter = 0; letter < 3; ++letter) {
        PenStroke stroke;
        for (int i = 0; i <= 24; ++i) {
            const double t = i / 24.0;
            stroke.append({0.16 + 0.24 * letter + 0.16 * t, 0.2 + 0.1 * std::sin(6.3 * t + letter),
                           400 * letter + 12 * i});
        }
        strokes.append(stroke);
    }
    return strokes;
}

} // namespace

void SimulatedSignaturePad::sign() {
    QMetaObject::invokeMethod(this, [this] { finish(handwriting()); });
}

void SimulatedSignaturePad::dot() {
    QMetaObject::invokeMethod(this, [this] { finish({{{0.5, 0.2, 0}}}); });
}

SimulatedStaffToken::SimulatedStaffToken(DeviceId id)
    : Simulated(std::move(id))
    , m_key(crypto::PrivateKey::generate(crypto::Algorithm::Sm2).value_or(crypto::PrivateKey())) {}

void SimulatedStaffToken::execute(const Command& command) {
    const auto request = command.payload.value<TokenRequest>();
    if (command.name != u"StaffToken.Sign")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (!plugged())
        return complete(command.id, CompletionCode::DeviceNotReady, {}, QStringLiteral("no-token"));
    if (m_left == 0)
        return complete(command.id, CompletionCode::UserError, {}, QStringLiteral("locked"));
    if (request.digest.size() != 32)
        return complete(command.id, CompletionCode::InvalidData);
    if (request.pin != pin)
        return complete(command.id, CompletionCode::UserError, {},
                        --m_left == 0 ? QStringLiteral("locked")
                                      : QStringLiteral("wrong-pin %1").arg(m_left));
    m_left = 6;
    const auto signature = crypto::sign(m_key, request.digest);
    complete(command.id, signature ? CompletionCode::Success : CompletionCode::HardwareError,
             signature ? QVariant(*signature) : QVariant());
}

SimulatedCardDispenser::SimulatedCardDispenser(DeviceId id)
    : Simulated(std::move(id))
    , m_motor(this) {
    m_motor.setSingleShot(true);
    m_motor.setInterval(cardTravel);
    connect(&m_motor, &QTimer::timeout, this, &SimulatedCardDispenser::presented);
}

DeviceStatus SimulatedCardDispenser::atHand() const {
    DeviceStatus status{m_jammed ? DeviceState::HardwareError : DeviceState::Online};
    status.media = m_jammed     ? MediaState::Jammed
                   : m_exit     ? MediaState::Present
                   : m_tookBack ? MediaState::Retracted
                                : MediaState::NotPresent;
    status.paper = m_box == 0        ? PaperState::Out
                   : m_box <= boxLow ? PaperState::Low
                                     : PaperState::Full;
    status.detail = m_jammed     ? QStringLiteral("jam")
                    : m_box == 0 ? QStringLiteral("box-empty")
                                 : QString();
    return status;
}

void SimulatedCardDispenser::pulled() {
    m_motor.stop();
    if (m_running != 0) // the card is somewhere between the box and the exit
        complete(std::exchange(m_running, 0), CompletionCode::Unknown, {}, QStringLiteral("gone"));
}

void SimulatedCardDispenser::take() {
    QMetaObject::invokeMethod(this, [this] {
        if (!m_exit.exchange(false))
            return;
        review();
        Q_EMIT mediaTaken();
    });
}

void SimulatedCardDispenser::fill(int cards) {
    m_box = std::max(0, cards);
    QMetaObject::invokeMethod(this, [this] { review(); });
}

void SimulatedCardDispenser::setJammed(bool jammed) {
    QMetaObject::invokeMethod(this, [this, jammed] {
        m_jammed = jammed;
        if (jammed)
            pulled();
        review();
    });
}

void SimulatedCardDispenser::execute(const Command& command) {
    if (!plugged())
        return complete(command.id, CompletionCode::DeviceNotReady, {}, QStringLiteral("gone"));
    if (m_jammed)
        return complete(command.id, CompletionCode::HardwareError, {}, QStringLiteral("jam"));
    if (m_running != 0)
        return complete(command.id, CompletionCode::SequenceError);
    if (command.name == u"CardDispenser.Dispense")
        return dispense(command.id);
    if (command.name != u"CardDispenser.Retain")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (!m_exit.exchange(false))
        return complete(command.id, CompletionCode::UserError, {}, QStringLiteral("no-card"));
    ++m_retained;
    m_tookBack = true;
    review();
    complete(command.id, CompletionCode::Success);
}

void SimulatedCardDispenser::dispense(CommandId command) {
    if (m_exit)
        return complete(command, CompletionCode::UserError, {}, QStringLiteral("not-taken"));
    if (m_box == 0)
        return complete(command, CompletionCode::UserError, {}, QStringLiteral("box-empty"));
    m_running = command;
    m_motor.start();
}

void SimulatedCardDispenser::presented() {
    --m_box;
    m_exit = true;
    m_tookBack = false;
    review();
    if (m_running != 0)
        complete(std::exchange(m_running, 0), CompletionCode::Success);
}

CompletionCode SimulatedCardDispenser::cutShort(CommandId command, CompletionCode code) const {
    return command == m_running ? CompletionCode::Unknown : code;
}

void SimulatedCardDispenser::abandon(CommandId command) {
    if (command == m_running)
        m_running = 0; // the card comes out all the same
}

void SimulatedLocker::execute(const Command& command) {
    if (command.name != u"Locker.Open")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (!plugged())
        return complete(command.id, CompletionCode::DeviceNotReady, {}, QStringLiteral("gone"));
    bool number = false;
    const int compartment = command.payload.toInt(&number);
    if (!number || compartment < 1 || compartment > compartments)
        return complete(command.id, CompletionCode::InvalidData);
    if (m_stuck)
        return complete(command.id, CompletionCode::HardwareError, {}, QStringLiteral("stuck"));
    {
        const QMutexLocker lock(&m_guard);
        if (!m_open.contains(compartment))
            m_open.append(compartment);
    }
    Q_EMIT doorOpened(compartment);
    complete(command.id, CompletionCode::Success);
}

void SimulatedLocker::closeDoor(int compartment) {
    QMetaObject::invokeMethod(this, [this, compartment] {
        bool wasOpen = false;
        {
            const QMutexLocker lock(&m_guard);
            wasOpen = m_open.removeAll(compartment) > 0;
        }
        if (wasOpen)
            Q_EMIT doorClosed(compartment);
    });
}

void SimulatedLocker::setStuck(bool stuck) {
    QMetaObject::invokeMethod(this, [this, stuck] { m_stuck = stuck; });
}

QList<int> SimulatedLocker::openDoors() const {
    const QMutexLocker lock(&m_guard);
    return m_open;
}

QHash<QString, LightMode> SimulatedIndicators::lights() const {
    const QMutexLocker lock(&m_guard);
    return m_lights;
}

CompletionCode SimulatedIndicators::set(const Light& light) {
    static const QStringList lamps{
        QStringLiteral("cardReader"), QStringLiteral("scanner"), QStringLiteral("receiptPrinter"),
        QStringLiteral("documentPrinter"), QStringLiteral("cardDispenser")};
    if (!plugged())
        return CompletionCode::DeviceNotReady;
    if (!lamps.contains(light.name))
        return CompletionCode::InvalidData;
    const QMutexLocker lock(&m_guard);
    m_lights.insert(light.name, light.mode);
    return CompletionCode::Success;
}

SimulatedUps::SimulatedUps(DeviceId id)
    : Simulated(std::move(id), DeviceClass::Ups) {}

void SimulatedUps::say(const QByteArray& words) {
    QMetaObject::invokeMethod(this, [this, words] {
        m_words = words;
        review();
    });
}

DeviceStatus SimulatedUps::atHand() const {
    return upsStatus(m_words);
}

void SimulatedUps::execute(const Command& command) {
    complete(command.id, CompletionCode::UnsupportedCommand);
}

} // namespace tongban::devices

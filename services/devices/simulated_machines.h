// Simulated machines of a hall that need no wire: pad, token, dispenser, locker, lamps, power
// supply. Everything but the commands may be called from any thread.
#pragma once

#include "services/crypto/key_pair.h"
#include "services/devices/hand_out.h"
#include "services/devices/indicators.h"
#include "services/devices/signature_pad.h"
#include "services/devices/staff_token.h"

#include <QHash>
#include <QMutex>
#include <atomic>

namespace tongban::devices {

// A device with a plug; its own status holds while it is plugged in.
template <typename Kind>
class Simulated : public Kind {
public:
    template <typename... Of>
    explicit Simulated(DeviceId id, Of... of)
        : Kind(std::move(id), of...) {}

    void open() override { review(); }
    void setPlugged(bool plugged) {
        QMetaObject::invokeMethod(this, [this, plugged] {
            m_plugged = plugged;
            if (!plugged)
                pulled();
            review();
        });
    }

protected:
    virtual DeviceStatus atHand() const { return {DeviceState::Online}; }
    virtual void pulled() {} // the plug: what runs now ends
    bool plugged() const { return m_plugged; }
    void review() {
        this->setStatus(
            m_plugged
                ? atHand()
                : DeviceStatus{
                      DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
    }

private:
    bool m_plugged = true;
};

class SimulatedSignaturePad final : public Simulated<SignaturePad> {
public:
    using Simulated::Simulated;
    void sign(); // three quick letters; InvalidData for whoever asked nothing
    void dot();

private:
    void begin() override {}
};

// PIN 123456; the sixth wrong one in a row locks it, as makers' tokens do.
class SimulatedStaffToken final : public Simulated<StaffToken> {
public:
    explicit SimulatedStaffToken(DeviceId id);
    crypto::PublicKey publicKey() const { return m_key.publicKey(); }

private:
    void execute(const Command& command) override;

    const crypto::PrivateKey m_key;
    int m_left = 6;
};

class SimulatedCardDispenser final : public Simulated<CardDispenser> {
public:
    explicit SimulatedCardDispenser(DeviceId id);
    void take(); // the citizen takes the card
    void fill(int cards);
    void setJammed(bool jammed);
    bool cardAtExit() const { return m_exit; }
    int retained() const { return m_retained; }

private:
    DeviceStatus atHand() const override;
    void pulled() override;
    void execute(const Command& command) override;
    CompletionCode cutShort(CommandId command, CompletionCode code) const override;
    void abandon(CommandId command) override;
    void dispense(CommandId command);
    void presented();

    QTimer m_motor;
    CommandId m_running = 0;
    std::atomic<int> m_box{50};
    std::atomic<int> m_retained{0};
    std::atomic<bool> m_exit{false};
    bool m_jammed = false;
    bool m_tookBack = false;
};

class SimulatedLocker final : public Simulated<Locker> {
public:
    static constexpr int compartments = 12;

    using Simulated::Simulated;
    void closeDoor(int compartment);
    void setStuck(bool stuck);
    QList<int> openDoors() const;

private:
    void execute(const Command& command) override;

    mutable QMutex m_guard;
    QList<int> m_open;
    bool m_stuck = false;
};

class SimulatedIndicators final : public Simulated<Indicators> {
public:
    using Simulated::Simulated;
    QHash<QString, LightMode> lights() const;

private:
    CompletionCode set(const Light& light) override;

    mutable QMutex m_guard;
    QHash<QString, LightMode> m_lights;
};

// Speaks the status words of NUT: "OL", "OB", "OB LB".
class SimulatedUps final : public Simulated<Device> {
public:
    explicit SimulatedUps(DeviceId id);
    void say(const QByteArray& words);

private:
    DeviceStatus atHand() const override;
    void execute(const Command& command) override;

    QByteArray m_words = "OL";
};

} // namespace tongban::devices

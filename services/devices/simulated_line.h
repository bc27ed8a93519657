// A simulated machine at the other end of a real pseudo-terminal: a driver opens `portName()` like
// any serial line.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace tongban::devices {

// The machine, without I/O and clock. All calls come under the line's lock.
class LinePeer {
public:
    using Time = std::chrono::microseconds; // from any fixed point

    virtual ~LinePeer() = default;
    virtual void received(const QByteArray& bytes, Time now) = 0;
    virtual QByteArray due(Time now) = 0; // the bytes whose time has come
    virtual std::optional<Time> nextWake() const = 0;
    virtual void powerCycle() = 0; // the plug was pulled
};

class SimulatedLine {
public:
    // The peer's clock runs `haste` times as fast as the wall's: a soak of a thousand visits.
    explicit SimulatedLine(LinePeer& peer, int haste = 1);
    ~SimulatedLine();

    QString portName() const; // stays the same across unplug and plug
    void unplug();
    void plug();
    bool plugged() const;

    // Acts on the peer while the line's thread keeps off.
    void withPeer(const std::function<void()>& act);

private:
    LinePeer::Time now() const;
    void run();
    void serve();
    void openTerminal();
    void closeTerminal();
    void poke() const; // wakes the thread

    LinePeer& m_peer;
    const int m_haste;
    mutable std::mutex m_guard;
    QTemporaryDir m_folder;
    int m_master = -1;
    int m_slave = -1; // kept open, so that a driver that closes does not hang the line up
    int m_wakeRead = -1;
    int m_wakeWrite = -1;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace tongban::devices

// Pumps bytes between a pseudo-terminal and the simulated machine, at the machine's pace.
#include "services/devices/simulated_line.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

namespace tongban::devices {

SimulatedLine::SimulatedLine(LinePeer& peer, int haste)
    : m_peer(peer)
    , m_haste(haste) {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        m_wakeRead = ends[0];
        m_wakeWrite = ends[1];
    }
    openTerminal();
    m_thread = std::thread([this] { run(); });
}

LinePeer::Time SimulatedLine::now() const {
    return std::chrono::duration_cast<LinePeer::Time>(
               std::chrono::steady_clock::now().time_since_epoch()) *
           m_haste;
}

SimulatedLine::~SimulatedLine() {
    {
        const std::lock_guard lock(m_guard);
        m_stop = true;
    }
    poke();
    m_thread.join();
    closeTerminal();
    ::close(m_wakeRead);
    ::close(m_wakeWrite);
}

QString SimulatedLine::portName() const {
    return m_folder.filePath(QStringLiteral("line"));
}

void SimulatedLine::openTerminal() {
    if (openpty(&m_master, &m_slave, nullptr, nullptr, nullptr) != 0) {
        m_master = m_slave = -1;
        return;
    }
    fcntl(m_master, F_SETFL, fcntl(m_master, F_GETFL) | O_NONBLOCK);
    fcntl(m_master, F_SETFD, FD_CLOEXEC);
    fcntl(m_slave, F_SETFD, FD_CLOEXEC);
    termios raw{};
    tcgetattr(m_slave, &raw);
    cfmakeraw(&raw);
    tcsetattr(m_slave, TCSANOW, &raw);
    std::array<char, 128> name{};
    if (ptsname_r(m_master, name.data(), name.size()) == 0)
        QFile::link(QString::fromLocal8Bit(name.data()), portName());
}

void SimulatedLine::closeTerminal() {
    QFile::remove(portName());
    if (m_slave >= 0)
        ::close(m_slave);
    if (m_master >= 0)
        ::close(m_master);
    m_slave = m_master = -1;
}

void SimulatedLine::poke() const {
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(m_wakeWrite, &byte, 1);
}

void SimulatedLine::withPeer(const std::function<void()>& act) {
    {
        const std::lock_guard lock(m_guard);
        act();
    }
    poke();
}

void SimulatedLine::unplug() {
    {
        const std::lock_guard lock(m_guard);
        closeTerminal();
        m_peer.powerCycle();
    }
    poke();
}

void SimulatedLine::plug() {
    {
        const std::lock_guard lock(m_guard);
        if (m_master >= 0)
            return;
        openTerminal();
    }
    poke();
}

bool SimulatedLine::plugged() const {
    const std::lock_guard lock(m_guard);
    return m_master >= 0;
}

void SimulatedLine::run() {
    while (true) {
        std::array<pollfd, 2> watched{pollfd{m_wakeRead, POLLIN, 0}, pollfd{-1, POLLIN, 0}};
        int wait = 1000;
        {
            const std::lock_guard lock(m_guard);
            if (m_stop)
                return;
            watched[1].fd = m_master;
            if (const auto wake = m_peer.nextWake())
                wait = static_cast<int>(
                    std::clamp<qint64>((*wake - now()).count() / 1000 / m_haste, 0, 1000));
        }
        if (wait == 0)
            std::this_thread::sleep_for(std::chrono::microseconds(300));
        else
            ::poll(watched.data(), watched.size(), wait);
        const std::lock_guard lock(m_guard);
        serve();
    }
}

void SimulatedLine::serve() {
    std::array<char, 512> buffer{};
    while (::read(m_wakeRead, buffer.data(), buffer.size()) > 0) {
    }
    if (m_master < 0)
        return;
    ssize_t got = 0;
    while ((got = ::read(m_master, buffer.data(), buffer.size())) > 0)
        m_peer.received(QByteArray(buffer.data(), got), now());
    const QByteArray out = m_peer.due(now());
    [[maybe_unused]] const ssize_t written =
        out.isEmpty() ? 0 : ::write(m_master, out.constData(), static_cast<size_t>(out.size()));
}

} // namespace tongban::devices

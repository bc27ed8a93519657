// Events of /dev/input through read(2) and EVIOCGRAB.
#include "services/devices/evdev_input.h"

#include <QFile>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds reopenEvery{1000};

} // namespace

EvdevInput::EvdevInput(QString path, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_reopen(this) {
    m_reopen.setInterval(reopenEvery);
    connect(&m_reopen, &QTimer::timeout, this, &EvdevInput::tryOpen);
}

EvdevInput::~EvdevInput() {
    closeInput();
}

void EvdevInput::open() {
    tryOpen();
}

void EvdevInput::tryOpen() {
    m_input = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_input < 0 || ioctl(m_input, EVIOCGRAB, 1) != 0) {
        closeInput();
        m_reopen.start();
        return Q_EMIT gone();
    }
    m_reopen.stop();
    m_ready = std::make_unique<QSocketNotifier>(m_input, QSocketNotifier::Read);
    connect(m_ready.get(), &QSocketNotifier::activated, this, &EvdevInput::readEvents);
    Q_EMIT opened();
}

void EvdevInput::closeInput() {
    if (m_ready)
        m_ready.release()->deleteLater(); // it may be the caller
    if (m_input >= 0)
        ::close(m_input);
    m_input = -1;
}

void EvdevInput::close() {
    m_reopen.stop();
    closeInput();
}

EvdevInput::Range EvdevInput::rangeOf(int axis) const {
    input_absinfo info{};
    if (m_input < 0 || ioctl(m_input, EVIOCGABS(static_cast<unsigned>(axis)), &info) != 0)
        return {};
    return {info.minimum, info.maximum};
}

void EvdevInput::readEvents() {
    std::array<input_event, 64> events{};
    const ssize_t got = ::read(m_input, events.data(), sizeof events);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) { // unplugged: ENODEV
        m_ready->setEnabled(false);
        closeInput();
        m_reopen.start();
        return Q_EMIT gone();
    }
    for (size_t i = 0; i < static_cast<size_t>(got) / sizeof(input_event); ++i) {
        const input_event& event = events[i];
        Q_EMIT happened(event.type, event.code, event.value,
                        std::chrono::milliseconds(event.input_event_sec * 1000 +
                                                  event.input_event_usec / 1000));
    }
}

} // namespace tongban::devices

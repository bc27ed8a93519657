// From pen events to a signature.
#include "services/devices/signature_pad.h"

#include <linux/input-event-codes.h>

namespace tongban::devices {

namespace {

constexpr qsizetype fewestPoints = 4; // less is a dot

double across(int value, EvdevInput::Range range, int width) {
    return width <= 0 ? 0 : static_cast<double>(value - range.low) / width;
}

} // namespace

SignaturePad::SignaturePad(DeviceId id)
    : Device(std::move(id), DeviceClass::SignaturePad) {
    qRegisterMetaType<PenStrokes>();
}

void SignaturePad::execute(const Command& command) {
    if (command.name != u"Signature.Capture")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (status().device != DeviceState::Online)
        return complete(command.id, CompletionCode::DeviceNotReady, {}, status().detail);
    if (m_capture != 0)
        return complete(command.id, CompletionCode::SequenceError, {},
                        QStringLiteral("somebody is signing"));
    m_capture = command.id;
    begin();
}

void SignaturePad::abandon(CommandId command) {
    if (command != m_capture)
        return;
    m_capture = 0;
    begin();
}

void SignaturePad::finish(const PenStrokes& strokes) {
    if (m_capture == 0)
        return;
    qsizetype points = 0;
    for (const PenStroke& stroke : strokes)
        points += stroke.size();
    const CommandId command = std::exchange(m_capture, 0);
    if (points < fewestPoints)
        complete(command, CompletionCode::InvalidData, {}, QStringLiteral("only a dot"));
    else
        complete(command, CompletionCode::Success, QVariant::fromValue(strokes));
    begin();
}

void StrokeAssembler::setRanges(EvdevInput::Range x, EvdevInput::Range y) {
    m_rangeX = x;
    m_rangeY = y;
}

void StrokeAssembler::clear() {
    m_strokes.clear();
    m_points = 0;
    m_first = Time{-1};
    m_touching = m_moved = false;
}

void StrokeAssembler::addPoint(Time at) {
    if (m_strokes.isEmpty() || m_points >= mostPoints)
        return;
    if (m_first.count() < 0)
        m_first = at;
    const int width = m_rangeX.high - m_rangeX.low;
    m_strokes.last().append({across(m_x, m_rangeX, width), across(m_y, m_rangeY, width),
                             static_cast<int>((at - m_first).count())});
    ++m_points;
}

// Positions come before the SYN that ends a report; the touch may stand before or after them.
bool StrokeAssembler::event(quint16 type, quint16 code, qint32 value, Time at) {
    if (type == EV_ABS && code == ABS_X) {
        m_x = value;
        m_moved = true;
    } else if (type == EV_ABS && code == ABS_Y) {
        m_y = value;
        m_moved = true;
    } else if (type == EV_KEY && code == BTN_TOUCH) {
        if (value != 0 && !m_touching)
            m_strokes.append(PenStroke());
        const bool ended = m_touching && value == 0;
        m_touching = value != 0;
        m_moved = m_moved || m_touching;
        return ended;
    } else if (type == EV_SYN && code == SYN_REPORT && m_touching &&
               std::exchange(m_moved, false)) {
        addPoint(at);
    } else if (type == EV_SYN && code == SYN_DROPPED) {
        m_touching = false; // the stroke is cut short; nothing is invented
    }
    return false;
}

PenPad::PenPad(DeviceId id, const QString& path)
    : SignaturePad(std::move(id))
    , m_input(path, this)
    , m_rest(this) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] { finish(m_assembler.strokes()); });
    connect(&m_input, &EvdevInput::opened, this, [this] {
        m_assembler.setRanges(m_input.rangeOf(ABS_X), m_input.rangeOf(ABS_Y));
        setStatus({DeviceState::Online, MediaState::Unknown});
    });
    connect(&m_input, &EvdevInput::gone, this, [this] {
        m_rest.stop();
        setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
    });
    connect(&m_input, &EvdevInput::happened, this,
            [this](quint16 type, quint16 code, qint32 value, std::chrono::milliseconds at) {
                if (!capturing())
                    return;
                if (m_assembler.event(type, code, value, at))
                    m_rest.start();
                else if (m_assembler.touching())
                    m_rest.stop();
            });
}

void PenPad::open() {
    m_input.open();
}

void PenPad::close() {
    m_rest.stop();
    m_input.close();
    SignaturePad::close();
}

void PenPad::begin() {
    m_rest.stop();
    m_assembler.clear();
}

} // namespace tongban::devices

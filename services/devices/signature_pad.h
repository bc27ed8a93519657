// SignaturePad: a pad that somebody signs on; what it gives is what the touch screen gives too.
#pragma once

#include "services/devices/device.h"
#include "services/devices/evdev_input.h"

#include <QList>

namespace tongban::devices {

// 0…1 across the pad's width, in both directions, so that the form is kept; milliseconds since the
// first touch.
struct PenPoint {
    double x = 0;
    double y = 0;
    int t = 0;
    bool operator==(const PenPoint&) const = default;
};
using PenStroke = QList<PenPoint>;
using PenStrokes = QList<PenStroke>;

// Command "Signature.Capture" completes with PenStrokes once somebody has signed and lifted the pen
// for good; InvalidData for a mere dot.
class SignaturePad : public Device {
    Q_OBJECT

public:
    explicit SignaturePad(DeviceId id);
    static constexpr std::chrono::milliseconds restAfter{1500}; // the pen is up: signed

protected:
    void execute(const Command& command) override;
    void abandon(CommandId command) override;
    bool capturing() const { return m_capture != 0; }
    virtual void begin() = 0; // forget what was drawn
    void finish(const PenStrokes& strokes);

private:
    CommandId m_capture = 0;
};

// Makes strokes of the events of a pen or a touch. No I/O, no clock.
class StrokeAssembler {
public:
    using Time = std::chrono::milliseconds;
    static constexpr qsizetype mostPoints = 20'000;

    void setRanges(EvdevInput::Range x, EvdevInput::Range y);
    void clear();
    // True when a stroke ended.
    bool event(quint16 type, quint16 code, qint32 value, Time at);
    const PenStrokes& strokes() const { return m_strokes; }
    bool touching() const { return m_touching; }

private:
    void addPoint(Time at);

    EvdevInput::Range m_rangeX;
    EvdevInput::Range m_rangeY;
    PenStrokes m_strokes;
    qsizetype m_points = 0;
    Time m_first{-1};
    int m_x = 0;
    int m_y = 0;
    bool m_touching = false;
    bool m_moved = false;
};

// A pen pad of the kernel's input layer (HID digitizers: ABS_X, ABS_Y, BTN_TOUCH), grabbed.
class PenPad final : public SignaturePad {
    Q_OBJECT

public:
    PenPad(DeviceId id, const QString& path);
    void open() override;
    void close() override;

private:
    void begin() override;

    EvdevInput m_input;
    StrokeAssembler m_assembler;
    QTimer m_rest;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::PenStrokes)

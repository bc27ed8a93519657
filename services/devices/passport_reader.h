// PassportReader: reads the machine-readable zone of travel documents. Swipe readers send its lines
// in keyboard mode or on a serial line, as code scanners do.
#pragma once

#include "services/devices/code_scanner.h"
#include "services/devices/mrz.h"

namespace tongban::devices {

// Makes a zone of lines as they come, whole or run together. No I/O, no clock.
class MrzAssembler {
public:
    using Time = std::chrono::milliseconds; // from any fixed point

    static constexpr Time longestGap{1500}; // between two lines of one swipe

    // The zone when its last line is there; Invalid for what is no line of a zone, or when the
    // lines make none. Nothing while more must come.
    std::optional<Result<Mrz>> line(const QString& text, Time now);

private:
    QStringList m_lines;
    Time m_last{0};
};

// Command "CardReader.ReadRawData" completes with the Mrz of the next document; without one,
// `documentRead` tells of each. A zone with a wrong check digit is never handed over. The chip is
// not read: that needs the hall's list of trusted states.
class PassportReader final : public Device {
    Q_OBJECT

public:
    // `line` brings the lines and lives inside the reader.
    PassportReader(DeviceId id, std::unique_ptr<CodeScanner> line);

    void open() override;
    void close() override;

Q_SIGNALS:
    void documentRead(const tongban::devices::Mrz& zone);
    void misread(const QString& why); // "number", "birth" …, or what else is wrong; never a value

private:
    void execute(const Command& command) override;
    void abandon(CommandId command) override;
    void received(const QString& text);

    CodeScanner* m_line; // a child: it follows to the reader's thread
    MrzAssembler m_assembler;
    QElapsedTimer m_clock;
    QList<CommandId> m_readers;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::Mrz)

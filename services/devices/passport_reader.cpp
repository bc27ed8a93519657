// Lines to zones, zones to completions.
#include "services/devices/passport_reader.h"

#include "services/core/logging.h"

#include <algorithm>

namespace tongban::devices {

namespace {

bool isZoneLine(const QString& line) {
    const bool length = line.size() == 30 || line.size() == 36 || line.size() == 44;
    return length && mrzCheckDigit(line) >= 0;
}

} // namespace

std::optional<Result<Mrz>> MrzAssembler::line(const QString& text, Time now) {
    if (now - m_last > longestGap)
        m_lines.clear();
    m_last = now;
    const QStringList parts = mrzLines(text);
    if (!std::all_of(parts.begin(), parts.end(), isZoneLine)) {
        m_lines.clear();
        return fail(FaultKind::Invalid, QStringLiteral("no line of a travel document"));
    }
    for (const QString& part : parts) {
        if (!m_lines.isEmpty() && m_lines.first().size() != part.size())
            m_lines.clear(); // the rest of an earlier swipe
        m_lines.append(part);
    }
    const qsizetype wanted = !m_lines.isEmpty() && m_lines.first().size() == 30 ? 3 : 2;
    if (m_lines.size() < wanted)
        return {};
    return readMrz(std::exchange(m_lines, {}));
}

PassportReader::PassportReader(DeviceId id, std::unique_ptr<CodeScanner> line)
    : Device(std::move(id), DeviceClass::PassportReader)
    , m_line(line.release()) {
    qRegisterMetaType<Mrz>();
    m_line->setParent(this);
    m_clock.start();
    connect(m_line, &CodeScanner::statusChanged, this, &PassportReader::setStatus);
    connect(m_line, &CodeScanner::codeScanned, this, &PassportReader::received);
}

void PassportReader::open() {
    m_line->open();
}

void PassportReader::close() {
    m_line->close();
    m_readers.clear();
    Device::close();
}

void PassportReader::execute(const Command& command) {
    if (command.name != u"CardReader.ReadRawData")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    m_readers.append(command.id);
}

void PassportReader::abandon(CommandId command) {
    m_readers.removeAll(command);
}

void PassportReader::received(const QString& text) {
    const auto zone = m_assembler.line(text, MrzAssembler::Time{m_clock.elapsed()});
    if (!zone)
        return;
    if (!*zone || !(*zone)->valid()) {
        const QString why = *zone ? (*zone)->wrong.join(u' ') : zone->error().detail;
        qCWarning(logDevices) << "travel document misread:" << why;
        return Q_EMIT misread(why);
    }
    Q_EMIT documentRead(**zone);
    for (const CommandId command : std::exchange(m_readers, {}))
        complete(command, CompletionCode::Success, QVariant::fromValue(**zone));
}

} // namespace tongban::devices

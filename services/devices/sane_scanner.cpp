// Scanning through libsane: options by name, frames of grey or RGB lines, its status words as
// completions.
#include "services/devices/sane_scanner.h"

#include <array>
#include <mutex>
#include <sane/sane.h>
#include <sane/saneopts.h>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds reopenEvery{2000};
constexpr qint64 largestPage = 200'000'000; // bytes

// libsane is one per process: the first scanner starts it, the last one ends it.
std::mutex saneGuard;
int saneUsers = 0;

struct Outcome {
    CompletionCode code;
    const char* detail;
};

Outcome outcomeOf(SANE_Status status) {
    switch (status) {
    case SANE_STATUS_GOOD:
    case SANE_STATUS_EOF:
        return {CompletionCode::Success, ""};
    case SANE_STATUS_CANCELLED:
        return {CompletionCode::Canceled, ""};
    case SANE_STATUS_JAMMED:
        return {CompletionCode::UserError, "paper-jam"};
    case SANE_STATUS_NO_DOCS:
        return {CompletionCode::UserError, "no-document"};
    case SANE_STATUS_COVER_OPEN:
        return {CompletionCode::UserError, "cover-open"};
    case SANE_STATUS_DEVICE_BUSY:
        return {CompletionCode::DeviceNotReady, "busy"};
    case SANE_STATUS_ACCESS_DENIED:
        return {CompletionCode::DeviceNotReady, "denied"};
    case SANE_STATUS_IO_ERROR:
        return {CompletionCode::HardwareError, "io"};
    case SANE_STATUS_INVAL:
    case SANE_STATUS_UNSUPPORTED:
        return {CompletionCode::UnsupportedData, "unsupported"};
    default:
        return {CompletionCode::HardwareError, "scan"};
    }
}

bool setValue(SANE_Handle handle, SANE_Int index, const SANE_Option_Descriptor& option,
              const QString& value) {
    if (option.type == SANE_TYPE_STRING) {
        QByteArray text = value.toUtf8().leftJustified(option.size, '\0', true);
        return sane_control_option(handle, index, SANE_ACTION_SET_VALUE, text.data(), nullptr) ==
               SANE_STATUS_GOOD;
    }
    SANE_Word word = option.type == SANE_TYPE_FIXED  ? SANE_FIX(value.toDouble())
                     : option.type == SANE_TYPE_BOOL ? (value == u"yes" ? SANE_TRUE : SANE_FALSE)
                                                     : value.toInt();
    return sane_control_option(handle, index, SANE_ACTION_SET_VALUE, &word, nullptr) ==
           SANE_STATUS_GOOD;
}

SANE_Status readFrame(SANE_Handle handle, const SANE_Parameters& shape, QByteArray& bytes) {
    std::array<SANE_Byte, 32 * 1024> buffer{};
    SANE_Int got = 0;
    SANE_Status status = SANE_STATUS_GOOD;
    while ((status = sane_read(handle, buffer.data(), static_cast<SANE_Int>(buffer.size()),
                               &got)) == SANE_STATUS_GOOD) {
        if (bytes.size() + got > largestPage)
            return SANE_STATUS_NO_MEM;
        bytes.append(reinterpret_cast<const char*>(buffer.data()), got);
    }
    return status == SANE_STATUS_EOF && bytes.size() < shape.bytes_per_line ? SANE_STATUS_IO_ERROR
                                                                            : status;
}

QImage imageOf(const SANE_Parameters& shape, const QByteArray& bytes) {
    const auto lines = static_cast<int>(bytes.size() / std::max(1, shape.bytes_per_line));
    const bool colour = shape.format == SANE_FRAME_RGB;
    if (shape.depth != 8 || lines == 0)
        return {};
    const QImage view(reinterpret_cast<const uchar*>(bytes.constData()), shape.pixels_per_line,
                      lines, shape.bytes_per_line,
                      colour ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    return view.copy();
}

} // namespace

SaneScanner::SaneScanner(DeviceId id, QString name)
    : Device(std::move(id), DeviceClass::DocumentScanner)
    , m_name(name.toUtf8())
    , m_reopen(this) {
    m_reopen.setInterval(reopenEvery);
    connect(&m_reopen, &QTimer::timeout, this, &SaneScanner::tryOpen);
}

SaneScanner::~SaneScanner() {
    if (m_handle != nullptr)
        sane_close(m_handle);
    const std::lock_guard lock(saneGuard);
    if (m_initialised && --saneUsers == 0)
        sane_exit();
}

void SaneScanner::open() {
    {
        const std::lock_guard lock(saneGuard);
        m_initialised =
            m_initialised || saneUsers++ > 0 || sane_init(nullptr, nullptr) == SANE_STATUS_GOOD;
    }
    tryOpen();
}

void SaneScanner::tryOpen() {
    SANE_Handle handle = nullptr;
    if (!m_initialised || sane_open(m_name.constData(), &handle) != SANE_STATUS_GOOD) {
        setStatus({DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
        return m_reopen.start();
    }
    m_reopen.stop();
    m_handle = handle;
    setStatus({DeviceState::Online, MediaState::Unknown});
}

void SaneScanner::close() {
    m_reopen.stop();
    if (m_handle != nullptr)
        sane_close(m_handle);
    m_handle = nullptr;
    Device::close();
}

bool SaneScanner::setOption(const QByteArray& name, const QString& value) {
    for (SANE_Int i = 1; m_handle != nullptr; ++i) {
        const SANE_Option_Descriptor* option = sane_get_option_descriptor(m_handle, i);
        if (option == nullptr)
            return false;
        if (option->name != nullptr && name == option->name)
            return setValue(m_handle, i, *option, value);
    }
    return false;
}

void SaneScanner::execute(const Command& command) {
    if (command.name != u"Scanner.Scan")
        return complete(command.id, CompletionCode::UnsupportedCommand);
    if (m_handle == nullptr)
        return complete(command.id, CompletionCode::DeviceNotReady, {}, QStringLiteral("gone"));
    scan(command);
}

void SaneScanner::scan(const Command& command) {
    const ScanRequest request = command.payload.value<ScanRequest>();
    setOption(SANE_NAME_SCAN_MODE,
              request.colour ? QStringLiteral("Color") : QStringLiteral("Gray"));
    setOption(SANE_NAME_SCAN_RESOLUTION, QString::number(request.dpi));
    if (!request.source.isEmpty())
        setOption(SANE_NAME_SCAN_SOURCE, request.source);
    SANE_Parameters shape{};
    QByteArray bytes;
    SANE_Status status = sane_start(m_handle);
    if (status == SANE_STATUS_GOOD)
        status = sane_get_parameters(m_handle, &shape);
    if (status == SANE_STATUS_GOOD)
        status = readFrame(m_handle, shape, bytes);
    sane_cancel(m_handle); // ends the page, or withdraws what went wrong
    const Outcome outcome = outcomeOf(status);
    const QImage page = outcome.code == CompletionCode::Success ? imageOf(shape, bytes) : QImage();
    setStatus({outcome.code == CompletionCode::HardwareError ? DeviceState::HardwareError
                                                             : DeviceState::Online,
               status == SANE_STATUS_JAMMED ? MediaState::Jammed : MediaState::Unknown,
               {},
               {},
               QLatin1String(outcome.detail)});
    if (outcome.code == CompletionCode::Success && page.isNull())
        return complete(command.id, CompletionCode::UnsupportedData);
    complete(command.id, outcome.code, page, QLatin1String(outcome.detail));
}

} // namespace tongban::devices

// The one contract of every device: status and completions in XFS4IoT's words, commands that
// complete exactly once.
#pragma once

#include "services/core/ids.h"

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QTimer>
#include <QVariant>
#include <chrono>
#include <memory>
#include <optional>

namespace tongban::devices {

enum class DeviceClass {
    IdentityReader,
    ContactCard,
    PassportReader,
    CodeScanner,
    ReceiptPrinter,
    DocumentPrinter,
    DocumentCamera,
    DocumentScanner,
    SignaturePad,
    StaffToken,
    CardDispenser,
    Locker,
    Indicators,
    Ups,
};

// Common.Status `device` of CWA 17852, with Unknown for machines that do not answer.
enum class DeviceState {
    Unknown,
    Online,
    Offline,
    PowerOff,
    NoDevice,
    HardwareError,
    UserError,
    DeviceBusy,
    FraudAttempt,
    PotentialFraud,
    Starting,
};

// CardReader.Status and Printer.Status `media`.
enum class MediaState { Unknown, Present, NotPresent, Jammed, Entering, Latched, Retracted };

// Printer.Status `paper`, and the same words for toner.
enum class PaperState { Unknown, Full, Low, Out, Jammed };

// The completion codes of CWA 17852; Unknown is "it may have happened", as after a cut cable in a
// print.
enum class CompletionCode {
    Success,
    CommandErrorCode,
    Canceled,
    DeviceNotReady,
    HardwareError,
    InternalError,
    InvalidCommand,
    TimeOut,
    UnsupportedCommand,
    InvalidData,
    UserError,
    UnsupportedData,
    FraudAttempt,
    SequenceError,
    Unknown,
};

QString nameOf(DeviceClass value);
std::optional<DeviceClass> deviceClassNamed(const QString& name); // in any case of letters
QString nameOf(DeviceState value);
QString nameOf(MediaState value);
QString nameOf(PaperState value);
QString nameOf(CompletionCode value);

struct DeviceStatus {
    DeviceState device = DeviceState::Unknown;
    MediaState media = MediaState::Unknown;
    PaperState paper = PaperState::Unknown;
    PaperState toner = PaperState::Unknown;
    QString detail; // a word for the log: "cover-open", "self-test"; never personal
    bool operator==(const DeviceStatus&) const = default;
};

using CommandId = quint64;

struct Command {
    CommandId id = 0;
    QString name; // XFS4IoT style: "CardReader.ReadRawData", "Printer.PrintRaw"
    QVariant payload;
    std::chrono::milliseconds timeout{0}; // 0: no deadline
};

struct Completion {
    CommandId command = 0;
    QString name;
    CompletionCode code = CompletionCode::Unknown;
    QVariant payload;
    QString detail; // for the log; never personal
};

// A device lives in the thread DeviceHub gave it. `submit`, `cancel` and `status` may be called
// from any thread.
class Device : public QObject {
    Q_OBJECT

public:
    Device(DeviceId id, DeviceClass kind);
    ~Device() override;

    const DeviceId& id() const { return m_id; }
    DeviceClass kind() const { return m_kind; }
    DeviceStatus status() const;

    // Every command gets one completion: its result, Canceled, TimeOut, or DeviceNotReady when the
    // device closes.
    CommandId submit(const QString& name, const QVariant& payload,
                     std::chrono::milliseconds timeout);
    void cancel(CommandId command);

    // Called on the device's own thread.
    virtual void open() = 0;
    virtual void close();

Q_SIGNALS:
    void statusChanged(const tongban::devices::DeviceStatus& status);
    void completed(const tongban::devices::Completion& completion);

protected:
    // Starts a command; `complete` may be called at once or later.
    virtual void execute(const Command& command) = 0;
    // The command was cancelled or ran out of time and is already completed: stop working on it.
    virtual void abandon(CommandId command);
    // How a command that is cut short ends: `code` (Canceled, TimeOut, DeviceNotReady), or Unknown
    // if it may have had its effect already.
    virtual CompletionCode cutShort(CommandId command, CompletionCode code) const;

    void complete(CommandId command, CompletionCode code, const QVariant& payload = {},
                  const QString& detail = {});
    bool pending(CommandId command) const { return m_pending.contains(command); }
    void setStatus(const DeviceStatus& status);

private:
    struct Pending {
        QString name;
        std::unique_ptr<QTimer> deadline;
    };
    void begin(const Command& command);
    void finishEarly(CommandId command, CompletionCode code);

    const DeviceId m_id;
    const DeviceClass m_kind;
    mutable QMutex m_statusGuard;
    DeviceStatus m_status;
    QHash<CommandId, std::shared_ptr<Pending>> m_pending;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::DeviceStatus)
Q_DECLARE_METATYPE(tongban::devices::Completion)

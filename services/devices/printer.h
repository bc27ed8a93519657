// Printing: what a job is, what may be promised before it, and what is said when it failed
// half-way.
#pragma once

#include "services/devices/device.h"

#include <QHash>

namespace tongban::devices {

// What to print and under which name it is counted; the key is not personal (a case number and a
// form).
struct PrintJob {
    QString key;
    QByteArray content; // ESC/POS for a receipt printer, PDF for a document printer
};

// Command "Printer.Print" with a PrintJob. Completions:
//   Success        everything was printed and cut, the printer said so
//   DeviceNotReady, UserError, HardwareError   not one byte was sent; the detail says why
//   ("paper-out") Unknown        it failed half-way: paper may have come out. It is never repeated
//   by itself.
class Printer : public Device {
    Q_OBJECT

public:
    using Device::Device;
};
class ReceiptPrinter : public Printer {
    Q_OBJECT

public:
    explicit ReceiptPrinter(DeviceId id);
};
class DocumentPrinter : public Printer {
    Q_OBJECT

public:
    explicit DocumentPrinter(DeviceId id);
};

// The paper guard: may a transaction that must end on paper begin? Empty, or the reason
// ("paper-out"). Low paper still prints; an unknown status does not promise anything.
QString whyNotPrint(const DeviceStatus& status);

// How often each job reached paper, as far as anyone knows; the second time is a 补打 and is marked
// as one.
class PrintCounter {
public:
    int printed(const QString& key) const { return m_counts.value(key); }
    void record(const QString& key, CompletionCode code);
    void restore(const QString& key, int count) { m_counts.insert(key, count); }
    // "补打 第1次", empty for the first print.
    QString reprintMark(const QString& key) const;

private:
    QHash<QString, int> m_counts;
};

} // namespace tongban::devices

Q_DECLARE_METATYPE(tongban::devices::PrintJob)

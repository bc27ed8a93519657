// EvdevInput: an input device of the Linux kernel, grabbed so that nothing else hears it; opened
// again whenever it comes back.
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>
#include <chrono>
#include <memory>

namespace tongban::devices {

class EvdevInput final : public QObject {
    Q_OBJECT

public:
    explicit EvdevInput(QString path, QObject* parent = nullptr); // /dev/input/by-id/…
    ~EvdevInput() override;

    // Without the grab a scanner would type into whatever field has the focus: then it is not used
    // at all.
    void open();
    void close();

    struct Range {
        int low = 0;
        int high = 0; // as `low`: the device has no such axis
    };
    Range rangeOf(int axis) const; // ABS_X, …; while open

Q_SIGNALS:
    void opened();
    void gone();
    void happened(quint16 type, quint16 code, qint32 value, std::chrono::milliseconds at);

private:
    void tryOpen();
    void closeInput();
    void readEvents();

    const QString m_path;
    int m_input = -1;
    std::unique_ptr<QSocketNotifier> m_ready;
    QTimer m_reopen;
};

} // namespace tongban::devices

// VendorProcess: the helper process beside this program that calls closed vendor libraries; started
// when it is needed, and again after it died.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <chrono>
#include <functional>

namespace tongban::devices {

class VendorProcess final : public QObject {
    Q_OBJECT

public:
    using Answered = std::function<void(const QJsonObject&)>;

    // `program` is empty for the one beside this program.
    explicit VendorProcess(QString program = {}, QObject* parent = nullptr);
    ~VendorProcess() override;

    // Calls in order; exactly one answer each, later: the library's (see performVendorCall), or
    // {"error": "unavailable"} without a helper, {"error": "crashed"} or {"error": "timeout"}.
    void ask(const QJsonObject& request, Answered answered,
             std::chrono::milliseconds timeout = std::chrono::seconds(10));
    void stop();

private:
    struct Pending {
        QJsonObject request;
        Answered answered;
        std::chrono::milliseconds timeout;
    };
    void next();
    void ready();
    void gaveUp(const char* word);
    void answer(const QJsonObject& what);

    const QString m_program;
    QProcess m_process;
    QTimer m_patience;
    QList<Pending> m_pending;
    bool m_asked = false; // the first of the pending is with the helper
};

} // namespace tongban::devices

// One JSON object a line, one call at a time.
#include "services/devices/vendor_process.h"

#include "services/core/json_reader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSignalBlocker>

namespace tongban::devices {

namespace {

constexpr qint64 longestAnswer = 2 * 1024 * 1024;
constexpr int endWithin = 500; // milliseconds

} // namespace

VendorProcess::VendorProcess(QString program, QObject* parent)
    : QObject(parent)
    , m_program(program.isEmpty()
                    ? QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-vendor")
                    : std::move(program))
    , m_process(this)
    , m_patience(this) {
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { gaveUp("timeout"); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &VendorProcess::ready);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            gaveUp("unavailable");
    });
    connect(&m_process, &QProcess::finished, this, [this] { gaveUp("crashed"); });
}

VendorProcess::~VendorProcess() {
    stop();
}

void VendorProcess::stop() {
    m_pending.clear();
    m_asked = false;
    m_patience.stop();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // it ends at the end of its input
    if (!m_process.waitForFinished(endWithin)) {
        m_process.kill();
        m_process.waitForFinished(endWithin);
    }
}

void VendorProcess::ask(const QJsonObject& request, Answered answered,
                        std::chrono::milliseconds timeout) {
    m_pending.append({request, std::move(answered), timeout});
    QMetaObject::invokeMethod(this, &VendorProcess::next, Qt::QueuedConnection);
}

void VendorProcess::next() {
    if (m_asked || m_pending.isEmpty())
        return;
    m_asked = true;
    if (m_process.state() == QProcess::NotRunning)
        m_process.start(m_program, QStringList());
    m_process.write(QJsonDocument(m_pending.first().request).toJson(QJsonDocument::Compact) + '\n');
    m_patience.start(m_pending.first().timeout);
}

void VendorProcess::ready() {
    if (!m_process.canReadLine()) {
        if (m_process.bytesAvailable() > longestAnswer)
            gaveUp("crashed");
        return;
    }
    const auto object = parseJsonObject(m_process.readLine().trimmed(), {.bytes = longestAnswer});
    answer(object ? *object
                  : QJsonObject{{QStringLiteral("error"), QStringLiteral("crashed")},
                                {QStringLiteral("detail"), object.error().detail}});
}

void VendorProcess::gaveUp(const char* word) {
    if (m_process.state() != QProcess::NotRunning) {
        const QSignalBlocker told(m_process);
        m_process.kill(); // what hangs in a library cannot be asked to stop
        m_process.waitForFinished(endWithin);
    }
    answer({{QStringLiteral("error"), QLatin1String(word)}});
}

void VendorProcess::answer(const QJsonObject& what) {
    if (!std::exchange(m_asked, false))
        return;
    m_patience.stop();
    const Pending first = m_pending.takeFirst();
    first.answered(what);
    QMetaObject::invokeMethod(this, &VendorProcess::next, Qt::QueuedConnection);
}

} // namespace tongban::devices

// Child processes through signals alone; nothing waits.
#include "app/cli/hall.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QTcpServer>

namespace tongban::cli {

Hall::Hall(QObject* parent)
    : QObject(parent) {}

Hall::~Hall() {
    for (auto it = m_children.rbegin(); it != m_children.rend(); ++it) {
        QProcess& child = **it;
        child.disconnect();
        if (child.state() == QProcess::NotRunning)
            continue;
        child.terminate();
        if (!child.waitForFinished(5000)) // the program ends; there is nothing else to do meanwhile
            child.kill();
    }
}

QString Hall::pathOf(const QString& program) {
    return QDir(QCoreApplication::applicationDirPath()).filePath(program);
}

QProcess* Hall::launch(const QString& program, const QStringList& arguments,
                       QProcess::ProcessChannelMode mode) {
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(mode);
    QProcess* raw = child.get();
    m_children.push_back(std::move(child));
    connect(raw, &QProcess::errorOccurred, this, [this, program](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(program + QStringLiteral(" does not start"));
    });
    raw->start(pathOf(program), arguments);
    return raw;
}

void Hall::startCentral(const QString& data, int port, std::function<void(QString)> ready) {
    QProcess* central =
        launch(QStringLiteral("tongban-central"),
               {QStringLiteral("--data"), data, QStringLiteral("--print-port"),
                QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)});
    connect(central, &QProcess::readyReadStandardOutput, this,
            [central, ready = std::move(ready), told = false]() mutable {
                if (told || !central->canReadLine())
                    return;
                told = true;
                ready(QStringLiteral("http://127.0.0.1:%1")
                          .arg(QString::fromLatin1(central->readLine()).trimmed()));
            });
    connect(central, &QProcess::finished, this, [this](int code) {
        Q_EMIT failed(QStringLiteral("the central service ended with %1").arg(code));
    });
}

bool Hall::answers(quint16 port) {
    QTcpServer probe;
    return !probe.listen(QHostAddress::LocalHost, port);
}

void Hall::run(const QString& program, const QStringList& arguments,
               std::function<void(int)> done) {
    QProcess* child = launch(program, arguments, QProcess::ForwardedChannels);
    connect(child, &QProcess::finished, this,
            [done = std::move(done)](int code, QProcess::ExitStatus status) {
                done(status == QProcess::NormalExit ? code : 1);
            });
}

} // namespace tongban::cli

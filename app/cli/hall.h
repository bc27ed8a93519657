// Hall: starts the programs of a hall as child processes, one after the other or side by side, and
// ends them together.
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

namespace tongban::cli {

class Hall : public QObject {
    Q_OBJECT

public:
    explicit Hall(QObject* parent = nullptr);
    ~Hall() override; // ends what still runs

    // Starts the central service on a free port (or `port`) of 127.0.0.1; calls `ready(address)`
    // when it listens.
    void startCentral(const QString& data, int port, std::function<void(QString address)> ready);
    // Whether somebody listens on this port of 127.0.0.1 already.
    static bool answers(quint16 port);
    static QString pathOf(const QString& program); // it stands beside this one
    // Runs a program of the product; `done(exit code)` when it ended.
    void run(const QString& program, const QStringList& arguments, std::function<void(int)> done);

Q_SIGNALS:
    void failed(const QString& why);

private:
    QProcess* launch(const QString& program, const QStringList& arguments,
                     QProcess::ProcessChannelMode mode = QProcess::ForwardedErrorChannel);

    std::vector<std::unique_ptr<QProcess>> m_children;
};

} // namespace tongban::cli

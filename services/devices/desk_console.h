// DeskConsole: touches the simulated devices by lines of words, from a script or through a local
// socket.
#pragma once

#include "services/core/result.h"

#include <QObject>
#include <QSocketNotifier>
#include <QStringList>
#include <memory>

namespace tongban::devices {

class DeviceHub;

// One line, e.g. "card zhang-san"; the answer is a word or a list. Invalid names what is wrong with
// the line.
Result<QString> performOnDesk(DeviceHub& hub, const QString& line);
QString deskConsoleHelp();

// Listens on a Unix socket that only its owner may open; one line in, one line out.
class DeskSocket : public QObject {
    Q_OBJECT

public:
    DeskSocket(DeviceHub& hub, QString path, QObject* parent = nullptr);
    ~DeskSocket() override;
    Result<void> listen();

private:
    void accept();

    DeviceHub& m_hub;
    const QString m_path;
    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_ready;
};

// $TONGBAN_DESK, else tongban-desk.sock in the user's runtime folder.
QString deskSocketPath();
// Sends one line to the desk of a running program. Offline when none runs.
Result<QString> tellDesk(const QString& path, const QString& line);

} // namespace tongban::devices

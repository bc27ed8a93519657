// PostgresProcess: a real PostgreSQL of Debian's package on a Unix socket in a temporary folder,
// for tests and bars.
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <unistd.h>

namespace tongban::test {

class PostgresProcess {
public:
    static bool installed() { return QFile::exists(program(QStringLiteral("initdb"))); }
    ~PostgresProcess() { stop(); }

    // Without `durable` nothing is flushed: quick, and good enough for rules. `settings` as on the
    // command line of the server.
    bool start(bool durable = false, const QString& settings = {}) {
        m_folder.setAutoRemove(true);
        if (::geteuid() == 0) // PostgreSQL refuses to run as root
            QProcess::execute(QStringLiteral("chown"),
                              {QStringLiteral("postgres"), m_folder.path()});
        if (run(QStringLiteral("initdb"),
                {QStringLiteral("-D"), cluster(), QStringLiteral("-A"), QStringLiteral("trust"),
                 QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-E"),
                 QStringLiteral("UTF8"), QStringLiteral("--no-locale"), QStringLiteral("-N")}) != 0)
            return false;
        m_settings = QStringLiteral("-c max_connections=60 -c fsync=%1 ")
                         .arg(durable ? QStringLiteral("on") : QStringLiteral("off")) +
                     settings;
        return launch(cluster());
    }
    // A base backup of the running server, as pg_basebackup makes it.
    bool backUp(const QString& name) {
        return run(QStringLiteral("pg_basebackup"),
                   {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"),
                    QStringLiteral("postgres"), QStringLiteral("-D"), folder(name),
                    QStringLiteral("-X"), QStringLiteral("none"), QStringLiteral("-c"),
                    QStringLiteral("fast")}) == 0;
    }
    // Stops, and goes on with that backup: `settings` say how far the archived log is replayed.
    bool restore(const QString& name, const QString& settings) {
        stop();
        QProcess::execute(QStringLiteral("touch"),
                          {folder(name) + QStringLiteral("/recovery.signal")});
        m_settings += settings;
        return launch(folder(name));
    }
    QString folder(const QString& name) const { return m_folder.filePath(name); }
    void stop() {
        if (m_running)
            run(QStringLiteral("pg_ctl"), {QStringLiteral("-D"), m_cluster, QStringLiteral("-m"),
                                           QStringLiteral("immediate"), QStringLiteral("stop")});
        m_running = false;
    }
    // An empty database of that name.
    bool createDatabase(const QString& name) {
        return run(QStringLiteral("createdb"),
                   {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"),
                    QStringLiteral("postgres"), name}) == 0;
    }
    QString connection(const QString& name) const {
        return QStringLiteral("host=%1 user=postgres dbname=%2").arg(m_folder.path(), name);
    }

private:
    bool launch(const QString& cluster) {
        m_cluster = cluster;
        m_running =
            run(QStringLiteral("pg_ctl"),
                {QStringLiteral("-D"), cluster, QStringLiteral("-w"), QStringLiteral("-l"),
                 m_folder.filePath(QStringLiteral("log")), QStringLiteral("-o"),
                 QStringLiteral("-k %1 -c listen_addresses='' ").arg(m_folder.path()) + m_settings,
                 QStringLiteral("start")}) == 0;
        return m_running;
    }
    static QString program(const QString& name) {
        return QStringLiteral("/usr/lib/postgresql/15/bin/") + name;
    }
    QString cluster() const { return m_folder.filePath(QStringLiteral("cluster")); }
    int run(const QString& name, QStringList arguments) const {
        QProcess process;
        process.setWorkingDirectory(QStringLiteral("/"));
        QString command = program(name);
        if (::geteuid() == 0) {
            arguments = QStringList{QStringLiteral("-u"), QStringLiteral("postgres"),
                                    QStringLiteral("--"), command} +
                        arguments;
            command = QStringLiteral("runuser");
        }
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(command, arguments);
        process.waitForFinished(60000);
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QTemporaryDir m_folder;
    QString m_settings;
    QString m_cluster;
    bool m_running = false;
};

} // namespace tongban::test

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

    // Without `durable` nothing is flushed: quick, and good enough for rules.
    bool start(bool durable = false) {
        m_folder.setAutoRemove(true);
        if (::geteuid() == 0) // PostgreSQL refuses to run as root
            QProcess::execute(QStringLiteral("chown"),
                              {QStringLiteral("postgres"), m_folder.path()});
        if (run(QStringLiteral("initdb"),
                {QStringLiteral("-D"), cluster(), QStringLiteral("-A"), QStringLiteral("trust"),
                 QStringLiteral("-U"), QStringLiteral("postgres"), QStringLiteral("-E"),
                 QStringLiteral("UTF8"), QStringLiteral("--no-locale"), QStringLiteral("-N")}) != 0)
            return false;
        m_running =
            run(QStringLiteral("pg_ctl"),
                {QStringLiteral("-D"), cluster(), QStringLiteral("-w"), QStringLiteral("-l"),
                 m_folder.filePath(QStringLiteral("log")), QStringLiteral("-o"),
                 QStringLiteral("-k %1 -c listen_addresses='' -c max_connections=60 -c fsync=%2")
                     .arg(m_folder.path(), durable ? QStringLiteral("on") : QStringLiteral("off")),
                 QStringLiteral("start")}) == 0;
        return m_running;
    }
    void stop() {
        if (m_running)
            run(QStringLiteral("pg_ctl"), {QStringLiteral("-D"), cluster(), QStringLiteral("-m"),
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
    bool m_running = false;
};

} // namespace tongban::test

// HaCluster: three nodes of etcd, Patroni and PostgreSQL, each in a network namespace of its own
// behind one bridge, and HAProxy before them; made of deploy/'s files. For bars: nodes can be
// killed and cut off from each other.
#pragma once

#include "tests/support/loopback_client.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <csignal>
#include <memory>

namespace tongban::test {

class HaCluster {
public:
    static constexpr int nodes = 3;

    // The first package that is not here; empty when all are.
    static QString missing() {
        const std::pair<const char*, const char*> needed[] = {
            {"/usr/bin/etcd", "etcd-server"},
            {"/usr/bin/patroni", "patroni"},
            {"/usr/sbin/haproxy", "haproxy"},
            {"/usr/lib/postgresql/15/bin/postgres", "postgresql-15"},
            {"/usr/bin/setpriv", "util-linux"}};
        for (const auto& [file, package] : needed) {
            if (!QFile::exists(QLatin1String(file)))
                return QLatin1String(package);
        }
        return {};
    }

    explicit HaCluster(bool synchronous)
        : m_synchronous(synchronous) {}
    ~HaCluster() { stop(); }
    HaCluster(const HaCluster&) = delete;
    HaCluster& operator=(const HaCluster&) = delete;

    // True when there are a leader and two followers, one of them synchronous when asked for.
    bool start(int seconds = 90) {
        if (!makeNetwork())
            return false;
        for (int n = 1; n <= nodes; ++n)
            startEtcd(n);
        startPatroni(1);
        QThread::sleep(3); // one initialises, the others copy it
        startPatroni(2);
        startPatroni(3);
        startProxy();
        for (int i = 0; i < seconds * 4; ++i) {
            if (ready())
                return true;
            QThread::msleep(250);
        }
        return false;
    }
    void stop() {
        for (int n = 1; n <= nodes; ++n)
            killNode(n);
        for (Running* one : {&m_proxy, &m_etcd[0], &m_etcd[1], &m_etcd[2]})
            end(*one);
        for (int n = 1; n <= nodes; ++n)
            run({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("del"), space(n)});
    }

    // 1 … 3; 0 when there is none.
    int leader() const {
        for (int n = 1; n <= nodes; ++n) {
            LoopbackClient client(8008, qPrintable(address(n)));
            if (client.connected() && client.ask("GET", "/primary", {}, {}, 1000).status == 200)
                return n;
        }
        return 0;
    }
    // Patroni and PostgreSQL of a node at once, as when its power fails.
    void killNode(int n) {
        end(m_patroni[n - 1]);
        QFile pid(folder(n) + QStringLiteral("/data/postmaster.pid"));
        if (pid.open(QIODevice::ReadOnly)) {
            const auto postmaster = static_cast<pid_t>(pid.readLine().trimmed().toInt());
            if (postmaster > 1)
                ::kill(postmaster, SIGKILL);
        }
    }
    // The node and the others do not hear of each other; clients reach all of them.
    void cutOff(int n, bool cut) {
        for (int other = 1; other <= nodes; ++other) {
            if (other == n)
                continue;
            const QString verb = cut ? QStringLiteral("add") : QStringLiteral("del");
            run({QStringLiteral("ip"), QStringLiteral("-n"), space(n), QStringLiteral("route"),
                 verb, QStringLiteral("blackhole"), address(other) + QStringLiteral("/32")});
            run({QStringLiteral("ip"), QStringLiteral("-n"), space(other), QStringLiteral("route"),
                 verb, QStringLiteral("blackhole"), address(n) + QStringLiteral("/32")});
        }
    }
    // What follows the proxy to the primary.
    QString connection(const QString& database) const {
        return QStringLiteral("host=%1 port=5000 user=postgres password=%2 dbname=%3 "
                              "connect_timeout=3 tcp_user_timeout=10000")
            .arg(hub(), m_password, database);
    }
    QString ask(const QString& database, const QString& statement) const {
        QProcess psql;
        psql.start(QStringLiteral("psql"),
                   {connection(database), QStringLiteral("-qAtc"), statement});
        psql.waitForFinished(30'000);
        return QString::fromUtf8(psql.readAllStandardOutput()).trimmed();
    }

private:
    using Running = std::unique_ptr<QProcess>;

    static QString address(int n) { return QStringLiteral("10.99.0.%1").arg(n); }
    static QString hub() { return QStringLiteral("10.99.0.254"); }
    static QString space(int n) { return QStringLiteral("tongban-%1-%2").arg(::getpid()).arg(n); }
    QString folder(int n) const { return m_folder.filePath(QStringLiteral("node%1").arg(n)); }

    static bool run(const QStringList& words) {
        QProcess process;
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(words.first(), words.mid(1));
        return process.waitForFinished(10'000) && process.exitCode() == 0;
    }
    bool makeNetwork() {
        bool made =
            run({QStringLiteral("ip"), QStringLiteral("link"), QStringLiteral("add"),
                 QStringLiteral("br0"), QStringLiteral("type"), QStringLiteral("bridge")}) &&
            run({QStringLiteral("ip"), QStringLiteral("addr"), QStringLiteral("add"),
                 hub() + QStringLiteral("/24"), QStringLiteral("dev"), QStringLiteral("br0")}) &&
            run({QStringLiteral("ip"), QStringLiteral("link"), QStringLiteral("set"),
                 QStringLiteral("br0"), QStringLiteral("up")});
        for (int n = 1; made && n <= nodes; ++n) {
            const QString wire = QStringLiteral("wire%1").arg(n);
            made =
                run({QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("add"),
                     space(n)}) &&
                run({QStringLiteral("ip"), QStringLiteral("link"), QStringLiteral("add"), wire,
                     QStringLiteral("type"), QStringLiteral("veth"), QStringLiteral("peer"),
                     QStringLiteral("name"), QStringLiteral("eth0"), QStringLiteral("netns"),
                     space(n)}) &&
                run({QStringLiteral("ip"), QStringLiteral("link"), QStringLiteral("set"), wire,
                     QStringLiteral("master"), QStringLiteral("br0"), QStringLiteral("up")}) &&
                run({QStringLiteral("ip"), QStringLiteral("-n"), space(n), QStringLiteral("addr"),
                     QStringLiteral("add"), address(n) + QStringLiteral("/24"),
                     QStringLiteral("dev"), QStringLiteral("eth0")}) &&
                run({QStringLiteral("ip"), QStringLiteral("-n"), space(n), QStringLiteral("link"),
                     QStringLiteral("set"), QStringLiteral("eth0"), QStringLiteral("up")}) &&
                run({QStringLiteral("ip"), QStringLiteral("-n"), space(n), QStringLiteral("link"),
                     QStringLiteral("set"), QStringLiteral("lo"), QStringLiteral("up")});
            QDir().mkpath(folder(n));
        }
        return made && run({QStringLiteral("chown"), QStringLiteral("-R"),
                            QStringLiteral("postgres"), m_folder.path()});
    }
    // In the node's network, as the user postgres; its own process, so that its pid is known.
    Running startIn(int n, const QStringList& command, const QString& log) const {
        auto process = std::make_unique<QProcess>();
        process->setWorkingDirectory(folder(n));
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->setStandardOutputFile(folder(n) + u'/' + log);
        process->start(QStringLiteral("ip"),
                       QStringList{QStringLiteral("netns"), QStringLiteral("exec"), space(n),
                                   QStringLiteral("setpriv"), QStringLiteral("--reuid"),
                                   QStringLiteral("postgres"), QStringLiteral("--regid"),
                                   QStringLiteral("postgres"), QStringLiteral("--init-groups")} +
                           command);
        process->waitForStarted(5'000);
        return process;
    }
    static void end(Running& process) {
        if (!process)
            return;
        process->kill();
        process->waitForFinished(5'000);
        process.reset();
    }
    void startEtcd(int n) {
        QStringList members;
        for (int i = 1; i <= nodes; ++i)
            members += QStringLiteral("node%1=http://%2:2380").arg(i).arg(address(i));
        const QString peers = QStringLiteral("http://%1:2380").arg(address(n));
        const QString clients = QStringLiteral("http://%1:2379").arg(address(n));
        m_etcd[n - 1] = startIn(
            n,
            {QStringLiteral("etcd"), QStringLiteral("--name"), QStringLiteral("node%1").arg(n),
             QStringLiteral("--data-dir"), folder(n) + QStringLiteral("/etcd"),
             QStringLiteral("--logger=zap"), QStringLiteral("--listen-peer-urls"), peers,
             QStringLiteral("--initial-advertise-peer-urls"), peers,
             QStringLiteral("--listen-client-urls"), clients,
             QStringLiteral("--advertise-client-urls"), clients,
             QStringLiteral("--initial-cluster"), members.join(u','),
             QStringLiteral("--initial-cluster-state"), QStringLiteral("new")},
            QStringLiteral("etcd.log"));
    }
    QString filled(const QString& file, const QHash<QString, QString>& words) const {
        QFile source(QStringLiteral(TONGBAN_SOURCE_DIR "/deploy/") + file);
        QString text =
            source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
        for (auto it = words.begin(); it != words.end(); ++it)
            text.replace(u'@' + it.key() + u'@', it.value());
        return text;
    }
    void startPatroni(int n) {
        QStringList etcd;
        for (int i = 1; i <= nodes; ++i)
            etcd += address(i) + QStringLiteral(":2379");
        const QString path = folder(n) + QStringLiteral("/patroni.yml");
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(filled(QStringLiteral("patroni.yml"),
                              {{QStringLiteral("NAME"), QStringLiteral("node%1").arg(n)},
                               {QStringLiteral("ADDRESS"), address(n)},
                               {QStringLiteral("ETCD_HOSTS"), etcd.join(u',')},
                               {QStringLiteral("SYNCHRONOUS"),
                                m_synchronous ? QStringLiteral("true") : QStringLiteral("false")},
                               {QStringLiteral("FOLDER"), folder(n)},
                               {QStringLiteral("PASSWORD"), m_password},
                               {QStringLiteral("NETWORK"), QStringLiteral("10.99.0.0/24")}})
                           .toUtf8());
        file.close();
        m_patroni[n - 1] =
            startIn(n, {QStringLiteral("patroni"), path}, QStringLiteral("patroni.log"));
    }
    void startProxy() {
        const QString path = m_folder.filePath(QStringLiteral("haproxy.cfg"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(filled(QStringLiteral("haproxy-postgres.cfg"),
                              {{QStringLiteral("BIND"), hub()},
                               {QStringLiteral("ONE"), address(1)},
                               {QStringLiteral("TWO"), address(2)},
                               {QStringLiteral("THREE"), address(3)}})
                           .toUtf8());
        file.close();
        m_proxy = std::make_unique<QProcess>();
        m_proxy->setProcessChannelMode(QProcess::MergedChannels);
        m_proxy->setStandardOutputFile(m_folder.filePath(QStringLiteral("haproxy.log")));
        m_proxy->start(QStringLiteral("/usr/sbin/haproxy"),
                       {QStringLiteral("-db"), QStringLiteral("-f"), path});
    }
    bool ready() const {
        LoopbackClient client(8008, qPrintable(address(1)));
        if (!client.connected())
            return false;
        int leaders = 0;
        int followers = 0;
        int synchronous = 0;
        for (const QJsonValue& value : client.ask("GET", "/cluster", {}, {}, 2000)
                                           .json()
                                           .value(QStringLiteral("members"))
                                           .toArray()) {
            const QString role = value.toObject().value(QStringLiteral("role")).toString();
            const QString state = value.toObject().value(QStringLiteral("state")).toString();
            if (state != QStringLiteral("running") && state != QStringLiteral("streaming"))
                continue;
            leaders += role == QStringLiteral("leader") ? 1 : 0;
            followers +=
                role == QStringLiteral("replica") || role == QStringLiteral("sync_standby") ? 1 : 0;
            synchronous += role == QStringLiteral("sync_standby") ? 1 : 0;
        }
        return leaders == 1 && followers == nodes - 1 && (synchronous == 1 || !m_synchronous);
    }

    QTemporaryDir m_folder{QStringLiteral("/tmp/tongban-ha-XXXXXX")};
    QString m_password = QStringLiteral("practice");
    bool m_synchronous;
    Running m_etcd[nodes];
    Running m_patroni[nodes];
    Running m_proxy;
};

} // namespace tongban::test

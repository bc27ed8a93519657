// Bars of a cluster: three PostgreSQL under Patroni and etcd behind HAProxy, a node killed or cut
// off while applications come in.
#include "app/cli/bar_central.h"
#include "app/cli/private_network.h"
#include "tests/support/ha_cluster.h"

#include <mutex>
#include <thread>

namespace tongban::cli {

namespace {

using test::CentralProcess;
using test::DraftApplication;
using test::HaCluster;
using test::KioskDouble;
using test::LoopbackClient;
using Steady = std::chrono::steady_clock;

const QString database = QStringLiteral("central");

// Kiosks that repeat each application until it is acknowledged, and how long none was.
class Writers {
public:
    explicit Writers(KioskDouble& kiosk)
        : m_kiosk(kiosk) {}
    ~Writers() { stop(); }
    Writers(const Writers&) = delete;
    Writers& operator=(const Writers&) = delete;

    void start(int count) {
        m_last = Steady::now();
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back([this] { write(); });
    }
    void stop() {
        m_stop = true;
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
    }
    QSet<QString> acknowledged() {
        const std::lock_guard lock(m_guard);
        return m_acknowledged;
    }
    double longestGap() {
        const std::lock_guard lock(m_guard);
        return std::max(m_gap, std::chrono::duration<double>(Steady::now() - m_last).count());
    }
    double sinceLast() {
        const std::lock_guard lock(m_guard);
        return std::chrono::duration<double>(Steady::now() - m_last).count();
    }

private:
    DraftApplication next() {
        const std::lock_guard lock(m_drafting);
        return drafts(m_kiosk, 1).first();
    }
    void write() {
        while (!m_stop) {
            const DraftApplication draft = next();
            while (!m_stop) {
                LoopbackClient client(m_kiosk.port);
                const int status = putOn(client, m_kiosk, draft);
                if (status == 200 || status == 201) {
                    acknowledge(draft.manifest.id);
                    break;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
        }
    }
    void acknowledge(const QString& id) {
        const std::lock_guard lock(m_guard);
        const auto now = Steady::now();
        m_gap = std::max(m_gap, std::chrono::duration<double>(now - m_last).count());
        m_last = now;
        m_acknowledged.insert(id);
    }

    KioskDouble& m_kiosk;
    std::mutex m_drafting;
    std::mutex m_guard;
    std::atomic<bool> m_stop{false};
    QSet<QString> m_acknowledged;
    Steady::time_point m_last;
    double m_gap = 0;
    std::vector<std::thread> m_threads;
};

struct Fault {
    double gap = 0;
    qint64 acknowledged = 0;
    qint64 lost = 0;
    qint64 doubled = 0;
    int from = 0;
    int to = 0;
    double upSeconds = 0;
    QString why; // did not come so far
};

using Happening = std::function<void(HaCluster&, int leader)>;

// Starts everything, lets the fault happen under load, heals it, and counts what is there.
Fault underLoad(bool synchronous, const Happening& happen, std::chrono::seconds lasting,
                const Happening& heal) {
    Fault fault;
    HaCluster cluster(synchronous);
    QElapsedTimer timer;
    timer.start();
    if (!cluster.start()) {
        fault.why = QStringLiteral("the cluster did not come up");
        return fault;
    }
    fault.upSeconds = static_cast<double>(timer.elapsed()) / 1000;
    cluster.ask(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ") + database);
    CentralProcess central(unhurried +
                           QStringList{QStringLiteral("--postgres"), cluster.connection(database)});
    KioskDouble kiosk;
    if (!ready(central, kiosk)) {
        fault.why = QStringLiteral("the central service did not start");
        return fault;
    }
    Writers writers(kiosk);
    writers.start(6);
    QThread::sleep(4);
    fault.from = cluster.leader();
    happen(cluster, fault.from);
    QThread::sleep(static_cast<unsigned long>(lasting.count()));
    heal(cluster, fault.from);
    for (int i = 0; i < 100 && (writers.sinceLast() > 1 || i < 20); ++i)
        QThread::msleep(250);
    writers.stop();
    fault.to = cluster.leader();
    fault.gap = writers.longestGap();
    QSet<QString> stored;
    for (const QString& id :
         cluster.ask(database, QStringLiteral("SELECT id FROM application")).split(u'\n'))
        stored.insert(id);
    const QSet<QString> acknowledged = writers.acknowledged();
    fault.acknowledged = acknowledged.size();
    fault.lost = (acknowledged - stored).size();
    fault.doubled =
        cluster
            .ask(database, QStringLiteral("SELECT count(*) - count(DISTINCT application) "
                                          "FROM event WHERE kind = 'stored'"))
            .toLongLong();
    return fault;
}

BarOutcome judged(const Fault& fault, bool controlLoses) {
    Findings findings;
    findings.expect(fault.why.isEmpty(), fault.why);
    findings.expect(fault.acknowledged > 500, QStringLiteral("hardly anything was written"));
    if (controlLoses) {
        findings.expect(fault.lost > 0, QStringLiteral("the control lost nothing"));
    } else {
        findings.expect(fault.lost == 0, QStringLiteral("acknowledged and lost"));
        findings.expect(fault.gap <= 40, QStringLiteral("nothing was taken for over 40 s"));
        findings.expect(fault.from != fault.to && fault.to != 0, QStringLiteral("no new leader"));
    }
    findings.expect(fault.doubled == 0, QStringLiteral("doubled"));
    return findings.outcome(
        {{QStringLiteral("up_s"), fault.upSeconds},
         {QStringLiteral("leader"), QStringLiteral("%1 → %2").arg(fault.from).arg(fault.to)},
         {QStringLiteral("write_gap_s"), fault.gap},
         {QStringLiteral("acknowledged"), fault.acknowledged},
         {QStringLiteral("lost"), fault.lost},
         {QStringLiteral("doubled"), fault.doubled}});
}

BarOutcome inOwnNetwork(const std::function<BarOutcome()>& bar) {
    if (const QString package = HaCluster::missing(); !package.isEmpty())
        return {false, {}, package};
    const PrivateNetwork network;
    return network.made() ? bar() : BarOutcome{false, {}, PrivateNetwork::missing()};
}

BarOutcome up() {
    return inOwnNetwork([] {
        HaCluster cluster(true);
        QElapsedTimer timer;
        timer.start();
        const bool came = cluster.start();
        const double seconds = static_cast<double>(timer.elapsed()) / 1000;
        Findings findings;
        findings.expect(came && seconds <= 60, QStringLiteral("not up within 60 s"));
        findings.expect(cluster.ask(QStringLiteral("postgres"), QStringLiteral("SELECT 7")) ==
                            QLatin1String("7"),
                        QStringLiteral("the proxy leads nowhere"));
        return findings.outcome({{QStringLiteral("up_s"), seconds}});
    });
}

BarOutcome killed() {
    return inOwnNetwork([] {
        return judged(underLoad(
                          true, [](HaCluster& cluster, int leader) { cluster.killNode(leader); },
                          std::chrono::seconds(35), [](HaCluster&, int) {}),
                      false);
    });
}

BarOutcome cutOff(bool synchronous) {
    return inOwnNetwork([synchronous] {
        return judged(underLoad(
                          synchronous,
                          [](HaCluster& cluster, int leader) { cluster.cutOff(leader, true); },
                          std::chrono::seconds(45),
                          [](HaCluster& cluster, int leader) { cluster.cutOff(leader, false); }),
                      !synchronous);
    });
}

} // namespace

QList<Bar> clusterBars() {
    return {
        {"ha-up", "three etcd, three PostgreSQL and HAProxy are up within 60 s", up},
        {"ha-kill", "the leader's node is killed: write gap ≤ 40 s, nothing lost or doubled",
         killed},
        {"ha-partition",
         "the leader is cut off for 45 s: write gap ≤ 40 s, nothing lost or doubled",
         [] { return cutOff(true); }},
        {"ha-partition-async",
         "the control: the same without synchronous replication loses acknowledged applications",
         [] { return cutOff(false); }},
    };
}

} // namespace tongban::cli

// PrivateNetwork: a network of this thread's own (Linux network namespace) with a loopback that can
// be cut, slowed and made lossy, for bars. Programs started meanwhile live in it.
#pragma once

#include <QProcess>
#include <QString>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tongban::cli {

class PrivateNetwork {
public:
    PrivateNetwork()
        : m_outside(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC))
        , m_made(m_outside >= 0 && ::unshare(CLONE_NEWNET) == 0 && setUp(true)) {}
    ~PrivateNetwork() {
        if (m_made)
            ::setns(m_outside, CLONE_NEWNET);
        if (m_outside >= 0)
            ::close(m_outside);
    }
    PrivateNetwork(const PrivateNetwork&) = delete;
    PrivateNetwork& operator=(const PrivateNetwork&) = delete;

    bool made() const { return m_made; }
    static QString missing() {
        return QStringLiteral("the right to make a network namespace (run as root)");
    }
    // Cut: nothing passes, connections stay as they are, as with a pulled plug.
    bool setUp(bool up) {
        const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        ifreq request{};
        qstrncpy(request.ifr_name, "lo", IFNAMSIZ);
        bool done = ::ioctl(any, SIOCGIFFLAGS, &request) == 0;
        request.ifr_flags =
            static_cast<short>(up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
        done = done && ::ioctl(any, SIOCSIFFLAGS, &request) == 0;
        ::close(any);
        return done;
    }
    // By tc of the package iproute2; packets of an ordinary line's size, or few would exist.
    bool slow(const QString& rate) {
        return run(QStringLiteral("ip link set lo mtu 1500")) &&
               run(QStringLiteral("tc qdisc replace dev lo root tbf rate %1 burst 16kb latency 1s")
                       .arg(rate));
    }
    bool loseOneIn(int packets) {
        return run(QStringLiteral("tc qdisc add dev lo clsact")) &&
               run(QStringLiteral("tc filter add dev lo egress matchall action pass random netrand "
                                  "drop %1")
                       .arg(packets));
    }
    void ordinary() {
        (void)run(QStringLiteral("tc qdisc del dev lo root"));
        (void)run(QStringLiteral("tc qdisc del dev lo clsact"));
    }

private:
    static bool run(const QString& command) {
        QStringList words = command.split(QLatin1Char(' '));
        QProcess process;
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(words.takeFirst(), words);
        return process.waitForFinished(5'000) && process.exitCode() == 0;
    }
    int m_outside;
    bool m_made;
};

} // namespace tongban::cli

// Bars of the administrators: three that cannot be two, alarms that arrive, and no more open than
// what is written down.
#include "app/cli/open_cases.h"
#include "services/protocol/device_messages.h"
#include "tests/support/api_operations.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTcpServer>

namespace tongban::cli {

namespace {

using test::ApiOperation;
using test::askOnce;
using test::CentralProcess;
using test::KioskDouble;

const QStringList administrators{QStringLiteral("system-admin"), QStringLiteral("security-admin"),
                                 QStringLiteral("audit-admin")};

// ---- sec-three

int hire(const CentralProcess& central, const QByteArray& by, const QString& person,
         const QString& role) {
    static int number = 7000;
    return askOnce(central.port(), "POST", "/v1/admin/staff",
                   QJsonDocument(QJsonObject{{QStringLiteral("staff"), QString::number(++number)},
                                             {QStringLiteral("person"), person},
                                             {QStringLiteral("name"), QStringLiteral("赵一")},
                                             {QStringLiteral("role"), role},
                                             {QStringLiteral("region"), QStringLiteral("440399")}})
                       .toJson(),
                   {by})
        .status;
}

// What more than one of them gets past the door of.
QStringList shared(const QList<QSet<QString>>& routes) {
    QStringList twice;
    for (qsizetype i = 0; i < routes.size(); ++i)
        for (qsizetype j = i + 1; j < routes.size(); ++j) {
            const QSet<QString> both = routes[i] & routes[j];
            twice += QStringList(both.begin(), both.end());
        }
    return twice;
}

BarOutcome three() {
    CentralProcess central(unhurried);
    if (!central.start())
        return notStarted();
    Findings findings;
    const QByteArray security = central.signIn(QStringLiteral("security-admin"));
    int refused = 0;
    int person = 0;
    QStringList alone = administrators;
    alone.append(QStringLiteral("privacy-officer"));
    for (const QString& first : std::as_const(alone)) {
        for (const QString& second : std::as_const(alone)) {
            if (first == second)
                continue;
            const QString who = QStringLiteral("P%1").arg(++person);
            findings.expect(hire(central, security, who, first) == 201,
                            first + QStringLiteral(" alone is refused"));
            const int status = hire(central, security, who, second);
            refused += status == 403 ? 1 : 0;
            findings.expect(
                status == 403,
                QStringLiteral("%1 and %2 in one hand: %3").arg(first, second).arg(status));
        }
    }
    // The control: two roles that go together may be one person's.
    const bool control =
        hire(central, security, QStringLiteral("Q"), QStringLiteral("clerk")) == 201 &&
        hire(central, security, QStringLiteral("Q"), QStringLiteral("approver")) == 201;
    findings.expect(control, QStringLiteral("the control was refused"));

    QList<QSet<QString>> routes;
    for (const QString& role : administrators) {
        const QByteArray header = central.signIn(role);
        QSet<QString> open;
        for (const ApiOperation& operation : test::readOperations()) {
            // What is everybody's is not an administrator's.
            if (operation.who.contains(QStringLiteral("stranger")) || operation.who.size() > 3)
                continue;
            const int status = askOnce(central.port(), operation.method, operation.target,
                                       operation.method == "POST" ? "{}" : "", {header})
                                   .status;
            if (status != 401 && status != 403)
                open.insert(QString::fromLatin1(operation.method + ' ' + operation.path));
        }
        findings.expect(!open.isEmpty(), role + QStringLiteral(" can do nothing"));
        routes.append(open);
    }
    findings.expect(shared(routes).isEmpty(), shared(routes).join(u' '));
    QList<QSet<QString>> bent = routes;
    bent[0] += routes[1];
    findings.expect(!shared(bent).isEmpty(), QStringLiteral("the control: an overlap is not seen"));
    return findings.outcome({{QStringLiteral("pairs_refused"), refused},
                             {QStringLiteral("shared_routes"), shared(routes).size()},
                             {QStringLiteral("control_allowed"), control}});
}

// ---- sec-alarm

class AlarmWatch {
public:
    AlarmWatch(OpenCases& cases, Findings& findings)
        : m_cases(cases)
        , m_findings(findings)
        , m_security(cases.central->signIn(QStringLiteral("security-admin"))) {}

    QStringList kinds() const {
        QStringList kinds;
        const QJsonObject answer = m_cases.get("/v1/admin/alarms", m_security).json();
        for (const QJsonValue& one : answer.value(QStringLiteral("alarms")).toArray())
            kinds.append(one[QStringLiteral("kind")].toString());
        return kinds;
    }
    // Waits for an alarm of this kind; ten seconds are too long.
    void expect(const QString& kind) {
        QElapsedTimer timer;
        timer.start();
        while (!kinds().contains(kind) && timer.elapsed() < 10'000)
            QThread::msleep(50);
        const bool came = kinds().contains(kind);
        m_findings.expect(came, QStringLiteral("no alarm ") + kind);
        m_came += came ? 1 : 0;
        m_slowest = qMax(m_slowest, timer.elapsed());
    }
    int came() const { return m_came; }
    qint64 slowest() const { return m_slowest; }

private:
    OpenCases& m_cases;
    Findings& m_findings;
    QByteArray m_security;
    int m_came = 0;
    qint64 m_slowest = 0;
};

int report(const OpenCases& cases, qint64 n, const QStringList& alarms = {}) {
    protocol::DeviceReport message;
    message.at = SystemClock().now();
    message.id = newUuid7(message.at);
    message.version = QStringLiteral("bar");
    message.audit = {n, QByteArray(32, 'h')};
    message.alarms = alarms;
    return askOnce(cases.kiosk.port, "POST", "/v1/device/report", protocol::toJson(message),
                   {cases.kiosk.authorization})
        .status;
}

int forged(OpenCases& cases) {
    test::DraftApplication draft = cases.draftFor(QLatin1String(idNumber));
    --cases.kiosk.sequence;
    static const auto stranger = *crypto::PrivateKey::generate(crypto::Algorithm::P256);
    draft.bytes = *protocol::signManifest(draft.manifest, stranger);
    return cases.kiosk.put(draft).status;
}

BarOutcome alarm() {
    OpenCases cases;
    if (!cases.start(1))
        return notStarted();
    Findings findings;
    KioskDouble counter;
    findings.expect(counter.enrol(cases.central->port(),
                                  cases.central->enrolmentCode(QStringLiteral("counter")),
                                  test::certificateRequest(counter.key))
                            .status == 200,
                    QStringLiteral("no counter"));
    AlarmWatch watch(cases, findings);
    // The control: an ordinary day rings nothing: a clean report, nine bad signatures, a login.
    report(cases, 5);
    for (int i = 0; i < 9; ++i)
        forged(cases);
    QThread::msleep(2'500);
    const qsizetype quiet = watch.kinds().size();
    findings.expect(quiet == 0, QStringLiteral("the control rang: ") + watch.kinds().join(u' '));

    forged(cases);
    watch.expect(QStringLiteral("signatures"));
    for (const char* kind : {"tamper", "usb", "database-damaged", "wipe-failed"}) {
        report(cases, 5, {QLatin1String(kind)});
        watch.expect(QLatin1String(kind));
    }
    findings.expect(report(cases, 3) == 409, QStringLiteral("a rewritten chain is taken"));
    watch.expect(QStringLiteral("device-chain"));
    const QJsonObject wrong{{QStringLiteral("staff"), QStringLiteral("0108")},
                            {QStringLiteral("password"), QStringLiteral("wrong")},
                            {QStringLiteral("otp"), QStringLiteral("000000")},
                            {QStringLiteral("terminal"), QStringLiteral("w9")}};
    const QByteArray approver = cases.central->signIn(QStringLiteral("approver"));
    for (int i = 0; i < 5; ++i)
        cases.post("/v1/staff/login", wrong);
    watch.expect(QStringLiteral("login-locked"));
    cases.post("/v1/cases/" + cases.ids.first().toLatin1() + "/break-glass",
               {{QStringLiteral("reason"), QStringLiteral("电话核实急办")}}, approver);
    watch.expect(QStringLiteral("break-glass"));
    const QByteArray system = cases.central->signIn(QStringLiteral("system-admin"));
    cases.post("/v1/admin/devices/" + cases.kiosk.device.toLatin1() + "/revoke", {}, system);
    cases.kiosk.feed(0);
    watch.expect(QStringLiteral("shut-out-device"));
    cases.central->stop();
    {
        auto database = cases.database();
        findings.expect(
            database
                .execute(QStringLiteral(
                    "UPDATE audit SET entry = replace(entry, 'done', 'gone') WHERE n = 2"))
                .has_value(),
            QStringLiteral("the log cannot be reached"));
    }
    if (!cases.central->start())
        return notStarted();
    watch.expect(QStringLiteral("audit-chain"));
    const QByteArray heard = counter.feed(0).body;
    findings.expect(heard.contains("tamper") && heard.contains("audit-chain"),
                    QStringLiteral("the counter heard nothing"));
    return findings.outcome({{QStringLiteral("triggers"), watch.came()},
                             {QStringLiteral("slowest_ms"), watch.slowest()},
                             {QStringLiteral("control_rang"), quiet}});
}

// ---- sec-surface

// Addresses on which a process listens, TCP of both kinds: "0100007F:20F8" as the kernel writes
// them.
QStringList listeningOf(qint64 pid) {
    QSet<QByteArray> sockets;
    const QDir open(QStringLiteral("/proc/%1/fd").arg(pid));
    for (const QFileInfo& entry : open.entryInfoList(QDir::Files | QDir::System)) {
        const QByteArray target = entry.symLinkTarget().toLatin1();
        const qsizetype at = target.indexOf("socket:[");
        if (at >= 0)
            sockets.insert(target.mid(at + 8).chopped(1));
    }
    QStringList listening;
    for (const char* table : {"tcp", "tcp6", "udp", "udp6"}) {
        QFile file(QStringLiteral("/proc/%1/net/%2").arg(pid).arg(QLatin1String(table)));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const bool stream = QByteArray(table).startsWith("tcp");
        for (const QByteArray& line : file.readAll().split('\n').mid(1)) {
            const QByteArrayList word = line.simplified().split(' ');
            if (word.size() > 9 && sockets.contains(word[9]) && (!stream || word[3] == "0A"))
                listening.append(QLatin1String(table) + u' ' + QString::fromLatin1(word[1]));
        }
    }
    return listening;
}

// Debian packages of the libraries a program is linked with.
QStringList packagesOf(const QString& program) {
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {program});
    ldd.waitForFinished();
    QStringList files;
    for (const QByteArray& line : ldd.readAllStandardOutput().split('\n')) {
        const QString path =
            QString::fromLocal8Bit(line).section(QStringLiteral("=> "), 1).section(u' ', 0, 0);
        if (path.startsWith(u'/'))
            files += {path, path.startsWith(QLatin1String("/lib")) ? QStringLiteral("/usr") + path
                                                                   : path.mid(4)};
    }
    QProcess dpkg;
    dpkg.setStandardErrorFile(QProcess::nullDevice());
    dpkg.start(QStringLiteral("dpkg"), QStringList{QStringLiteral("-S")} + files);
    dpkg.waitForFinished();
    QStringList packages;
    for (const QByteArray& line : dpkg.readAllStandardOutput().split('\n'))
        if (!line.isEmpty())
            packages.append(QString::fromLatin1(line.left(line.indexOf(':'))));
    packages.sort();
    packages.removeDuplicates();
    return packages;
}

// What is written down, one word a line under its heading.
QStringList pinned(const QString& heading) {
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/deploy/surface.txt"));
    QStringList words;
    bool here = false;
    if (!file.open(QIODevice::ReadOnly))
        return words;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (text.startsWith(u'['))
            here = text == u'[' + heading + u']';
        else if (here && !text.isEmpty() && !text.startsWith(u'#'))
            words.append(text);
    }
    return words;
}

QStringList missingFrom(const QStringList& list, const QStringList& known) {
    QStringList odd;
    for (const QString& word : list)
        if (!known.contains(word))
            odd.append(word);
    return odd;
}

BarOutcome surface() {
    if (!QFile::exists(QStringLiteral("/usr/bin/dpkg")))
        return {false, {}, QStringLiteral("dpkg")};
    CentralProcess central(unhurried);
    if (!central.start())
        return notStarted();
    Findings findings;
    const QStringList ports = listeningOf(central.pid());
    const QString own =
        QStringLiteral("tcp 0100007F:") +
        QStringLiteral("%1").arg(uint(central.port()), 4, 16, QChar(u'0')).toUpper();
    findings.expect(ports == QStringList{own}, QStringLiteral("it listens on ") + ports.join(u','));
    const QDir bin(QCoreApplication::applicationDirPath());
    int packages = 0;
    for (const char* program : {"tongban-central", "tongban-kiosk", "tongban-counter"}) {
        const QStringList found = packagesOf(bin.filePath(QLatin1String(program)));
        const QStringList known = pinned(QLatin1String(program));
        packages += static_cast<int>(found.size());
        findings.expect(!found.isEmpty(),
                        QLatin1String(program) + QStringLiteral(": no libraries"));
        findings.expect(missingFrom(found, known).isEmpty(),
                        QLatin1String(program) + QStringLiteral(" needs besides: ") +
                            missingFrom(found, known).join(u' '));
        findings.expect(missingFrom(known, found).isEmpty(),
                        QLatin1String(program) + QStringLiteral(" no longer needs: ") +
                            missingFrom(known, found).join(u' '));
    }
    QStringList privileged;
    for (const QFileInfo& file : bin.entryInfoList(QDir::Files))
        if (QFile(file.filePath()).permissions().testFlag(QFile::WriteOther) ||
            QProcess::execute(QStringLiteral("test"), {QStringLiteral("-u"), file.filePath()}) ==
                0 ||
            QProcess::execute(QStringLiteral("test"), {QStringLiteral("-g"), file.filePath()}) == 0)
            privileged.append(file.fileName());
    findings.expect(privileged.isEmpty(), privileged.join(u' '));
    // The control: a listener and a library that are not written down are seen.
    QTcpServer stranger;
    stranger.listen(QHostAddress::LocalHost);
    const qsizetype control = listeningOf(QCoreApplication::applicationPid()).size();
    findings.expect(control == 1, QStringLiteral("the control: a listener is not seen"));
    findings.expect(!missingFrom(packagesOf(bin.filePath(QStringLiteral("tongban-kiosk"))),
                                 pinned(QStringLiteral("tongban-central")))
                         .isEmpty(),
                    QStringLiteral("the control: a library is not seen"));
    return findings.outcome({{QStringLiteral("listeners"), ports.size()},
                             {QStringLiteral("packages"), packages},
                             {QStringLiteral("setuid"), privileged.size()},
                             {QStringLiteral("control_listeners"), control}});
}

} // namespace

QList<Bar> adminBars() {
    return {
        {"sec-three", "the three administrators are three people and share no route", three},
        {"sec-alarm", "ten triggers, ten alarms within ten seconds; an ordinary day rings none",
         alarm},
        {"sec-surface", "listening sockets, libraries and privileged files are those written down",
         surface},
    };
}

} // namespace tongban::cli

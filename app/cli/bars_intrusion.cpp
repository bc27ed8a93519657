// Bars of those who try to get in: wrong handshakes, hostile input, a stolen machine, hostile
// packs.
#include "app/cli/bar_central.h"
#include "services/storage/storage_thread.h"
#include "tests/support/api_operations.h"
#include "tests/support/hand_in.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace tongban::cli {

namespace {

using test::Answer;
using test::ApiOperation;
using test::askOnce;
using test::CentralProcess;
using test::KioskDouble;

int exitOf(const QString& program, const QStringList& arguments, QByteArray* output = nullptr) {
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000);
    if (output != nullptr)
        *output = process.readAllStandardOutput();
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

bool put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// ---- sec-tls

// Certificates and keys of friends and strangers, in a folder.
struct Papers {
    QTemporaryDir folder;
    QString at(const char* name) const { return folder.filePath(QLatin1String(name)); }

    bool openssl(const QString& command) const {
        return exitOf(QStringLiteral("openssl"), command.split(u' ')) == 0;
    }
    // A certificate for `name` by the authority given as two files; older than its own life on
    // request.
    bool issue(const char* name, const QString& ca, const QString& caKey, bool expired = false) {
        const QString base = at(name);
        QStringList sign = QStringLiteral("x509 -req -in %1.csr -CA %2 -CAkey %3 -CAcreateserial "
                                          "-days 90 -out %1.pem")
                               .arg(base, ca, caKey)
                               .split(u' ');
        const bool asked =
            openssl(QStringLiteral("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                                   "-keyout %1.key -out %1.csr -subj /CN=440399-000001")
                        .arg(base));
        return asked &&
               (expired ? exitOf(QStringLiteral("faketime"),
                                 QStringList{QStringLiteral("-400d"), QStringLiteral("openssl")} +
                                     sign) == 0
                        : exitOf(QStringLiteral("openssl"), sign) == 0);
    }
};

// What a client with these papers gets for its feed: the status, 0 without an answer.
int feedStatus(quint16 port, const QStringList& options,
               const QString& host = QStringLiteral("127.0.0.1"), const char* scheme = "https") {
    QByteArray output;
    exitOf(QStringLiteral("curl"),
           QStringList{QStringLiteral("-s"), QStringLiteral("-o"), QStringLiteral("/dev/null"),
                       QStringLiteral("-w"), QStringLiteral("%{http_code}"),
                       QStringLiteral("--max-time"), QStringLiteral("5")} +
               options +
               QStringList{QStringLiteral("%1://%2:%3/v1/device/feed")
                               .arg(QLatin1String(scheme), host)
                               .arg(port)},
           &output);
    return output.toInt();
}

BarOutcome tls() {
    if (!QFile::exists(QStringLiteral("/usr/bin/curl")))
        return {false, {}, QStringLiteral("curl")};
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!central.start())
        return notStarted();
    const QJsonObject enrolled =
        kiosk.enrol(central.port(), central.enrolmentCode(), test::certificateRequest(kiosk.key))
            .json();
    const QByteArray admin = central.signIn(QStringLiteral("system-admin"));
    Papers papers;
    const QString ca = central.dataDir() + QStringLiteral("/ca.pem");
    const bool made =
        put(papers.at("good.pem"),
            enrolled.value(QStringLiteral("certificate")).toString().toLatin1()) &&
        kiosk.key.save(papers.at("good.key")).has_value() &&
        papers.openssl(
            QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                           "-keyout %1 -out %2 -subj /CN=other -days 30")
                .arg(papers.at("other-ca.key"), papers.at("other-ca.pem"))) &&
        papers.issue("foreign", papers.at("other-ca.pem"), papers.at("other-ca.key")) &&
        papers.issue("unknown", ca, central.dataDir() + QStringLiteral("/ca.key"));
    const bool old =
        papers.issue("expired", ca, central.dataDir() + QStringLiteral("/ca.key"), true);
    if (!made)
        return {false, {{QStringLiteral("why"), QStringLiteral("no certificates")}}, {}};
    central.stop();
    central.add({QStringLiteral("--tls")});
    if (!central.start())
        return notStarted();
    const auto with = [&](const char* certificate, const char* key, const QString& trusted) {
        return QStringList{QStringLiteral("--cacert"), trusted,
                           QStringLiteral("--cert"),   papers.at(certificate),
                           QStringLiteral("--key"),    papers.at(key)};
    };
    const QStringList good = with("good.pem", "good.key", ca);
    const QStringList nobody{QStringLiteral("--cacert"), ca};
    const QString wrongName = QStringLiteral("wrong.example");
    const QStringList resolve{QStringLiteral("--resolve"),
                              QStringLiteral("%1:%2:127.0.0.1").arg(wrongName).arg(central.port())};
    struct Try {
        const char* name;
        int status;
    };
    const int control = feedStatus(central.port(), good);
    QList<Try> tries{
        {"no certificate", feedStatus(central.port(), nobody)},
        {"a token instead",
         feedStatus(
             central.port(),
             nobody + QStringList{QStringLiteral("-H"), QString::fromLatin1(kiosk.authorization)})},
        {"other authority", feedStatus(central.port(), with("foreign.pem", "foreign.key", ca))},
        {"self-signed", feedStatus(central.port(), with("other-ca.pem", "other-ca.key", ca))},
        {"unknown to the register",
         feedStatus(central.port(), with("unknown.pem", "unknown.key", ca))},
        {"another's key", feedStatus(central.port(), with("good.pem", "unknown.key", ca))},
        {"TLS 1.1", feedStatus(central.port(), good + QStringList{QStringLiteral("--tls-max"),
                                                                  QStringLiteral("1.1")})},
        {"TLS 1.0", feedStatus(central.port(), good + QStringList{QStringLiteral("--tls-max"),
                                                                  QStringLiteral("1.0")})},
        {"wrong name", feedStatus(central.port(), good + resolve, wrongName)},
        {"authority not pinned",
         feedStatus(central.port(), with("good.pem", "good.key", papers.at("other-ca.pem")))},
        {"plain HTTP", feedStatus(central.port(), {}, QStringLiteral("127.0.0.1"), "http")}};
    if (old)
        tries.append(
            {"expired", feedStatus(central.port(), with("expired.pem", "expired.key", ca))});
    exitOf(QStringLiteral("curl"),
           QStringList{QStringLiteral("-s"), QStringLiteral("-X"), QStringLiteral("POST"),
                       QStringLiteral("-H"), QString::fromLatin1(admin), QStringLiteral("-d"),
                       QStringLiteral("{\"stolen\":true}"),
                       QStringLiteral("https://127.0.0.1:%1/v1/admin/devices/%2/revoke")
                           .arg(central.port())
                           .arg(kiosk.device)} +
               nobody);
    tries.append({"revoked", feedStatus(central.port(), good)});
    Findings findings;
    findings.expect(control == 200, QStringLiteral("the control was refused: %1").arg(control));
    findings.expect(tries.size() >= 12, QStringLiteral("fewer than 12 (faketime is missing?)"));
    for (const Try& one : tries)
        findings.expect(one.status != 200, QLatin1String(one.name));
    return findings.outcome({{QStringLiteral("bad_handshakes"), tries.size()},
                             {QStringLiteral("control_status"), control}});
}

// ---- sec-inject

QByteArrayList payloads() {
    return {"' OR '1'='1",
            "'; DROP TABLE staff; --",
            "\" UNION SELECT password FROM staff --",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "../../../../etc/passwd",
            "..%2f..%2f..%2fetc%2fpasswd",
            "\r\nSet-Cookie: a=b",
            "%0d%0aSet-Cookie:%20a=b",
            "%s%s%s%n%x",
            "{{7*7}}${7*7}",
            "\xc0\xae\xc0\xae/",
            "=cmd|' /C calc'!A0",
            QByteArray(3000, 'A'),
            "$(reboot)`reboot`",
            "\xe2\x80\xae\xef\xbb\xbf\xf0\x9f\x92\xa9"};
}

BarOutcome inject() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    const QByteArrayList who{{},
                             kiosk.authorization,
                             central.signIn(QStringLiteral("approver")),
                             central.signIn(QStringLiteral("audit-admin"))};
    const auto staffRows = [&] {
        auto database = storage::Database::open(central.dataDir() + QStringLiteral("/central.db"));
        return database
            ->first(
                QStringLiteral("SELECT count(*) * 1000 + (SELECT count(*) FROM device) + (SELECT "
                               "count(*) FROM application) FROM staff"),
                [](const storage::Statement& row) { return row.integer(0); })
            .value_or(std::optional<qint64>())
            .value_or(-1);
    };
    const qint64 before = staffRows();
    Findings findings;
    int sent = 0;
    const QList<ApiOperation> operations = test::readOperations();
    for (const ApiOperation& operation : operations) {
        if (operation.path == "/v1/staff/logout")
            continue;
        for (const QByteArray& payload : payloads()) {
            const QByteArray escaped = payload.toPercentEncoding();
            QByteArray target = operation.path;
            for (const char* hole : {"{id}", "{sid}", "{sha256}", "{token}", "{n}"})
                target.replace(hole, escaped);
            target += "?after=" + escaped + "&pool=" + escaped + "&purpose=" + escaped;
            const QString text = QString::fromUtf8(payload);
            const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("staff"), text},
                                                              {QStringLiteral("password"), text},
                                                              {QStringLiteral("otp"), text},
                                                              {QStringLiteral("code"), text},
                                                              {QStringLiteral("name"), text},
                                                              {QStringLiteral("task"), text},
                                                              {QStringLiteral("pool"), text},
                                                              {QStringLiteral("reason"), text},
                                                              {QStringLiteral("decision"), text},
                                                              {QStringLiteral("request"), text}})
                                        .toJson();
            for (const QByteArray& header : who) {
                const Answer answer = askOnce(
                    central.port(), operation.method, target,
                    operation.method == "GET" || operation.method == "HEAD" ? QByteArray() : body,
                    header.isEmpty() ? QByteArrayList{} : QByteArrayList{header});
                ++sent;
                const QString where = QStringLiteral("%1 %2").arg(
                    QString::fromLatin1(operation.method), QString::fromLatin1(operation.path));
                findings.expect(answer.status != 0 && answer.status < 500,
                                QStringLiteral("%1: %2").arg(where).arg(answer.status));
                findings.expect(!answer.body.contains("<script>alert") &&
                                    !answer.body.contains("<img src=x"),
                                where + QStringLiteral(": markup came back"));
                findings.expect(!answer.headers.contains("set-cookie"),
                                where + QStringLiteral(": a header came back"));
            }
        }
    }
    findings.expect(staffRows() == before, QStringLiteral("rows changed"));
    // The control: a write that is allowed changes the rows that were counted.
    findings.expect(kiosk.put(drafts(kiosk, 1).first()).status == 201 && staffRows() == before + 1,
                    QStringLiteral("the control was not seen"));
    findings.expect(sent >= 1'500, QStringLiteral("too few"));
    return findings.outcome({{QStringLiteral("requests"), sent}});
}

// ---- sec-stolen

BarOutcome stolen() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    const QTemporaryDir disk;
    auto database = storage::Database::open(disk.filePath(QStringLiteral("kiosk.db")));
    Findings findings;
    findings.expect(storage::migrate(*database, *storage::readMigrations(QStringLiteral(
                                                    TONGBAN_SOURCE_DIR "/resources/sql/client")))
                        .has_value(),
                    QStringLiteral("database"));
    findings.expect(kiosk.key.save(disk.filePath(QStringLiteral("device.key"))).has_value(),
                    QStringLiteral("key"));
    QList<QByteArray> markers;
    int opened = 0;
    for (int i = 0; i < 20; ++i) {
        markers.append("stolen-" + crypto::randomBytes(8).toHex());
        protocol::SealedContent content;
        content.answers.insert(QStringLiteral("name"), QString::fromLatin1(markers.last()));
        const auto draft = kiosk.draft(QStringLiteral("residence-permit"), content);
        findings.expect(test::handIn(*database, draft), QStringLiteral("submit"));
        // The thief has the device's key and every program: the seal is not for that key.
        crypto::SealKeyRing thief;
        thief.add(draft.manifest.seal.kid,
                  *crypto::PrivateKey::load(disk.filePath(QStringLiteral("device.key"))));
        opened += thief.open(draft.manifest.seal, draft.manifest.id.toUtf8()).has_value() ? 1 : 0;
    }
    qint64 found = 0;
    for (const QFileInfo& entry : QDir(disk.path()).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const QByteArray& marker : std::as_const(markers))
            found += bytes.count(marker);
    }
    const int control = kiosk.feed(0).status; // until it is revoked the thief is the machine
    const QByteArray admin = central.signIn(QStringLiteral("system-admin"));
    QElapsedTimer timer;
    timer.start();
    const int revoked =
        askOnce(central.port(), "POST", "/v1/admin/devices/" + kiosk.device.toLatin1() + "/revoke",
                "{\"stolen\":true}", {admin})
            .status;
    const int after = kiosk.feed(0).status;
    const qint64 took = timer.elapsed();
    findings.expect(control == 200 && revoked == 204, QStringLiteral("the control"));
    findings.expect(after == 403 && took < 1'000, QStringLiteral("not out within a second"));
    findings.expect(found == 0 && opened == 0, QStringLiteral("the thief can read"));
    return findings.outcome({{QStringLiteral("applications"), markers.size()},
                             {QStringLiteral("found"), found},
                             {QStringLiteral("opened"), opened},
                             {QStringLiteral("out_after_ms"), took}});
}

} // namespace

QList<Bar> intrusionBars() {
    return {
        {"sec-tls", "a dozen wrong handshakes: none gets an answer", tls},
        {"sec-inject", "hostile text in every field of every route: no error, no effect, no echo",
         inject},
        {"sec-stolen", "a stolen disk with its key: nothing to read, out within a second", stolen},
    };
}

} // namespace tongban::cli

// Bars of the central service's security: nobody in who does not belong, and everything noticed.
#include "app/cli/bar_central.h"
#include "services/central/audit_log.h"
#include "services/central/staff_accounts.h"
#include "services/central/store.h"
#include "services/crypto/signature.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUrl>
#include <thread>

namespace tongban::cli {

namespace {

using test::Answer;
using test::askOnce;
using test::CentralProcess;
using test::KioskDouble;

QByteArray login(const QString& staff, const QString& password, const QString& otp,
                 const QString& terminal) {
    return QJsonDocument(QJsonObject{{QStringLiteral("staff"), staff},
                                     {QStringLiteral("password"), password},
                                     {QStringLiteral("otp"), otp},
                                     {QStringLiteral("terminal"), terminal}})
        .toJson();
}

// ---- sec-login

BarOutcome secLogin() {
    CentralProcess central(unhurried);
    if (!central.start())
        return notStarted();
    Findings findings;
    const QJsonObject account = central.account(QStringLiteral("approver"));
    const QString staff = account.value(QStringLiteral("staff")).toString();
    const QString password = account.value(QStringLiteral("password")).toString();
    int sessions = 0;
    QRandomGenerator random(7);
    for (int i = 0; i < 200; ++i) {
        // No, wrong, old and malformed second factors; each from a terminal of its own, so that
        // only the account locks.
        const QString otp = i % 4 == 0   ? QStringLiteral("000000")
                            : i % 4 == 1 ? QStringLiteral("x")
                                         : QString::number(random.bounded(100'000, 999'999));
        const Answer answer = askOnce(central.port(), "POST", "/v1/staff/login",
                                      login(staff, password, otp, QStringLiteral("w%1").arg(i)));
        sessions += answer.json().contains(QStringLiteral("token")) ? 1 : 0;
        findings.expect(answer.status == 401 || answer.status == 423 || answer.status == 422,
                        QStringLiteral("status %1").arg(answer.status));
    }
    findings.expect(sessions == 0,
                    QStringLiteral("%1 sessions without a second factor").arg(sessions));
    int weak = 0;
    const QStringList roots{QStringLiteral("password"), QStringLiteral("Admin"),
                            QStringLiteral("qwerty"), QStringLiteral("Welcome"),
                            QStringLiteral("tongban")};
    for (int i = 0; i < 10'000; ++i) {
        const QString candidate = roots[i % roots.size()] + QString::number(i) +
                                  (i % 2 == 0 ? QStringLiteral("!") : QString());
        weak += central::checkPasswordStrength(candidate, staff).has_value() ? 1 : 0;
    }
    findings.expect(weak == 0, QStringLiteral("%1 weak passwords taken").arg(weak));
    // The control: with both factors, on another account, it works.
    findings.expect(central.signIn(QStringLiteral("supervisor")).size() > 40,
                    QStringLiteral("the right factors were refused"));
    return findings.outcome({{QStringLiteral("tries"), 200},
                             {QStringLiteral("sessions"), sessions},
                             {QStringLiteral("weak_passwords"), 10'000}});
}

// ---- sec-lockout

BarOutcome secLockout() {
    CentralProcess central(unhurried);
    if (!central.start())
        return notStarted();
    Findings findings;
    const QJsonObject account = central.account(QStringLiteral("approver"));
    const QString staff = account.value(QStringLiteral("staff")).toString();
    QList<int> left;
    for (int i = 0; i < 5; ++i) {
        const Answer answer =
            askOnce(central.port(), "POST", "/v1/staff/login",
                    login(staff, QStringLiteral("wrong"), QStringLiteral("123456"),
                          QStringLiteral("w%1").arg(i)));
        left.append(answer.status == 401 ? answer.json().value(QStringLiteral("tries_left")).toInt()
                                         : -answer.status);
    }
    findings.expect(left == QList<int>({4, 3, 2, 1, -423}),
                    QStringLiteral("tries left were not 4 3 2 1 and locked"));
    const Answer sixth =
        askOnce(central.port(), "POST", "/v1/staff/login", central.loginBody(account));
    findings.expect(sixth.status == 423,
                    QStringLiteral("the sixth try with the right password: %1").arg(sixth.status));
    findings.expect(sixth.headers.value("retry-after").toInt() > 14 * 60,
                    QStringLiteral("locked for less than a quarter of an hour"));
    // One terminal that tries five accounts is locked too.
    for (int i = 0; i < 5; ++i)
        askOnce(central.port(), "POST", "/v1/staff/login",
                login(QStringLiteral("77%1").arg(i), QStringLiteral("wrong"),
                      QStringLiteral("123456"), QStringLiteral("desk")));
    QJsonObject supervisor =
        QJsonDocument::fromJson(central.loginBody(central.account(QStringLiteral("supervisor"))))
            .object();
    supervisor.insert(QStringLiteral("terminal"), QStringLiteral("desk"));
    findings.expect(
        askOnce(central.port(), "POST", "/v1/staff/login", QJsonDocument(supervisor).toJson())
                .status == 423,
        QStringLiteral("the terminal was not locked"));
    findings.expect(central.signIn(QStringLiteral("system-admin")).size() > 40,
                    QStringLiteral("others were locked as well"));
    return findings.outcome({{QStringLiteral("sixth"), sixth.status}});
}

// ---- sec-audit-tamper

Result<qint64> tamperOnce(central::Sql& sql, QRandomGenerator& random, qint64 rows,
                          const std::function<bool(const QByteArray&, const QByteArray&)>& good) {
    const auto n = static_cast<qint64>(random.bounded(static_cast<int>(rows))) + 1;
    switch (random.bounded(5)) {
    case 0:
        TRY(sql.run(QStringLiteral("UPDATE audit SET entry = substr(entry, 1, 20) || 'x' || "
                                   "substr(entry, 22) WHERE n = ?"),
                    {n}));
        break;
    case 1:
        TRY(sql.run(QStringLiteral("DELETE FROM audit WHERE n = ?"), {n}));
        break;
    case 2:
        TRY(sql.run(QStringLiteral("INSERT INTO audit (n, at, entry, hash) SELECT ?, at, entry, "
                                   "hash FROM audit WHERE n = ?"),
                    {rows + 1, n}));
        break;
    case 3:
        TRY(sql.run(QStringLiteral("UPDATE audit SET at = at + 1 WHERE n = ?"), {n}));
        break;
    default:
        TRY(sql.run(QStringLiteral("DELETE FROM audit WHERE n >= ?"), {n}));
        break;
    }
    const auto verified = central::verifyAudit(sql, good);
    return fail(FaultKind::Cancelled, verified.has_value()
                                          ? QStringLiteral("unnoticed")
                                          : QStringLiteral("noticed")); // rolls back
}

BarOutcome secAuditTamper() {
    QTemporaryDir folder;
    central::StoreOptions options;
    options.sqliteFile = folder.filePath(QStringLiteral("audit.db"));
    options.migrations = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/central");
    auto store = central::Store::open(options);
    const auto key = crypto::PrivateKey::generate(crypto::Algorithm::P256);
    if (!store.has_value() || !key.has_value())
        return {false, {{QStringLiteral("why"), QStringLiteral("store did not open")}}, {}};
    const auto sign = [&](const QByteArray& text) { return crypto::sign(*key, text); };
    const std::function<bool(const QByteArray&, const QByteArray&)> good =
        [&](const QByteArray& text, const QByteArray& signature) {
            return crypto::verify(key->publicKey(), text, signature);
        };
    constexpr qint64 rows = 400;
    Findings findings;
    const auto filled = (*store)->wait<qint64>([&](central::Sql& sql) -> Result<qint64> {
        for (int i = 0; i < rows; ++i)
            TRY(central::note(sql, {SystemClock().now(),
                                    QStringLiteral("0108"),
                                    QStringLiteral("w1"),
                                    QStringLiteral("case.view"),
                                    QString::number(i),
                                    QStringLiteral("done"),
                                    {}}));
        TRY(central::sealAudit(sql, SystemClock().now(), sign));
        return central::verifyAudit(sql, good);
    });
    findings.expect(filled.has_value() && *filled == rows,
                    QStringLiteral("the untouched chain does not verify"));
    QRandomGenerator random(11);
    int noticed = 0;
    for (int i = 0; i < 1'000; ++i) {
        const auto outcome = (*store)->wait<qint64>(
            [&](central::Sql& sql) { return tamperOnce(sql, random, rows, good); });
        const bool seen =
            !outcome.has_value() && outcome.error().detail == QLatin1String("noticed");
        noticed += seen ? 1 : 0;
        findings.expect(seen, QStringLiteral("attack %1 unnoticed").arg(i));
    }
    return findings.outcome(
        {{QStringLiteral("attacks"), 1'000}, {QStringLiteral("noticed"), noticed}});
}

// ---- sec-headers

BarOutcome secHeaders() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!central.start() ||
        kiosk.enrol(central.port(), central.enrolmentCode(), test::certificateRequest(kiosk.key))
                .status != 200)
        return notStarted();
    Findings findings;
    const auto draft = kiosk.draft(QStringLiteral("residence-permit"));
    const QByteArray genuine = QUrl(draft.receipt.url).path().toLatin1();
    static const QRegularExpression handler(QStringLiteral("\\son[a-z]+\\s*="));
    const QByteArrayList pages{genuine, genuine + "/state.json", "/1AAAA", "/1AAAA/state.json",
                               genuine + "?big=1"};
    for (const QByteArray& path : pages) {
        const Answer answer = askOnce(central.port(), "GET", path);
        const QString where = QString::fromLatin1(path.left(12));
        findings.expect(answer.headers.value("cache-control") == "no-store",
                        where + QStringLiteral(" cache-control"));
        findings.expect(answer.headers.value("referrer-policy") == "no-referrer",
                        where + QStringLiteral(" referrer-policy"));
        findings.expect(answer.headers.value("x-content-type-options") == "nosniff",
                        where + QStringLiteral(" nosniff"));
        findings.expect(answer.headers.value("x-frame-options") == "DENY",
                        where + QStringLiteral(" framing"));
        const QByteArray policy = answer.headers.value("content-security-policy");
        findings.expect(policy.startsWith("default-src 'none'") && !policy.contains("unsafe") &&
                            !policy.contains("script"),
                        where + QStringLiteral(" CSP"));
        findings.expect(!answer.body.contains("<script") &&
                            !handler.match(QString::fromUtf8(answer.body)).hasMatch(),
                        where + QStringLiteral(" script in the page"));
    }
    for (const QByteArray& path : {QByteArray("/v1/staff/me"), QByteArray("/v1/tasks"),
                                   QByteArray("/v1/device/feed"), QByteArray("/v1/admin/audit")})
        findings.expect(askOnce(central.port(), "GET", path).headers.value("cache-control") ==
                            "no-store",
                        QString::fromLatin1(path) + QStringLiteral(" cache-control"));
    return findings.outcome({{QStringLiteral("pages"), pages.size() + 4}});
}

// ---- sec-atrest: marker strings of 20 applications are nowhere in the data directory.

BarOutcome secAtRest() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!central.start() ||
        kiosk.enrol(central.port(), central.enrolmentCode(), test::certificateRequest(kiosk.key))
                .status != 200)
        return notStarted();
    Findings findings;
    for (int i = 0; i < 20; ++i) {
        protocol::SealedContent content;
        content.applicant = {{QStringLiteral("name"), QStringLiteral("MARKERNAME%1").arg(i)},
                             {QStringLiteral("number"), QStringLiteral("MARKERNUMBER%1").arg(i)}};
        content.answers = {{QStringLiteral("address"), QStringLiteral("MARKERADDRESS%1").arg(i)}};
        const int status =
            kiosk.deliver(kiosk.draft(QStringLiteral("residence-permit"), content)).status;
        findings.expect(status == 201, QStringLiteral("delivery %1").arg(status));
    }
    std::this_thread::sleep_for(std::chrono::seconds(2));
    central.kill9();
    int files = 0;
    bool control = false;
    QDirIterator walk(central.dataDir(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        ++files;
        control = control ||
                  bytes.contains(
                      "residence-permit"); // what is not secret is found, so the search can find
        for (const char* marker : {"MARKERNAME", "MARKERNUMBER", "MARKERADDRESS", "image of "})
            findings.expect(
                !bytes.contains(marker),
                QStringLiteral("%1 holds %2").arg(file.fileName(), QLatin1String(marker)));
    }
    findings.expect(control, QStringLiteral("the search finds nothing at all"));
    return findings.outcome(
        {{QStringLiteral("files"), files}, {QStringLiteral("applications"), 20}});
}

// ---- sec-rate

BarOutcome secRate() {
    CentralProcess central({QStringLiteral("--stranger-rate"), QStringLiteral("5"),
                            QStringLiteral("--device-rate"), QStringLiteral("20")});
    KioskDouble loud;
    if (!central.start() ||
        loud.enrol(central.port(), central.enrolmentCode(), test::certificateRequest(loud.key))
                .status != 200)
        return notStarted();
    KioskDouble quiet;
    Findings findings;
    findings.expect(quiet.enrol(central.port(), central.enrolmentCode(QStringLiteral("counter")),
                                test::certificateRequest(quiet.key))
                            .status == 200,
                    QStringLiteral("second device"));
    int refused = 0;
    int quietRefused = 0;
    for (int i = 0; i < 400; ++i) {
        const Answer answer = loud.feed(0);
        refused += answer.status == 429 ? 1 : 0;
        findings.expect(answer.status != 429 || answer.headers.value("retry-after").toInt() >= 1,
                        QStringLiteral("429 without Retry-After"));
        if (i % 8 == 0)
            quietRefused += quiet.feed(0).status == 200 ? 0 : 1;
    }
    findings.expect(refused > 100, QStringLiteral("only %1 of 400 refused").arg(refused));
    findings.expect(quietRefused == 0, QStringLiteral("the quiet device was refused"));
    return findings.outcome(
        {{QStringLiteral("refused"), refused}, {QStringLiteral("others_refused"), quietRefused}});
}

} // namespace

QList<Bar> centralSecurityBars() {
    return {{"sec-login",
             "200 logins without the second factor: no session; 10,000 weak passwords: none taken",
             secLogin},
            {"sec-lockout",
             "the sixth try is refused even with the right password, by account and by terminal",
             secLockout},
            {"sec-audit-tamper", "1,000 changes of the audit log: 1,000 noticed", secAuditTamper},
            {"sec-headers", "the citizen's pages carry the exact strict headers and no script",
             secHeaders},
            {"sec-atrest-central", "no marker of 20 applications in any file of the data directory",
             secAtRest},
            {"sec-rate", "who asks too often gets 429, and nobody else does", secRate}};
}

} // namespace tongban::cli

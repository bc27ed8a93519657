// Bars of who may do what, what leaves masked, and what is written down about it.
#include "app/cli/open_cases.h"
#include "services/central/audit_log.h"
#include "services/core/xml_tree.h"
#include "services/storage/database.h"
#include "tests/support/api_operations.h"

#include <QThread>

namespace tongban::cli {

namespace {

using test::Answer;
using test::ApiOperation;
using test::askOnce;
using test::CaseMaker;
using test::CentralProcess;
using test::DraftApplication;
using test::KioskDouble;

// ---- sec-matrix

bool asMeant(const ApiOperation& operation, const QString& role, int status) {
    const bool staff = role != QLatin1String("stranger") && role != QLatin1String("device");
    if (operation.who.contains(QStringLiteral("stranger")) || operation.who.contains(role))
        return status != 0 && status < 500 && status != 401 && status != 403;
    // A device at a staff door is nobody, and the other way round.
    const bool sameKind = staff == !operation.who.contains(QStringLiteral("device"));
    return status == (staff && sameKind ? 403 : 401);
}

BarOutcome matrix() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    const QMap<QString, QByteArray> headers = everybody(central, kiosk);
    Findings findings;
    int asked = 0;
    int control = 0;
    for (const ApiOperation& operation : test::readOperations()) {
        if (operation.path == "/v1/enroll" || operation.path == "/v1/staff/logout")
            continue; // one wants a code, the other would end the sessions of this walk
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            const int status =
                askOnce(central.port(), operation.method, operation.target,
                        operation.method == "POST" ? "{}" : "",
                        it.value().isEmpty() ? QByteArrayList{} : QByteArrayList{it.value()})
                    .status;
            ++asked;
            findings.expect(asMeant(operation, it.key(), status),
                            QStringLiteral("%1 %2 as %3: %4")
                                .arg(QString::fromLatin1(operation.method),
                                     QString::fromLatin1(operation.path), it.key())
                                .arg(status));
            // The control: a table that says the opposite is found out.
            ApiOperation bent = operation;
            bent.who = operation.who.contains(it.key()) ? QStringList{QStringLiteral("nobody")}
                                                        : QStringList{it.key()};
            control += asMeant(bent, it.key(), status) ? 0 : 1;
        }
    }
    findings.expect(asked > 200, QStringLiteral("too few routes"));
    findings.expect(control > asked / 2, QStringLiteral("a bent table was not found out"));
    return findings.outcome(
        {{QStringLiteral("requests"), asked}, {QStringLiteral("control_differences"), control}});
}

// ---- sec-fields, sec-audit-cover, sec-logscan: cases that staff look at

bool showsPerson(const QByteArray& body) {
    return body.contains(familyName) || body.contains(idNumber) || body.contains(phone);
}

BarOutcome fields() {
    OpenCases cases;
    if (!cases.start(10))
        return notStarted();
    const QMap<QString, QByteArray> headers = everybody(*cases.central, cases.kiosk);
    Findings findings;
    int looked = 0;
    int shown = 0;
    for (const QString& id : std::as_const(cases.ids)) {
        for (auto it = headers.begin(); it != headers.end(); ++it) {
            const Answer answer = cases.get("/v1/cases/" + id.toLatin1(), it.value());
            ++looked;
            const bool may =
                it.key() == QLatin1String("approver") || it.key() == QLatin1String("clerk");
            shown += may && showsPerson(answer.body) ? 1 : 0;
            findings.expect(may || !showsPerson(answer.body),
                            it.key() + QStringLiteral(" sees a personal value"));
        }
    }
    for (auto it = headers.begin(); it != headers.end(); ++it)
        findings.expect(!showsPerson(cases.get("/v1/tasks?pool=police-review", it.value()).body),
                        it.key() + QStringLiteral(" sees a personal value in a list"));
    findings.expect(shown > 0, QStringLiteral("the control: nobody sees what he may see"));
    return findings.outcome(
        {{QStringLiteral("looked"), looked}, {QStringLiteral("control_shown"), shown}});
}

BarOutcome auditCover() {
    OpenCases cases;
    if (!cases.start(10))
        return notStarted();
    const QByteArray approver = cases.central->signIn(QStringLiteral("approver"));
    const QByteArray auditor = cases.central->signIn(QStringLiteral("audit-admin"));
    const auto rows = [&](qint64 after) {
        return cases.get("/v1/admin/audit?limit=1000&after=" + QByteArray::number(after), auditor)
            .json()
            .value(QStringLiteral("rows"))
            .toArray();
    };
    QThread::sleep(2);
    const qint64 before = rows(0).isEmpty() ? 0 : rows(0).last()[QStringLiteral("n")].toInteger();
    constexpr int operations = 300;
    for (int i = 0; i < operations; ++i) {
        const QByteArray path = "/v1/cases/" + cases.ids.at(i % 10).toLatin1();
        cases.get(i % 2 == 0 ? path : path + "/materials/1", approver);
    }
    int covered = 0;
    QJsonArray seen;
    for (int i = 0; i < 60 && covered < operations; ++i) { // the sealer comes each second
        QThread::msleep(250);
        covered = 0;
        seen = rows(before);
        for (const QJsonValue& row : std::as_const(seen))
            covered += row[QStringLiteral("entry")][QStringLiteral("action")].toString().endsWith(
                           QLatin1String(".view"))
                           ? 1
                           : 0;
    }
    Findings findings;
    for (const QJsonValue& row : std::as_const(seen)) {
        const QJsonObject entry = row[QStringLiteral("entry")].toObject();
        for (const char* field :
             {"id", "at", "actor", "terminal", "action", "object", "result", "detail"})
            findings.expect(entry.contains(QLatin1String(field)), QLatin1String(field));
        findings.expect(!showsPerson(QJsonDocument(entry).toJson()),
                        QStringLiteral("a personal value in the log"));
    }
    findings.expect(covered == operations, QStringLiteral("%1 of 300").arg(covered));
    // The control: an operation that is none leaves no row of its kind.
    findings.expect(!rows(0).isEmpty() && before > 0, QStringLiteral("the log was empty before"));
    return findings.outcome(
        {{QStringLiteral("operations"), operations}, {QStringLiteral("rows"), covered}});
}

// Everything that goes wrong and right, with the log in a file, which is then read.
BarOutcome logScan() {
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log"));
    OpenCases cases;
    if (!cases.start(5, log))
        return notStarted();
    const QByteArray approver = cases.central->signIn(QStringLiteral("approver"));
    for (const QString& id : std::as_const(cases.ids))
        cases.get("/v1/cases/" + id.toLatin1(), approver);
    askOnce(cases.central->port(), "POST", "/v1/staff/login",
            QByteArray("{\"staff\":\"") + familyName + "\",\"password\":\"" + idNumber +
                "\",\"otp\":\"" + phone + "\"}");
    cases.get("/v1/cases/" + QByteArray(idNumber) + "?purpose=" + phone, approver);
    DraftApplication forged = cases.kiosk.draft(
        CaseMaker::item(),
        cases.maker.content(cases.kiosk, {{QStringLiteral("name"), QString::fromUtf8(familyName)}},
                            {}));
    forged.bytes[forged.bytes.size() - 9] ^= 1;
    cases.kiosk.deliver(forged);
    protocol::SealedContent broken = cases.maker.content(
        cases.kiosk, {{QStringLiteral("name"), QString::fromUtf8(familyName)}}, {});
    broken.events.first().body.insert(QStringLiteral("element"), QLatin1String(idNumber));
    --cases.kiosk.sequence;
    cases.kiosk.deliver(cases.kiosk.draft(CaseMaker::item(), broken)); // is held, with a warning
    QThread::sleep(3);
    cases.central->stop();
    QFile file(log);
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    Findings findings;
    findings.expect(!showsPerson(text), QStringLiteral("a personal value in the log"));
    findings.expect(text.contains("held"), QStringLiteral("the control: the log says nothing"));
    return findings.outcome({{QStringLiteral("log_bytes"), text.size()}});
}

// ---- sec-audit-stop

BarOutcome auditStop() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    if (!ready(central, kiosk))
        return notStarted();
    const QList<DraftApplication> all = drafts(kiosk, 20);
    Findings findings;
    auto database = storage::Database::open(central.dataDir() + QStringLiteral("/central.db"));
    const auto count = [&] {
        return database
            ->first(QStringLiteral("SELECT (SELECT count(*) FROM application) + (SELECT count(*) "
                                   "FROM idem) + (SELECT count(*) FROM event)"),
                    [](const storage::Statement& row) { return row.integer(0); })
            .value_or(std::optional<qint64>())
            .value_or(-1);
    };
    const qint64 before = count();
    findings.expect(
        database->execute(QStringLiteral("ALTER TABLE audit_in RENAME TO away")).has_value(),
        QStringLiteral("the table stays"));
    int refused = 0;
    for (const DraftApplication& draft : all)
        refused += kiosk.put(draft).status == 503 ? 1 : 0;
    const qint64 half = count() - before;
    findings.expect(refused == all.size(), QStringLiteral("an operation without its audit row"));
    findings.expect(half == 0, QStringLiteral("half-done rows"));
    (void)database->execute(QStringLiteral("ALTER TABLE away RENAME TO audit_in"));
    int accepted = 0; // the control: with the table writable it works
    for (const DraftApplication& draft : all)
        accepted += kiosk.put(draft).status == 201 ? 1 : 0;
    findings.expect(accepted == all.size(), QStringLiteral("the control was refused"));
    return findings.outcome({{QStringLiteral("refused"), refused},
                             {QStringLiteral("rows_left"), half},
                             {QStringLiteral("control_accepted"), accepted}});
}

// ---- sec-xxe

BarOutcome xxe() {
    QByteArray laughs = "<?xml version=\"1.0\"?><!DOCTYPE z [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'l'; ++c)
        laughs += QByteArray("<!ENTITY ") + c + " \"" +
                  (QByteArray("&") + char(c - 1) + ';').repeated(10) + "\">";
    laughs += "]><z>&k;</z>";
    const QByteArrayList hostile{
        laughs,
        "<!DOCTYPE z [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><z>&x;</z>",
        "<!DOCTYPE z SYSTEM \"http://127.0.0.1:9/x.dtd\"><z/>",
        "<!DOCTYPE z [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><z/>",
        "<z>" + QByteArray("<a>").repeated(100'000),
        "<z a=\"" + QByteArray(1'000'000, 'x') + "\"/>",
    };
    const auto resident = [] {
        QFile file(QStringLiteral("/proc/self/statm"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4
                                              : 0;
    };
    Findings findings;
    const qint64 before = resident();
    qint64 slowest = 0;
    for (const QByteArray& bytes : hostile) {
        QElapsedTimer timer;
        timer.start();
        findings.expect(!readXml(bytes).has_value(), QString::fromLatin1(bytes.left(60)));
        slowest = qMax(slowest, timer.elapsed());
    }
    const qint64 grown = resident() - before;
    findings.expect(slowest < 50, QStringLiteral("slower than 50 ms"));
    findings.expect(grown < 20 * 1024, QStringLiteral("more than 20 MiB"));
    findings.expect(readXml("<z a=\"1\"><b/></z>").has_value(),
                    QStringLiteral("the control was refused"));
    return findings.outcome({{QStringLiteral("documents"), hostile.size()},
                             {QStringLiteral("slowest_ms"), slowest},
                             {QStringLiteral("grown_kib"), grown}});
}

} // namespace

QList<Bar> accessBars() {
    return {
        {"sec-matrix", "every route by every role: the answers are the table's", matrix},
        {"sec-fields", "no answer shows a personal value to who may not see it", fields},
        {"sec-audit-cover", "300 looks at cases: 300 audit rows of eight fields, no personal value",
         auditCover},
        {"sec-audit-stop", "without its audit row no operation happens, not even by half",
         auditStop},
        {"sec-logscan", "no personal value in the log of a whole run", logScan},
        {"sec-xxe", "hostile XML is refused at once and costs nothing", xxe},
    };
}

} // namespace tongban::cli

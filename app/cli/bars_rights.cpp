// Bars of what people are owed over their own data: told before, no more than needed, gone in time,
// all of it on demand.
#include "app/cli/open_cases.h"
#include "services/catalog/package_check.h"
#include "services/core/json_reader.h"
#include "services/crypto/vault.h"

#include <QDir>
#include <QDirIterator>

namespace tongban::cli {

namespace {

using test::DraftApplication;

const QString resources = QStringLiteral(TONGBAN_SOURCE_DIR "/resources");

// ---- sec-consent

BarOutcome consent() {
    OpenCases cases;
    if (!cases.begin())
        return notStarted();
    auto database = cases.database();
    const auto stateOf = [&database](const QString& id) {
        return database
            .first(
                QStringLiteral("SELECT state FROM application WHERE id = ?"),
                [](const storage::Statement& row) { return row.text(0); }, id)
            .value_or(std::optional<QString>())
            .value_or(QString());
    };
    Findings findings;
    const auto sent = [&](const std::function<void(protocol::Manifest&)>& bend) {
        DraftApplication draft = cases.draftFor(QLatin1String(idNumber));
        bend(draft.manifest);
        draft.bytes = *protocol::signManifest(draft.manifest, cases.kiosk.key);
        return std::pair(cases.kiosk.deliver(draft).status, draft.manifest.id);
    };
    const auto without = sent([](protocol::Manifest& m) { m.consent.reset(); });
    const auto forNothing =
        sent([](protocol::Manifest& m) { m.consent->purposes = {QStringLiteral("registers")}; });
    const auto face = [](protocol::Manifest& m) { m.blobs[0].kind = QStringLiteral("face"); };
    const auto faceWithout = sent(face);
    const auto faceWith = sent([&face](protocol::Manifest& m) {
        face(m);
        m.consent->purposes.append(QStringLiteral("face"));
    });
    const auto control = sent([](protocol::Manifest&) {});
    const auto unknown =
        sent([](protocol::Manifest& m) { m.consent->sha256 = crypto::sha256("other words"); });
    for (const auto& [status, id] : {without, forNothing, faceWithout}) {
        findings.expect(status == 422, QStringLiteral("taken without consent: %1").arg(status));
        findings.expect(stateOf(id).isEmpty(), QStringLiteral("a refused one left a row"));
    }
    findings.expect(control.first == 201 && faceWith.first == 201,
                    QStringLiteral("the control was refused"));
    // Words that nobody here knows: kept, because it is a citizen's, but not worked with.
    findings.expect(unknown.first == 201, QStringLiteral("unknown words: lost"));
    for (int i = 0; i < 50 && stateOf(unknown.second) == QLatin1String("received"); ++i)
        QThread::msleep(100);
    findings.expect(stateOf(unknown.second) == QLatin1String("held"),
                    QStringLiteral("unknown words: worked with"));
    // The record names the text, and only that text has its digest.
    QFile file(resources + QStringLiteral("/notices/apply.json"));
    const QByteArray words = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const auto digest = database.first(
        QStringLiteral("SELECT sha256, version FROM consent WHERE application = ?"),
        [](const storage::Statement& row) { return std::pair(row.bytes(0), row.text(1)); },
        control.second);
    findings.expect(digest.has_value() && *digest && (*digest)->first == crypto::sha256(words) &&
                        (*digest)->second == QLatin1String("1"),
                    QStringLiteral("the record does not name the words"));
    findings.expect(!digest.has_value() || !*digest ||
                        (*digest)->first != crypto::sha256(words + ' '),
                    QStringLiteral("the control: other words have the same digest"));
    return findings.outcome(
        {{QStringLiteral("refused"), 3}, {QStringLiteral("control_status"), control.first}});
}

// ---- sec-minimum

// How many of the ways to declare too little, or too much, the package check finds.
int undeclaredFound(Findings& findings, int& tried) {
    int found = 0;
    const QString schemas = resources + QStringLiteral("/schemas");
    const QDir items(resources + QStringLiteral("/items"));
    for (const QString& name : items.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto files = catalog::readPackageFolder(items.filePath(name));
        if (!files.has_value())
            continue;
        findings.expect(!catalog::anyRefused(catalog::checkPackage(*files, schemas)),
                        name + QStringLiteral(": the control, untouched, is refused"));
        const QJsonObject item = *parseJsonObject(files->value(QStringLiteral("item.json")));
        const auto refused = [&](const std::function<void(QJsonObject&)>& bend) {
            QJsonObject bent = item;
            QJsonObject use = bent.value(QStringLiteral("use")).toObject();
            bend(use);
            bent.insert(QStringLiteral("use"), use);
            catalog::PackageFiles changed = *files;
            changed.insert(QStringLiteral("item.json"), QJsonDocument(bent).toJson());
            ++tried;
            const bool seen = catalog::anyRefused(catalog::checkPackage(changed, schemas));
            findings.expect(seen, name + QStringLiteral(": a gap in the declaration passes"));
            found += seen ? 1 : 0;
        };
        for (const char* word : {"purpose", "basis", "retentionDays"})
            refused([word](QJsonObject& use) { use.remove(QLatin1String(word)); });
        const auto field = [](QJsonObject& use, const QString& key, const QJsonValue& value) {
            QJsonObject fields = use.value(QStringLiteral("fields")).toObject();
            fields.remove(key);
            if (!value.isUndefined())
                fields.insert(key, value);
            use.insert(QStringLiteral("fields"), fields);
        };
        const QString phoneField = QStringLiteral("phone");
        refused([&](QJsonObject& use) { field(use, phoneField, QJsonValue::Undefined); });
        refused([&](QJsonObject& use) { field(use, phoneField, QStringLiteral("whatever")); });
        refused([&](QJsonObject& use) {
            field(use, QStringLiteral("bloodType"), QStringLiteral("sensitive"));
        });
    }
    return found;
}

BarOutcome minimum() {
    Findings findings;
    int tried = 0;
    const int found = undeclaredFound(findings, tried);
    OpenCases cases;
    if (!cases.begin())
        return notStarted();
    const DraftApplication draft = cases.draftFor(
        QLatin1String(idNumber), {{QStringLiteral("bloodType"), QStringLiteral("MARKERAB")}});
    findings.expect(cases.kiosk.deliver(draft).status == 201, QStringLiteral("delivery"));
    cases.ids.append(draft.manifest.id);
    findings.expect(cases.opened(), QStringLiteral("not opened"));
    const QByteArray officer = cases.central->signIn(QStringLiteral("privacy-officer"));
    const QByteArray all = cases
                               .post("/v1/subjects/export",
                                     {{QStringLiteral("number"), QLatin1String(idNumber)},
                                      {QStringLiteral("reason"), QStringLiteral("本人申请")}},
                                     officer)
                               .body;
    findings.expect(!all.contains("MARKERAB"),
                    QStringLiteral("an undeclared field was kept: ") +
                        QString::fromUtf8(all.mid(all.indexOf("MARKERAB") - 160, 200)));
    findings.expect(all.contains(phone), QStringLiteral("the control: a declared field is gone"));
    findings.expect(tried >= 60, QStringLiteral("too few packages"));
    return findings.outcome({{QStringLiteral("gaps_tried"), tried},
                             {QStringLiteral("gaps_found"), found},
                             {QStringLiteral("control_kept"), all.contains(phone)}});
}

// ---- sec-retention

int blobFiles(const QString& folder) {
    int files = 0;
    QDirIterator walk(folder + QStringLiteral("/blobs"), QDir::Files, QDirIterator::Subdirectories);
    for (; walk.hasNext(); walk.next())
        ++files;
    return files;
}

BarOutcome retention() {
    OpenCases cases;
    if (!cases.start(5))
        return notStarted();
    if (!cases.central->setClock(QStringLiteral("+1824d")))
        return {false, {}, QStringLiteral("faketime")};
    const int filesBefore = blobFiles(cases.central->dataDir());
    // Three are closed today; the process itself would take days.
    const QStringList closed = cases.ids.mid(0, 3);
    {
        auto database = cases.database();
        for (const QString& id : closed)
            (void)database.run(
                QStringLiteral("UPDATE case_head SET closed_at = ? WHERE application = ?"),
                static_cast<qint64>(SystemClock().now().time_since_epoch().count()), id);
    }
    const auto purgedAt = [&cases](const QString& shift) {
        cases.central->stop();
        cases.central->setClock(shift);
        qint64 gone = -1;
        if (!cases.central->start())
            return gone;
        auto database = cases.database();
        for (int i = 0; i < 40; ++i) { // the purge comes at start, the sealer each second
            QThread::msleep(100);
            gone = numberIn(database, QStringLiteral("SELECT count(*) FROM audit WHERE entry LIKE "
                                                     "'%case.purge%'"));
            if (gone > 0)
                break;
        }
        return gone;
    };
    Findings findings;
    const qint64 early = purgedAt(QStringLiteral("+1824d")); // five years less two days
    findings.expect(early == 0, QStringLiteral("the control: purged before its time"));
    findings.expect(blobFiles(cases.central->dataDir()) == filesBefore,
                    QStringLiteral("the control: blobs went too early"));
    const qint64 certificates = purgedAt(QStringLiteral("+1826d"));
    findings.expect(certificates == closed.size(),
                    QStringLiteral("%1 certificates of deletion").arg(certificates));
    auto database = cases.database();
    for (const char* table : {"case_head", "journal", "material", "task", "supplement",
                              "access_view", "consent", "exception_grant"}) {
        for (const QString& id : closed)
            findings.expect(numberIn(database,
                                     QStringLiteral("SELECT count(*) FROM %1 WHERE application = ?")
                                         .arg(QLatin1String(table)),
                                     id) == 0,
                            QLatin1String(table) + QStringLiteral(" still has rows"));
    }
    findings.expect(numberIn(database, QStringLiteral("SELECT count(*) FROM case_head")) == 2,
                    QStringLiteral("the control: an open case went"));
    const int filesLeft = blobFiles(cases.central->dataDir());
    findings.expect(filesLeft == filesBefore - closed.size(),
                    QStringLiteral("%1 blobs of %2 left").arg(filesLeft).arg(filesBefore));
    return findings.outcome({{QStringLiteral("certificates"), certificates},
                             {QStringLiteral("blobs_gone"), filesBefore - filesLeft},
                             {QStringLiteral("control_purged_early"), early}});
}

// ---- sec-dsr

// What a full scan with the centre's own key finds about one person: case → rows of each table.
QMap<QString, qint64> scan(const OpenCases& cases, const QString& number) {
    QMap<QString, qint64> rows;
    const auto vault = crypto::Vault::open(cases.central->dataDir() + QStringLiteral("/vault.key"));
    auto database = cases.database();
    if (!vault.has_value())
        return rows;
    (void)database.each(
        QStringLiteral("SELECT application, sealed FROM case_head"),
        [&](const storage::Statement& row) {
            const auto plain = vault->open(row.bytes(1), "content/" + row.text(0).toUtf8());
            if (!plain.has_value())
                return;
            const auto content = protocol::readContent(plain->view());
            if (content.has_value() &&
                content->applicant.value(QStringLiteral("number")).toString() == number)
                rows.insert(row.text(0), 0);
        });
    for (auto it = rows.begin(); it != rows.end(); ++it)
        for (const char* table : {"journal", "material", "supplement", "consent"})
            *it += numberIn(database,
                            QStringLiteral("SELECT count(*) FROM %1 WHERE application = ?")
                                .arg(QLatin1String(table)),
                            it.key());
    return rows;
}

QMap<QString, qint64> exported(const OpenCases& cases, const QString& number,
                               const QByteArray& officer) {
    QMap<QString, qint64> rows;
    const QJsonObject answer = cases
                                   .post("/v1/subjects/export",
                                         {{QStringLiteral("number"), number},
                                          {QStringLiteral("reason"), QStringLiteral("本人申请")}},
                                         officer)
                                   .json();
    for (const QJsonValue& one : answer.value(QStringLiteral("cases")).toArray())
        rows.insert(one[QStringLiteral("id")].toString(),
                    one[QStringLiteral("events")].toArray().size() +
                        one[QStringLiteral("materials")].toArray().size() +
                        one[QStringLiteral("supplement_rows")].toArray().size() +
                        (one[QStringLiteral("consent")].toObject().isEmpty() ? 0 : 1));
    return rows;
}

// Two closed long ago, two today, two still open: erased, put out of use, left.
void erase(OpenCases& cases, Findings& findings, const QByteArray& officer) {
    auto database = cases.database();
    const qint64 now = SystemClock().now().time_since_epoch().count();
    const auto close = [&](int i, qint64 at) {
        (void)database.run(
            QStringLiteral("UPDATE case_head SET closed_at = ? WHERE application = ?"), at,
            cases.ids.at(i));
    };
    close(0, now - 2'000LL * 86'400'000);
    close(1, now - 2'000LL * 86'400'000);
    close(2, now);
    close(3, now);
    const QJsonObject ask{{QStringLiteral("number"), QLatin1String(idNumber)},
                          {QStringLiteral("reason"), QStringLiteral("本人要求删除")}};
    const QByteArray path = "/v1/subjects/requests";
    const QString request =
        cases.post(path, ask, officer).json()[QStringLiteral("request")].toString();
    const QByteArray approval = path + '/' + request.toLatin1() + "/approve";
    findings.expect(cases.post(approval, {}, officer).status == 403,
                    QStringLiteral("one person alone can erase"));
    const QByteArray supervisor = cases.central->signIn(QStringLiteral("supervisor"));
    const QJsonObject outcome = cases.post(approval, {}, supervisor).json();
    findings.expect(outcome.value(QStringLiteral("erased")).toInt() == 2 &&
                        outcome.value(QStringLiteral("restricted")).toInt() == 2 &&
                        outcome.value(QStringLiteral("open")).toInt() == 2,
                    QStringLiteral("erased, restricted, open were not 2, 2, 2"));
    findings.expect(cases.post(approval, {}, supervisor).status == 409,
                    QStringLiteral("done twice"));
    const QByteArray approver = cases.central->signIn(QStringLiteral("approver"));
    const auto statusOf = [&](int i) {
        return cases.get("/v1/cases/" + cases.ids.at(i).toLatin1(), approver).status;
    };
    findings.expect(statusOf(0) == 404, QStringLiteral("an erased case is there"));
    findings.expect(statusOf(2) == 403, QStringLiteral("a restricted case is worked with"));
    findings.expect(statusOf(4) == 200, QStringLiteral("the control: an open case is gone"));
}

BarOutcome subjectRights() {
    OpenCases cases;
    const QString other = QStringLiteral("440399198506060075");
    if (!cases.begin() || !cases.handIn(6) || !cases.handIn(4, other) || !cases.opened())
        return notStarted();
    Findings findings;
    const QByteArray officer = cases.central->signIn(QStringLiteral("privacy-officer"));
    const QString number = QLatin1String(idNumber);
    const auto truth = scan(cases, number);
    const auto told = exported(cases, number, officer);
    findings.expect(truth.size() == 6 && told == truth,
                    QStringLiteral("told of %1 cases of %2").arg(told.size()).arg(truth.size()));
    findings.expect(exported(cases, other, officer) == scan(cases, other) &&
                        exported(cases, other, officer).size() == 4,
                    QStringLiteral("the other person's"));
    findings.expect(exported(cases, QStringLiteral("440399194108201065"), officer).isEmpty(),
                    QStringLiteral("somebody unknown has cases"));
    // The control: a row that the index lost makes the two differ.
    auto database = cases.database();
    const auto swap = [&](const char* sql) {
        (void)database.run(QString::fromLatin1(sql), cases.ids.first());
    };
    swap("UPDATE case_head SET person = x'00' || person WHERE application = ?");
    const bool control = exported(cases, number, officer) != truth;
    findings.expect(control, QStringLiteral("the control: a lost row is not noticed"));
    swap("UPDATE case_head SET person = NULL WHERE application = ?");
    QThread::msleep(2'500); // indexed anew, as cases of an older version are
    findings.expect(exported(cases, number, officer) == truth, QStringLiteral("not indexed anew"));
    erase(cases, findings, officer);
    return findings.outcome({{QStringLiteral("cases"), told.size()},
                             {QStringLiteral("scanned"), truth.size()},
                             {QStringLiteral("control_differs"), control}});
}

} // namespace

QList<Bar> rightsBars() {
    return {
        {"sec-consent",
         "nothing is taken from who was not told what for; the record names the words", consent},
        {"sec-minimum", "what an item does not declare it neither asks nor keeps", minimum},
        {"sec-retention", "what has served its time is gone, with a certificate", retention},
        {"sec-dsr", "a person is told of every row about him; erasing takes two", subjectRights},
    };
}

} // namespace tongban::cli

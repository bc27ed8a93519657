// One person's rows: found by the keyed digest, told, erased.
#include "services/central/subject_rights.h"

#include "services/central/audit_log.h"
#include "services/central/case_view.h"
#include "services/central/feed.h"
#include "services/central/retention.h"
#include "services/core/ids.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::central {

namespace {

constexpr qint64 indexedAtOnce = 100;

Result<QStringList> casesOf(Sql& sql, const QByteArray& person) {
    return sql.list(
        QStringLiteral("SELECT application FROM case_head WHERE person = ? ORDER BY opened_at"),
        {person}, [](const SqlRow& row) { return row.text(0); });
}

Result<QJsonArray> viewsJson(Sql& sql, const QString& application) {
    QJsonArray list;
    TRY(sql.each(QStringLiteral("SELECT at, unit, role, what, purpose FROM access_view WHERE "
                                "application = ? ORDER BY at"),
                 {application}, [&list](const SqlRow& row) {
                     list.append(QJsonObject{{QStringLiteral("at"), toIso(fromMs(row.integer(0)))},
                                             {QStringLiteral("unit"), row.text(1)},
                                             {QStringLiteral("role"), row.text(2)},
                                             {QStringLiteral("what"), row.text(3)},
                                             {QStringLiteral("purpose"), row.text(4)}});
                 }));
    return list;
}

QJsonArray materialsJson(const QList<MaterialRow>& materials) {
    QJsonArray list;
    for (const MaterialRow& one : materials)
        list.append(QJsonObject{{QStringLiteral("n"), one.n},
                                {QStringLiteral("kind"), one.kind},
                                {QStringLiteral("name"), one.name},
                                {QStringLiteral("mime"), one.mime},
                                {QStringLiteral("size"), one.size},
                                {QStringLiteral("sha256"), QString::fromLatin1(one.hash.toHex())}});
    return list;
}

QJsonArray eventsJson(const CaseFile& file) {
    QJsonArray list;
    for (const workflow::Event& event : file.history())
        list.append(event.toJson());
    return list;
}

Result<QJsonObject> consentJson(Sql& sql, const QString& application) {
    TRY_ASSIGN(
        const auto consent,
        sql.first(QStringLiteral("SELECT notice, version, sha256, lang, purposes, at FROM "
                                 "consent WHERE application = ?"),
                  {application}, [](const SqlRow& row) {
                      return QJsonObject{
                          {QStringLiteral("notice"), row.text(0)},
                          {QStringLiteral("version"), row.text(1)},
                          {QStringLiteral("sha256"), QString::fromLatin1(row.bytes(2).toHex())},
                          {QStringLiteral("language"), row.text(3)},
                          {QStringLiteral("purposes"),
                           QJsonArray::fromStringList(row.text(4).split(u' '))},
                          {QStringLiteral("at"), toIso(fromMs(row.integer(5)))}};
                  }));
    return consent.value_or(QJsonObject());
}

Result<QJsonArray> supplementsJson(Sql& sql, const QString& application) {
    QJsonArray list;
    TRY(sql.each(QStringLiteral("SELECT id, rev, state, received_at FROM supplement WHERE "
                                "application = ? ORDER BY rev"),
                 {application}, [&list](const SqlRow& row) {
                     list.append(QJsonObject{
                         {QStringLiteral("id"), row.text(0)},
                         {QStringLiteral("rev"), row.integer(1)},
                         {QStringLiteral("state"), row.text(2)},
                         {QStringLiteral("received_at"), toIso(fromMs(row.integer(3)))}});
                 }));
    return list;
}

Result<QJsonObject> wholeCase(Sql& sql, const Centre& centre, const QString& application) {
    TRY_ASSIGN(const CaseFile file, CaseFile::load(sql, centre, application));
    TRY_ASSIGN(const auto materials, materialsOf(sql, centre, application));
    TRY_ASSIGN(const QJsonArray views, viewsJson(sql, application));
    TRY_ASSIGN(const QJsonObject consent, consentJson(sql, application));
    TRY_ASSIGN(const QJsonArray supplements, supplementsJson(sql, application));
    QJsonObject json = caseJson(file, centre, {true, false, DataClass::Sensitive, {}});
    json.remove(QStringLiteral("masked"));
    json.insert(QStringLiteral("applicant"), file.content().applicant); // his photo as well
    json.insert(QStringLiteral("events"), eventsJson(file));
    json.insert(QStringLiteral("consent"), consent);
    json.insert(QStringLiteral("supplement_rows"), supplements);
    json.insert(QStringLiteral("materials"), materialsJson(materials));
    json.insert(QStringLiteral("views"), views);
    const catalog::PersonalUse& use = file.item().use;
    json.insert(QStringLiteral("use"), QJsonObject{{QStringLiteral("purpose"), use.purpose},
                                                   {QStringLiteral("basis"), use.basis},
                                                   {QStringLiteral("kept_days_after_closing"),
                                                    retentionDays(centre, file.head().item)}});
    return json;
}

struct Waiting {
    QByteArray person;
    QString askedBy;
    QString state;
};

Result<void> eraseOne(Sql& sql, const Centre& centre, const QString& application,
                      ErasureOutcome& outcome) {
    TRY_ASSIGN(const auto row,
               sql.first(QStringLiteral("SELECT item, coalesce(closed_at, -1) FROM case_head WHERE "
                                        "application = ?"),
                         {application},
                         [](const SqlRow& r) { return std::pair(r.text(0), r.integer(1)); }));
    if (!row)
        return {};
    const Instant now = centre.now();
    if (row->second < 0) {
        ++outcome.open;
        return {};
    }
    if (fromMs(row->second) + std::chrono::days(retentionDays(centre, row->first)) <= now) {
        ++outcome.erased;
        return purgeCase(sql, application, now);
    }
    ++outcome.restricted;
    TRY(sql.run(QStringLiteral("UPDATE case_head SET restricted_at = ? WHERE application = ? AND "
                               "restricted_at IS NULL"),
                {toMs(now), application}));
    return {};
}

} // namespace

QByteArray personDigest(const Centre& centre, const QString& idNumber) {
    return centre.vault().keyedDigest(idNumber.trimmed().toUpper().toUtf8(), "person");
}

Result<bool> indexPersons(Sql& sql, const Centre& centre) {
    TRY_ASSIGN(const auto missing,
               sql.list(QStringLiteral("SELECT application FROM case_head WHERE person IS NULL "
                                       "LIMIT ?"),
                        {indexedAtOnce}, [](const SqlRow& row) { return row.text(0); }));
    for (const QString& application : missing) {
        const auto file = CaseFile::load(sql, centre, application);
        // A case that cannot be opened, for instance of an item that is gone, is left out for good.
        const QString number =
            file.has_value() ? file->content().applicant.value(QStringLiteral("number")).toString()
                             : QString();
        TRY(sql.run(
            QStringLiteral("UPDATE case_head SET person = ? WHERE application = ?"),
            {number.isEmpty() ? QByteArray("") : personDigest(centre, number), application}));
    }
    return !missing.isEmpty();
}

Result<QJsonObject> exportSubject(Sql& sql, const Centre& centre, const QString& idNumber) {
    TRY_ASSIGN(const QStringList ids, casesOf(sql, personDigest(centre, idNumber)));
    QJsonArray cases;
    for (const QString& id : ids) {
        TRY_ASSIGN(const QJsonObject one, wholeCase(sql, centre, id));
        cases.append(one);
    }
    return QJsonObject{{QStringLiteral("made_at"), toIso(centre.now())},
                       {QStringLiteral("cases"), cases}};
}

Result<QString> askErasure(Sql& sql, const Centre& centre, const QString& idNumber,
                           const QString& reason, const QString& staff) {
    const QString id = newUuid7(centre.now());
    TRY(sql.run(QStringLiteral("INSERT INTO subject_request (id, person, kind, reason, asked_by, "
                               "asked_at, state) VALUES (?, ?, 'erase', ?, ?, ?, 'waiting')"),
                {id, personDigest(centre, idNumber), reason, staff, toMs(centre.now())}));
    return id;
}

Result<ErasureOutcome> approveErasure(Sql& sql, const Centre& centre, const QString& request,
                                      const QString& staff) {
    TRY_ASSIGN(const auto waiting,
               sql.first(QStringLiteral("SELECT person, asked_by, state FROM subject_request WHERE "
                                        "id = ?"),
                         {request}, [](const SqlRow& row) {
                             return Waiting{row.bytes(0), row.text(1), row.text(2)};
                         }));
    if (!waiting)
        return fail(FaultKind::NotFound, QStringLiteral("request: none"));
    if (waiting->state != QLatin1String("waiting"))
        return fail(FaultKind::Conflict, QStringLiteral("request: done already"));
    if (waiting->askedBy == staff)
        return fail(FaultKind::Denied, QStringLiteral("separation"));
    ErasureOutcome outcome;
    TRY_ASSIGN(const QStringList ids, casesOf(sql, waiting->person));
    for (const QString& id : ids)
        TRY(eraseOne(sql, centre, id, outcome));
    const QJsonObject json{{QStringLiteral("erased"), outcome.erased},
                           {QStringLiteral("restricted"), outcome.restricted},
                           {QStringLiteral("open"), outcome.open}};
    TRY(sql.run(QStringLiteral("UPDATE subject_request SET state = 'done', done_by = ?, done_at = "
                               "?, outcome = ? WHERE id = ?"),
                {staff, toMs(centre.now()),
                 QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)), request}));
    return outcome;
}

} // namespace tongban::central

// Reading a case: masking, materials, and the record of the look.
#include "services/central/case_view.h"

#include "services/central/feed.h"
#include "services/core/ids.h"
#include "services/core/json_reader.h"
#include "services/crypto/aead.h"
#include "services/workflow/questions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::central {

namespace {

constexpr std::chrono::minutes oneLook{10};

QJsonValue maskedValue(const QJsonValue& value) {
    if (value.isString()) {
        const QString text = value.toString();
        const auto digits =
            std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
        return digits >= 7 ? maskedNumber(text) : maskedName(text);
    }
    if (value.isObject())
        return masked(value.toObject());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& one : value.toArray())
            array.append(maskedValue(one));
        return array;
    }
    return value.isDouble() ? QJsonValue(QStringLiteral("*")) : value;
}

QJsonValue timeOrNull(Instant at) {
    return at == Instant{} ? QJsonValue() : QJsonValue(toIso(at));
}

QJsonArray journalJson(const CaseFile& file) {
    QJsonArray journal;
    for (const workflow::Event& event : file.history()) {
        journal.append(QJsonObject{{QStringLiteral("seq"), qint64(event.sequence)},
                                   {QStringLiteral("kind"), workflow::nameOf(event.kind)},
                                   {QStringLiteral("at"), toIso(event.at)},
                                   {QStringLiteral("by"), event.by},
                                   {QStringLiteral("element"), event.element},
                                   {QStringLiteral("name"), event.name},
                                   {QStringLiteral("reason"), event.reason}});
    }
    return journal;
}

} // namespace

QJsonObject masked(const QJsonObject& object) {
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it)
        out.insert(it.key(), maskedValue(it.value()));
    return out;
}

Result<void> recordView(Sql& sql, const CaseFile& file, const Viewing& viewing, Instant now) {
    TRY_ASSIGN(
        const auto recent,
        sql.first(QStringLiteral("SELECT 1 FROM access_view WHERE application = ? AND staff = ? "
                                 "AND what = ? AND at > ?"),
                  {file.head().application, viewing.subject.id, viewing.what, toMs(now - oneLook)},
                  [](const SqlRow&) { return true; }));
    if (recent)
        return {};
    const QString unit =
        viewing.subject.department.isEmpty() ? file.head().department : viewing.subject.department;
    TRY(sql.run(QStringLiteral("INSERT INTO access_view (id, application, at, unit, role, staff, "
                               "what, purpose) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                {newUuid7(now), file.head().application, toMs(now), unit,
                 nameOf(viewing.subject.role), viewing.subject.id, viewing.what, viewing.purpose}));
    return {};
}

Result<QList<ViewRecord>> viewsOf(Sql& sql, const QString& application) {
    return sql.list(QStringLiteral("SELECT at, unit, role, staff, what, purpose FROM access_view "
                                   "WHERE application = ? ORDER BY at DESC LIMIT 200"),
                    {application}, [](const SqlRow& row) {
                        return ViewRecord{fromMs(row.integer(0)),
                                          row.text(1),
                                          row.text(2),
                                          row.text(3),
                                          row.text(4),
                                          row.text(5)};
                    });
}

Result<QList<MaterialRow>> materialsOf(Sql& sql, const Centre& centre, const QString& application) {
    TRY_ASSIGN(const auto rows,
               sql.list(QStringLiteral("SELECT n, h, kind, mime, size, sealed_name FROM material "
                                       "WHERE application = ? ORDER BY n"),
                        {application}, [](const SqlRow& row) {
                            return std::pair(MaterialRow{row.integer(0),
                                                         row.bytes(1),
                                                         row.text(2),
                                                         row.text(3),
                                                         row.integer(4),
                                                         {},
                                                         {}},
                                             row.bytes(5));
                        }));
    QList<MaterialRow> materials;
    for (const auto& [row, sealed] : rows) {
        MaterialRow material = row;
        if (!sealed.isEmpty()) {
            TRY_ASSIGN(const crypto::SecretBytes text,
                       centre.vault().open(sealed, "material/" + application.toUtf8() + '/' +
                                                       material.hash.toHex()));
            material.keys = QJsonDocument::fromJson(text.view().toByteArray()).object();
            material.name = material.keys.value(QStringLiteral("name")).toString();
        }
        materials.append(std::move(material));
    }
    return materials;
}

Result<crypto::SecretBytes> openMaterial(const Centre& centre, const MaterialRow& row) {
    TRY_ASSIGN(const QByteArray sealed, centre.blobs().read(row.hash));
    const auto hex = [&](const char* name) {
        return QByteArray::fromHex(row.keys.value(QLatin1String(name)).toString().toLatin1());
    };
    TRY_ASSIGN(
        const crypto::Suite suite,
        crypto::suiteOf(row.keys.value(QStringLiteral("suite")).toString(QStringLiteral("intl"))));
    return crypto::aeadOpen(suite, hex("key"), hex("nonce"),
                            row.keys.value(QStringLiteral("bound")).toString().toUtf8(), sealed);
}

QJsonArray milestonesJson(const CaseFile& file) {
    QJsonArray milestones;
    for (const workflow::Milestone& one :
         workflow::progress(file.item().definition, file.instance())) {
        milestones.append(QJsonObject{{QStringLiteral("name"), one.name},
                                      {QStringLiteral("state"), workflow::nameOf(one.state)},
                                      {QStringLiteral("entered"), timeOrNull(one.entered)},
                                      {QStringLiteral("left"), timeOrNull(one.left)},
                                      {QStringLiteral("actor"), one.actor},
                                      {QStringLiteral("returned"), one.returned}});
    }
    return milestones;
}

QJsonArray deadlinesJson(const CaseFile& file, const Centre& centre) {
    QJsonArray deadlines;
    for (const workflow::Deadline& one :
         workflow::deadlines(file.instance(), centre.now(), centre.calendar())) {
        deadlines.append(QJsonObject{{QStringLiteral("name"), one.name},
                                     {QStringLiteral("rule"), one.rule},
                                     {QStringLiteral("basis"), one.basis},
                                     {QStringLiteral("due"), timeOrNull(one.due)},
                                     {QStringLiteral("days_left"), one.daysLeft},
                                     {QStringLiteral("light"), workflow::nameOf(one.light)},
                                     {QStringLiteral("paused"), one.paused},
                                     {QStringLiteral("met"), one.met},
                                     {QStringLiteral("provisional"), one.provisional}});
    }
    return deadlines;
}

namespace {

// Each field by its own class: a bank card is not shown to whoever may see a name.
QJsonObject answersFor(const CaseFile& file, const Ruling& ruling) {
    QJsonObject shown = file.content().answers;
    const QJsonObject hidden = masked(shown);
    for (const QString& field : shown.keys()) {
        const QString declared = file.item().use.fields.value(field, QStringLiteral("personal"));
        if (ruling.masked || dataClassOf(declared) > ruling.upTo)
            shown.insert(field, hidden.value(field));
    }
    return shown;
}

} // namespace

QJsonObject caseJson(const CaseFile& file, const Centre& centre, const Ruling& ruling) {
    const CaseHead& head = file.head();
    QJsonObject applicant = file.content().applicant;
    applicant.remove(QStringLiteral("photo"));
    return {
        {QStringLiteral("id"), head.application},
        {QStringLiteral("number"), head.number},
        {QStringLiteral("item"), head.item},
        {QStringLiteral("title"), head.title},
        {QStringLiteral("department"), head.department},
        {QStringLiteral("region"), head.region},
        {QStringLiteral("device"), head.device},
        {QStringLiteral("phase"), head.phase},
        {QStringLiteral("milestone"), head.milestone},
        {QStringLiteral("decision"), head.decision},
        {QStringLiteral("received_at"), toIso(head.receivedAt)},
        {QStringLiteral("due"), head.dueAt ? QJsonValue(toIso(*head.dueAt)) : QJsonValue()},
        {QStringLiteral("supplement_notices"), head.notices},
        {QStringLiteral("supplements"), head.rev},
        {QStringLiteral("missing"), QJsonArray::fromStringList(file.instance().missing)},
        {QStringLiteral("masked"), ruling.masked},
        {QStringLiteral("applicant"), ruling.masked ? masked(applicant) : applicant},
        {QStringLiteral("answers"), answersFor(file, ruling)},
        {QStringLiteral("covered"), file.content().rest.value(QStringLiteral("covered")).toArray()},
        {QStringLiteral("milestones"), milestonesJson(file)},
        {QStringLiteral("deadlines"), deadlinesJson(file, centre)},
        {QStringLiteral("journal"), journalJson(file)}};
}

Result<Matter> matterOf(Sql& sql, const CaseFile& file, const Subject& subject,
                        const QString& pool) {
    Matter matter;
    matter.region = file.head().region;
    matter.department = file.head().department;
    matter.dataClass = file.head().dataClass;
    matter.acceptedBy = file.head().acceptedBy;
    matter.restricted = file.head().restricted;
    matter.pool = pool;
    TRY_ASSIGN(
        const auto granted,
        sql.first(
            QStringLiteral(
                "SELECT max(expires_at) FROM exception_grant WHERE staff = ? AND application = ?"),
            {subject.id, file.head().application},
            [](const SqlRow& row) { return fromMs(row.integer(0)); }));
    matter.exceptionUntil = granted.value_or(Instant{});
    return matter;
}

} // namespace tongban::central

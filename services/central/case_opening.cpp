// From the manifest to an open case.
#include "services/central/case_opening.h"

#include "services/central/audit_log.h"
#include "services/central/case_file.h"
#include "services/central/feed.h"
#include "services/core/logging.h"
#include "services/crypto/digest.h"
#include "services/protocol/manifest.h"
#include "services/receipt/receipt.h"
#include "services/workflow/questions.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace tongban::central {

namespace {

struct Received {
    QString id;
    QString device;
    QString district;
    Instant receivedAt{};
    QByteArray manifest;
};

struct Opened {
    CaseHead head;
    protocol::SealedContent content;
    workflow::Events history;
    workflow::Instance instance;
    int dropped = 0; // fields the item did not declare
};

// The number printed on the receipt, for people: district, day, running number.
QString receiptNumber(const QStringList& lines, const QString& id) {
    static const QRegularExpression pattern(QStringLiteral("\\b\\d{6}-\\d{6,8}-\\d{3,6}\\b"));
    for (const QString& line : lines) {
        const auto match = pattern.match(line);
        if (match.hasMatch())
            return match.captured(0);
    }
    return id.right(12).toUpper();
}

Result<workflow::Events> historyIn(const protocol::SealedContent& content) {
    workflow::Events history;
    for (const protocol::JournalEvent& record : content.events) {
        TRY_ASSIGN(workflow::Event event, workflow::Event::fromJson(record.body));
        if (event.sequence != static_cast<quint64>(record.sequence))
            return fail(FaultKind::Conflict,
                        QStringLiteral("event %1: sequence differs inside").arg(record.sequence));
        history.append(std::move(event));
    }
    return history;
}

Result<void> checkReceipt(const protocol::Manifest& manifest,
                          const protocol::SealedContent& content) {
    TRY_ASSIGN(const receipt::SignedReceipt token, receipt::parseToken(manifest.receipt));
    if (!receipt::commits(token.receipt, content.receiptCode, content.receiptLines))
        return fail(FaultKind::Conflict,
                    QStringLiteral("receipt: the printed lines are not what was committed to"));
    return {};
}

// The words are kept here too, or nobody could say later what was agreed to.
Result<void> checkNotice(const Centre& centre, const protocol::Manifest& manifest) {
    const auto& known = centre.notices();
    const bool kept = manifest.consent &&
                      std::any_of(known.begin(), known.end(), [&](const protocol::Notice& one) {
                          return one.sha256 == manifest.consent->sha256;
                      });
    if (!kept)
        return fail(FaultKind::Conflict,
                    QStringLiteral("consent: the words shown are not known here"));
    return {};
}

// What the item did not declare is not kept, whoever sent it: neither with the answers nor among
// the variables of the journal (PIPL art. 6). Returns how many were dropped.
int dropUndeclared(const catalog::PersonalUse& use, protocol::SealedContent& content) {
    QStringList undeclared;
    for (auto it = content.answers.begin(); it != content.answers.end(); ++it) {
        if (!use.fields.isEmpty() && !use.fields.contains(it.key()))
            undeclared.append(it.key());
    }
    if (undeclared.isEmpty())
        return 0;
    for (const QString& field : undeclared)
        content.answers.remove(field);
    for (protocol::JournalEvent& event : content.events) {
        QJsonObject data = event.body.value(QStringLiteral("data")).toObject();
        for (const char* values : {"variables", "answers"}) {
            QJsonObject kept = data.value(QLatin1String(values)).toObject();
            for (const QString& field : undeclared)
                kept.remove(field);
            if (data.contains(QLatin1String(values)))
                data.insert(QLatin1String(values), kept);
        }
        if (!data.isEmpty())
            event.body.insert(QStringLiteral("data"), data);
    }
    return static_cast<int>(undeclared.size());
}

Result<Opened> open(const Centre& centre, const Received& received) {
    TRY_ASSIGN(const protocol::Manifest manifest, protocol::readManifest(received.manifest));
    TRY_ASSIGN(const crypto::SecretBytes plain,
               centre.sealRing().open(manifest.seal, manifest.id.toUtf8()));
    Opened opened;
    TRY_ASSIGN(opened.content, protocol::readContent(plain.view()));
    if (opened.content.application != manifest.id)
        return fail(FaultKind::Conflict, QStringLiteral("content: another application's"));
    TRY(checkReceipt(manifest, opened.content));
    TRY(checkNotice(centre, manifest));
    const auto item = centre.items().find(manifest.item);
    if (!item)
        return fail(FaultKind::NotFound, QStringLiteral("item: not in the library"));
    opened.dropped = dropUndeclared(item->use, opened.content);
    TRY_ASSIGN(opened.history, historyIn(opened.content));
    TRY_ASSIGN(opened.instance,
               workflow::redecide(item->definition, opened.history, centre.calendar()));
    CaseHead& head = opened.head;
    head.application = received.id;
    head.device = received.device;
    head.number = receiptNumber(opened.content.receiptLines, received.id);
    head.item = item->id;
    head.title = item->title;
    head.region = received.district;
    head.department = item->department;
    head.dataClass = item->dataClass;
    head.applicant = maskedName(opened.content.applicant.value(QStringLiteral("name")).toString());
    head.receivedAt = received.receivedAt;
    head.openedAt = centre.now();
    return opened;
}

// Names and keys of the materials, under the vault.
Result<void> openMaterials(Sql& sql, const Centre& centre, const QString& application,
                           const QList<protocol::BlobRef>& blobs, const QJsonObject& materials,
                           const LibraryItem& item) {
    for (const protocol::BlobRef& blob : blobs) {
        QJsonObject keys = materials.value(QString::fromLatin1(blob.hash.toHex())).toObject();
        if (!keys.contains(QStringLiteral("name")))
            keys.insert(QStringLiteral("name"), item.materialNames.value(blob.kind, blob.kind));
        TRY_ASSIGN(
            const QByteArray sealed,
            centre.vault().seal(QJsonDocument(keys).toJson(QJsonDocument::Compact),
                                "material/" + application.toUtf8() + '/' + blob.hash.toHex()));
        TRY(sql.run(
            QStringLiteral("UPDATE material SET sealed_name = ? WHERE application = ? AND h = ?"),
            {sealed, application, blob.hash}));
    }
    return {};
}

Result<void> hold(Sql& sql, const Received& received, const Fault& why, Instant now) {
    qCWarning(logCentral).noquote() << "application" << received.id << "held:" << why.detail;
    TRY(sql.run(QStringLiteral("UPDATE application SET state = 'held', held_why = ? WHERE id = ?"),
                {why.detail.left(200), received.id}));
    TRY(appendEvent(sql, received.device, {0, received.id, QStringLiteral("held"), {}, now}));
    return note(sql, {now,
                      QStringLiteral("centre"),
                      {},
                      QStringLiteral("application.hold"),
                      received.id,
                      why.detail.left(200),
                      {}});
}

Result<void> record(Sql& sql, const Centre& centre, const Received& received, Opened opened) {
    TRY_ASSIGN(const protocol::Manifest manifest, protocol::readManifest(received.manifest));
    const int dropped = opened.dropped;
    TRY_ASSIGN(const CaseFile file,
               CaseFile::open(sql, centre, std::move(opened.head), opened.content, opened.history,
                              std::move(opened.instance)));
    TRY(openMaterials(sql, centre, received.id, manifest.blobs, opened.content.materials,
                      file.item()));
    return note(sql,
                {centre.now(),
                 QStringLiteral("centre"),
                 {},
                 QStringLiteral("case.open"),
                 received.id,
                 dropped == 0 ? QStringLiteral("done")
                              : QStringLiteral("done: %1 undeclared fields dropped").arg(dropped),
                 {}});
}

// The command that tells the process of the applicant's answer: a step of his own, or the notice's
// end.
workflow::Command answering(const CaseFile& file, const QJsonObject& answers) {
    for (const workflow::WorkItem& item :
         workflow::openWork(file.item().definition, file.instance())) {
        if (item.citizen)
            return workflow::Complete{item.key, answers};
    }
    return workflow::Supplemented{};
}

// A machine reads a card again; the phone, which holds the receipt's code, need not.
bool sameApplicant(const protocol::SealedContent& first, const protocol::SealedContent& added) {
    const QString number = QStringLiteral("number");
    return !added.applicant.contains(number) ||
           added.applicant.value(number) == first.applicant.value(number);
}

Result<void> apply(Sql& sql, const Centre& centre, const QByteArray& bytes) {
    TRY_ASSIGN(const protocol::Supplement supplement, protocol::readSupplement(bytes));
    TRY_ASSIGN(const crypto::SecretBytes plain,
               centre.sealRing().open(supplement.seal, supplement.id.toUtf8()));
    TRY_ASSIGN(const protocol::SealedContent content, protocol::readContent(plain.view()));
    TRY_ASSIGN(CaseFile file, CaseFile::load(sql, centre, supplement.application));
    if (!sameApplicant(file.content(), content))
        return fail(FaultKind::Denied, QStringLiteral("another person's card"));
    TRY(openMaterials(sql, centre, supplement.application, supplement.blobs, content.materials,
                      file.item()));
    file.countSupplement();
    return file.act(sql, answering(file, content.answers), QStringLiteral("applicant"),
                    supplement.id);
}

} // namespace

Result<bool> openReceived(Sql& sql, const Centre& centre) {
    TRY_ASSIGN(
        const auto received,
        sql.first(
            QStringLiteral("SELECT a.id, a.device, a.received_at, a.manifest FROM application a "
                           "WHERE a.state = 'received' "
                           "ORDER BY a.received_at LIMIT 1%1")
                .arg(sql.skipLocked()),
            {}, [](const SqlRow& row) {
                return Received{row.text(0), row.text(1), {}, fromMs(row.integer(2)), row.bytes(3)};
            }));
    if (!received)
        return false;
    Received one = *received;
    TRY_ASSIGN(const auto district,
               sql.first(QStringLiteral("SELECT district FROM device WHERE id = ?"), {one.device},
                         [](const SqlRow& row) { return row.text(0); }));
    one.district = district.value_or(QString());
    Result<Opened> opened = open(centre, one);
    if (opened.has_value())
        TRY(record(sql, centre, one, std::move(*opened)));
    else
        TRY(hold(sql, one, opened.error(), centre.now()));
    return true;
}

Result<bool> applySupplement(Sql& sql, const Centre& centre) {
    struct Waiting {
        QString application;
        QString id;
        QByteArray manifest;
    };
    TRY_ASSIGN(
        const auto next,
        sql.first(QStringLiteral(
                      "SELECT application, id, manifest FROM supplement WHERE state = 'received' "
                      "AND application IN "
                      "(SELECT application FROM case_head) ORDER BY received_at, rev LIMIT 1%1")
                      .arg(sql.skipLocked()),
                  {}, [](const SqlRow& row) {
                      return Waiting{row.text(0), row.text(1), row.bytes(2)};
                  }));
    if (!next)
        return false;
    const Result<void> applied = apply(sql, centre, next->manifest);
    const bool temporary = !applied.has_value() && (applied.error().kind == FaultKind::Storage ||
                                                    applied.error().kind == FaultKind::Timeout);
    if (temporary)
        return fail(applied.error());
    TRY(sql.run(QStringLiteral("UPDATE supplement SET state = ? WHERE application = ? AND id = ?"),
                {applied.has_value() ? QStringLiteral("applied") : QStringLiteral("held"),
                 next->application, next->id}));
    TRY(note(sql, {centre.now(),
                   QStringLiteral("centre"),
                   {},
                   QStringLiteral("supplement.apply"),
                   next->application,
                   applied.has_value() ? QStringLiteral("done") : applied.error().detail.left(200),
                   {}}));
    return true;
}

} // namespace tongban::central

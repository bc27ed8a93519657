// JSON of the machine's messages, writer and reader side by side.
#include "services/protocol/device_messages.h"

#include "services/protocol/json_fields.h"

namespace tongban::protocol {

namespace {

constexpr JsonLimits limits{1024LL * 1024, 32};
constexpr qsizetype mostEvents = 1'000;
constexpr qsizetype pemLength = 16LL * 1024;

double real(qint64 value) {
    return static_cast<double>(value);
}

QString hex(const QByteArray& octets) {
    return QString::fromLatin1(octets.toHex());
}

QJsonObject toObject(const FeedEvent& event) {
    QJsonObject object{{"seq"_k, real(event.sequence)},
                       {"kind"_k, event.kind},
                       {"at"_k, toIso(event.at)},
                       {"body"_k, event.body}};
    if (!event.application.isEmpty())
        object.insert("application"_k, event.application);
    return object;
}

QJsonArray toArray(const QList<FeedEvent>& events) {
    QJsonArray list;
    for (const FeedEvent& event : events)
        list.append(toObject(event));
    return list;
}

FeedEvent readEvent(JsonReader& reader) {
    FeedEvent event;
    event.sequence = largeNumber(reader, "seq");
    event.kind = limitedText(reader, "kind", 64);
    if (reader.has("application"_k))
        event.application = requiredUuid(reader, "application");
    event.at = requiredTime(reader, "at");
    event.body = reader.object("body"_k);
    return event;
}

QJsonObject toObject(const AuditHead& head) {
    return {{"n"_k, real(head.n)}, {"hash"_k, hex(head.hash)}};
}

AuditHead readHead(JsonReader& parent, const char* key) {
    JsonReader reader(parent.object(QString::fromLatin1(key)),
                      parent.path() + u'.' + QString::fromLatin1(key));
    AuditHead head{largeNumber(reader, "n"), hexOctets(reader, "hash", 32)};
    if (!reader.defects().isEmpty())
        parent.refuse(QString::fromLatin1(key), reader.defects().join(QStringLiteral("; ")));
    return head;
}

} // namespace

QByteArray toJson(const ApplicationAnswer& message) {
    return canonicalJson({{"id"_k, message.id},
                          {"state"_k, message.state},
                          {"received_at"_k, toIso(message.receivedAt)},
                          {"events"_k, real(message.events)}});
}

Result<ApplicationAnswer> readApplicationAnswer(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    ApplicationAnswer message{requiredUuid(reader, "id"), limitedText(reader, "state", 32),
                              requiredTime(reader, "received_at"), largeNumber(reader, "events")};
    TRY(reader.check());
    return message;
}

QByteArray toJson(const MissingBlobs& message) {
    QJsonArray list;
    for (const QByteArray& hash : message.hashes)
        list.append(hex(hash));
    return canonicalJson({{"missing"_k, list}});
}

Result<MissingBlobs> readMissingBlobs(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    MissingBlobs message;
    for (const QString& word : reader.texts("missing"_k)) {
        const QByteArray hash = QByteArray::fromHex(word.toLatin1());
        if (hash.size() != 32 || hex(hash) != word)
            reader.refuse(QStringLiteral("missing[%1]").arg(message.hashes.size()),
                          QStringLiteral("is not a digest"));
        message.hashes.append(hash);
    }
    if (message.hashes.isEmpty())
        reader.refuse("missing"_k, QStringLiteral("is empty"));
    TRY(reader.check());
    return message;
}

QByteArray toJson(const Problem& message) {
    return canonicalJson({{"status"_k, message.status},
                          {"code"_k, message.code},
                          {"detail"_k, message.detail},
                          {"request_id"_k, message.requestId}});
}

Result<Problem> readProblem(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    Problem message{reader.requiredNumber("status"_k), limitedText(reader, "code", 64),
                    optionalText(reader, "detail", 4096), optionalText(reader, "request_id", 64)};
    TRY(reader.check());
    return message;
}

QByteArray toJson(const FeedPage& message) {
    return canonicalJson({{"events"_k, toArray(message.events)},
                          {"last"_k, real(message.last)},
                          {"more"_k, message.more}});
}

Result<FeedPage> readFeedPage(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    FeedPage message;
    eachLimited(reader, "events", mostEvents, [&](JsonReader& element) {
        FeedEvent event = readEvent(element);
        if (!message.events.isEmpty() && event.sequence != message.events.last().sequence + 1)
            element.refuse("seq"_k, QStringLiteral("leaves a gap"));
        message.events.append(std::move(event));
    });
    message.last = largeNumber(reader, "last");
    message.more = reader.flag("more"_k);
    TRY(reader.check());
    return message;
}

QByteArray toJson(const FeedSnapshot& message) {
    return canonicalJson({{"code"_k, QStringLiteral("must-refetch")},
                          {"states"_k, toArray(message.states)},
                          {"last"_k, real(message.last)}});
}

Result<FeedSnapshot> readFeedSnapshot(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    FeedSnapshot message;
    eachLimited(reader, "states", 100 * mostEvents,
                [&](JsonReader& element) { message.states.append(readEvent(element)); });
    message.last = largeNumber(reader, "last");
    TRY(reader.check());
    return message;
}

QByteArray toJson(const DeviceReport& message) {
    return canonicalJson({{"id"_k, message.id},
                          {"at"_k, toIso(message.at)},
                          {"version"_k, message.version},
                          {"uptime"_k, real(message.uptimeSeconds)},
                          {"waiting"_k, real(message.waiting)},
                          {"quarantined"_k, real(message.quarantined)},
                          {"disk_free"_k, real(message.diskFree)},
                          {"clock_offset"_k, real(message.clockOffset)},
                          {"clock_age"_k, real(message.clockAge)},
                          {"audit"_k, toObject(message.audit)},
                          {"packs_date"_k, message.packsDate},
                          {"parts"_k, message.parts},
                          {"alarms"_k, QJsonArray::fromStringList(message.alarms)}});
}

Result<DeviceReport> readDeviceReport(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    DeviceReport message;
    message.id = requiredUuid(reader, "id");
    message.at = requiredTime(reader, "at");
    message.version = limitedText(reader, "version", 64);
    message.uptimeSeconds = largeNumber(reader, "uptime");
    message.waiting = largeNumber(reader, "waiting");
    message.quarantined = largeNumber(reader, "quarantined");
    message.diskFree = largeNumber(reader, "disk_free");
    message.clockOffset = largeNumber(reader, "clock_offset", -9'007'199'254'740'991);
    message.clockAge = largeNumber(reader, "clock_age");
    message.audit = readHead(reader, "audit");
    message.packsDate = optionalText(reader, "packs_date", 32);
    message.parts = reader.object("parts"_k);
    message.alarms = reader.texts("alarms"_k);
    TRY(reader.check());
    return message;
}

QByteArray toJson(const ReportAnswer& message) {
    return canonicalJson({{"audit"_k, toObject(message.audit)},
                          {"kid"_k, message.kid},
                          {"countersignature"_k, hex(message.countersignature)}});
}

Result<ReportAnswer> readReportAnswer(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    ReportAnswer message{readHead(reader, "audit"), limitedText(reader, "kid", 64),
                         hexOctets(reader, "countersignature", 64)};
    TRY(reader.check());
    return message;
}

QByteArray toJson(const Enrolment& message) {
    return canonicalJson({{"code"_k, message.code},
                          {"request"_k, message.request},
                          {"name"_k, message.name},
                          {"receipt_key"_k, hex(message.receiptKey)},
                          {"receipt_algorithm"_k, message.receiptAlgorithm}});
}

Result<Enrolment> readEnrolment(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    Enrolment message;
    message.code = limitedText(reader, "code", 64);
    message.request = limitedText(reader, "request", pemLength);
    message.name = limitedText(reader, "name", 128);
    message.receiptAlgorithm = limitedText(reader, "receipt_algorithm", 16);
    message.receiptKey = hexOctets(reader, "receipt_key",
                                   message.receiptAlgorithm == QLatin1String("ed25519") ? 32 : 33);
    TRY(reader.check());
    return message;
}

QByteArray toJson(const EnrolmentAnswer& message) {
    return canonicalJson({{"device"_k, message.device},
                          {"device_number"_k, real(message.deviceNumber)},
                          {"certificate"_k, message.certificate},
                          {"root"_k, message.root},
                          {"seal_keys"_k, message.sealKeys},
                          {"now"_k, toIso(message.now)}});
}

Result<EnrolmentAnswer> readEnrolmentAnswer(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    EnrolmentAnswer message;
    message.device = limitedText(reader, "device", 128);
    message.deviceNumber = largeNumber(reader, "device_number");
    message.certificate = limitedText(reader, "certificate", 4 * pemLength);
    message.root = reader.object("root"_k);
    message.sealKeys = reader.object("seal_keys"_k);
    message.now = requiredTime(reader, "now");
    TRY(reader.check());
    return message;
}

} // namespace tongban::protocol

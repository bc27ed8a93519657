// JSON, because answers, rules and journals are JSON-shaped everywhere else.
#include "services/protocol/sealed_content.h"

#include "services/protocol/json_fields.h"

namespace tongban::protocol {

namespace {

constexpr qsizetype mostEvents = 2'000;
constexpr JsonLimits limits{64LL * 1024, 32};

JournalEvent readEvent(JsonReader& reader) {
    JournalEvent event;
    event.sequence = largeNumber(reader, "seq", 1);
    event.epoch = largeNumber(reader, "epoch", 1);
    event.at = requiredTime(reader, "at");
    event.kind = limitedText(reader, "kind", 64);
    event.body = reader.object("body"_k);
    return event;
}

QJsonObject toJson(const JournalEvent& event) {
    return {{"seq"_k, static_cast<double>(event.sequence)},
            {"epoch"_k, static_cast<double>(event.epoch)},
            {"at"_k, toIso(event.at)},
            {"kind"_k, event.kind},
            {"body"_k, event.body}};
}

} // namespace

crypto::SecretBytes writeContent(const SealedContent& content) {
    QJsonObject object = content.rest;
    object.insert("application"_k, content.application);
    object.insert("answers"_k, content.answers);
    object.insert("applicant"_k, content.applicant);
    QJsonArray events;
    for (const JournalEvent& event : content.events)
        events.append(toJson(event));
    object.insert("events"_k, events);
    object.insert("materials"_k, content.materials);
    object.insert("receipt_lines"_k, QJsonArray::fromStringList(content.receiptLines));
    object.insert("receipt_code"_k, content.receiptCode);
    QByteArray text = canonicalJson(object);
    crypto::SecretBytes secret{QByteArrayView(text)};
    crypto::wipe(text);
    return secret;
}

Result<SealedContent> readContent(QByteArrayView text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text.toByteArray(), limits));
    JsonReader reader(object);
    SealedContent content;
    content.application = requiredUuid(reader, "application");
    content.answers = reader.object("answers"_k);
    content.applicant = reader.object("applicant"_k);
    eachLimited(reader, "events", mostEvents, [&](JsonReader& element) {
        content.events.append(readEvent(element));
        if (content.events.last().sequence != content.events.size())
            element.refuse("seq"_k, QStringLiteral("expected %1").arg(content.events.size()));
    });
    content.materials = reader.object("materials"_k);
    content.receiptLines = reader.texts("receipt_lines"_k);
    content.receiptCode = optionalText(reader, "receipt_code", 16);
    TRY(reader.check());
    content.rest = without(object, {"application", "answers", "applicant", "events", "materials",
                                    "receipt_lines", "receipt_code"});
    return content;
}

} // namespace tongban::protocol

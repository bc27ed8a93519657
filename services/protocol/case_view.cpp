// JSON of one case as a member of staff may see it.
#include "services/protocol/json_fields.h"
#include "services/protocol/staff_messages.h"

namespace tongban::protocol {

namespace {

constexpr JsonLimits limits{1024LL * 1024, 32};
constexpr qsizetype shortText = 128;
constexpr qsizetype longText = 4'000;
constexpr qsizetype mostRows = 1'000;

QJsonObject toObject(const CaseField& field) {
    return {{"key"_k, field.key},       {"label"_k, field.label},     {"value"_k, field.value},
            {"source"_k, field.source}, {"class"_k, field.dataClass}, {"masked"_k, field.masked}};
}

CaseField readField(JsonReader& reader) {
    return {limitedText(reader, "key", shortText),
            optionalText(reader, "label", shortText),
            optionalText(reader, "value", longText),
            optionalText(reader, "source", 32),
            reader.number("class"_k, 4),
            reader.flag("masked"_k)};
}

QJsonObject toObject(const CaseMaterial& material) {
    return {{"hash"_k, material.hash},
            {"kind"_k, material.kind},
            {"name"_k, material.name},
            {"mime"_k, material.mime},
            {"size"_k, static_cast<double>(material.size)},
            {"state"_k, material.state},
            {"why"_k, material.why}};
}

CaseMaterial readMaterial(JsonReader& reader) {
    return {optionalText(reader, "hash", 64),
            limitedText(reader, "kind", shortText),
            optionalText(reader, "name", shortText),
            optionalText(reader, "mime", shortText),
            largeNumber(reader, "size"),
            limitedText(reader, "state", 32),
            optionalText(reader, "why", longText)};
}

QJsonObject toObject(const CaseHistory& entry) {
    return {{"at"_k, toIso(entry.at)},
            {"kind"_k, entry.kind},
            {"actor"_k, entry.actor},
            {"text"_k, entry.text}};
}

CaseHistory readHistory(JsonReader& reader) {
    return {requiredTime(reader, "at"), limitedText(reader, "kind", 64),
            optionalText(reader, "actor", shortText), optionalText(reader, "text", longText)};
}

template <typename Row>
QJsonArray toArray(const QList<Row>& rows) {
    QJsonArray list;
    for (const Row& row : rows)
        list.append(toObject(row));
    return list;
}

} // namespace

QByteArray toJson(const CaseView& message) {
    QJsonObject object{{"application"_k, message.application},
                       {"number"_k, message.number},
                       {"item"_k, message.item},
                       {"title"_k, message.title},
                       {"state"_k, message.state},
                       {"step"_k, message.step},
                       {"light"_k, message.light},
                       {"received_at"_k, toIso(message.receivedAt)},
                       {"fields"_k, toArray(message.fields)},
                       {"materials"_k, toArray(message.materials)},
                       {"history"_k, toArray(message.history)},
                       {"views"_k, toArray(message.views)},
                       {"actions"_k, QJsonArray::fromStringList(message.actions)}};
    if (message.due)
        object.insert("due"_k, toIso(*message.due));
    return canonicalJson(object);
}

Result<CaseView> readCaseView(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    CaseView message;
    message.application = requiredUuid(reader, "application");
    message.number = optionalText(reader, "number", shortText);
    message.item = limitedText(reader, "item", shortText);
    message.title = optionalText(reader, "title", shortText);
    message.state = limitedText(reader, "state", 32);
    message.step = optionalText(reader, "step", shortText);
    message.light = optionalText(reader, "light", 16);
    message.receivedAt = requiredTime(reader, "received_at");
    message.due = optionalTime(reader, "due");
    eachLimited(reader, "fields", mostRows,
                [&](JsonReader& element) { message.fields.append(readField(element)); });
    eachLimited(reader, "materials", mostRows,
                [&](JsonReader& element) { message.materials.append(readMaterial(element)); });
    eachLimited(reader, "history", mostRows,
                [&](JsonReader& element) { message.history.append(readHistory(element)); });
    eachLimited(reader, "views", mostRows,
                [&](JsonReader& element) { message.views.append(readHistory(element)); });
    message.actions = reader.texts("actions"_k);
    TRY(reader.check());
    return message;
}

} // namespace tongban::protocol

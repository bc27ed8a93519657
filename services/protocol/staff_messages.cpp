// JSON of sign-in and tasks, writer and reader side by side.
#include "services/protocol/staff_messages.h"

#include "services/protocol/json_fields.h"

namespace tongban::protocol {

namespace {

constexpr JsonLimits limits{1024LL * 1024, 32};
constexpr qsizetype shortText = 128;
constexpr qsizetype longText = 4'000;
constexpr qsizetype mostTasks = 500;
constexpr qsizetype mostWanted = 50;

QJsonObject toObject(const TaskRow& row) {
    QJsonObject object{{"id"_k, row.id},         {"application"_k, row.application},
                       {"number"_k, row.number}, {"item"_k, row.item},
                       {"title"_k, row.title},   {"pool"_k, row.pool},
                       {"step"_k, row.step},     {"applicant"_k, row.applicant},
                       {"state"_k, row.state},   {"owner"_k, row.owner},
                       {"light"_k, row.light},   {"received_at"_k, toIso(row.receivedAt)}};
    if (row.due)
        object.insert("due"_k, toIso(*row.due));
    return object;
}

TaskRow readRow(JsonReader& reader) {
    TaskRow row;
    row.id = limitedText(reader, "id", shortText);
    row.application = requiredUuid(reader, "application");
    row.number = optionalText(reader, "number", shortText);
    row.item = limitedText(reader, "item", shortText);
    row.title = optionalText(reader, "title", shortText);
    row.pool = limitedText(reader, "pool", shortText);
    row.step = optionalText(reader, "step", shortText);
    row.applicant = optionalText(reader, "applicant", shortText);
    row.state = limitedText(reader, "state", 32);
    row.owner = optionalText(reader, "owner", shortText);
    row.light = optionalText(reader, "light", 16);
    row.receivedAt = requiredTime(reader, "received_at");
    row.due = optionalTime(reader, "due");
    return row;
}

} // namespace

QByteArray toJson(const StaffLogin& message) {
    return canonicalJson({{"account"_k, message.account},
                          {"password"_k, message.password},
                          {"otp"_k, message.oneTimeCode},
                          {"terminal"_k, message.terminal}});
}

Result<StaffLogin> readStaffLogin(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    StaffLogin message{limitedText(reader, "account", 64), limitedText(reader, "password", 256),
                       optionalText(reader, "otp", 16), optionalText(reader, "terminal", 64)};
    TRY(reader.check());
    return message;
}

QByteArray toJson(const StaffSession& message) {
    return canonicalJson({{"token"_k, message.token},
                          {"name"_k, message.name},
                          {"roles"_k, QJsonArray::fromStringList(message.roles)},
                          {"pools"_k, QJsonArray::fromStringList(message.pools)},
                          {"expires_at"_k, toIso(message.expiresAt)}});
}

Result<StaffSession> readStaffSession(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    StaffSession message{limitedText(reader, "token", 512), limitedText(reader, "name", shortText),
                         reader.texts("roles"_k), reader.texts("pools"_k),
                         requiredTime(reader, "expires_at")};
    TRY(reader.check());
    return message;
}

QByteArray toJson(const TaskList& message) {
    QJsonArray list;
    for (const TaskRow& row : message.tasks)
        list.append(toObject(row));
    return canonicalJson({{"tasks"_k, list}, {"total"_k, static_cast<double>(message.total)}});
}

Result<TaskList> readTaskList(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    TaskList message;
    eachLimited(reader, "tasks", mostTasks,
                [&](JsonReader& element) { message.tasks.append(readRow(element)); });
    message.total = largeNumber(reader, "total");
    TRY(reader.check());
    return message;
}

QByteArray toJson(const TaskClaim& message) {
    QJsonObject object;
    if (!message.task.isEmpty())
        object.insert("task"_k, message.task);
    if (!message.pool.isEmpty())
        object.insert("pool"_k, message.pool);
    return canonicalJson(object);
}

Result<TaskClaim> readTaskClaim(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    TaskClaim message{optionalText(reader, "task", shortText),
                      optionalText(reader, "pool", shortText)};
    if (message.task.isEmpty() == message.pool.isEmpty())
        reader.refuse("task"_k, QStringLiteral("either a task or a pool"));
    TRY(reader.check());
    return message;
}

QByteArray toJson(const TaskLease& message) {
    return canonicalJson({{"task"_k, toObject(message.task)},
                          {"lease_no"_k, static_cast<double>(message.leaseNumber)},
                          {"until"_k, toIso(message.until)}});
}

Result<TaskLease> readTaskLease(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    JsonReader task(reader.object("task"_k), QStringLiteral("$.task"));
    TaskLease message{readRow(task), largeNumber(reader, "lease_no", 1),
                      requiredTime(reader, "until")};
    TRY(task.check());
    TRY(reader.check());
    return message;
}

QByteArray toJson(const TaskCompletion& message) {
    QJsonArray wanted;
    for (const QJsonObject& one : message.wanted)
        wanted.append(one);
    return canonicalJson({{"lease_no"_k, static_cast<double>(message.leaseNumber)},
                          {"outcome"_k, message.outcome},
                          {"reason"_k, message.reason},
                          {"output"_k, message.output},
                          {"wanted"_k, wanted}});
}

Result<TaskCompletion> readTaskCompletion(const QByteArray& text) {
    TRY_ASSIGN(QJsonObject object, parseJsonObject(text, limits));
    JsonReader reader(std::move(object));
    TaskCompletion message;
    message.leaseNumber = largeNumber(reader, "lease_no", 1);
    message.outcome = limitedText(reader, "outcome", 32);
    message.reason = optionalText(reader, "reason", longText);
    message.output = reader.object("output"_k);
    eachLimited(reader, "wanted", mostWanted,
                [&](JsonReader& element) { message.wanted.append(element.value()); });
    TRY(reader.check());
    return message;
}

} // namespace tongban::protocol

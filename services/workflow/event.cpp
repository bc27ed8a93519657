// Events as canonical JSON: keys sorted, empty fields left out, times as ISO 8601.
#include "services/workflow/event.h"

#include "services/core/json_reader.h"

#include <QJsonDocument>
#include <array>
#include <charconv>

namespace tongban::workflow {

namespace {

constexpr std::array kindNames = {
    "Opened",       "Passed",    "Entered",    "Left",        "Waited",      "Merged",
    "Set",          "Decided",   "Offered",    "Claimed",     "Assigned",    "Completed",
    "Asked",        "Performed", "Failed",     "Sent",        "Armed",       "Fired",
    "Disarmed",     "Awaited",   "Correlated", "DeadlineSet", "ClockPaused", "ClockResumed",
    "ClockStopped", "Extended",  "Noticed",    "Urged",       "Returned",    "Countersigned",
    "Suspended",    "Resumed",   "Stuck",      "Freed",       "HandedOver",  "Migrated",
    "Closed",
};

// Civil date from days since 1970 (Howard Hinnant's algorithm); QDateTime costs more than the rest
// of the event.
void appendIso(QByteArray& out, Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    auto rest = (at - day).count();
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) {
        out += toIso(at).toLatin1();
        return;
    }
    std::array<char, 24> text{};
    const auto put = [&text](size_t at, qint64 value, int digits) {
        for (int i = digits - 1; i >= 0; --i, value /= 10)
            text[at + static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
    };
    put(0, year, 4);
    put(5, static_cast<unsigned>(date.month()), 2);
    put(8, static_cast<unsigned>(date.day()), 2);
    put(20, rest % 1000, 3);
    rest /= 1000;
    put(17, rest % 60, 2);
    put(14, rest / 60 % 60, 2);
    put(11, rest / 3600, 2);
    text[4] = text[7] = '-';
    text[10] = 'T';
    text[13] = text[16] = ':';
    text[19] = '.';
    text[23] = 'Z';
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

void appendText(QByteArray& out, const QString& text) {
    out += '"';
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (code < 0x20 || code == '"' || code == '\\' || code >= 0x7f) {
            // Rare: let Qt escape the whole string as it does everywhere else.
            out.chop(out.size() - out.lastIndexOf('"'));
            const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
            out += array.mid(1, array.size() - 2);
            return;
        }
        out += static_cast<char>(code);
    }
    out += '"';
}

void appendField(QByteArray& out, const char* key, const QString& value) {
    if (value.isEmpty())
        return;
    out += ",\"";
    out += key;
    out += "\":";
    appendText(out, value);
}

void appendNumber(QByteArray& out, const char* key, quint32 value) {
    if (value == 0)
        return;
    out += ",\"";
    out += key;
    out += "\":";
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end - digits.data());
}

} // namespace

QString nameOf(EventKind kind) {
    return QString::fromLatin1(kindNames[static_cast<size_t>(kind)]);
}

QByteArray encode(const Event& event) {
    QByteArray out;
    out.reserve(192);
    out += "{\"at\":\"";
    appendIso(out, event.at);
    out += '"';
    appendField(out, "by", event.by);
    appendField(out, "command", event.command);
    if (!event.data.isEmpty()) {
        out += ",\"data\":";
        out += canonicalJson(event.data);
    }
    if (event.due != Instant{}) {
        out += ",\"due\":\"";
        appendIso(out, event.due);
        out += '"';
    }
    appendField(out, "element", event.element);
    out += ",\"event\":\"";
    out += kindNames[static_cast<size_t>(event.kind)];
    out += '"';
    appendField(out, "flow", event.flow);
    appendNumber(out, "key", event.key);
    appendField(out, "name", event.name);
    appendField(out, "reason", event.reason);
    appendNumber(out, "scope", event.scope);
    appendNumber(out, "seq", event.sequence);
    out += '}';
    return out;
}

QJsonObject Event::toJson() const {
    QJsonObject object{{QStringLiteral("event"), nameOf(kind)}, {QStringLiteral("at"), toIso(at)}};
    const auto text = [&object](const char* key, const QString& value) {
        if (!value.isEmpty())
            object.insert(QLatin1String(key), value);
    };
    const auto number = [&object](const char* key, quint32 value) {
        if (value != 0)
            object.insert(QLatin1String(key), static_cast<qint64>(value));
    };
    number("seq", sequence);
    number("key", key);
    number("scope", scope);
    text("by", by);
    text("command", command);
    text("element", element);
    text("flow", flow);
    text("name", name);
    text("reason", reason);
    if (due != Instant{})
        object.insert(QStringLiteral("due"), toIso(due));
    if (!data.isEmpty())
        object.insert(QStringLiteral("data"), data);
    return object;
}

Result<Event> Event::fromJson(const QJsonObject& object) {
    JsonReader reader(object);
    Event event;
    const QByteArray kind = reader.requiredText(QStringLiteral("event")).toLatin1();
    const auto named = std::find(kindNames.begin(), kindNames.end(), kind);
    if (named == kindNames.end())
        reader.refuse(QStringLiteral("event"), QStringLiteral("unknown kind"));
    else
        event.kind = static_cast<EventKind>(named - kindNames.begin());
    const auto instant = [&reader](const char* key, bool required) {
        const QString text =
            required ? reader.requiredText(QLatin1String(key)) : reader.text(QLatin1String(key));
        bool ok = true;
        const Instant at = text.isEmpty() ? Instant{} : fromIso(text, &ok);
        if (!ok)
            reader.refuse(QLatin1String(key), QStringLiteral("not an instant"));
        return at;
    };
    const auto number = [&reader](const char* key) {
        const int value = reader.number(QLatin1String(key));
        if (value < 0)
            reader.refuse(QLatin1String(key), QStringLiteral("negative"));
        return static_cast<quint32>(std::max(value, 0));
    };
    event.at = instant("at", true);
    event.due = instant("due", false);
    event.sequence = number("seq");
    event.key = number("key");
    event.scope = number("scope");
    event.by = reader.text(QStringLiteral("by"));
    event.command = reader.text(QStringLiteral("command"));
    event.element = reader.text(QStringLiteral("element"));
    event.flow = reader.text(QStringLiteral("flow"));
    event.name = reader.text(QStringLiteral("name"));
    event.reason = reader.text(QStringLiteral("reason"));
    event.data = reader.object(QStringLiteral("data"));
    TRY(reader.check());
    return event;
}

} // namespace tongban::workflow

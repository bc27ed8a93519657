// Events as canonical JSON: keys sorted, empty fields left out, times as ISO 8601.
#include "services/workflow/event.h"

#include "services/core/json_reader.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

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

// Writes into room that was measured before; QByteArray's growing costs more than the rest of the
// event.
class Writer {
public:
    explicit Writer(qsizetype room)
        : m_out(room, Qt::Uninitialized)
        , m_at(m_out.data()) {}

    template <size_t size>
    void raw(const char (&text)[size]) {
        std::memcpy(m_at, text, size - 1);
        m_at += size - 1;
    }
    void raw(const QByteArray& bytes) {
        std::memcpy(m_at, bytes.constData(), static_cast<size_t>(bytes.size()));
        m_at += bytes.size();
    }
    void raw(const char* text) {
        while (*text != '\0')
            *m_at++ = *text++;
    }

    void text(const QString& text) {
        *m_at++ = '"';
        char* const start = m_at;
        for (const QChar c : text) {
            const ushort code = c.unicode();
            if (code < 0x20 || code == '"' || code == '\\' || code >= 0x7f) {
                // Rare: let Qt escape the whole string as it does everywhere else.
                m_at = start - 1;
                const QByteArray array =
                    QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
                return raw(array.mid(1, array.size() - 2));
            }
            *m_at++ = static_cast<char>(code);
        }
        *m_at++ = '"';
    }

    template <size_t size>
    void field(const char (&key)[size], const QString& value) {
        if (value.isEmpty())
            return;
        raw(key);
        text(value);
    }

    template <size_t size>
    void field(const char (&key)[size], quint32 value) {
        if (value == 0)
            return;
        raw(key);
        m_at = std::to_chars(m_at, m_at + 12, value).ptr;
    }

    // Civil date from days since 1970 (Howard Hinnant's algorithm); QDateTime is slow.
    void instant(Instant at) {
        const auto day = std::chrono::floor<std::chrono::days>(at);
        const std::chrono::year_month_day date(day);
        auto rest = (at - day).count();
        const int year = static_cast<int>(date.year());
        if (year < 0 || year > 9999)
            return raw(toIso(at).toLatin1());
        char* const text = m_at;
        const auto put = [text](size_t where, qint64 value, int digits) {
            for (int i = digits - 1; i >= 0; --i, value /= 10)
                text[where + static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
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
        m_at += 24;
    }

    QByteArray take() {
        m_out.truncate(m_at - m_out.constData());
        return std::move(m_out);
    }

private:
    QByteArray m_out;
    char* m_at;
};

} // namespace

QString nameOf(EventKind kind) {
    return QString::fromLatin1(kindNames[static_cast<size_t>(kind)]);
}

QByteArray encode(const Event& event) {
    const QByteArray data = event.data.isEmpty() ? QByteArray() : canonicalJson(event.data);
    constexpr qsizetype fixed = 320; // keys, numbers and times
    constexpr qsizetype escaped = 6; // \u0000
    const qsizetype texts = event.by.size() + event.command.size() + event.element.size() +
                            event.flow.size() + event.name.size() + event.reason.size();
    Writer out(fixed + data.size() + escaped * texts);
    out.raw("{\"at\":\"");
    out.instant(event.at);
    out.raw("\"");
    out.field(",\"by\":", event.by);
    out.field(",\"command\":", event.command);
    if (!data.isEmpty()) {
        out.raw(",\"data\":");
        out.raw(data);
    }
    if (event.due != Instant{}) {
        out.raw(",\"due\":\"");
        out.instant(event.due);
        out.raw("\"");
    }
    out.field(",\"element\":", event.element);
    out.raw(",\"event\":\"");
    out.raw(kindNames[static_cast<size_t>(event.kind)]);
    out.raw("\"");
    out.field(",\"flow\":", event.flow);
    out.field(",\"key\":", event.key);
    out.field(",\"name\":", event.name);
    out.field(",\"reason\":", event.reason);
    out.field(",\"scope\":", event.scope);
    out.field(",\"seq\":", event.sequence);
    out.raw("}");
    return out.take();
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

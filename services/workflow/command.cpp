// Commands as JSON, and back from the first event that each of them leaves in a journal.
#include "services/workflow/command.h"

#include "services/core/json_reader.h"
#include "services/workflow/engine.h"

#include <QJsonArray>
#include <array>

namespace tongban::workflow {

namespace {

constexpr std::array names = {
    "open",       "withdraw",    "suspend",     "resume",     "cancel",       "claim", "complete",
    "delegate",   "return",      "countersign", "supplement", "supplemented", "urge",  "extend",
    "pauseClock", "resumeClock", "activate",    "finish",     "perform",      "fail",  "deliver",
    "broadcast",  "fireTimers",  "free",        "handOver",   "migrate"};
static_assert(names.size() == std::variant_size_v<Command>);

// One list of fields for both directions: `f` is called with each field's JSON key and the field.
template <typename F>
void fields(Open& c, F f) {
    f("process", c.process);
    f("variables", c.variables);
    f("message", c.message);
    f("signal", c.signal);
}
template <typename F>
void fields(Withdraw& c, F f) {
    f("reason", c.reason);
}
template <typename F>
void fields(Suspend& c, F f) {
    f("reason", c.reason);
}
template <typename F>
void fields(Resume&, F) {}
template <typename F>
void fields(Cancel& c, F f) {
    f("reason", c.reason);
}
template <typename F>
void fields(Claim& c, F f) {
    f("key", c.key);
}
template <typename F>
void fields(Complete& c, F f) {
    f("key", c.key);
    f("answers", c.answers);
}
template <typename F>
void fields(Delegate& c, F f) {
    f("key", c.key);
    f("to", c.to);
}
template <typename F>
void fields(Return& c, F f) {
    f("to", c.to);
    f("reason", c.reason);
    f("basis", c.basis);
}
template <typename F>
void fields(Countersign& c, F f) {
    f("key", c.key);
    f("add", c.add);
    f("remove", c.remove);
}
template <typename F>
void fields(Supplement& c, F f) {
    f("items", c.items);
    f("reason", c.reason);
    f("basis", c.basis);
}
template <typename F>
void fields(Supplemented&, F) {}
template <typename F>
void fields(Urge& c, F f) {
    f("reason", c.reason);
}
template <typename F>
void fields(Extend& c, F f) {
    f("clock", c.clock);
    f("by", c.by);
    f("approver", c.approver);
    f("reason", c.reason);
    f("basis", c.basis);
}
template <typename F>
void fields(PauseClock& c, F f) {
    f("reason", c.reason);
    f("basis", c.basis);
}
template <typename F>
void fields(ResumeClock&, F) {}
template <typename F>
void fields(Activate& c, F f) {
    f("key", c.key);
    f("elements", c.elements);
}
template <typename F>
void fields(Finish& c, F f) {
    f("key", c.key);
}
template <typename F>
void fields(Perform& c, F f) {
    f("key", c.key);
    f("outputs", c.outputs);
}
template <typename F>
void fields(Fail& c, F f) {
    f("key", c.key);
    f("error", c.error);
    f("reason", c.reason);
}
template <typename F>
void fields(Deliver& c, F f) {
    f("message", c.message);
    f("correlation", c.correlation);
    f("payload", c.payload);
}
template <typename F>
void fields(Broadcast& c, F f) {
    f("signal", c.signal);
    f("payload", c.payload);
}
template <typename F>
void fields(FireTimers&, F) {}
template <typename F>
void fields(Free& c, F f) {
    f("key", c.key);
    f("skip", c.skip);
    f("variables", c.variables);
}
template <typename F>
void fields(HandOver& c, F f) {
    f("to", c.to);
}
template <typename F>
void fields(Migrate& c, F f) {
    f("to", c.to);
    f("elements", c.elements);
    f("data", c.data);
    f("timers", c.timers);
    f("limits", c.limits);
}

QMap<QString, QString> textsByName(const QJsonObject& object) {
    QMap<QString, QString> map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it->toString());
    return map;
}

struct Writer {
    QJsonObject& object;
    void put(const char* key, const QJsonValue& value) { object.insert(QLatin1String(key), value); }
    void operator()(const char* key, const QString& text) {
        if (!text.isEmpty())
            put(key, text);
    }
    void operator()(const char* key, quint32 number) { put(key, static_cast<qint64>(number)); }
    void operator()(const char* key, bool flag) {
        if (flag)
            put(key, flag);
    }
    void operator()(const char* key, const QJsonObject& inner) {
        if (!inner.isEmpty())
            put(key, inner);
    }
    void operator()(const char* key, const QStringList& texts) {
        put(key, QJsonArray::fromStringList(texts));
    }
    void operator()(const char* key, const QMap<QString, QString>& map) {
        if (map.isEmpty())
            return;
        QJsonObject inner;
        for (auto it = map.begin(); it != map.end(); ++it)
            inner.insert(it.key(), it.value());
        put(key, inner);
    }
};

struct Taker {
    JsonReader& reader;
    void operator()(const char* key, QString& text) { text = reader.text(QLatin1String(key)); }
    void operator()(const char* key, quint32& number) {
        number = static_cast<quint32>(std::max(0, reader.number(QLatin1String(key))));
    }
    void operator()(const char* key, bool& flag) { flag = reader.flag(QLatin1String(key)); }
    void operator()(const char* key, QJsonObject& inner) {
        inner = reader.object(QLatin1String(key));
    }
    void operator()(const char* key, QStringList& texts) {
        texts = reader.texts(QLatin1String(key));
    }
    void operator()(const char* key, QMap<QString, QString>& map) {
        map = textsByName(reader.object(QLatin1String(key)));
    }
};

template <size_t At = 0>
Command emptyCommand(size_t index) {
    if constexpr (At + 1 < std::variant_size_v<Command>) {
        if (index != At)
            return emptyCommand<At + 1>(index);
    }
    return Command(std::in_place_index<At>);
}

QStringList textsOf(const QJsonObject& data, const char* key) {
    QStringList texts;
    for (const QJsonValue text : data.value(QLatin1String(key)).toArray())
        texts.append(text.toString());
    return texts;
}

} // namespace

QString nameOf(const Command& command) {
    return QString::fromLatin1(names[command.index()]);
}

QJsonObject toJson(const Command& command) {
    QJsonObject object{{QStringLiteral("command"), nameOf(command)}};
    Command copy = command;
    std::visit([&object](auto& one) { fields(one, Writer{object}); }, copy);
    return object;
}

Result<Command> commandFromJson(const QJsonObject& object) {
    JsonReader reader(object);
    const QByteArray name = reader.requiredText(QStringLiteral("command")).toLatin1();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return tongban::fail(
            FaultKind::Invalid,
            QStringLiteral("$.command: no such command “%1”").arg(QString::fromLatin1(name)));
    Command command = emptyCommand(static_cast<size_t>(found - names.begin()));
    std::visit([&reader](auto& one) { fields(one, Taker{reader}); }, command);
    TRY(reader.check());
    return command;
}

Result<Command> commandOf(const Event& first) {
    const QJsonObject& data = first.data;
    const auto text = [&data](const char* key) {
        return data.value(QLatin1String(key)).toString();
    };
    const auto object = [&data](const char* key) {
        return data.value(QLatin1String(key)).toObject();
    };
    switch (first.kind) {
    case EventKind::Opened:
        return Command(Open{first.element, object("variables"), text("message"), text("signal")});
    case EventKind::Claimed:
        return Command(Claim{first.key});
    case EventKind::Completed:
        return Command(Complete{first.key, data});
    case EventKind::Assigned:
        return Command(Delegate{first.key, text("to")});
    case EventKind::Returned:
        return Command(Return{first.element, first.reason, text("basis")});
    case EventKind::Countersigned:
        return Command(Countersign{first.key, textsOf(data, "add"), textsOf(data, "remove")});
    case EventKind::Noticed:
        if (data.isEmpty())
            return Command(Supplemented{});
        return Command(Supplement{textsOf(data, "items"), first.reason, text("basis")});
    case EventKind::Urged:
        return Command(Urge{first.reason});
    case EventKind::Extended:
        return Command(
            Extend{first.name, text("by"), text("approver"), first.reason, text("basis")});
    case EventKind::ClockPaused:
        return Command(PauseClock{first.reason, text("basis")});
    case EventKind::ClockResumed:
        return Command(ResumeClock{});
    case EventKind::Performed:
        return Command(Perform{first.key, data});
    case EventKind::Failed:
        return Command(Fail{first.key, first.name, first.reason});
    case EventKind::Correlated:
        if (text("as") == QLatin1String("signal"))
            return Command(Broadcast{first.name, object("payload")});
        return Command(Deliver{first.name, text("correlation"), object("payload")});
    case EventKind::Fired:
        return Command(FireTimers{});
    case EventKind::Freed:
        return Command(Free{first.key, first.reason == QLatin1String("skipped"), data});
    case EventKind::Suspended:
        return Command(Suspend{first.reason});
    case EventKind::Resumed:
        return Command(Resume{});
    case EventKind::HandedOver:
        return Command(HandOver{text("to")});
    case EventKind::Closed:
        if (first.reason == QLatin1String("withdrawn"))
            return Command(Withdraw{text("why")});
        return Command(Cancel{text("why")});
    case EventKind::Set:
        if (first.name == QLatin1String("activated"))
            return Command(Activate{first.key, first.reason.split(QLatin1Char(','))});
        return Command(Finish{first.key});
    case EventKind::Migrated:
        return Command(Migrate{first.name, textsByName(object("elements")),
                               textsByName(object("data")),
                               data.value(QLatin1String("timers")).toBool(),
                               data.value(QLatin1String("limits")).toBool()});
    default:
        return tongban::fail(FaultKind::Invalid,
                             QStringLiteral("no command begins with %1").arg(nameOf(first.kind)));
    }
}

} // namespace tongban::workflow

// What an instance answers about itself: variables by scope, flows taken, memory held.
#include "services/workflow/instance.h"

#include <algorithm>

namespace tongban::workflow {

const Active* Instance::find(quint32 key) const {
    for (const Active& one : active) {
        if (one.key == key)
            return &one;
    }
    return nullptr;
}

QJsonValue Instance::variable(const QString& name, quint32 from) const {
    for (const Active* scope = find(from); scope != nullptr;
         scope = scope->scope ? find(scope->scope) : nullptr) {
        const QJsonValue value = scope->variables.value(name);
        if (!value.isUndefined())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

QJsonObject Instance::variables(quint32 from) const {
    QJsonObject all;
    for (const Active* scope = find(from); scope != nullptr;
         scope = scope->scope ? find(scope->scope) : nullptr) {
        for (auto it = scope->variables.begin(); it != scope->variables.end(); ++it) {
            if (!all.contains(it.key()))
                all.insert(it.key(), it.value());
        }
    }
    return all;
}

bool Instance::wasTaken(const QString& id) const {
    return std::binary_search(taken.begin(), taken.end(), id);
}

qsizetype bytesOf(const Instance& instance) {
    const auto list = [](const auto& items) {
        using Item = typename std::decay_t<decltype(items)>::value_type;
        return items.capacity() > 0 ? items.capacity() * qsizetype(sizeof(Item)) + 16 : 0;
    };
    return qsizetype(sizeof(Instance)) + list(instance.active) + list(instance.arrivals) +
           list(instance.timers) + list(instance.waits) + list(instance.clocks) +
           list(instance.incidents) + list(instance.compensable) + list(instance.visits) +
           list(instance.taken) + list(instance.commands) + list(instance.missing);
}

} // namespace tongban::workflow

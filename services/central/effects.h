// Effects: what a process may ask the centre to do, by name. A closed catalogue: a package cannot
// invent one.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QJsonObject>
#include <QString>

namespace tongban::central {

class Sql;

struct EffectOrder {
    QString name;
    QString application;
    QString item;
    Instant at{};
};

// NotFound for an unknown name. What goes to other systems is an outbox row in the same
// transaction.
Result<QJsonObject> performEffect(Sql& sql, const EffectOrder& order);

} // namespace tongban::central

// A JSON Schema (2020-12) validator for the subset our own schemas use; every fault names its path.
#pragma once

#include "services/core/result.h"

#include <QJsonObject>
#include <QList>

namespace tongban::catalog {

struct SchemaFault {
    QString path; // $.questions[1].id
    QString message;
    bool unknownField = false;
};

// type, enum, const, required, properties, additionalProperties (false or schema), items, minItems,
// maxItems, pattern, minLength, maxLength, minimum, maximum, $ref within the schema ("#/$defs/…").
// At most 50 faults.
QList<SchemaFault> validateJson(const QJsonValue& value, const QJsonObject& schema);

} // namespace tongban::catalog

// A district's real catalogue as items of “guide only” depth: names, departments, local codes.
#pragma once

#include "services/catalog/service_item.h"

namespace tongban::catalog {

struct ImportDefect {
    int row = 0; // from 0
    QString code;
    QString message;
};

struct Import {
    QList<ServiceItem> items;
    QList<ImportDefect> defects; // rows that were left out or taken with a doubt
};

// A list of {dept, main, name, itemCode, taskType}. Invalid when it is no such list.
Result<Import> importCatalogue(const QByteArray& json);

} // namespace tongban::catalog

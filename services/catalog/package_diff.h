// What changes for whom between two versions of a package: the same situations through both.
#pragma once

#include "services/catalog/item_package.h"

namespace tongban::catalog {

struct Change {
    QString what;       // "多交：劳动合同", "承诺 3 个工作日 → 5 个工作日"
    int situations = 0; // how many ways through the questions it touches
    QString example;    // one of them
};

struct PackageDiff {
    int situations = 0;    // compared
    int touched = 0;       // with any change
    QList<Change> changes; // the widest first
    QStringList questions; // added and removed questions and options
};

Result<PackageDiff> diffPackages(const ItemPackage& before, const ItemPackage& after);

} // namespace tongban::catalog

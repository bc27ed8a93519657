// An item package in memory: files read, checked for shape and bound together; named by its digest.
// Not a running case.
#pragma once

#include "services/catalog/guide.h"
#include "services/catalog/package_files.h"
#include "services/catalog/texts.h"

namespace tongban::catalog {

struct ItemPackage {
    PackageFiles files;
    QString digest;
    Guide guide;
    Texts texts;

    const ServiceItem& item() const { return guide.item(); }
    QByteArray process() const { return files.value(QStringLiteral("process.bpmn")); }
    QStringList formPaths() const; // forms/*.json
    bool validOn(QDate day) const;

    // Reads item.json, questions.json, materials.json, decisions.dmn, process.bpmn, forms/, texts/.
    // Invalid names the file and the place in it. Only the shape: `checkPackage` is the judge of
    // the content.
    static Result<ItemPackage> read(const PackageFiles& files);
};

Result<ItemPackage> loadPackage(const QString& folderOrArchive, const PackageLimits& limits = {});

} // namespace tongban::catalog

// Reading a package: each file by its reader, faults with the file's name before them.
#include "services/catalog/item_package.h"

#include "services/core/json_reader.h"
#include "services/core/xml_tree.h"

#include <QFile>
#include <QFileInfo>

namespace tongban::catalog {

namespace {

Fault inFile(const QString& path, Fault fault) {
    fault.detail = path + QStringLiteral(": ") + fault.detail;
    return fault;
}

Result<QJsonObject> jsonFile(const PackageFiles& files, const QString& path) {
    if (!files.contains(path))
        return fail(FaultKind::NotFound, path + QStringLiteral(": missing"));
    auto object = parseJsonObject(files.value(path));
    if (!object)
        return fail(inFile(path, object.error()));
    return object;
}

template <typename T>
Result<T> named(const QString& path, Result<T> result) {
    if (!result)
        return fail(inFile(path, result.error()));
    return result;
}

} // namespace

QStringList ItemPackage::formPaths() const {
    QStringList paths;
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (it.key().startsWith(QLatin1String("forms/")) &&
            it.key().endsWith(QLatin1String(".json")))
            paths << it.key();
    }
    return paths;
}

bool ItemPackage::validOn(QDate day) const {
    const ServiceItem& facts = item();
    return (!facts.validFrom.isValid() || day >= facts.validFrom) &&
           (!facts.validTo.isValid() || day <= facts.validTo);
}

Result<ItemPackage> ItemPackage::read(const PackageFiles& files) {
    ItemPackage package;
    package.files = files;
    package.digest = digestOf(files);
    const QString itemFile = QStringLiteral("item.json");
    const QString questionsFile = QStringLiteral("questions.json");
    const QString materialsFile = QStringLiteral("materials.json");
    const QString rulesFile = QStringLiteral("decisions.dmn");
    TRY_ASSIGN(const QJsonObject itemJson, jsonFile(files, itemFile));
    TRY_ASSIGN(const QJsonObject questionsJson, jsonFile(files, questionsFile));
    TRY_ASSIGN(const QJsonObject materialsJson, jsonFile(files, materialsFile));
    // A process too large to be judged in time; what it says is the engine's matter.
    constexpr int mostElements = 3'000;
    const QString processFile = QStringLiteral("process.bpmn");
    if (files.contains(processFile))
        TRY(named(processFile, readXml(files.value(processFile), {.elements = mostElements})));
    if (!files.contains(rulesFile))
        return fail(FaultKind::NotFound, rulesFile + QStringLiteral(": missing"));
    TRY_ASSIGN(ServiceItem item, named(itemFile, ServiceItem::read(itemJson)));
    TRY_ASSIGN(MaterialList materials, named(materialsFile, MaterialList::read(materialsJson)));
    TRY_ASSIGN(GuideRules rules, named(rulesFile, GuideRules::read(files.value(rulesFile))));
    TRY_ASSIGN(package.guide,
               named(questionsFile, Guide::make(std::move(item), questionsJson,
                                                std::move(materials), std::move(rules))));
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (!it.key().startsWith(QLatin1String("texts/")))
            continue;
        const QString language = QFileInfo(it.key()).completeBaseName();
        if (const auto added = package.texts.add(language, it.value()); !added)
            return fail(inFile(it.key(), added.error()));
    }
    return package;
}

Result<ItemPackage> loadPackage(const QString& folderOrArchive, const PackageLimits& limits) {
    if (QFileInfo(folderOrArchive).isDir()) {
        TRY_ASSIGN(const PackageFiles files, readPackageFolder(folderOrArchive, limits));
        return ItemPackage::read(files);
    }
    QFile file(folderOrArchive);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, folderOrArchive + QStringLiteral(": cannot be opened"));
    // A little room for the manifest.
    TRY_ASSIGN(const PackageFiles files,
               unpackArchive(file.read(limits.bytes + 128 * 1024), limits));
    return ItemPackage::read(files);
}

} // namespace tongban::catalog

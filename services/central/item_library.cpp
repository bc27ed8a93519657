// Loading and compiling of resources/items.
#include "services/central/item_library.h"

#include "services/catalog/material.h"
#include "services/core/json_reader.h"
#include "services/core/logging.h"

#include <QDir>
#include <QFile>

namespace tongban::central {

namespace {

Result<QJsonObject> readObject(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, QStringLiteral("%1 is missing").arg(path));
    return parseJsonObject(file.readAll());
}

Result<std::shared_ptr<const LibraryItem>> loadItem(const QString& folder, const QString& id) {
    TRY_ASSIGN(const QJsonObject itemFile, readObject(folder + QStringLiteral("/item.json")));
    TRY_ASSIGN(const catalog::ServiceItem facts, catalog::ServiceItem::read(itemFile));
    TRY_ASSIGN(const QJsonObject materialsFile,
               readObject(folder + QStringLiteral("/materials.json")));
    TRY_ASSIGN(const catalog::MaterialList materials, catalog::MaterialList::read(materialsFile));
    TRY_ASSIGN(const workflow::Package process, workflow::readPackage(folder));
    auto item = std::make_shared<LibraryItem>();
    TRY_ASSIGN(item->definition, workflow::compile(process));
    item->id = id;
    item->title = facts.name;
    item->department = facts.department();
    item->use = facts.use;
    for (const catalog::Material& material : materials.all())
        item->materialNames.insert(material.id, material.name);
    return std::shared_ptr<const LibraryItem>(item);
}

} // namespace

QStringList LibraryItem::pools() const {
    QStringList pools;
    for (const workflow::Element& element : definition.elements()) {
        if (element.kind != workflow::Kind::UserTask)
            continue;
        for (const QString& group : element.activity().groups) {
            if (group != QLatin1String(applicantGroup) && !pools.contains(group))
                pools.append(group);
        }
    }
    return pools;
}

QStringList ItemLibrary::pools() const {
    QStringList pools;
    for (const auto& item : m_items)
        pools += item->pools();
    pools.sort();
    pools.removeDuplicates();
    return pools;
}

Result<ItemLibrary> ItemLibrary::load(const QString& folder) {
    ItemLibrary library;
    const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : names) {
        const QString path = folder + QLatin1Char('/') + name;
        if (!QFile::exists(path + QStringLiteral("/process.bpmn")))
            continue;
        auto item = loadItem(path, name);
        if (item.has_value())
            library.m_items.insert(name, *item);
        else
            qCWarning(logCentral).noquote() << "item" << name << "left out:" << item.error().detail;
    }
    return library;
}

} // namespace tongban::central

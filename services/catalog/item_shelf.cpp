// Versions side by side; the one of a day is chosen by its dates.
#include "services/catalog/item_shelf.h"

#include <QDir>

namespace tongban::catalog {

namespace {

bool cameLater(const ItemPackage& a, const ItemPackage& b) {
    return std::pair(a.item().validFrom, a.item().version) >
           std::pair(b.item().validFrom, b.item().version);
}

// Read once: shelves come and go with every set of packs.
const std::optional<Pinyin>& readings() {
    static const std::optional<Pinyin> words = [] {
        auto loaded = Pinyin::load();
        return loaded ? std::optional(std::move(loaded).value()) : std::nullopt;
    }();
    return words;
}

} // namespace

Result<ItemShelf> ItemShelf::fromArchives(const QMap<QString, QByteArray>& archives) {
    ItemShelf shelf;
    for (auto archive = archives.begin(); archive != archives.end(); ++archive) {
        const auto files = unpackArchive(archive.value());
        const auto package =
            files ? ItemPackage::read(*files) : Result<ItemPackage>(fail(files.error()));
        if (!package)
            return fail(FaultKind::Invalid,
                        archive.key() + QStringLiteral(": ") + package.error().detail);
        shelf.add(*package);
    }
    return shelf;
}

ItemShelf ItemShelf::open(const QString& folder, QStringList* faults) {
    ItemShelf shelf;
    const QFileInfoList found =
        QDir(folder).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& info : found) {
        const auto package = loadPackage(info.filePath());
        if (package)
            shelf.add(*package);
        else if (faults)
            faults->append(info.fileName() + QStringLiteral(": ") + package.error().detail);
    }
    return shelf;
}

void ItemShelf::add(const ItemPackage& package) {
    m_packages.append(std::make_shared<const ItemPackage>(package));
}

Catalog ItemShelf::on(QDate day) const {
    QMap<QString, const ItemPackage*> chosen;
    for (const auto& package : m_packages) {
        const ItemPackage*& best = chosen[package->item().id];
        if (package->validOn(day) && (best == nullptr || cameLater(*package, *best)))
            best = package.get();
    }
    Catalog catalog(readings());
    for (const ItemPackage* package : chosen) {
        if (package != nullptr)
            catalog.add(*package);
    }
    return catalog;
}

QDate ItemShelf::nextChange(QDate after) const {
    QDate next;
    const auto consider = [&](QDate day) {
        if (day.isValid() && day > after && (!next.isValid() || day < next))
            next = day;
    };
    for (const auto& package : m_packages) {
        consider(package->item().validFrom);
        if (package->item().validTo.isValid())
            consider(package->item().validTo.addDays(1));
    }
    return next;
}

} // namespace tongban::catalog

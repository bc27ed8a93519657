// All items this machine knows: packages installed here and guides imported from the district's
// catalogue.
#pragma once

#include "services/catalog/item_package.h"
#include "services/catalog/pinyin.h"

#include <memory>

namespace tongban::catalog {

// One line of a list or a search result.
struct CatalogEntry {
    QString id;
    QString name;
    QString officialName;
    QString department;
    QString code;
    QString summary;
    ItemKind kind = ItemKind::Item;
    QStringList aliases;
    QStringList topics;
    QString promised; // "5wd"; empty for a guide
    bool free = true;
};

struct CatalogHit {
    CatalogEntry entry;
    double score = 0; // 0…1
    QString matched;  // the words of the entry that matched, to underline
    QString how;      // name, alias, pinyin, initials, similar
};

class Catalog {
public:
    // Without a word list there is no search by pinyin; everything else works.
    explicit Catalog(std::optional<Pinyin> pinyin = std::nullopt);

    // Every folder or archive below `folder`. A package that cannot be read is left out and named
    // in `faults`.
    static Catalog open(const QString& folder, QDate today, QStringList* faults = nullptr);

    void add(const ItemPackage& package);
    void add(const ServiceItem& guideOnly);

    const QList<CatalogEntry>& entries() const { return m_entries; }
    const ItemPackage* package(const QString& id) const; // nullptr for a guide
    // The same, kept alive while held: a case under way stays on its version.
    std::shared_ptr<const ItemPackage> held(const QString& id) const {
        return m_packages.value(id);
    }
    const CatalogEntry* entry(const QString& id) const;
    QList<CatalogEntry> ofDepartment(const QString& department) const;
    QStringList departments() const;

    // The best first; empty when nothing is near. By name, alias, pinyin, initials, and with a slip
    // of typing.
    QList<CatalogHit> find(const QString& text, int limit = 5) const;

private:
    struct Terms;
    void index(const CatalogEntry& entry);

    std::optional<Pinyin> m_pinyin;
    QList<CatalogEntry> m_entries;
    QList<std::shared_ptr<const Terms>> m_terms; // beside m_entries
    QMap<QString, std::shared_ptr<const ItemPackage>> m_packages;
};

} // namespace tongban::catalog

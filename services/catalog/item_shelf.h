// ItemShelf: every version of every item a machine has. From it comes the catalogue of a day, so
// that an effective date takes hold at 00:00 without a network.
#pragma once

#include "services/catalog/catalog.h"

namespace tongban::catalog {

class ItemShelf {
public:
    // Archives by name. Invalid with the name of the first one that cannot be read: a set is taken
    // whole or not at all.
    static Result<ItemShelf> fromArchives(const QMap<QString, QByteArray>& archives);
    // Every folder or archive below `folder`; one that cannot be read is left out and named in
    // `faults`.
    static ItemShelf open(const QString& folder, QStringList* faults = nullptr);

    void add(const ItemPackage& package);

    // Of each item the version that is valid on that day; of several the one that came last.
    Catalog on(QDate day) const;
    // The next day on which another catalogue holds; invalid when there is none.
    QDate nextChange(QDate after) const;

private:
    QList<std::shared_ptr<const ItemPackage>> m_packages;
};

} // namespace tongban::catalog

// ItemLibrary: the item packages the centre can go on with, compiled once and kept by digest.
#pragma once

#include "services/catalog/service_item.h"
#include "services/central/access_policy.h"
#include "services/workflow/definition.h"

#include <QHash>
#include <memory>

namespace tongban::central {

struct LibraryItem {
    QString id;    // folder name
    QString title; // as people say it
    QString department;
    DataClass dataClass = DataClass::Personal;
    workflow::Definition definition;
    QHash<QString, QString> materialNames; // by the id the item gives them
    catalog::PersonalUse use;              // what may be kept, what for and for how long

    QStringList pools() const; // candidate groups of staff
};

class ItemLibrary {
public:
    // Every folder below resources/items that compiles; what does not is named in the log and left
    // out.
    static Result<ItemLibrary> load(const QString& folder);
    std::shared_ptr<const LibraryItem> find(const QString& id) const { return m_items.value(id); }
    QList<QString> ids() const { return m_items.keys(); }
    QStringList pools() const;

private:
    QHash<QString, std::shared_ptr<const LibraryItem>> m_items;
};

inline constexpr char applicantGroup[] = "applicant";

} // namespace tongban::central

// ItemDesk: keeps the machine's catalogue at what may be used today: the items that came with the
// program until published packs are there, then those that verify and are in force.
#pragma once

#include "services/catalog/item_shelf.h"
#include "services/core/clock.h"
#include "services/packs/pack_client.h"

#include <QObject>
#include <QTimer>

namespace tongban::session {

class ItemDesk : public QObject {
    Q_OBJECT

public:
    // `inUse` is filled at once and replaced in place from then on; visits hold their own version.
    ItemDesk(catalog::Catalog& inUse, catalog::ItemShelf shipped, const Clock& clock,
             QObject* parent = nullptr);

    // Packs whose names begin with “items/”. A set with an item that cannot be read is refused
    // whole.
    void follow(std::unique_ptr<packs::PackClient> client);
    // Conflict when nothing is followed. Answers whether anything new was installed.
    void refresh(const std::function<void(Result<bool>)>& done);
    // Looks at the day and at what may be used; by itself every minute, without a network.
    void review();

Q_SIGNALS:
    void changed(); // another catalogue holds

private:
    QStringList usablePacks() const;
    catalog::ItemShelf shelfOf(const QStringList& names) const;
    bool publishes() const; // a verified set is there

    catalog::Catalog& m_inUse;
    const catalog::ItemShelf m_shipped;
    const Clock& m_clock;
    std::unique_ptr<packs::PackClient> m_client;
    QStringList m_shown; // the day and the packs the catalogue is made of
    QTimer m_minute;
};

} // namespace tongban::session

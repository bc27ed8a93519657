// One look compares day and usable packs with what the catalogue was made of; only a difference
// costs anything.
#include "services/session/item_desk.h"

#include "services/core/logging.h"

#include <QDateTime>

namespace tongban::session {

namespace {

const QString itemsFolder = QStringLiteral("items/");

QDate dayOf(Instant now) {
    return QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();
}

Result<void> readable(const QMap<QString, QByteArray>& packs) {
    QMap<QString, QByteArray> items;
    for (auto pack = packs.begin(); pack != packs.end(); ++pack) {
        if (pack.key().startsWith(itemsFolder))
            items.insert(pack.key(), pack.value());
    }
    TRY(catalog::ItemShelf::fromArchives(items));
    return {};
}

} // namespace

ItemDesk::ItemDesk(catalog::Catalog& inUse, catalog::ItemShelf shipped, const Clock& clock,
                   QObject* parent)
    : QObject(parent)
    , m_inUse(inUse)
    , m_shipped(std::move(shipped))
    , m_clock(clock) {
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &ItemDesk::review);
    m_minute.start();
    review();
}

void ItemDesk::follow(std::unique_ptr<packs::PackClient> client) {
    m_client = std::move(client);
    m_client->setJudge(readable);
    review();
}

void ItemDesk::refresh(const std::function<void(Result<bool>)>& done) {
    if (m_client == nullptr)
        return done(fail(FaultKind::Conflict, QStringLiteral("packs: no repository is followed")));
    m_client->refresh([this, done](const Result<bool>& installed) {
        if (!installed)
            qCWarning(logApp).noquote() << "packs stay as they are:" << installed.error().detail;
        review();
        done(installed);
    });
}

bool ItemDesk::publishes() const {
    return m_client != nullptr && m_client->trusted().targets().has_value();
}

// With what each is, so that a new pack of an old name is seen.
QStringList ItemDesk::usablePacks() const {
    QStringList names;
    if (!publishes())
        return names;
    const auto& packs = m_client->trusted().targets()->packs;
    for (auto pack = packs.begin(); pack != packs.end(); ++pack) {
        if (pack.key().startsWith(itemsFolder) &&
            m_client->stateOf(pack.key()) == packs::PackState::Usable)
            names << pack.key() + u' ' + QString::fromLatin1(pack->sha256.toHex());
    }
    return names;
}

// A pack that was damaged on this disk is left out until the next refresh brings it again.
catalog::ItemShelf ItemDesk::shelfOf(const QStringList& names) const {
    catalog::ItemShelf shelf;
    for (const QString& name : names) {
        const auto bytes = m_client->pack(name.section(u' ', 0, 0));
        const auto files = bytes ? catalog::unpackArchive(*bytes)
                                 : Result<catalog::PackageFiles>(fail(bytes.error()));
        const auto package = files ? catalog::ItemPackage::read(*files)
                                   : Result<catalog::ItemPackage>(fail(files.error()));
        if (package)
            shelf.add(*package);
        else
            qCWarning(logApp).noquote() << "item left out:" << package.error().detail;
    }
    return shelf;
}

void ItemDesk::review() {
    const QDate today = dayOf(m_clock.now());
    const QStringList packs = usablePacks();
    const QStringList wanted =
        QStringList{today.toString(Qt::ISODate),
                    publishes() ? QStringLiteral("published") : QStringLiteral("shipped")} +
        packs;
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    m_inUse = publishes() ? shelfOf(packs).on(today) : m_shipped.on(today);
    Q_EMIT changed();
}

} // namespace tongban::session

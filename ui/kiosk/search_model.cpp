// Search over the installed items; the ranking belongs to the catalogue.
#include "ui/kiosk/search_model.h"

#include "ui/kiosk/wording.h"

#include "services/catalog/service_item.h"

namespace tongban::kiosk {

SearchModel::SearchModel(const catalog::Catalog& catalog, TypingModel& typing, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_typing(typing) {
    connect(&typing, &TypingModel::edited, this, [this] {
        if (m_typingNow)
            search(m_typing.valueSoFar());
    });
    connect(&typing, &TypingModel::hideWanted, this, [this] { setTypingNow(false); });
}

void SearchModel::setTypingNow(bool on) {
    if (on == m_typingNow)
        return;
    m_typingNow = on;
    if (on)
        m_typing.setValue(m_query);
    Q_EMIT changed();
}

void SearchModel::search(const QString& text) {
    m_query = text;
    m_hits = text.trimmed().isEmpty() ? QList<catalog::CatalogHit>() : m_catalog.find(text, 5);
    Q_EMIT changed();
}

void SearchModel::clear() {
    m_query.fill(u'\0');
    m_query.clear();
    m_hits.clear();
    m_typingNow = false;
    Q_EMIT changed();
}

QVariantList SearchModel::queryParts() const {
    // The letters that occur in what was matched are underlined.
    QVariantList parts;
    const QString matched = m_hits.isEmpty() ? QString() : m_hits.first().matched;
    for (const QChar c : m_query) {
        const bool hit = matched.contains(c);
        if (!parts.isEmpty() &&
            parts.last().toMap().value(QStringLiteral("matched")).toBool() == hit) {
            QVariantMap last = parts.last().toMap();
            last[QStringLiteral("text")] = last.value(QStringLiteral("text")).toString() + c;
            parts.last() = last;
        } else {
            parts.append(QVariantMap{{QStringLiteral("text"), QString(c)},
                                     {QStringLiteral("matched"), hit}});
        }
    }
    return parts;
}

QVariantMap SearchModel::row(const catalog::CatalogEntry& entry) const {
    const QString time = catalog::limitText(entry.promised);
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("title"), entry.name},
            {QStringLiteral("hint"), entry.summary.isEmpty() ? entry.department : entry.summary},
            {QStringLiteral("aside"), time},
            {QStringLiteral("icon"), QStringLiteral("file-text")}};
}

// Who answers nothing special pays what the guide says for nobody in particular.
QString SearchModel::feeText(const catalog::CatalogEntry& entry) const {
    if (entry.free)
        return tr("free");
    const catalog::ItemPackage* package = m_catalog.package(entry.id);
    const auto usual = package != nullptr ? package->guide.assess({}, {}, QDate::currentDate())
                                          : Result<catalog::Assessment>(catalog::Assessment());
    const bool usuallyFree =
        package != nullptr && usual && (usual->totalFee().isEmpty() || usual->totalFee() == u"0");
    return usuallyFree ? tr("free, but for some cases") : tr("with a fee");
}

QVariant SearchModel::best() const {
    if (m_hits.isEmpty() || m_hits.first().score < sureEnough)
        return nothing();
    const catalog::CatalogEntry& entry = m_hits.first().entry;
    QVariantMap card = row(entry);
    card[QStringLiteral("tag")] = entry.department;
    card[QStringLiteral("summary")] = entry.summary;
    QVariantList facts;
    if (!entry.promised.isEmpty())
        facts.append(QVariantMap{{QStringLiteral("icon"), QStringLiteral("clock")},
                                 {QStringLiteral("text"), catalog::limitText(entry.promised)}});
    facts.append(QVariantMap{{QStringLiteral("icon"), QStringLiteral("wallet")},
                             {QStringLiteral("text"), feeText(entry)}});
    card[QStringLiteral("facts")] = facts;
    return card;
}

QVariantList SearchModel::others() const {
    QVariantList list;
    for (qsizetype i = best().toMap().isEmpty() ? 0 : 1; i < m_hits.size(); ++i)
        list.append(row(m_hits.at(i).entry));
    return list;
}

QVariantList SearchModel::nearest() const {
    return m_query.isEmpty() || !m_hits.isEmpty() ? QVariantList() : frequent().mid(0, 3);
}

QVariantList SearchModel::frequent() const {
    QVariantList list;
    for (const catalog::CatalogEntry& entry : m_catalog.entries()) {
        if (entry.kind == catalog::ItemKind::Guide || list.size() == 6)
            continue;
        QVariantMap tile = row(entry);
        const catalog::ItemPackage* package = m_catalog.package(entry.id);
        tile[QStringLiteral("hint")] = package != nullptr && package->item().minutes > 0
                                           ? tr("about %n minute(s)", "", package->item().minutes)
                                           : catalog::limitText(entry.promised);
        list.append(tile);
    }
    return list;
}

} // namespace tongban::kiosk

// PageFlow: one pass measures, one pass places; a block that does not fit starts the next
// screenful.
#include "ui/controls/page_flow.h"

#include <algorithm>

namespace tongban::controls {

namespace {

PageFlowAttached* wishes(QQuickItem* block) {
    return qobject_cast<PageFlowAttached*>(qmlAttachedPropertiesObject<PageFlow>(block, false));
}

bool acts(QQuickItem* block) {
    const auto* wish = wishes(block);
    return wish && wish->acts;
}

bool pinned(QQuickItem* block) {
    const auto* wish = wishes(block);
    return wish && wish->pinned;
}

} // namespace

PageFlow::PageFlow(QQuickItem* parent)
    : QQuickItem(parent) {
    connect(this, &PageFlow::layoutChanged, this, &QQuickItem::polish);
}

PageFlowAttached* PageFlow::qmlAttachedProperties(QObject* block) {
    auto* attached = new PageFlowAttached(block);
    if (auto* item = qobject_cast<QQuickItem*>(block)) {
        connect(attached, &PageFlowAttached::changed, item, [item] {
            if (auto* flow = qobject_cast<PageFlow*>(item->parentItem()))
                flow->polish();
        });
    }
    return attached;
}

void PageFlow::setPage(int page) {
    const int wanted = std::clamp(page, 0, m_pageCount - 1);
    if (wanted == m_page)
        return;
    m_page = wanted;
    Q_EMIT pageChanged();
    polish();
}

void PageFlow::itemChange(ItemChange change, const ItemChangeData& value) {
    if (change == ItemChildAddedChange) {
        // A width of its own from the start: a Grid that measures itself by its children would
        // never settle.
        value.item->setWidth(m_readingWidth);
        connect(value.item, &QQuickItem::implicitHeightChanged, this, &QQuickItem::polish);
        // A block is hidden for good by its own `visible`; screenfuls use opacity-free culling (see
        // place).
        connect(value.item, &QQuickItem::visibleChanged, this, &QQuickItem::polish);
        polish();
    } else if (change == ItemChildRemovedChange) {
        value.item->disconnect(this);
        polish();
    }
    QQuickItem::itemChange(change, value);
}

void PageFlow::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        polish();
}

void PageFlow::componentComplete() {
    QQuickItem::componentComplete();
    polish();
}

QList<QQuickItem*> PageFlow::blocks() const {
    QList<QQuickItem*> found;
    const auto children = childItems();
    for (QQuickItem* child : children) {
        if (!child->isVisible())
            continue;
        // Wrapped text has a height only once it has a width.
        child->setWidth(m_twoColumns && acts(child) ? m_actingWidth : m_readingWidth);
        // Repeaters and other empty children have no place in the flow.
        if (child->implicitHeight() > 0 || (wishes(child) && wishes(child)->stretches))
            found.append(child);
    }
    if (m_gathered && !m_twoColumns)
        std::stable_partition(found.begin(), found.end(),
                              [](QQuickItem* block) { return !acts(block); });
    return found;
}

qreal PageFlow::heightOf(QQuickItem* block) const {
    return block->implicitHeight();
}

qreal PageFlow::gapBefore(QQuickItem* block) const {
    const auto* wish = wishes(block);
    return wish && wish->gap >= 0 ? wish->gap : m_spacing;
}

// Where a block may start at the earliest: its first control stays below the line of reach.
qreal PageFlow::startOf(QQuickItem* block, qreal wanted, const Column& column) const {
    return acts(block) ? std::max(wanted, column.reach - wishes(block)->actsFrom) : wanted;
}

void PageFlow::updatePolish() {
    if (!isComponentComplete() || width() <= 0 || height() <= 0)
        return;
    const QList<QQuickItem*> all = blocks();
    QList<QPair<QList<QQuickItem*>, Column>> columns;
    if (m_twoColumns) {
        QList<QQuickItem*> reading, acting;
        for (QQuickItem* block : all)
            (acts(block) ? acting : reading).append(block);
        const qreal readingEnd = m_readingBottom < 0 ? height() : m_readingBottom;
        columns = {{reading, {m_readingX, m_readingWidth, 0, readingEnd, m_actingTop}},
                   {acting, {m_actingX, m_actingWidth, m_actingTop, height(), m_actingTop}}};
    } else {
        columns = {{all, {m_readingX, m_readingWidth, 0, height(), m_reachTop}}};
    }
    int count = 1;
    for (const auto& [blocks, column] : columns)
        count = std::max(count, arrange(blocks, column, false));
    if (count > 1) {
        for (const auto& [blocks, column] : columns)
            count = std::max(count, arrange(blocks, column, true));
    }
    if (count != m_pageCount) {
        m_pageCount = count;
        Q_EMIT pageCountChanged();
        setPage(m_page);
    }
}

int PageFlow::arrange(const QList<QQuickItem*>& blocks, const Column& column, bool reserveMore) {
    const qreal bottom =
        column.bottom -
        (reserveMore && (!m_twoColumns || column.top == m_actingTop) ? m_moreHeight : 0);
    QList<QList<QQuickItem*>> screens(1);
    qreal pinnedEnd = column.top;
    qreal y = column.top;
    for (QQuickItem* block : blocks) {
        const bool first = screens.last().isEmpty();
        qreal start = startOf(block, y + (first ? 0 : gapBefore(block)), column);
        if (start + heightOf(block) > bottom + 0.5 && !first && !pinned(block)) {
            const bool onlyPinned =
                std::all_of(screens.last().cbegin(), screens.last().cend(), pinned);
            if (!onlyPinned) {
                screens.append(QList<QQuickItem*>());
                for (QQuickItem* kept : screens.first()) {
                    if (pinned(kept))
                        screens.last().append(kept);
                }
                start = startOf(
                    block, pinnedEnd + (screens.last().isEmpty() ? 0 : gapBefore(block)), column);
            }
        }
        screens.last().append(block);
        y = start + heightOf(block);
        if (pinned(block))
            pinnedEnd = y;
    }
    const int now = std::min<int>(m_page, int(screens.size()) - 1);
    for (QQuickItem* block : blocks) {
        // Away from the screen rather than invisible: `visible` belongs to the page.
        if (!screens.at(now).contains(block))
            block->setEnabled(false), block->setX(-width() * 8);
    }
    place(screens.at(now), column, bottom);
    return int(screens.size());
}

void PageFlow::place(const QList<QQuickItem*>& shown, const Column& column, qreal bottom) {
    QList<qreal> starts;
    qreal y = column.top;
    qreal stretching = 0;
    for (QQuickItem* block : shown) {
        y = startOf(block, y + (starts.isEmpty() ? 0 : gapBefore(block)), column);
        starts.append(y);
        y += heightOf(block);
        stretching += wishes(block) && wishes(block)->stretches ? 1 : 0;
    }
    const qreal spare = stretching > 0 ? std::max<qreal>(0, bottom - y) / stretching : 0;
    qreal pushed = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        QQuickItem* block = shown.at(i);
        const bool stretches = wishes(block) && wishes(block)->stretches;
        block->setEnabled(true);
        block->setPosition(QPointF(column.x, starts.at(i) + pushed));
        block->setHeight(heightOf(block) + (stretches ? spare : 0));
        pushed += stretches ? spare : 0;
    }
}

} // namespace tongban::controls

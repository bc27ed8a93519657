// PageFlow lays out the blocks of a page: reading above, acting below the line of reach, and the
// rest on a next screenful.
#pragma once

#include <QList>
#include <QQuickItem>

namespace tongban::controls {

// What a block tells the flow it stands in; written `PageFlow.acts: true` on the block.
class PageFlowAttached : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool acts MEMBER acts NOTIFY changed FINAL)
    Q_PROPERTY(qreal actsFrom MEMBER actsFrom NOTIFY changed FINAL)
    Q_PROPERTY(bool pinned MEMBER pinned NOTIFY changed FINAL)
    Q_PROPERTY(bool stretches MEMBER stretches NOTIFY changed FINAL)
    Q_PROPERTY(qreal gap MEMBER gap NOTIFY changed FINAL)

public:
    using QObject::QObject;

    bool acts = false;      // holds something to press: never above the line of reach
    qreal actsFrom = 0;     // where in the block its first control is
    bool pinned = false;    // stays on every screenful (the title)
    bool stretches = false; // takes the height that is left over
    qreal gap = -1;         // the space before it; the flow's own spacing when negative

Q_SIGNALS:
    void changed();
};

// Three arrangements of the same blocks: as declared; low position (reading first, then acting);
// two columns for a wide screen. Blocks that do not fit go to the next screenful (`page`,
// `pageCount`); nothing scrolls.
class PageFlow : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    QML_ATTACHED(tongban::controls::PageFlowAttached)
    Q_PROPERTY(qreal spacing MEMBER m_spacing NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal reachTop MEMBER m_reachTop NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal readingBottom MEMBER m_readingBottom NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal moreHeight MEMBER m_moreHeight NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal readingX MEMBER m_readingX NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal readingWidth MEMBER m_readingWidth NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal actingX MEMBER m_actingX NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal actingWidth MEMBER m_actingWidth NOTIFY layoutChanged FINAL)
    Q_PROPERTY(qreal actingTop MEMBER m_actingTop NOTIFY layoutChanged FINAL)
    Q_PROPERTY(bool gathered MEMBER m_gathered NOTIFY layoutChanged FINAL)
    Q_PROPERTY(bool twoColumns MEMBER m_twoColumns NOTIFY layoutChanged FINAL)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged FINAL)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY pageCountChanged FINAL)

public:
    explicit PageFlow(QQuickItem* parent = nullptr);
    static PageFlowAttached* qmlAttachedProperties(QObject* block);

    int page() const { return m_page; }
    void setPage(int page);
    int pageCount() const { return m_pageCount; }

Q_SIGNALS:
    void layoutChanged();
    void pageChanged();
    void pageCountChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData& value) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void updatePolish() override;
    void componentComplete() override;

private:
    struct Column {
        qreal x = 0, width = 0, top = 0, bottom = 0, reach = 0;
    };
    QList<QQuickItem*> blocks() const;
    int arrange(const QList<QQuickItem*>& blocks, const Column& column, bool reserveMore);
    void place(const QList<QQuickItem*>& shown, const Column& column, qreal bottom);
    qreal heightOf(QQuickItem* block) const;
    qreal gapBefore(QQuickItem* block) const;
    qreal startOf(QQuickItem* block, qreal wanted, const Column& column) const;

    qreal m_spacing = 24;
    qreal m_reachTop = 0;       // in the flow's own coordinates
    qreal m_readingBottom = -1; // where the reading column ends when wide; the height when negative
    qreal m_moreHeight = 88;    // room for the "see more" row when there is a next screenful
    qreal m_readingX = 0;
    qreal m_readingWidth = 0;
    qreal m_actingX = 0;
    qreal m_actingWidth = 0;
    qreal m_actingTop = 0;
    bool m_gathered = false;
    bool m_twoColumns = false;
    int m_page = 0;
    int m_pageCount = 1;
};

} // namespace tongban::controls

QML_DECLARE_TYPEINFO(tongban::controls::PageFlow, QML_HAS_ATTACHED_PROPERTIES)

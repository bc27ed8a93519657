// RouteMapItem draws a process as a line map: stations with their state, branches, labels and
// captions.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace tongban::controls {

class RouteMapItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    // shapes: {id, kind: "start"|"task"|"gateway"|"end", x, y, w, h, label, caption,
    //          state: "done"|"here"|"todo"|"skipped"|"new"|"late", above: bool (label on top,
    //          optional)}
    Q_PROPERTY(QVariantList shapes MEMBER m_shapes NOTIFY changed FINAL)
    // edges: {points: [{x, y}…], state: "done"|"here"|"todo"|"skipped", lane: 0…3 (branch colour,
    // optional),
    //         label (optional, over the middle)}
    Q_PROPERTY(QVariantList edges MEMBER m_edges NOTIFY changed FINAL)
    // {surface, ink, muted, here, hereText, lineInk, faint, lanes: [4 colours], laneInk: [4
    // colours]}
    Q_PROPERTY(QVariantMap colours MEMBER m_colours NOTIFY changed FINAL)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY changed FINAL)
    Q_PROPERTY(qreal labelSize MEMBER m_labelSize NOTIFY changed FINAL)
    Q_PROPERTY(qreal captionSize MEMBER m_captionSize NOTIFY changed FINAL)
    Q_PROPERTY(qreal unit MEMBER m_unit NOTIFY changed FINAL)
    Q_PROPERTY(bool dotted MEMBER m_dotted NOTIFY changed FINAL)

public:
    explicit RouteMapItem(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QVariantList m_shapes;
    QVariantList m_edges;
    QVariantMap m_colours;
    QString m_family;
    qreal m_labelSize = 28;
    qreal m_captionSize = 24;
    qreal m_unit = 1;
    bool m_dotted = false; // what is still to come is a dotted line
};

} // namespace tongban::controls

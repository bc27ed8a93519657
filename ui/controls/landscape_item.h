// LandscapeItem paints blue-green hills, mist, a sun and the gold line; painted once per size and
// cached.
#pragma once

#include <QQuickPaintedItem>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace tongban::controls {

class LandscapeItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap tone MEMBER m_tone NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList way MEMBER m_way NOTIFY changed FINAL)
    Q_PROPERTY(QPointF sun MEMBER m_sun NOTIFY changed FINAL)
    Q_PROPERTY(QColor fadeTo MEMBER m_fadeTo NOTIFY changed FINAL)
    Q_PROPERTY(qreal fade MEMBER m_fade NOTIFY changed FINAL)
    Q_PROPERTY(qreal horizon MEMBER m_horizon NOTIFY changed FINAL)
    Q_PROPERTY(qreal rise MEMBER m_rise NOTIFY changed FINAL)
    Q_PROPERTY(qreal unit MEMBER m_unit NOTIFY changed FINAL)
    Q_PROPERTY(qreal radius MEMBER m_radius NOTIFY changed FINAL)
    Q_PROPERTY(int layers MEMBER m_layers NOTIFY changed FINAL)
    Q_PROPERTY(int seed MEMBER m_seed NOTIFY changed FINAL)
    Q_PROPERTY(bool sky MEMBER m_sky NOTIFY changed FINAL)
    Q_PROPERTY(QPointF birds MEMBER m_birds NOTIFY changed FINAL)
    Q_PROPERTY(bool arrived MEMBER m_arrived NOTIFY changed FINAL)

public:
    explicit LandscapeItem(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QVariantMap m_tone; // a Pigments.land… map
    QVariantList
        m_way; // the gold line: stations [x, y], bends [x, y, 0], as fractions; empty: none
    QPointF m_sun{-1, -1}; // as fractions; negative: no sun
    QColor m_fadeTo;       // the colour the foot fades into
    qreal m_fade = 0;      // how high the fade is, in pixels
    qreal m_horizon = 0.9; // where the far hills stand, as a fraction of the height
    qreal m_rise = 250;    // the tallest hill, in pixels
    qreal m_unit = 1;      // one design pixel
    qreal m_radius = 0;    // rounded corners
    int m_layers = 4;      // far, mid, near, front
    int m_seed = 1;
    bool m_sky = true;
    QPointF m_birds{-1, -1}; // as fractions; negative: none
    bool m_arrived = false;  // the last station is a tick
};

} // namespace tongban::controls

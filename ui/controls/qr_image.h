// QrImage paints the modules of a QR code, crisp at any size, with its quiet zone.
#pragma once

#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace tongban::controls {

class QrImage : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    // One string a row, '1' for a dark module.
    Q_PROPERTY(QStringList rows MEMBER m_rows NOTIFY changed FINAL)
    Q_PROPERTY(int quietZone MEMBER m_quietZone NOTIFY changed FINAL)
    Q_PROPERTY(QColor dark MEMBER m_dark NOTIFY changed FINAL)
    Q_PROPERTY(QColor light MEMBER m_light NOTIFY changed FINAL)

public:
    explicit QrImage(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QStringList m_rows;
    int m_quietZone = 4; // ISO/IEC 18004: four modules
    QColor m_dark = Qt::black;
    QColor m_light = Qt::white;
};

} // namespace tongban::controls

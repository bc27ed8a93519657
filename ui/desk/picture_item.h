// PictureItem: a picture held in memory, never in a file, drawn to fit from the top.
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace tongban::desk {

class PictureItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage picture READ picture WRITE setPicture NOTIFY pictureChanged FINAL)
    Q_PROPERTY(qreal ratio READ ratio NOTIFY pictureChanged FINAL) // height by width; 0: none

public:
    explicit PictureItem(QQuickItem* parent = nullptr);

    QImage picture() const { return m_picture; }
    void setPicture(const QImage& picture);
    qreal ratio() const;
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void pictureChanged();

private:
    QImage m_picture;
};

} // namespace tongban::desk

// SignatureInk captures handwriting as vector strokes with time; it keeps nothing after clear().
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace tongban::controls {

class SignatureInk : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    // A list of strokes; a stroke is a list of {x, y, t}: fractions of the pad, milliseconds since
    // the first touch.
    Q_PROPERTY(QVariantList strokes READ strokes WRITE setStrokes NOTIFY strokesChanged FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY strokesChanged FINAL)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY inkChanged FINAL)
    Q_PROPERTY(qreal penWidth MEMBER m_penWidth NOTIFY inkChanged FINAL)

public:
    explicit SignatureInk(QQuickItem* parent = nullptr);

    QVariantList strokes() const;
    void setStrokes(const QVariantList& strokes);
    bool isEmpty() const { return m_strokes.isEmpty(); }
    Q_INVOKABLE void clear();
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void strokesChanged();
    void inkChanged();
    void strokeEnded();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void touchEvent(QTouchEvent* event) override;

private:
    struct Point {
        double x = 0, y = 0;
        qint64 t = 0;
    };
    using Stroke = QList<Point>;

    void begin(QPointF at);
    void extend(QPointF at);
    void end();
    qreal widthBetween(const Point& from, const Point& to) const;

    QList<Stroke> m_strokes;
    QElapsedTimer m_clock;
    QColor m_ink = Qt::black;
    qreal m_penWidth = 9;
    bool m_writing = false;
};

} // namespace tongban::controls

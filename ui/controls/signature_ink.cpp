// SignatureInk: quick strokes are thin, slow ones thick, as a brush would leave them.
#include "ui/controls/signature_ink.h"

#include <QPainter>
#include <QPainterPath>
#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace tongban::controls {

namespace {
constexpr qsizetype MaxPoints = 20000; // a resting finger must not fill the memory
}

SignatureInk::SignatureInk(QQuickItem* parent)
    : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    setAntialiasing(true);
    connect(this, &SignatureInk::inkChanged, this, [this] { update(); });
}

QVariantList SignatureInk::strokes() const {
    QVariantList all;
    for (const Stroke& stroke : m_strokes) {
        QVariantList points;
        for (const Point& point : stroke) {
            points.append(QVariantMap{{QStringLiteral("x"), point.x},
                                      {QStringLiteral("y"), point.y},
                                      {QStringLiteral("t"), point.t}});
        }
        all.append(QVariant(points));
    }
    return all;
}

void SignatureInk::setStrokes(const QVariantList& strokes) {
    m_strokes.clear();
    for (const QVariant& stroke : strokes) {
        Stroke points;
        const QVariantList list = stroke.toList();
        for (const QVariant& entry : list) {
            const QVariantMap point = entry.toMap();
            points.append({point.value(QStringLiteral("x")).toDouble(),
                           point.value(QStringLiteral("y")).toDouble(),
                           point.value(QStringLiteral("t")).toLongLong()});
        }
        if (!points.isEmpty())
            m_strokes.append(points);
    }
    Q_EMIT strokesChanged();
    update();
}

void SignatureInk::clear() {
    // Overwritten before it is given back: a signature is personal (ux.md §5.8).
    for (Stroke& stroke : m_strokes)
        std::fill(stroke.begin(), stroke.end(), Point{});
    m_strokes.clear();
    m_writing = false;
    Q_EMIT strokesChanged();
    update();
}

void SignatureInk::begin(QPointF at) {
    if (m_strokes.isEmpty())
        m_clock.start();
    m_writing = true;
    m_strokes.append(Stroke{});
    extend(at);
}

void SignatureInk::extend(QPointF at) {
    if (!m_writing || m_strokes.isEmpty() || m_strokes.last().size() >= MaxPoints || width() <= 0 ||
        height() <= 0)
        return;
    m_strokes.last().append({std::clamp(at.x() / width(), 0.0, 1.0),
                             std::clamp(at.y() / height(), 0.0, 1.0), m_clock.elapsed()});
    update();
}

void SignatureInk::end() {
    if (!m_writing)
        return;
    m_writing = false;
    Q_EMIT strokesChanged();
    Q_EMIT strokeEnded();
}

void SignatureInk::mousePressEvent(QMouseEvent* event) {
    begin(event->position());
}

void SignatureInk::mouseMoveEvent(QMouseEvent* event) {
    extend(event->position());
}

void SignatureInk::mouseReleaseEvent(QMouseEvent* event) {
    extend(event->position());
    end();
}

void SignatureInk::touchEvent(QTouchEvent* event) {
    const auto points = event->points();
    if (points.isEmpty())
        return;
    // One finger writes; a resting palm is ignored.
    const QEventPoint& point = points.first();
    if (point.state() == QEventPoint::Pressed)
        begin(point.position());
    else if (point.state() == QEventPoint::Released)
        end();
    else
        extend(point.position());
    event->accept();
}

qreal SignatureInk::widthBetween(const Point& from, const Point& to) const {
    const qreal distance = std::hypot((to.x - from.x) * width(), (to.y - from.y) * height());
    const qreal speed = distance / qreal(std::max<qint64>(1, to.t - from.t));
    return m_penWidth * std::clamp(1.25 - speed * 0.28, 0.55, 1.25);
}

void SignatureInk::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Stroke& stroke : m_strokes) {
        const auto at = [this](const Point& point) {
            return QPointF(point.x * width(), point.y * height());
        };
        if (stroke.size() == 1) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_ink);
            painter->drawEllipse(at(stroke.first()), m_penWidth * 0.6, m_penWidth * 0.6);
        }
        qreal thick = m_penWidth;
        QPointF middle = at(stroke.first());
        for (qsizetype i = 1; i < stroke.size(); ++i) {
            thick = thick * 0.7 + widthBetween(stroke.at(i - 1), stroke.at(i)) * 0.3;
            painter->setPen(QPen(m_ink, thick, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->setBrush(Qt::NoBrush);
            const QPointF next = (at(stroke.at(i - 1)) + at(stroke.at(i))) / 2;
            QPainterPath piece(middle);
            piece.quadTo(at(stroke.at(i - 1)), next);
            painter->drawPath(piece);
            middle = next;
        }
        if (stroke.size() > 1)
            painter->drawLine(middle, at(stroke.last()));
    }
}

} // namespace tongban::controls

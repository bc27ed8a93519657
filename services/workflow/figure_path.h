// Path: builds the outlines of figures; and the figures of edges. Internal to this library.
#pragma once

#include "services/workflow/figure.h"

namespace tongban::workflow {

class Path {
public:
    Path& line(const QList<QPointF>& points, bool closed = false);
    Path& rect(const QRectF& box, double radius = 0);
    Path& circle(const QPointF& centre, double radius);
    Path& cylinder(const QRectF& box, double lid);
    // The near half of a lid: from a point to the right, hanging down.
    Path& bow(const QPointF& from, double width, double lid);
    QList<SignStep> steps() const { return m_steps; }

private:
    void move(const QPointF& to);
    void straight(const QPointF& to);
    void curve(const QPointF& a, const QPointF& b, const QPointF& to);
    void close();

    QList<SignStep> m_steps;
};

// A sign of unit size at its place.
QList<SignStep> placed(const QList<SignStep>& sign, const QPointF& centre, double radius);

Figure figureOf(const DrawnEdge& edge);
Figure labelOf(const DrawnEdge& edge);
// Words on a white ground, so that lines below do not run through them.
Figure labelAt(const Words& words, const QString& element);

} // namespace tongban::workflow

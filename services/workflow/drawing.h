// Drawing: a process as a list of shapes and edges to paint, with what a case has done to each.
// Plain values.
#pragma once

#include "services/workflow/definition.h"
#include "services/workflow/instance.h"

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QStringList>

namespace tongban::workflow {

// Plain: there is no case, or this is an exception that may still happen.
enum class Mark : quint8 { Plain, Done, Here, Next, Skipped };
QString nameOf(Mark mark);

struct DrawnShape {
    QString element;
    QString kind;    // BPMN tag: userTask, startEvent, exclusiveGateway, subProcess, lane,
                     // participant, textAnnotation …
    QString trigger; // of events: timer, message … ; empty for none
    QRectF box;
    QString label;
    QRectF labelBox; // empty: inside activities and pools, below everything else
    Mark mark = Mark::Plain;
    bool throwing = false;
    bool interrupting = true;
    bool expanded = true;   // of sub-processes: the inside is drawn
    bool horizontal = true; // of pools and lanes
    QStringList markers;    // loop, parallel, sequential, compensation, adHoc, collection,
                            // collapsed
    QString holder;         // who has it now
    Instant since{};        // since when it is here
    int incidents = 0;
};

struct DrawnEdge {
    QString element;
    QString kind; // sequenceFlow, messageFlow, association, dataAssociation
    QList<QPointF> points;
    QString label;
    QRectF labelBox;
    Mark mark = Mark::Plain;
    bool conditional = false; // from an activity
    bool standard = false;    // default flow
    bool directed = true;
};

struct Drawing {
    QList<DrawnShape> shapes; // what lies below comes first
    QList<DrawnEdge> edges;
    QRectF box;           // around everything, with a margin
    bool laidOut = false; // our layout, because the file had no diagram
};

// From BPMN DI; where that is missing, by a layered layout from left to right.
Drawing draw(const Definition& definition, const Instance* instance = nullptr);

// A self-contained picture; labels are wrapped as `wrapLabel` says.
QByteArray toSvg(const Drawing& drawing);

// Lines of a label no wider than this many pixels at a font size; Chinese breaks anywhere, Latin at
// spaces.
QStringList wrapLabel(const QString& label, double width, double fontSize, int mostLines);
double textWidth(const QString& text, double fontSize); // as wrapping reckons

} // namespace tongban::workflow

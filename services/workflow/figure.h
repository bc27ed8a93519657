// Figures: a drawing as strokes and words in the notation of BPMN 2.0.2 §7 and §12, the same for
// every painter. Plain values.
#pragma once

#include "services/workflow/drawing.h"
#include "services/workflow/sign.h"

namespace tongban::workflow {

// What a stroke's inside is filled with: nothing, the colour of the mark, the line's colour, white.
enum class Fill : quint8 { None, Mark, Line, White };
enum class Dash : quint8 { Solid, Dashed, Dotted, DashDot };

struct Stroke {
    QList<SignStep> path; // in the drawing's units
    double width = 1.5;   // 0: no line
    Dash dash = Dash::Solid;
    Fill fill = Fill::None;
};

struct Words {
    QStringList lines;
    QPointF at; // the middle of the block; of its left border when `left`
    double size = 12;
    bool left = false;
    bool turned = false; // reads from below to above
};

struct Figure {
    QString element;
    QString kind;
    Mark mark = Mark::Plain;
    QList<Stroke> strokes;
    QList<Words> words;
};

// In the order of painting: shapes, edges, then the labels of the edges.
QList<Figure> figuresOf(const Drawing& drawing);

constexpr double lineHeight = 1.2; // of the font size

// Colours as #rrggbb: of lines and of what fills activities, events and gateways.
struct Colours {
    const char* line;
    const char* fill;
};
Colours coloursOf(Mark mark);

} // namespace tongban::workflow

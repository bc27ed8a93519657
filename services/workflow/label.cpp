// Labels broken into lines without knowing the font: Chinese is as wide as it is high, Latin a good
// half of that.
#include "services/workflow/drawing.h"

namespace tongban::workflow {

namespace {

double widthOf(QChar c, double size) {
    return c.unicode() < 0x2e80 ? size * 0.56 : size;
}

} // namespace

double textWidth(const QString& text, double fontSize) {
    double width = 0;
    for (const QChar c : text)
        width += widthOf(c, fontSize);
    return width;
}

QStringList wrapLabel(const QString& label, double width, double size, int mostLines) {
    QStringList lines;
    QString line;
    double used = 0;
    qsizetype lastSpace = -1;
    for (qsizetype i = 0; i < label.size(); ++i) {
        const QChar c = label.at(i);
        const double w = widthOf(c, size);
        if (c == u'\n' || (used + w > width && !line.isEmpty())) {
            QString rest;
            if (c != u'\n' && lastSpace > 0 && c.unicode() < 0x2e80) {
                rest = line.mid(lastSpace).trimmed();
                line.truncate(lastSpace);
            }
            lines.append(line.trimmed());
            line = rest;
            used = textWidth(line, size);
            lastSpace = -1;
            if (lines.size() == mostLines) {
                lines.last() += QStringLiteral("…");
                return lines;
            }
            if (c == u'\n')
                continue;
        }
        if (c == u' ')
            lastSpace = line.size();
        line += c;
        if (c == u'-' || c == u'/')
            lastSpace = line.size();
        used += w;
    }
    if (!line.trimmed().isEmpty())
        lines.append(line.trimmed());
    return lines;
}

} // namespace tongban::workflow

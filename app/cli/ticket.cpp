// tongban ticket: draws the paper an ESC/POS stream would make.
#include "app/cli/verbs.h"
#include "services/devices/escpos_renderer.h"

#include <QFile>
#include <QImage>

namespace tongban::cli {

namespace {

using namespace tongban::devices;

constexpr qint64 longestStream = 4 * 1024 * 1024;
constexpr int gap = 40; // between two tickets, as torn off

const char* const usage = "tongban ticket render FILE.escpos -o OUT.png [--58]   80 mm paper, or "
                          "58 mm; several tickets come one\n"
                          "                                                      below the other";

QImage joined(const QList<QImage>& tickets) {
    int height = gap * static_cast<int>(tickets.size() - 1);
    for (const QImage& ticket : tickets)
        height += ticket.height();
    QImage sheet(tickets.first().width(), height, QImage::Format_Grayscale8);
    sheet.fill(128);
    int y = 0;
    for (const QImage& ticket : tickets) {
        for (int row = 0; row < ticket.height(); ++row)
            std::copy_n(ticket.constScanLine(row), ticket.width(), sheet.scanLine(y + row));
        y += ticket.height() + gap;
    }
    return sheet;
}

int render(const QString& path, const QString& out, int dots) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestStream) {
        complain(path + QStringLiteral(": cannot be read, or is larger than 4 MiB"));
        return 1;
    }
    const auto tickets = renderEscPos(file.readAll(), dots);
    if (!tickets || tickets->isEmpty()) {
        complain(path + QStringLiteral(": ") +
                 (tickets ? QStringLiteral("prints nothing") : tickets.error().detail));
        return 1;
    }
    if (joined(*tickets).save(out, "PNG"))
        return 0;
    complain(out + QStringLiteral(": cannot be written"));
    return 1;
}

} // namespace

int runTicket(const QStringList& given) {
    QStringList arguments = given;
    const int dots = arguments.removeAll(QStringLiteral("--58")) > 0 ? dots58mm : dots80mm;
    const bool asked = arguments.contains(QLatin1String("--help"));
    const qsizetype option = arguments.indexOf(QStringLiteral("-o"));
    if (arguments.size() == 4 && arguments[0] == u"render" && (option == 1 || option == 2) &&
        !asked)
        return render(arguments[option == 1 ? 3 : 1], arguments[option + 1], dots);
    asked ? say(QString::fromUtf8(usage)) : complain(QString::fromUtf8(usage));
    return asked ? 0 : 2;
}

} // namespace tongban::cli

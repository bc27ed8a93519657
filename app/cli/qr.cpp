// tongban qr: reads codes from pictures, makes codes as SVG or PNG.
#include "app/cli/take_option.h"
#include "app/cli/verbs.h"
#include "services/devices/code_reader.h"
#include "services/devices/picture_sequence.h"
#include "services/receipt/qr_code.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <ctime>

namespace tongban::cli {

namespace {

using namespace tongban::devices;

const char* const usage =
    "tongban qr read IMAGE… [--time] [--quick]   file<TAB>text a line, empty text where there is "
    "no code;\n"
    "                                            --time adds <TAB>milliseconds of CPU and the view "
    "that hit,\n"
    "                                            --quick looks as at a frame of a film\n"
    "tongban qr make TEXT -o FILE.svg|FILE.png   makes a code, error correction M";

double cpuMilliseconds() {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

// One line a file: what would break it is escaped.
QString oneLine(QString text) {
    return text.replace(u'\\', QLatin1String("\\\\"))
        .replace(u'\n', QLatin1String("\\n"))
        .replace(u'\r', QLatin1String("\\r"))
        .replace(u'\t', QLatin1String("\\t"));
}

int readCodes(QStringList files) {
    const bool timed = files.removeAll(QStringLiteral("--time")) > 0;
    const bool quick = files.removeAll(QStringLiteral("--quick")) > 0;
    if (files.isEmpty()) {
        complain(QString::fromUtf8(usage));
        return 2;
    }
    const CodeReader reader;
    int exit = 0;
    for (const QString& file : files) {
        QString why;
        const QImage picture = readPicture(file, &why);
        if (picture.isNull()) {
            complain(file + QStringLiteral(": ") + why);
            exit = 1;
        }
        const double before = cpuMilliseconds();
        const auto read =
            reader.read(picture, quick ? CodeReader::Effort::Quick : CodeReader::Effort::Thorough);
        const double used = cpuMilliseconds() - before;
        QString line = file + u'\t' + (read ? oneLine(read->text) : QString());
        if (timed)
            line += QStringLiteral("\t%1\t%2")
                        .arg(used, 0, 'f', 1)
                        .arg(QLatin1String(read ? read->pass : "none"));
        say(line);
    }
    return exit;
}

int makeCode(const QString& text, const QString& path) {
    const auto code = receipt::QrCode::encode(text, receipt::ErrorCorrection::M);
    if (!code) {
        complain(code.error().detail);
        return 1;
    }
    bool written = false;
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QFile file(path);
        const QByteArray svg = code->toSvg();
        written = file.open(QIODevice::WriteOnly) && file.write(svg) == svg.size();
    } else if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
        written = code->toImage(8).save(path, "PNG");
    } else {
        complain(QStringLiteral("%1: neither .svg nor .png").arg(path));
        return 2;
    }
    if (!written)
        complain(path + QStringLiteral(": cannot be written"));
    return written ? 0 : 1;
}

} // namespace

int runQr(const QStringList& arguments) {
    QStringList rest = arguments.mid(1);
    const bool reads = arguments.value(0) == u"read";
    const bool asked =
        arguments.value(0) == u"--help" || rest == QStringList{QLatin1String("--help")};
    if (reads && !asked && !rest.isEmpty())
        return readCodes(rest);
    if (const QString out = takeOption(rest, QStringLiteral("-o"));
        arguments.value(0) == u"make" && rest.size() == 1 && !out.isEmpty())
        return makeCode(rest[0], out);
    asked ? say(QString::fromUtf8(usage)) : complain(QString::fromUtf8(usage));
    return asked ? 0 : 2;
}

} // namespace tongban::cli

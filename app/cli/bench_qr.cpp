// tongban bench qr: reads, misreads and CPU time over the shared camera views, beside zbarimg in
// the same run.
#include "app/cli/bench_qr.h"

#include "app/cli/verb.h"
#include "services/devices/code_reader.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <algorithm>
#include <ctime>
#include <sys/resource.h>

namespace tongban::cli {

namespace {

using namespace tongban::devices;

struct View {
    QString file;
    QString text; // empty: there is no code in it
};

struct Score {
    QString engine;
    int read = 0;
    int misread = 0;
    int falseReads = 0; // in the negatives
    int views = 0;
    QList<double> milliseconds; // CPU, where a code was read
};

QString sharedFolder() {
    return qEnvironmentVariable("TONGBAN_SHARED", QStringLiteral(TONGBAN_SOURCE_DIR "/../shared")) +
           QStringLiteral("/data/qr");
}

QList<View> viewsIn(const QString& folder) {
    QList<View> views;
    for (const QString& part : {QStringLiteral("views"), QStringLiteral("negatives")}) {
        const QDir dir(folder + u'/' + part);
        for (const QString& name :
             dir.entryList({QStringLiteral("*.jpg"), QStringLiteral("*.png")})) {
            QFile text(dir.filePath(QString(name).section(u'.', 0, -2) + QStringLiteral(".txt")));
            View view{dir.filePath(name), {}};
            if (text.open(QIODevice::ReadOnly))
                view.text = QString::fromUtf8(text.readAll());
            views.append(view);
        }
    }
    return views;
}

void count(Score& score, const View& view, const QString& text, double milliseconds) {
    if (view.text.isEmpty()) {
        score.falseReads += !text.isEmpty();
        return;
    }
    ++score.views;
    score.read += text == view.text;
    score.misread += !text.isEmpty() && text != view.text;
    if (!text.isEmpty())
        score.milliseconds.append(milliseconds);
}

double threadMilliseconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

double childrenMilliseconds() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto of = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return of(used.ru_utime) + of(used.ru_stime);
}

Score scoreOurs(const QList<View>& views) {
    Score score{QStringLiteral("tongban")};
    const CodeReader reader;
    for (const View& view : views) {
        const QImage picture(view.file);
        const double before = threadMilliseconds();
        const auto read = reader.read(picture);
        count(score, view, read ? read->text : QString(), threadMilliseconds() - before);
    }
    return score;
}

// Its time holds starting the program and reading the file, so it stands for comparison of reads
// more than of speed.
Score scoreZbar(const QList<View>& views) {
    Score score{QStringLiteral("zbarimg")};
    for (const View& view : views) {
        const double before = childrenMilliseconds();
        QProcess zbar;
        zbar.start(QStringLiteral("zbarimg"),
                   {QStringLiteral("--quiet"), QStringLiteral("--raw"), QStringLiteral("-Sdisable"),
                    QStringLiteral("-Sqrcode.enable"), view.file});
        zbar.waitForFinished(20'000);
        QString text = QString::fromUtf8(zbar.readAllStandardOutput());
        if (text.endsWith(u'\n'))
            text.chop(1);
        count(score, view, text, childrenMilliseconds() - before);
    }
    return score;
}

void tell(Score score) {
    std::sort(score.milliseconds.begin(), score.milliseconds.end());
    const auto at = [&score](double share) {
        return score.milliseconds.value(
            static_cast<int>(share * static_cast<double>(score.milliseconds.size())));
    };
    say(QStringLiteral(
            "%1  read %2 of %3 (%4 %)  misread %5  false %6  CPU ms of a read p50 %7  p95 %8")
            .arg(score.engine, -8)
            .arg(score.read)
            .arg(score.views)
            .arg(100.0 * score.read / std::max(1, score.views), 0, 'f', 1)
            .arg(score.misread)
            .arg(score.falseReads)
            .arg(at(0.5), 0, 'f', 1)
            .arg(at(0.95), 0, 'f', 1));
}

} // namespace

int benchQr(const QStringList& arguments) {
    const QString folder = arguments.value(0, sharedFolder());
    const QList<View> views = viewsIn(folder);
    if (views.isEmpty()) {
        complain(
            QStringLiteral("%1: no views; name their folder or set TONGBAN_SHARED").arg(folder));
        return 2;
    }
    const Score ours = scoreOurs(views);
    tell(ours);
    if (QStandardPaths::findExecutable(QStringLiteral("zbarimg")).isEmpty())
        say(QStringLiteral("zbarimg is not installed (package zbar-tools)"));
    else
        tell(scoreZbar(views));
    return ours.read * 100 >= ours.views * 89 && ours.misread == 0 && ours.falseReads == 0 ? 0 : 1;
}

} // namespace tongban::cli

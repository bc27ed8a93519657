// tongban bench start: process start to first frame beside an empty Qt Quick window of the same
// size in the same run; touch to feedback and page changes on the software renderer.
#include "app/cli/bench_start.h"

#include "app/cli/hall.h"
#include "app/cli/verb.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>

namespace tongban::cli {

namespace {

constexpr double mostRatio = 2.0;
constexpr double mostFeedback = 90; // ms
constexpr double mostPage = 400;    // ms
constexpr int longest = 120'000;

QString programPath(const char* name) {
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name);
}

double part(QList<double> values, double share) {
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, qsizetype(share * double(values.size()))));
}

// Milliseconds from the start of the process to what it says it shows; negative when it never does.
struct Start {
    double firstFrame = -1;
    double restingPage = -1;
};

Start start(const char* program, const QStringList& arguments) {
    QProcess process;
    QElapsedTimer since;
    since.start();
    process.start(programPath(program), arguments);
    Start seen;
    QByteArray said;
    const auto note = [&](double& at, const char* line) {
        if (at < 0 && said.contains(line))
            at = double(since.nsecsElapsed()) / 1e6;
    };
    while (process.waitForReadyRead(longest)) {
        said += process.readAllStandardOutput();
        note(seen.firstFrame, "first frame");
        note(seen.restingPage, "resting page");
    }
    if (!process.waitForFinished(longest))
        process.kill();
    return seen;
}

struct Touches {
    QList<double> feedback;
    QList<double> page;
    bool whole = false;
};

Touches touches(const QStringList& arguments) {
    QProcess process;
    process.start(programPath("tongban-kiosk"), arguments);
    Touches found;
    found.whole = process.waitForFinished(longest) && process.exitCode() == 0;
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("feedback "))
            found.feedback.append(line.mid(9).toDouble());
        else if (line.startsWith("page "))
            found.page.append(line.mid(5).toDouble());
    }
    return found;
}

QString row(const QString& name, const QList<double>& values, const QString& target) {
    return QStringLiteral("%1 p50 %2 ms  p99 %3 ms  %4")
        .arg(name, -28)
        .arg(part(values, 0.5), 8, 'f', 1)
        .arg(part(values, 0.99), 8, 'f', 1)
        .arg(target);
}

int measure(const QStringList& kiosk, int starts, int rounds) {
    QList<double> bare;
    QList<double> ours;
    QList<double> resting;
    const QStringList starting =
        kiosk + QStringList{QStringLiteral("--measure"), QStringLiteral("start")};
    start("tongban-kiosk", starting); // enrols
    for (int i = 0; i < starts; ++i) {
        bare.append(start("tongban-bare-window", {}).firstFrame);
        const Start seen = start("tongban-kiosk", starting);
        ours.append(seen.firstFrame);
        resting.append(seen.restingPage);
    }
    if (ours.contains(-1) || bare.contains(-1) || resting.contains(-1)) {
        complain(QStringLiteral("tongban bench start: a program showed no frame"));
        return 1;
    }
    const Touches touched =
        touches(kiosk + QStringList{QStringLiteral("--measure"), QString::number(rounds)});
    if (!touched.whole) {
        complain(QStringLiteral("tongban bench start: the touches could not be played"));
        return 1;
    }
    const double ratio = part(ours, 0.5) / part(bare, 0.5);
    say(row(QStringLiteral("empty Qt Quick window"), bare, QStringLiteral("baseline")));
    say(row(QStringLiteral("kiosk, first frame"), ours,
            QStringLiteral("%1 x (target 2.0)").arg(ratio, 0, 'f', 2)));
    say(row(QStringLiteral("kiosk, resting page"), resting,
            QStringLiteral("%1 x").arg(part(resting, 0.5) / part(bare, 0.5), 0, 'f', 2)));
    say(row(QStringLiteral("touch to feedback"), touched.feedback,
            QStringLiteral("(target 90 ms)")));
    say(row(QStringLiteral("page change"), touched.page, QStringLiteral("(target 400 ms)")));
    const bool good = ratio <= mostRatio && part(touched.feedback, 0.99) <= mostFeedback &&
                      part(touched.page, 0.99) <= mostPage;
    return good ? 0 : 1;
}

} // namespace

int benchStart(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Kiosk start to first frame beside an empty Qt Quick window of the same size, touch to "
        "feedback and page change.\n"
        "Exit 1 when a target is missed."));
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("starts"), QStringLiteral("How often each is started."),
                        QStringLiteral("n"), QStringLiteral("10")},
                       {QStringLiteral("rounds"), QStringLiteral("Home to search and back."),
                        QStringLiteral("n"), QStringLiteral("20")}});
    parser.process(QStringList{QStringLiteral("tongban bench start")} + arguments);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const int starts = std::max(1, parser.value(QStringLiteral("starts")).toInt());
    const int rounds = std::max(1, parser.value(QStringLiteral("rounds")).toInt());

    QTemporaryDir data;
    Hall hall;
    QEventLoop loop;
    QString address;
    QObject::connect(&hall, &Hall::failed, &loop, [&loop](const QString& why) {
        complain(QStringLiteral("tongban bench start: ") + why);
        loop.quit();
    });
    hall.startCentral(data.filePath(QStringLiteral("central")), 0, [&](const QString& listens) {
        address = listens;
        loop.quit();
    });
    loop.exec();
    if (address.isEmpty())
        return 1;
    return measure({QStringLiteral("--simulate"), QStringLiteral("--central"), address,
                    QStringLiteral("--data"), data.filePath(QStringLiteral("kiosk")),
                    QStringLiteral("--first-run"),
                    data.filePath(QStringLiteral("central/first-run.json"))},
                   starts, rounds);
}

} // namespace tongban::cli

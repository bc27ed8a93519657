// tongban bench start: process start to first frame beside an empty Qt Quick window of the same
// size in the same run; touch to feedback and page changes on the software renderer.
#include "app/cli/bench_start.h"

#include "app/cli/hall.h"
#include "app/cli/percentile.h"
#include "app/cli/verb.h"

#include <QCommandLineParser>
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

} // namespace

Start timedStart(const char* program, const QStringList& arguments) {
    QProcess process;
    QElapsedTimer since;
    since.start();
    process.start(Hall::pathOf(QLatin1String(program)), arguments);
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

namespace {

struct Touches {
    std::vector<double> feedback;
    std::vector<double> page;
    bool whole = false;
};

Touches touches(const QStringList& arguments) {
    QProcess process;
    process.start(Hall::pathOf(QStringLiteral("tongban-kiosk")), arguments);
    Touches found;
    found.whole = process.waitForFinished(longest) && process.exitCode() == 0;
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("feedback "))
            found.feedback.push_back(line.mid(9).toDouble());
        else if (line.startsWith("page "))
            found.page.push_back(line.mid(5).toDouble());
    }
    return found;
}

QString row(const QString& name, const std::vector<double>& values, const QString& target) {
    return QStringLiteral("%1 p50 %2 ms  p99 %3 ms  %4")
        .arg(name, -28)
        .arg(percentile(values, 0.5), 8, 'f', 1)
        .arg(percentile(values, 0.99), 8, 'f', 1)
        .arg(target);
}

int measure(const QStringList& kiosk, int starts, int rounds) {
    std::vector<double> bare;
    std::vector<double> ours;
    std::vector<double> resting;
    const QStringList starting =
        kiosk + QStringList{QStringLiteral("--measure"), QStringLiteral("start")};
    timedStart("tongban-kiosk", starting); // enrols
    for (int i = 0; i < starts; ++i) {
        bare.push_back(timedStart("tongban-bare-window", {}).firstFrame);
        const Start seen = timedStart("tongban-kiosk", starting);
        ours.push_back(seen.firstFrame);
        resting.push_back(seen.restingPage);
    }
    const auto missed = [](const std::vector<double>& times) {
        return std::find(times.begin(), times.end(), -1) != times.end();
    };
    if (missed(bare) || missed(ours) || missed(resting)) {
        complain(QStringLiteral("tongban bench start: a program showed no frame"));
        return 1;
    }
    const Touches touched =
        touches(kiosk + QStringList{QStringLiteral("--measure"), QString::number(rounds)});
    if (!touched.whole) {
        complain(QStringLiteral("tongban bench start: the touches could not be played"));
        return 1;
    }
    const double ratio = percentile(ours, 0.5) / percentile(bare, 0.5);
    say(row(QStringLiteral("empty Qt Quick window"), bare, QStringLiteral("baseline")));
    say(row(QStringLiteral("kiosk, first frame"), ours,
            QStringLiteral("%1 x (target 2.0)").arg(ratio, 0, 'f', 2)));
    say(row(
        QStringLiteral("kiosk, resting page"), resting,
        QStringLiteral("%1 x").arg(percentile(resting, 0.5) / percentile(bare, 0.5), 0, 'f', 2)));
    say(row(QStringLiteral("touch to feedback"), touched.feedback,
            QStringLiteral("(target 90 ms)")));
    say(row(QStringLiteral("page change"), touched.page, QStringLiteral("(target 400 ms)")));
    const bool good = ratio <= mostRatio && percentile(touched.feedback, 0.99) <= mostFeedback &&
                      percentile(touched.page, 0.99) <= mostPage;
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

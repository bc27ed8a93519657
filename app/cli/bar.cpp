// tongban bar NAME: runs one promise and prints one JSON line; `all` prints a table.
#include "app/cli/bar.h"
#include "app/cli/verbs.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::cli {

namespace {

QList<Bar> allBars() {
    return syncBars() + sealingBars() + centralReliabilityBars() + centralSecurityBars() +
           httpBars() + loadBars() + kioskDiskBars() + networkBars() + fuzzBars() + clusterBars() +
           accessBars() + intrusionBars() + storeBars() + clockBars() + rightsBars() + adminBars() +
           packBars() + kioskLifeBars() + keepingBars() + residualBars();
}

constexpr char usage[] = "tongban bar NAME   runs one bar: one JSON line, exit 0 held, 1 broken, "
                         "77 a package is missing\n"
                         "tongban bar all    runs every bar and prints a table\n"
                         "tongban bar list   names and promises\n"
                         "rel-soak takes ten minutes; two hours with --long, 50 s with --short and "
                         "in bar all\n\n"
                         "Bars start the real programs on 127.0.0.1 with data directories of their "
                         "own, and install nothing.";

QJsonObject lineFor(const Bar& bar, const BarOutcome& outcome, qint64 ms) {
    QJsonObject line = outcome.figures;
    line.insert(QStringLiteral("bar"), QLatin1String(bar.name));
    line.insert(QStringLiteral("ok"), outcome.held);
    line.insert(QStringLiteral("ms"), ms);
    if (!outcome.missing.isEmpty())
        line.insert(QStringLiteral("missing"), outcome.missing);
    return line;
}

int runOne(const Bar& bar, Length length) {
    QElapsedTimer timer;
    timer.start();
    const BarOutcome outcome = bar.outcome(length);
    say(QString::fromUtf8(
        QJsonDocument(lineFor(bar, outcome, timer.elapsed())).toJson(QJsonDocument::Compact)));
    return outcome.missing.isEmpty() ? (outcome.held ? 0 : 1) : 77;
}

int runAll() {
    int broken = 0;
    for (const Bar& bar : allBars()) {
        QElapsedTimer timer;
        timer.start();
        const BarOutcome outcome = bar.outcome(Length::Short);
        const QString word = !outcome.missing.isEmpty() ? QStringLiteral("skip")
                             : outcome.held             ? QStringLiteral("held")
                                                        : QStringLiteral("BROKEN");
        broken += word == QLatin1String("BROKEN") ? 1 : 0;
        say(QStringLiteral("%1 %2 %3 s  %4")
                .arg(word, -7)
                .arg(QLatin1String(bar.name), -20)
                .arg(static_cast<double>(timer.elapsed()) / 1000, 6, 'f', 1)
                .arg(outcome.missing.isEmpty()
                         ? QString::fromUtf8(
                               QJsonDocument(outcome.figures).toJson(QJsonDocument::Compact))
                         : outcome.missing));
    }
    return broken == 0 ? 0 : 1;
}

} // namespace

BarOutcome Findings::outcome(QJsonObject figures) const {
    if (!none()) {
        figures.insert(QStringLiteral("broken"), m_count);
        figures.insert(QStringLiteral("findings"), QJsonArray::fromStringList(m_all));
    }
    return {none(), figures, {}};
}

int runBar(const QStringList& arguments) {
    const QString name = arguments.value(0);
    if (name.isEmpty() || name == QLatin1String("--help")) {
        say(QLatin1String(usage));
        return name.isEmpty() ? 2 : 0;
    }
    const QString option = arguments.value(1);
    Length length = Length::Usual;
    if (option == QLatin1String("--short"))
        length = Length::Short;
    else if (option == QLatin1String("--long"))
        length = Length::Long;
    if (arguments.size() > 2 || (length == Length::Usual && !option.isEmpty())) {
        complain(QStringLiteral("tongban bar: expected NAME [--short | --long]; see tongban bar "
                                "--help"));
        return 2;
    }
    if (name == QLatin1String("all"))
        return runAll();
    for (const Bar& bar : allBars()) {
        if (name == QLatin1String("list"))
            say(QStringLiteral("%1 %2")
                    .arg(QLatin1String(bar.name), -20)
                    .arg(QString::fromUtf8(bar.promise)));
        else if (name == QLatin1String(bar.name))
            return runOne(bar, length);
    }
    if (name == QLatin1String("list"))
        return 0;
    complain(
        QStringLiteral("tongban bar: there is no bar “%1”; tongban bar list names them").arg(name));
    return 2;
}

} // namespace tongban::cli

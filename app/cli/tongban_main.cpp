// tongban: the one command line; each verb group lives in a file of its own.
#include "app/cli/verb.h"
#include "app/cli/verbs.h"

#include <QGuiApplication>
#include <algorithm>
#include <cstdio>
#include <memory>

namespace tongban::cli {

void say(const QString& line) {
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
}

void complain(const QString& line) {
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

} // namespace tongban::cli

int main(int argc, char** argv) {
    using namespace tongban::cli;
    const auto* verb = std::find_if(std::begin(verbs), std::end(verbs), [&](const Verb& candidate) {
        return argc > 1 && QLatin1String(argv[1]) == QLatin1String(candidate.name);
    });
    const bool known = verb != std::end(verbs);
    std::unique_ptr<QCoreApplication> app;
    const bool paints = known && verb->paints &&
                        (verb->paintingPart == nullptr ||
                         (argc > 2 && QLatin1String(argv[2]) == QLatin1String(verb->paintingPart)));
    if (paints) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        app = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        app = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("tongban"));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help")) {
        say(QStringLiteral("tongban VERB …  (tongban VERB --help explains one)\n"));
        for (const Verb& each : verbs)
            say(QStringLiteral("  %1  %2")
                    .arg(QLatin1String(each.name), -10)
                    .arg(QLatin1String(each.summary)));
        return arguments.isEmpty() ? 2 : 0;
    }
    if (known)
        return verb->run(arguments.mid(1));
    complain(QStringLiteral("tongban: there is no verb “%1”; tongban --help lists them")
                 .arg(arguments.first()));
    return 2;
}

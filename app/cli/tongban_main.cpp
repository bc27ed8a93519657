// tongban: the one command line; each verb group lives in a file of its own.
#include "app/cli/verb.h"
#include "app/cli/verbs.h"

#include <QCoreApplication>
#include <cstdio>

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
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tongban"));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help")) {
        say(QStringLiteral("tongban VERB …  (tongban VERB --help explains one)\n"));
        for (const Verb& verb : verbs)
            say(QStringLiteral("  %1  %2")
                    .arg(QLatin1String(verb.name), -10)
                    .arg(QLatin1String(verb.summary)));
        return arguments.isEmpty() ? 2 : 0;
    }
    for (const Verb& verb : verbs) {
        if (arguments.first() == QLatin1String(verb.name))
            return verb.run(arguments.mid(1));
    }
    complain(QStringLiteral("tongban: there is no verb “%1”; tongban --help lists them")
                 .arg(arguments.first()));
    return 2;
}

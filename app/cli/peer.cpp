// Finds or installs npm packages outside the project and runs a module that measures one.
#include "app/cli/peer.h"
#include "app/cli/verb.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tongban::cli {

namespace {

constexpr int installMilliseconds = 120'000;
constexpr int runMilliseconds = 60'000;

// What the module of a peer imports, its own name first.
QStringList packagesOf(const QString& peer) {
    if (peer == QLatin1String("bpmn-elements"))
        return {peer, QStringLiteral("bpmn-moddle"), QStringLiteral("moddle-context-serializer")};
    return {peer};
}

QString folderOf(const QStringList& arguments) {
    const qsizetype option = arguments.indexOf(QLatin1String("--peers"));
    if (option >= 0 && option + 1 < arguments.size())
        return arguments.at(option + 1);
    if (qEnvironmentVariableIsSet("TONGBAN_PEERS"))
        return qEnvironmentVariable("TONGBAN_PEERS");
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/tongban/peers");
}

bool installed(const QString& folder, const QStringList& packages) {
    for (const QString& package : packages) {
        if (!QDir(folder).exists(QStringLiteral("node_modules/") + package))
            return false;
    }
    return true;
}

bool install(const QString& folder, const QStringList& packages) {
    const QString npm = QStandardPaths::findExecutable(QStringLiteral("npm"));
    if (npm.isEmpty() || !QDir().mkpath(folder))
        return false;
    QProcess process;
    process.start(npm,
                  QStringList{QStringLiteral("install"), QStringLiteral("--prefix"), folder,
                              QStringLiteral("--silent"), QStringLiteral("--no-audit"),
                              QStringLiteral("--no-fund"), QStringLiteral("--ignore-scripts")} +
                      packages);
    if (!process.waitForFinished(installMilliseconds)) {
        process.kill();
        process.waitForFinished();
    }
    return installed(folder, packages);
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void missing(const QString& package, const QString& why) {
    say(QStringLiteral("no ratio to %1: %2").arg(package, why));
}

} // namespace

std::optional<double> peerRate(const QStringList& arguments, const QString& package,
                               const QByteArray& module, const QByteArrayList& inputs) {
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty()) {
        missing(package, QStringLiteral("node is not on this machine"));
        return std::nullopt;
    }
    const QString peers = folderOf(arguments);
    if (!installed(peers, packagesOf(package)) && !install(peers, packagesOf(package))) {
        missing(package, QStringLiteral("npm could not install it into %1").arg(peers));
        return std::nullopt;
    }
    const QTemporaryDir folder(QDir(peers).filePath(QStringLiteral("bench-XXXXXX")));
    QStringList files{folder.filePath(QStringLiteral("run.mjs"))};
    bool written = write(files.first(), module);
    for (const QByteArray& input : inputs) {
        files.append(folder.filePath(QStringLiteral("input%1").arg(files.size())));
        written = written && write(files.last(), input);
    }
    QProcess process;
    process.start(node, files);
    if (!written || !process.waitForFinished(runMilliseconds)) {
        process.kill();
        process.waitForFinished();
    }
    const double rate = process.readAllStandardOutput().trimmed().toDouble();
    if (rate > 0)
        return rate;
    missing(package, QStringLiteral("it failed: %1")
                         .arg(QString::fromUtf8(process.readAllStandardError().left(300))));
    return std::nullopt;
}

void tellRatio(const QString& what, double theirs, double ours) {
    say(QStringLiteral("%1 %2/s  (ours: %3 times as fast)")
            .arg(what, -44)
            .arg(theirs, 10, 'f', 0)
            .arg(ours / theirs, 0, 'f', 1));
}

} // namespace tongban::cli

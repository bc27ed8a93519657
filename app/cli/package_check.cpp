// tongban package check: what is wrong with packages, and what to do about it.
#include "services/catalog/package_check.h"
#include "app/cli/package_verbs.h"
#include "app/cli/verb.h"

#include <QElapsedTimer>

namespace tongban::cli {

namespace {

using namespace tongban::catalog;

QString schemaFolder() {
    const QString resources =
        qEnvironmentVariable("TONGBAN_RESOURCES", QStringLiteral(TONGBAN_SOURCE_DIR "/resources"));
    return resources + QStringLiteral("/schemas");
}

int listKinds() {
    for (const DefectKind& kind : defectKinds())
        say(QStringLiteral("%1  %2")
                .arg(QLatin1String(kind.code), -22)
                .arg(QString::fromUtf16(kind.meaning)));
    return 0;
}

} // namespace

int packageCheck(const QStringList& arguments) {
    QStringList folders = arguments;
    const bool all = folders.removeAll(QStringLiteral("--all")) > 0;
    if (folders == QStringList{QStringLiteral("--kinds")})
        return listKinds();
    if (folders.isEmpty()) {
        complain(QStringLiteral(
            "tongban package check [--all] DIR…   (--kinds lists what is looked for)"));
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    int refused = 0;
    int warned = 0;
    for (const QString& folder : folders) {
        const auto files = readPackageFolder(folder);
        if (!files) {
            say(folder + QStringLiteral(": ") + files.error().detail);
            ++refused;
            continue;
        }
        for (const PackageDefect& defect : checkPackage(*files, schemaFolder())) {
            refused += defect.gravity == Gravity::Refused ? 1 : 0;
            warned += defect.gravity == Gravity::Warned ? 1 : 0;
            if (all || defect.gravity != Gravity::Advised)
                say(folder + u'/' + lineOf(defect));
        }
    }
    say(QStringLiteral("%1 packages, %2 refused, %3 warned, %4 ms")
            .arg(folders.size())
            .arg(refused)
            .arg(warned)
            .arg(clock.elapsed()));
    return refused == 0 ? 0 : 1;
}

} // namespace tongban::cli

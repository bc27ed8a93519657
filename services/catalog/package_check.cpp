// Calls the checks, the simple ones first: what does not even have the shape is not judged further.
#include "services/catalog/package_check.h"

#include "services/catalog/json_schema.h"
#include "services/catalog/lints.h"
#include "services/core/json_reader.h"

#include <QFile>
#include <algorithm>

namespace tongban::catalog {

namespace {

QString schemaOf(const QString& path) {
    if (path.startsWith(QLatin1String("forms/")))
        return QStringLiteral("form");
    if (path.startsWith(QLatin1String("texts/")))
        return QStringLiteral("texts");
    return path.section(u'.', 0, 0);
}

void checkFiles(const PackageFiles& files, Findings& findings) {
    static const QStringList needed{
        QStringLiteral("item.json"),      QStringLiteral("questions.json"),
        QStringLiteral("materials.json"), QStringLiteral("decisions.dmn"),
        QStringLiteral("process.bpmn"),   QStringLiteral("tests.json"),
        QStringLiteral("texts/en.json"),  QStringLiteral("forms/application.json")};
    for (const QString& path : needed) {
        findings.setFile(path);
        if (!files.contains(path))
            findings.refuse("file-missing", QStringLiteral("$"), QStringLiteral("没有这个文件"),
                            QStringLiteral("补上"));
    }
    for (const QString& path : files.keys()) {
        findings.setFile(path);
        const bool known = needed.contains(path) || ((path.startsWith(QLatin1String("forms/")) ||
                                                      path.startsWith(QLatin1String("texts/"))) &&
                                                     path.endsWith(QLatin1String(".json")));
        if (!known)
            findings.refuse("file-unknown", QStringLiteral("$"), QStringLiteral("包里不该有它"),
                            QStringLiteral("删掉"));
    }
}

void checkSchemas(const PackageFiles& files, const QString& schemaFolder, Findings& findings) {
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (!it.key().endsWith(QLatin1String(".json")))
            continue;
        findings.setFile(it.key());
        const auto value = parseJsonObject(it.value());
        if (!value) {
            findings.refuse("file-unreadable", QStringLiteral("$"), value.error().detail,
                            QStringLiteral("改正写法"));
            continue;
        }
        QFile file(QStringLiteral("%1/%2.schema.json").arg(schemaFolder, schemaOf(it.key())));
        const auto schema = file.open(QIODevice::ReadOnly)
                                ? parseJsonObject(file.readAll())
                                : Result<QJsonObject>(fail(FaultKind::NotFound, file.fileName()));
        if (!schema) {
            findings.refuse("file-unreadable", QStringLiteral("$"),
                            QStringLiteral("没有格式定义 %1").arg(file.fileName()),
                            QStringLiteral("检查安装"));
            continue;
        }
        for (const SchemaFault& fault : validateJson(*value, *schema))
            findings.refuse(fault.unknownField ? "field-unknown" : "schema", fault.path,
                            fault.message,
                            QStringLiteral("对照 %1.schema.json 改正").arg(schemaOf(it.key())));
    }
}

} // namespace

bool anyRefused(const QList<PackageDefect>& defects) {
    return std::any_of(defects.begin(), defects.end(), [](const PackageDefect& defect) {
        return defect.gravity == Gravity::Refused;
    });
}

QList<PackageDefect> checkPackage(const PackageFiles& files, const QString& schemaFolder,
                                  Thoroughness thoroughness) {
    Findings findings;
    checkFiles(files, findings);
    checkSchemas(files, schemaFolder, findings);
    if (findings.anyRefused())
        return findings.all();
    const auto package = ItemPackage::read(files);
    if (!package) {
        findings.setFile(package.error().detail.section(QStringLiteral(": "), 0, 0));
        findings.refuse("file-unreadable", QStringLiteral("$"), package.error().detail,
                        QStringLiteral("改正写法"));
        return findings.all();
    }
    lintItem(*package, findings);
    lintQuestions(*package, findings);
    lintMaterials(*package, findings);
    lintRules(*package, findings);
    lintForms(*package, findings);
    lintUse(*package, findings);
    lintProcess(*package, findings);
    lintTexts(*package, findings);
    // A rule that names what does not exist makes every path fail; it has been named already.
    const bool walkable =
        std::none_of(findings.all().begin(), findings.all().end(), [](const PackageDefect& defect) {
            return defect.code == QLatin1String("material-unknown") ||
                   defect.code == QLatin1String("exit-unknown") ||
                   defect.code == QLatin1String("rule-output") ||
                   (defect.code == QLatin1String("decision") && defect.gravity == Gravity::Refused);
        });
    const auto goesOn = [&] {
        return walkable && (thoroughness == Thoroughness::Whole || !findings.anyRefused());
    };
    if (goesOn())
        lintCases(*package, findings);
    if (goesOn())
        lintPaths(*package, findings);
    return findings.all();
}

} // namespace tongban::catalog

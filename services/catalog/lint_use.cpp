// What is asked of people is declared: each field with its class, none that is not asked for (PIPL
// art. 6: no more than the purpose needs). Purpose, basis and time are the schema's to demand.
#include "services/catalog/lints.h"
#include "services/core/json_reader.h"

namespace tongban::catalog {

void lintUse(const ItemPackage& package, Findings& findings) {
    const auto form =
        parseJsonObject(package.files.value(QStringLiteral("forms/application.json")));
    if (!form)
        return; // named by the schema check
    findings.setFile(QStringLiteral("item.json"));
    const QJsonObject asked = form->value(QLatin1String("schema"))
                                  .toObject()
                                  .value(QLatin1String("properties"))
                                  .toObject();
    const QMap<QString, QString>& declared = package.item().use.fields;
    for (const QString& field : asked.keys()) {
        if (!declared.contains(field))
            findings.refuse("field-undeclared", QStringLiteral("$.use.fields.") + field,
                            QStringLiteral("表里要填“%1”，却没有声明它属于哪一类")
                                .arg(asked.value(field)[QLatin1String("title")].toString()),
                            QStringLiteral("写 internal、personal 或 sensitive；用不到就别让人填"));
    }
    for (const QString& field : declared.keys()) {
        if (!asked.contains(field))
            findings.refuse("field-unneeded", QStringLiteral("$.use.fields.") + field,
                            QStringLiteral("声明了 %1，表里却不用").arg(field),
                            QStringLiteral("删掉"));
    }
}

} // namespace tongban::catalog

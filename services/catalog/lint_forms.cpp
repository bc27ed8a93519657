// forms/*.json: what is filled in says where it comes from; what the card says is not asked.
#include "services/catalog/lints.h"
#include "services/core/json_reader.h"

namespace tongban::catalog {

namespace {

// What a resident ID card tells, by the label people know.
const QStringList& onTheCard() {
    static const QStringList labels{QStringLiteral("姓名"), QStringLiteral("性别"),
                                    QStringLiteral("民族"), QStringLiteral("出生日期"),
                                    QStringLiteral("身份证号")};
    return labels;
}

void checkField(const QJsonObject& field, const QJsonObject& property, const QString& path,
                Findings& findings) {
    const QString prefill = field.value(QLatin1String("prefill")).toString();
    const QString label = property.value(QLatin1String("title")).toString();
    if (!prefill.isEmpty() && field.value(QLatin1String("source")).toString().isEmpty())
        findings.refuse("form-source-missing", path + QStringLiteral(".source"),
                        QStringLiteral("“%1”是自动填的，却没说来源").arg(label),
                        QStringLiteral("写明来源，比如“居民身份证”"));
    if (prefill.isEmpty() && onTheCard().contains(label))
        findings.refuse("form-asks-known", path,
                        QStringLiteral("“%1”身份证上有，不要再填").arg(label),
                        QStringLiteral("从身份证带出来：prefill 写 =card.…"));
    if (!field.value(QLatin1String("check")).toString().isEmpty() &&
        field.value(QLatin1String("message")).toString().isEmpty())
        findings.refuse("explanation-missing", path + QStringLiteral(".message"),
                        QStringLiteral("“%1”会被拒绝，却没有说法").arg(label),
                        QStringLiteral("写一句怎么改"));
}

} // namespace

void lintForms(const ItemPackage& package, Findings& findings) {
    for (const QString& path : package.formPaths()) {
        findings.setFile(path);
        const auto form = parseJsonObject(package.files.value(path));
        if (!form)
            continue; // named by the schema check
        const QJsonObject properties = form->value(QLatin1String("schema"))
                                           .toObject()
                                           .value(QLatin1String("properties"))
                                           .toObject();
        const QJsonArray groups = form->value(QLatin1String("layout")).toArray();
        for (int g = 0; g < groups.size(); ++g) {
            const QJsonArray fields = groups.at(g)[QLatin1String("fields")].toArray();
            for (int f = 0; f < fields.size(); ++f) {
                const QJsonObject field = fields.at(f).toObject();
                const QString key = field.value(QLatin1String("field")).toString();
                if (!key.isEmpty())
                    checkField(field, properties.value(key).toObject(),
                               QStringLiteral("$.layout[%1].fields[%2]").arg(g).arg(f), findings);
            }
        }
    }
}

} // namespace tongban::catalog

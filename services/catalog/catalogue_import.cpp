// Rows of a local service platform → guides. Local task types follow its own list (1, 5, 7 …),
// codes keep their scheme.
#include "services/catalog/catalogue_import.h"

#include "services/catalog/code_mapping.h"
#include "services/core/item_codes.h"
#include "services/core/json_reader.h"

#include <QRegularExpression>
#include <QSet>

namespace tongban::catalog {

namespace {

// “食品（含保健食品）经营许可（市级/县级）” is also said without what stands in brackets.
QStringList otherWordings(const QString& name) {
    static const QRegularExpression brackets(QStringLiteral("[（(][^（）()]*[）)]"));
    QString plain = name;
    plain.remove(brackets);
    plain = plain.trimmed();
    return plain == name || plain.isEmpty() ? QStringList() : QStringList{plain};
}

} // namespace

Result<Import> importCatalogue(const QByteArray& json) {
    const JsonLimits limits{32 * 1024 * 1024, 8};
    TRY_ASSIGN(const QJsonValue value, parseJson(json, limits));
    if (!value.isArray())
        return fail(FaultKind::Invalid, QStringLiteral("$: expected a list of items"));
    Import import;
    QSet<QString> codes;
    const QJsonArray rows = value.toArray();
    for (int i = 0; i < rows.size(); ++i) {
        JsonReader row(rows.at(i).toObject(), QStringLiteral("$[%1]").arg(i));
        const QString name = row.requiredText(QStringLiteral("name")).simplified();
        const QString department = row.requiredText(QStringLiteral("dept")).simplified();
        const QString code = row.requiredText(QStringLiteral("itemCode")).trimmed();
        const QString type = row.text(QStringLiteral("taskType"));
        if (!row.check() || name.isEmpty()) {
            import.defects.append({i, code, QStringLiteral("缺名称、部门或编码")});
            continue;
        }
        const CodeVerdict verdict = checkItemCode(code);
        if (!verdict.ok())
            import.defects.append({i, code, verdict.wrong});
        const bool repeated = codes.contains(code);
        if (repeated)
            import.defects.append({i, code, QStringLiteral("编码重复")});
        codes.insert(code);
        ServiceItem item;
        item.id =
            repeated ? QStringLiteral("%1-row-%2").arg(code.toLower()).arg(i) : code.toLower();
        item.kind = ItemKind::Guide;
        item.name = name;
        item.aliases = otherWordings(name);
        if (const QString main = row.text(QStringLiteral("main")); main != QStringLiteral("未分类"))
            item.topics << main;
        item.elements = {{QStringLiteral("task_name"), name},
                         {QStringLiteral("local_task_code"), code},
                         {QStringLiteral("dept_name"), department},
                         {QStringLiteral("task_type"), mapCode(QStringLiteral("task_type"), type,
                                                               Dialect::Sichuan, Dialect::National)
                                                           .value_or(type)},
                         {QStringLiteral("cd_source"), verdict.scheme}};
        import.items.append(item);
    }
    return import;
}

} // namespace tongban::catalog

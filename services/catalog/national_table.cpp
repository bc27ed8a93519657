// Down to the flat national tables and back.
#include "services/catalog/national_table.h"

#include "services/catalog/element_fields.h"
#include "services/core/json_reader.h"

#include <QSet>

namespace tongban::catalog {

namespace {

// Groups of the element table that the exchange keeps in the extension.
bool isExtension(const ElementField& field) {
    return QString::fromUtf16(field.group) == QStringLiteral("扩展");
}

QString number(qsizetype n) {
    return QString::number(n);
}

QJsonObject materialRow(const Material& material, qsizetype order) {
    const bool shared = !material.ways.isEmpty() && isExempt(material.ways.first().way);
    const bool promise = material.wayOf(Way::Promise) != nullptr;
    return {{QStringLiteral("material_name"), material.name},
            {QStringLiteral("is_need"),
             material.graceDays > 0 ? QStringLiteral("3") : QStringLiteral("1")},
            {QStringLiteral("material_type"), material.type},
            {QStringLiteral("material_format"),
             material.wayOf(Way::Paper) ? QStringLiteral("3") : QStringLiteral("2")},
            {QStringLiteral("source_type"), shared ? QStringLiteral("20") : QStringLiteral("10")},
            {QStringLiteral("source_explain"), material.supplier},
            {QStringLiteral("accept_stand"), material.standard},
            {QStringLiteral("by_law"), material.clause},
            {QStringLiteral("order_num"), number(order)},
            {QStringLiteral("original_num"), number(material.originals)},
            {QStringLiteral("copy_num"), number(material.copies)},
            {QStringLiteral("is_exempt"), shared ? QStringLiteral("1") : QStringLiteral("0")},
            {QStringLiteral("is_promise"), promise ? QStringLiteral("1") : QStringLiteral("0")},
            {QStringLiteral("is_tolerance"),
             material.graceDays > 0 ? QStringLiteral("1") : QStringLiteral("0")}};
}

// The materials that an option brings against the safe assumption, as the flat model wants it.
Result<QJsonArray> conditionRows(const Guide& guide) {
    QJsonArray rows;
    const QDate today = QDate::currentDate();
    for (const Question& question : guide.questions().questions()) {
        for (const Option& option : question.options) {
            TRY_ASSIGN(const Assessment outcome,
                       guide.outline({}, {}, today, {{question.id, {option.id}}}));
            bool asked = false;
            for (const AskedQuestion& step : outcome.way)
                asked = asked || step.question->id == question.id;
            if (!asked || outcome.exit)
                continue;
            QJsonArray materials;
            for (const NeededMaterial& needed : outcome.materials)
                materials.append(needed.material.name);
            rows.append(QJsonObject{{QStringLiteral("condition_name"), question.text},
                                    {QStringLiteral("condition_desc"), option.label},
                                    {QStringLiteral("order_num"), number(rows.size() + 1)},
                                    {QStringLiteral("materials"), materials}});
        }
    }
    return rows;
}

void checkRow(const QJsonObject& row, std::span<const ElementField> fields, const QString& table,
              QList<FieldFault>& faults) {
    QSet<QString> known;
    for (const ElementField& field : fields) {
        const QString name = QLatin1String(field.name);
        known.insert(name);
        const QString value = row.value(name).toString();
        const QString path = table + u'.' + name;
        if (row.contains(name) && !row.value(name).isString())
            faults.append({path, QStringLiteral("应是文字")});
        if (field.mandatory && value.isEmpty())
            faults.append({path, QStringLiteral("缺“%1”").arg(QString::fromUtf16(field.chinese))});
        if (value.size() > field.length)
            faults.append({path, QStringLiteral("超过 %1 个字").arg(field.length)});
        if (field.codes != nullptr && !value.isEmpty()) {
            for (const QString& code : value.split(u',')) {
                if (codeName(QLatin1String(field.codes), code).isEmpty())
                    faults.append({path, QStringLiteral("“%1”不在代码表里").arg(code)});
            }
        }
    }
    for (const QString& key : row.keys()) {
        if (!known.contains(key))
            faults.append({table + u'.' + key, QStringLiteral("没有这个字段")});
    }
}

QJsonObject tablesOf(const QJsonObject& elements, const QJsonArray& materials,
                     const QJsonArray& fees, const QJsonArray& questions,
                     const QJsonArray& conditions) {
    QJsonObject basic;
    QJsonObject extend;
    for (auto it = elements.begin(); it != elements.end(); ++it) {
        const ElementField* field = itemField(it.key());
        (field && isExtension(*field) ? extend : basic).insert(it.key(), it.value());
    }
    return {{QStringLiteral("up_task_general_basic"), QJsonArray{basic}},
            {QStringLiteral("up_task_general_extend"), QJsonArray{extend}},
            {QStringLiteral("up_task_general_material"), materials},
            {QStringLiteral("up_task_general_fee_project"), fees},
            {QStringLiteral("up_task_general_questions"), questions},
            {QStringLiteral("audit_item_condition"), conditions}};
}

} // namespace

Result<QJsonObject> exportItem(const ItemPackage& package) {
    const ServiceItem& item = package.item();
    QJsonArray materials;
    for (const Material& material : package.guide.materials().all())
        materials.append(materialRow(material, materials.size() + 1));
    QJsonArray fees;
    for (const FeeFact& fee : item.fees)
        fees.append(QJsonObject{
            {QStringLiteral("fee_name"), fee.name},
            {QStringLiteral("fee_stand"), fee.standard},
            {QStringLiteral("by_law"), fee.clause},
            {QStringLiteral("is_desc"), fee.reducible ? QStringLiteral("1") : QStringLiteral("0")},
            {QStringLiteral("desc_explain"), fee.reduction},
            {QStringLiteral("order_num"), number(fees.size() + 1)}});
    QJsonArray questions;
    for (const QuestionAndAnswer& entry : item.answers)
        questions.append(QJsonObject{{QStringLiteral("question"), entry.question},
                                     {QStringLiteral("answer"), entry.answer},
                                     {QStringLiteral("order_num"), number(questions.size() + 1)}});
    TRY_ASSIGN(const QJsonArray conditions, conditionRows(package.guide));
    return tablesOf(item.elements, materials, fees, questions, conditions);
}

Result<ImportedItem> importItem(const QByteArray& json) {
    TRY_ASSIGN(const QJsonObject tables, parseJsonObject(json));
    ImportedItem item;
    for (const char* name : {"up_task_general_basic", "up_task_general_extend"}) {
        const QJsonObject row = tables.value(QLatin1String(name)).toArray().at(0).toObject();
        for (auto it = row.begin(); it != row.end(); ++it)
            item.elements.insert(it.key(), it.value());
    }
    item.materials = tables.value(QLatin1String("up_task_general_material")).toArray();
    item.fees = tables.value(QLatin1String("up_task_general_fee_project")).toArray();
    item.questions = tables.value(QLatin1String("up_task_general_questions")).toArray();
    item.conditions = tables.value(QLatin1String("audit_item_condition")).toArray();
    checkRow(item.elements, itemFields(), QStringLiteral("up_task_general"), item.faults);
    for (int i = 0; i < item.materials.size(); ++i)
        checkRow(item.materials.at(i).toObject(), materialFields(),
                 QStringLiteral("up_task_general_material[%1]").arg(i), item.faults);
    for (int i = 0; i < item.fees.size(); ++i)
        checkRow(item.fees.at(i).toObject(), feeFields(),
                 QStringLiteral("up_task_general_fee_project[%1]").arg(i), item.faults);
    return item;
}

QByteArray exportAgain(const ImportedItem& item) {
    return canonicalJson(
        tablesOf(item.elements, item.materials, item.fees, item.questions, item.conditions));
}

} // namespace tongban::catalog

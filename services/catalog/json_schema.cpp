// Walks a value along a schema.
#include "services/catalog/json_schema.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace tongban::catalog {

namespace {

constexpr int mostFaults = 50;
constexpr int deepest = 40;

class Validation {
public:
    explicit Validation(const QJsonObject& root)
        : m_root(root) {}
    void check(const QJsonValue& value, const QJsonObject& schema, const QString& path, int depth);
    QList<SchemaFault> faults;

private:
    void checkType(const QJsonValue& value, const QJsonObject& schema, const QString& path);
    void checkText(const QString& text, const QJsonObject& schema, const QString& path);
    void checkNumber(double number, const QJsonObject& schema, const QString& path);
    void checkArray(const QJsonArray& array, const QJsonObject& schema, const QString& path,
                    int depth);
    void checkObject(const QJsonObject& object, const QJsonObject& schema, const QString& path,
                     int depth);
    void fault(const QString& path, const QString& message, bool unknown = false) {
        if (faults.size() < mostFaults)
            faults.append({path, message, unknown});
    }
    QJsonObject resolve(const QString& reference) const;

    const QJsonObject& m_root;
};

QString typeOf(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double:
        return QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    default:
        return QStringLiteral("null");
    }
}

QJsonObject Validation::resolve(const QString& reference) const {
    QJsonValue at = m_root;
    for (const QString& part : reference.mid(2).split(u'/'))
        at = at.toObject().value(part);
    return at.toObject();
}

void Validation::checkType(const QJsonValue& value, const QJsonObject& schema,
                           const QString& path) {
    const QJsonValue wanted = schema[QStringLiteral("type")];
    if (wanted.isUndefined())
        return;
    QStringList types;
    if (wanted.isArray()) {
        for (const QJsonValue& type : wanted.toArray())
            types << type.toString();
    } else {
        types << wanted.toString();
    }
    const QString is = typeOf(value);
    const bool whole = value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    if (!types.contains(is) && !(whole && types.contains(QStringLiteral("integer"))))
        fault(path,
              QStringLiteral("应是 %1，现在是 %2").arg(types.join(QStringLiteral(" 或 ")), is));
}

void Validation::checkText(const QString& text, const QJsonObject& schema, const QString& path) {
    const auto most = schema[QStringLiteral("maxLength")];
    if (text.size() < schema[QStringLiteral("minLength")].toInt())
        fault(path, QStringLiteral("不能为空"));
    if (most.isDouble() && text.size() > most.toInt())
        fault(path, QStringLiteral("太长，最多 %1 个字").arg(most.toInt()));
    const QString pattern = schema[QStringLiteral("pattern")].toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch())
        fault(path, QStringLiteral("“%1”不合写法 %2").arg(text.left(60), pattern));
}

void Validation::checkNumber(double number, const QJsonObject& schema, const QString& path) {
    const auto least = schema[QStringLiteral("minimum")];
    const auto most = schema[QStringLiteral("maximum")];
    if ((least.isDouble() && number < least.toDouble()) ||
        (most.isDouble() && number > most.toDouble()))
        fault(path, QStringLiteral("数值 %1 超出范围").arg(number));
}

void Validation::checkArray(const QJsonArray& array, const QJsonObject& schema, const QString& path,
                            int depth) {
    const auto most = schema[QStringLiteral("maxItems")];
    if (array.size() < schema[QStringLiteral("minItems")].toInt())
        fault(path,
              QStringLiteral("至少要有 %1 项").arg(schema[QStringLiteral("minItems")].toInt()));
    if (most.isDouble() && array.size() > most.toInt())
        fault(path, QStringLiteral("最多 %1 项").arg(most.toInt()));
    const QJsonObject items = schema[QStringLiteral("items")].toObject();
    for (int i = 0; i < array.size() && !items.isEmpty() && faults.size() < mostFaults; ++i)
        check(array.at(i), items, QStringLiteral("%1[%2]").arg(path).arg(i), depth + 1);
}

void Validation::checkObject(const QJsonObject& object, const QJsonObject& schema,
                             const QString& path, int depth) {
    for (const QJsonValue& key : schema[QStringLiteral("required")].toArray()) {
        if (!object.contains(key.toString()))
            fault(path, QStringLiteral("缺少 %1").arg(key.toString()));
    }
    const QJsonObject properties = schema[QStringLiteral("properties")].toObject();
    const QJsonValue rest = schema[QStringLiteral("additionalProperties")];
    for (auto it = object.begin(); it != object.end() && faults.size() < mostFaults; ++it) {
        const QString inner = path + u'.' + it.key();
        if (properties.contains(it.key()))
            check(it.value(), properties[it.key()].toObject(), inner, depth + 1);
        else if (rest.isBool() && !rest.toBool())
            fault(inner, QStringLiteral("没有这个字段"), true);
        else if (rest.isObject())
            check(it.value(), rest.toObject(), inner, depth + 1);
    }
}

void Validation::check(const QJsonValue& value, const QJsonObject& schema, const QString& path,
                       int depth) {
    if (depth > deepest)
        return fault(path, QStringLiteral("层数太多"));
    const QString reference = schema[QStringLiteral("$ref")].toString();
    if (reference.startsWith(QLatin1String("#/")))
        return check(value, resolve(reference), path, depth + 1);
    const qsizetype before = faults.size();
    checkType(value, schema, path);
    if (faults.size() > before)
        return;
    const QJsonArray allowed = schema[QStringLiteral("enum")].toArray();
    if (!allowed.isEmpty() && !allowed.contains(value))
        fault(path,
              QStringLiteral("“%1”不在可用的值里").arg(value.toVariant().toString().left(60)));
    if (value.isString())
        checkText(value.toString(), schema, path);
    else if (value.isDouble())
        checkNumber(value.toDouble(), schema, path);
    else if (value.isArray())
        checkArray(value.toArray(), schema, path, depth);
    else if (value.isObject())
        checkObject(value.toObject(), schema, path, depth);
}

} // namespace

QList<SchemaFault> validateJson(const QJsonValue& value, const QJsonObject& schema) {
    Validation validation(schema);
    validation.check(value, schema, QStringLiteral("$"), 0);
    return validation.faults;
}

} // namespace tongban::catalog

// Our own form format: a JSON Schema 2020-12 subset for the data, a layout list for order, words
// and FEEL.
#include "services/workflow/form_reader.h"

#include "services/workflow/limits.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace tongban::workflow {

namespace {

constexpr int fieldsAllowed = 500;
constexpr int depthAllowed = 8;

QStringList textsOf(const QJsonValue& value) {
    QStringList texts;
    for (const QJsonValue text : value.toArray())
        texts.append(text.toString());
    return texts;
}

template <typename T>
void readBound(const QJsonObject& schema, const char* key, std::optional<T>& bound) {
    const QJsonValue value = schema.value(QLatin1String(key));
    if (value.isDouble())
        bound = static_cast<T>(value.toDouble());
}

} // namespace

BoundedPattern::BoundedPattern(const QString& pattern)
    : m_pattern(QStringLiteral("(*NO_JIT)(*LIMIT_MATCH=50000)") + pattern) {
    m_valid = pattern.size() <= 1000 && QRegularExpression(m_pattern).isValid();
}

bool BoundedPattern::matches(const QString& text) const {
    const QRegularExpression expression(m_pattern, QRegularExpression::UseUnicodePropertiesOption);
    return expression.match(text).hasMatch();
}

Result<Form> Form::read(const QByteArray& json) {
    return FormReader().read(json);
}

Result<Form> FormReader::read(const QByteArray& json) {
    JsonLimits limits;
    limits.bytes = 1024 * 1024;
    TRY_ASSIGN(const QJsonObject root, parseJsonObject(json, limits));
    m_form.m_digest = QStringLiteral("sha256:") +
                      QString::fromLatin1(
                          QCryptographicHash::hash(canonicalJson(root), QCryptographicHash::Sha256)
                              .first(16)
                              .toHex());
    m_form.m_id = root.value(QLatin1String("id")).toString();
    m_form.m_title = root.value(QLatin1String("title")).toString();
    if (root.contains(QLatin1String("components")))
        readFormJs(root);
    else
        readOwn(root);
    if (!m_faults.isEmpty())
        return fail(FaultKind::Invalid, m_faults.join(QLatin1String("; ")));
    return std::move(m_form);
}

void FormReader::refuse(const QString& path, const QString& why) {
    if (m_faults.size() < 20)
        m_faults.append(QStringLiteral("%1: %2").arg(path, why));
}

bool FormReader::roomForOne(const QString& path) {
    if (++m_count <= fieldsAllowed && m_depth <= depthAllowed)
        return true;
    if (m_count == fieldsAllowed + 1 || m_depth == depthAllowed + 1)
        refuse(path, QStringLiteral("more than %1 fields or %2 levels")
                         .arg(fieldsAllowed)
                         .arg(depthAllowed));
    return false;
}

Formula FormReader::formula(const QJsonValue& value, const QString& path) {
    if (value.isUndefined() || value.toString().isEmpty())
        return {};
    QString text = value.toString().trimmed();
    if (!text.startsWith(QLatin1Char('=')))
        return refuse(path, QStringLiteral("an expression begins with “=”")), Formula();
    if (text.size() > Limits{}.expressionBytes)
        return refuse(path, QStringLiteral("the expression is too long")), Formula();
    auto compiled = Formula::compile(text.mid(1).trimmed(), m_names);
    if (!compiled.has_value())
        return refuse(path, compiled.error().detail), Formula();
    return std::move(compiled).value();
}

void FormReader::readOwn(const QJsonObject& root) {
    const QJsonObject schema = root.value(QLatin1String("schema")).toObject();
    if (schema.value(QLatin1String("type")).toString() != QLatin1String("object"))
        return refuse(QStringLiteral("$.schema"), QStringLiteral("expected an object schema"));
    QList<FormField> fields = readProperties(schema, QStringLiteral("$.schema"));
    gatherKeys(fields);
    m_form.m_fields =
        arrange(root.value(QLatin1String("layout")).toArray(), fields, QStringLiteral("$.layout"));
}

void FormReader::gatherKeys(const QList<FormField>& fields) {
    for (const FormField& field : fields) {
        if (!field.key.isEmpty() && !m_names.contains(field.key))
            m_names.append(field.key);
        gatherKeys(field.fields); // as deep as fields may be
    }
}

QList<FormField> FormReader::readProperties(const QJsonObject& schema, const QString& path) {
    QList<FormField> fields;
    const QStringList required = textsOf(schema.value(QLatin1String("required")));
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QString inner = path + QLatin1Char('.') + it.key();
        if (!roomForOne(inner))
            break;
        FormField field = readSchema(it.key(), it->toObject(), inner);
        field.required = required.contains(it.key());
        fields.append(field);
    }
    for (const QString& key : required) {
        if (!properties.contains(key))
            refuse(path, QStringLiteral("required “%1” is no property").arg(key));
    }
    return fields;
}

FormField FormReader::readSchema(const QString& key, const QJsonObject& schema,
                                 const QString& path) {
    FormField field;
    field.key = key;
    ++m_depth;
    readSchemaOf(field, schema, path);
    --m_depth;
    return field;
}

void FormReader::readSchemaOf(FormField& field, const QJsonObject& schema, const QString& path) {
    static const QStringList known = {
        QStringLiteral("type"),
        QStringLiteral("title"),
        QStringLiteral("description"),
        QStringLiteral("enum"),
        QStringLiteral("oneOf"),
        QStringLiteral("const"),
        QStringLiteral("pattern"),
        QStringLiteral("format"),
        QStringLiteral("minLength"),
        QStringLiteral("maxLength"),
        QStringLiteral("minimum"),
        QStringLiteral("maximum"),
        QStringLiteral("exclusiveMinimum"),
        QStringLiteral("exclusiveMaximum"),
        QStringLiteral("multipleOf"),
        QStringLiteral("minItems"),
        QStringLiteral("maxItems"),
        QStringLiteral("uniqueItems"),
        QStringLiteral("items"),
        QStringLiteral("properties"),
        QStringLiteral("required"),
        QStringLiteral("default"),
        QStringLiteral("readOnly"),
        QStringLiteral("examples"),
        QStringLiteral("$comment"),
        QStringLiteral("additionalProperties"),
        QStringLiteral("contentMediaType"),
    };
    for (const QString& keyword : schema.keys()) {
        if (!known.contains(keyword))
            refuse(path, QStringLiteral("“%1” is outside the schema subset").arg(keyword));
    }
    const QString type = schema.value(QLatin1String("type")).toString();
    field.label = schema.value(QLatin1String("title")).toString(field.key);
    field.help = schema.value(QLatin1String("description")).toString();
    field.format = schema.value(QLatin1String("format")).toString();
    field.pattern = schema.value(QLatin1String("pattern")).toString();
    field.readOnly = schema.value(QLatin1String("readOnly")).toBool();
    field.unique = schema.value(QLatin1String("uniqueItems")).toBool();
    field.standard = schema.value(QLatin1String("default"));
    readBound(schema, "minLength", field.minLength);
    readBound(schema, "maxLength", field.maxLength);
    readBound(schema, "minimum", field.minimum);
    readBound(schema, "maximum", field.maximum);
    readBound(schema, "exclusiveMinimum", field.exclusiveMinimum);
    readBound(schema, "exclusiveMaximum", field.exclusiveMaximum);
    readBound(schema, "multipleOf", field.multipleOf);
    readBound(schema, "minItems", field.minItems);
    readBound(schema, "maxItems", field.maxItems);
    for (const QJsonValue value : schema.value(QLatin1String("enum")).toArray())
        field.choices.append({value, value.toVariant().toString()});
    for (const QJsonValue value : schema.value(QLatin1String("oneOf")).toArray()) {
        const QJsonObject choice = value.toObject();
        field.choices.append({choice.value(QLatin1String("const")),
                              choice.value(QLatin1String("title")).toString()});
    }
    if (!field.pattern.isEmpty() && !BoundedPattern(field.pattern).isValid())
        refuse(path, QStringLiteral("“%1” is no pattern").arg(field.pattern.left(60)));
    if (type == QLatin1String("string")) {
        field.kind = field.format == QLatin1String("date") ? FieldKind::Date
                     : field.format == QLatin1String("file") ||
                             schema.contains(QLatin1String("contentMediaType"))
                         ? FieldKind::File
                     : field.maxLength.value_or(0) > 200 ? FieldKind::LongText
                                                         : FieldKind::Text;
    } else if (type == QLatin1String("number") || type == QLatin1String("integer")) {
        field.kind = type == QLatin1String("number") ? FieldKind::Number : FieldKind::Integer;
    } else if (type == QLatin1String("boolean")) {
        field.kind = FieldKind::Check;
    } else if (type == QLatin1String("object")) {
        field.kind = FieldKind::Group;
        field.fields = readProperties(schema, path);
    } else if (type == QLatin1String("array")) {
        const QJsonObject items = schema.value(QLatin1String("items")).toObject();
        const FormField item =
            roomForOne(path) ? readSchema({}, items, path + QStringLiteral("[]")) : FormField();
        field.kind = item.choices.isEmpty() ? FieldKind::List : FieldKind::MultiChoice;
        field.choices = item.choices;
        if (item.choices.isEmpty())
            field.fields = item.kind == FieldKind::Group ? item.fields : QList<FormField>{item};
    } else {
        refuse(path, QStringLiteral("type “%1” is not known").arg(type));
    }
    if (!field.choices.isEmpty() && field.kind != FieldKind::MultiChoice)
        field.kind = FieldKind::Choice;
}

void FormReader::applyLayout(FormField& field, const QJsonObject& layout, const QString& path) {
    const auto text = [&layout](const char* key, QString& into) {
        if (const QString value = layout.value(QLatin1String(key)).toString(); !value.isEmpty())
            into = value;
    };
    text("label", field.label);
    text("help", field.help);
    text("placeholder", field.placeholder);
    text("source", field.source);
    text("message", field.checkMessage);
    text("patternMessage", field.patternMessage);
    if (layout.value(QLatin1String("long")).toBool())
        field.kind = FieldKind::LongText;
    field.visible =
        formula(layout.value(QLatin1String("visible")), path + QStringLiteral(".visible"));
    field.requiredWhen =
        formula(layout.value(QLatin1String("required")), path + QStringLiteral(".required"));
    field.prefill =
        formula(layout.value(QLatin1String("prefill")), path + QStringLiteral(".prefill"));
    field.check = formula(layout.value(QLatin1String("check")), path + QStringLiteral(".check"));
    if (layout.contains(QLatin1String("fields")))
        field.fields = arrange(layout.value(QLatin1String("fields")).toArray(), field.fields,
                               path + QStringLiteral(".fields"));
}

// Entries: "key", {"field": "key", …}, {"group": "标题", "fields": […]} or {"note": "…"}. What the
// layout leaves out comes last.
QList<FormField> FormReader::arrange(const QJsonArray& layout, QList<FormField> fields,
                                     const QString& path) {
    QList<FormField> arranged;
    const auto taken = [&fields](const QString& key) -> std::optional<FormField> {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (fields.at(i).key == key)
                return fields.takeAt(i);
        }
        return std::nullopt;
    };
    ++m_depth;
    for (qsizetype i = 0; i < layout.size(); ++i) {
        const QString here = QStringLiteral("%1[%2]").arg(path).arg(i);
        const QJsonObject entry = layout.at(i).toObject();
        if (!roomForOne(here))
            break;
        FormField field;
        if (entry.contains(QLatin1String("note"))) {
            field.kind = FieldKind::Note;
            field.label = entry.value(QLatin1String("note")).toString();
            field.visible = formula(entry.value(QLatin1String("visible")), here);
        } else if (entry.contains(QLatin1String("group"))) {
            field.kind = FieldKind::Group;
            field.label = entry.value(QLatin1String("group")).toString();
            field.visible = formula(entry.value(QLatin1String("visible")), here);
            QList<FormField> inside;
            for (const QJsonValue inner : entry.value(QLatin1String("fields")).toArray()) {
                const QString key = inner.isString()
                                        ? inner.toString()
                                        : inner.toObject().value(QLatin1String("field")).toString();
                if (auto found = taken(key))
                    inside.append(*found);
            }
            field.fields = arrange(entry.value(QLatin1String("fields")).toArray(), inside,
                                   here + QStringLiteral(".fields"));
        } else {
            const QString key = layout.at(i).isString()
                                    ? layout.at(i).toString()
                                    : entry.value(QLatin1String("field")).toString();
            const auto found = taken(key);
            if (!found) {
                refuse(here, QStringLiteral("field “%1” is not in the schema or stands here twice")
                                 .arg(key));
                continue;
            }
            field = *found;
            applyLayout(field, entry, here);
        }
        arranged.append(field);
    }
    --m_depth;
    return arranged + fields;
}

} // namespace tongban::workflow

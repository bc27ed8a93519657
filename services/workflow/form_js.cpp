// form-js files of the Camunda Modeler form editor: components become fields.
#include "services/workflow/form_reader.h"

namespace tongban::workflow {

void FormReader::readFormJs(const QJsonObject& root) {
    const QJsonArray components = root.value(QLatin1String("components")).toArray();
    // Names first: conditions may mention any field.
    QList<QJsonArray> open{components};
    while (!open.isEmpty()) {
        for (const QJsonValue component : open.takeFirst()) {
            const QString key = component.toObject().value(QLatin1String("key")).toString();
            if (!key.isEmpty() && !m_names.contains(key))
                m_names.append(key);
            open.append(component.toObject().value(QLatin1String("components")).toArray());
        }
    }
    m_form.m_fields = readComponents(components, QStringLiteral("$.components"));
}

QList<FormField> FormReader::readComponents(const QJsonArray& components, const QString& path) {
    QList<FormField> fields;
    ++m_depth;
    for (qsizetype i = 0; i < components.size(); ++i) {
        const QString here = QStringLiteral("%1[%2]").arg(path).arg(i);
        if (!roomForOne(here))
            break;
        readComponent(components.at(i).toObject(), here, fields);
    }
    --m_depth;
    return fields;
}

void FormReader::readValidation(const QJsonObject& rules, FormField& field) {
    const auto number = [&rules](const char* key) { return rules.value(QLatin1String(key)); };
    field.required = number("required").toBool();
    if (number("required").isString())
        field.requiredWhen =
            formula(number("required"), field.key + QStringLiteral(".validate.required"));
    const auto length = [&](const char* key, std::optional<int>& bound) {
        if (number(key).isDouble())
            bound = number(key).toInt();
    };
    length("minLength", field.minLength);
    length("maxLength", field.maxLength);
    if (number("min").isDouble())
        field.minimum = number("min").toDouble();
    if (number("max").isDouble())
        field.maximum = number("max").toDouble();
    field.pattern = rules.value(QLatin1String("pattern")).toString();
    if (!field.pattern.isEmpty() && !BoundedPattern(field.pattern).isValid())
        refuse(field.key, QStringLiteral("“%1” is no pattern").arg(field.pattern.left(60)));
    const QString type = rules.value(QLatin1String("validationType")).toString();
    if (type == QLatin1String("email") || type == QLatin1String("phone"))
        field.format = type;
}

void FormReader::readComponent(const QJsonObject& component, const QString& path,
                               QList<FormField>& fields) {
    static const QMap<QString, FieldKind> kinds = {
        {QStringLiteral("textfield"), FieldKind::Text},
        {QStringLiteral("textarea"), FieldKind::LongText},
        {QStringLiteral("number"), FieldKind::Number},
        {QStringLiteral("select"), FieldKind::Choice},
        {QStringLiteral("radio"), FieldKind::Choice},
        {QStringLiteral("checkbox"), FieldKind::Check},
        {QStringLiteral("checklist"), FieldKind::MultiChoice},
        {QStringLiteral("taglist"), FieldKind::MultiChoice},
        {QStringLiteral("datetime"), FieldKind::Date},
        {QStringLiteral("date"), FieldKind::Date},
        {QStringLiteral("group"), FieldKind::Group},
        {QStringLiteral("dynamiclist"), FieldKind::List},
        {QStringLiteral("text"), FieldKind::Note},
        {QStringLiteral("filepicker"), FieldKind::File},
    };
    static const QStringList decoration = {
        QStringLiteral("button"), QStringLiteral("spacer"),     QStringLiteral("separator"),
        QStringLiteral("image"),  QStringLiteral("html"),       QStringLiteral("iframe"),
        QStringLiteral("table"),  QStringLiteral("expression"), QStringLiteral("documentPreview"),
    };
    const QString type = component.value(QLatin1String("type")).toString();
    if (decoration.contains(type))
        return;
    if (!kinds.contains(type))
        return refuse(path, QStringLiteral("component type “%1” is not known").arg(type));
    FormField field;
    field.kind = kinds.value(type);
    field.key = component.value(QLatin1String("key")).toString();
    if (field.kind == FieldKind::List && field.key.isEmpty())
        field.key = component.value(QLatin1String("path")).toString();
    const bool keyless = field.kind == FieldKind::Note || field.kind == FieldKind::Group;
    if (field.key.isEmpty() && !keyless)
        return refuse(path, QStringLiteral("a %1 without a key").arg(type));
    field.label = component.value(QLatin1String("label")).toString();
    if (field.kind == FieldKind::Note)
        field.label = component.value(QLatin1String("text")).toString();
    if (field.kind == FieldKind::Date) {
        field.format = QStringLiteral("date");
        if (field.label.isEmpty())
            field.label = component.value(QLatin1String("dateLabel")).toString();
    }
    field.help = component.value(QLatin1String("description")).toString();
    field.placeholder = component.value(QLatin1String("appearance"))
                            .toObject()
                            .value(QLatin1String("placeholder"))
                            .toString();
    field.readOnly = component.value(QLatin1String("readonly")).toBool() ||
                     component.value(QLatin1String("disabled")).toBool();
    field.standard = component.value(QLatin1String("defaultValue"));
    field.hidden = formula(
        component.value(QLatin1String("conditional")).toObject().value(QLatin1String("hide")),
        path);
    if (field.kind == FieldKind::Number &&
        component.value(QLatin1String("decimalDigits")).toInt(-1) == 0)
        field.kind = FieldKind::Integer;
    for (const QJsonValue value : component.value(QLatin1String("values")).toArray()) {
        const QJsonObject choice = value.toObject();
        field.choices.append({choice.value(QLatin1String("value")),
                              choice.value(QLatin1String("label")).toString()});
    }
    readValidation(component.value(QLatin1String("validate")).toObject(), field);
    // What form-js has no place for lives in its free properties.
    const QJsonObject own = component.value(QLatin1String("properties")).toObject();
    field.source = own.value(QLatin1String("source")).toString();
    field.checkMessage = own.value(QLatin1String("message")).toString();
    field.prefill =
        formula(own.value(QLatin1String("prefill")), path + QStringLiteral(".properties.prefill"));
    field.check =
        formula(own.value(QLatin1String("check")), path + QStringLiteral(".properties.check"));
    if (component.contains(QLatin1String("components")))
        field.fields = readComponents(component.value(QLatin1String("components")).toArray(),
                                      path + QStringLiteral(".components"));
    if (field.kind == FieldKind::Group)
        field.key = component.value(QLatin1String("path")).toString();
    fields.append(field);
}

} // namespace tongban::workflow

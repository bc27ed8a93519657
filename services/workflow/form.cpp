// A form as rows, faults, first values and cleaned answers.
#include "services/workflow/form.h"

#include "services/workflow/form_walk.h"

#include <QJsonArray>
#include <array>

namespace tongban::workflow {

namespace {

// Keys a level may hold; groups without a key lend theirs to the level around them.
QStringList keysOf(const QList<FormField>& fields) {
    QStringList keys;
    for (const FormField& field : fields) {
        if (field.key.isEmpty())
            keys += keysOf(field.fields); // as deep as a form may be
        else
            keys.append(field.key);
    }
    return keys;
}

void findUnknown(const QList<FormField>& fields, const QJsonObject& answers, const QString& prefix,
                 QList<FormFault>& faults) {
    const QStringList known = keysOf(fields);
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        if (!known.contains(it.key()))
            faults.append({prefix + it.key(), QStringLiteral("表单中没有这一项")});
    }
    for (const FormField& field : fields) {
        const QString path = prefix + field.key;
        if (field.kind == FieldKind::Group)
            findUnknown(field.fields,
                        field.key.isEmpty() ? QJsonObject() : answers.value(field.key).toObject(),
                        field.key.isEmpty() ? prefix : path + QLatin1Char('.'), faults);
        if (field.kind != FieldKind::List ||
            (field.fields.size() == 1 && field.fields.first().key.isEmpty()))
            continue;
        const QJsonArray items = answers.value(field.key).toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            findUnknown(field.fields, items.at(i).toObject(),
                        QStringLiteral("%1[%2].").arg(path).arg(i), faults);
    }
}

QJsonObject cleanedLevel(const FormWalk& walk, const QList<FormField>& fields,
                         const QJsonObject& level) {
    QJsonObject kept = level;
    for (const FormField& field : fields) {
        const QJsonValue answer = level.value(field.key);
        const bool visible =
            (field.visible.isEmpty() || walk.isTrue(field.visible, level, answer)) &&
            (field.hidden.isEmpty() || !walk.isTrue(field.hidden, level, answer));
        if (!visible) {
            const QStringList keys =
                field.key.isEmpty() ? keysOf(field.fields) : QStringList{field.key};
            for (const QString& key : keys)
                kept.remove(key);
            continue;
        }
        if (field.kind == FieldKind::Group && field.key.isEmpty()) {
            kept = cleanedLevel(walk, field.fields, kept);
        } else if (field.kind == FieldKind::Group && answer.isObject()) {
            kept.insert(field.key, cleanedLevel(walk, field.fields, answer.toObject()));
        } else if (field.kind == FieldKind::List &&
                   !(field.fields.size() == 1 && field.fields.first().key.isEmpty())) {
            QJsonArray items = answer.toArray();
            for (qsizetype i = 0; i < items.size(); ++i) {
                if (items.at(i).isObject())
                    items.replace(i, cleanedLevel(walk, field.fields, items.at(i).toObject()));
            }
            if (answer.isArray())
                kept.insert(field.key, items);
        } else if (!isAnswered(answer) && !field.key.isEmpty()) {
            if (!field.standard.isUndefined() && !field.standard.isNull())
                kept.insert(field.key, field.standard);
            else if (answer.isNull() || answer.isString())
                kept.remove(field.key);
        }
    }
    return kept;
}

} // namespace

QString nameOf(FieldKind kind) {
    static constexpr std::array names = {"text",  "longText", "number",      "integer",
                                         "date",  "choice",   "multiChoice", "check",
                                         "group", "list",     "note",        "file"};
    return QString::fromLatin1(names[static_cast<size_t>(kind)]);
}

QStringList Form::keys() const {
    return keysOf(m_fields);
}

QList<FormRow> Form::rows(const QJsonObject& answers, const QJsonObject& variables,
                          Instant now) const {
    QList<FormRow> rows;
    FormWalk walk(answers, variables, now);
    walk.walk(m_fields, [&](const FormWalk::Place& place) {
        const FormField& field = place.field;
        FormRow row;
        row.path = place.path;
        row.key = field.key;
        row.kind = field.kind;
        row.label = field.label;
        row.help = field.help;
        row.placeholder = field.placeholder;
        row.section = place.section;
        row.visible = place.visible;
        row.required = place.required;
        row.readOnly = field.readOnly;
        row.choices = field.choices;
        row.format = field.format;
        row.maxLength = field.maxLength.value_or(0);
        row.value = place.answer;
        if (field.kind == FieldKind::List)
            row.items = static_cast<int>(place.answer.toArray().size());
        if (place.answer.isUndefined() && !field.prefill.isEmpty()) {
            const Formula::Outcome first =
                walk.evaluate(field.prefill, place.siblings, place.answer);
            if (!first.value.isNull()) {
                row.value = first.value;
                row.prefilled = true;
                row.source = field.source;
            }
        }
        if (row.value.isUndefined() && !field.standard.isUndefined())
            row.value = field.standard;
        if (place.visible && !place.answer.isUndefined())
            row.message = faultOf(walk, place);
        rows.append(row);
    });
    return rows;
}

QList<FormFault> Form::validate(const QJsonObject& answers, const QJsonObject& variables,
                                Instant now) const {
    QList<FormFault> faults;
    findUnknown(m_fields, answers, {}, faults);
    FormWalk walk(answers, variables, now);
    walk.walk(m_fields, [&](const FormWalk::Place& place) {
        if (!place.visible) {
            if (isAnswered(place.answer))
                faults.append({place.path, QStringLiteral("这一项不适用，请不要填写")});
            return;
        }
        if (const QString message = faultOf(walk, place); !message.isEmpty())
            faults.append({place.path, message});
    });
    return faults;
}

QJsonObject Form::prefill(const QJsonObject& variables, Instant now) const {
    QJsonObject first;
    const QJsonObject none;
    FormWalk walk(none, variables, now);
    walk.walk(m_fields, [&](const FormWalk::Place& place) {
        const FormField& field = place.field;
        if (field.key.isEmpty() || place.path != field.key)
            return;
        QJsonValue value = field.standard;
        if (!field.prefill.isEmpty()) {
            const Formula::Outcome outcome =
                walk.evaluate(field.prefill, {}, QJsonValue(QJsonValue::Undefined));
            if (!outcome.value.isNull())
                value = outcome.value;
        }
        if (!value.isUndefined() && !value.isNull())
            first.insert(field.key, value);
    });
    return first;
}

QJsonObject Form::cleaned(const QJsonObject& answers, const QJsonObject& variables,
                          Instant now) const {
    const FormWalk walk(answers, variables, now);
    return cleanedLevel(walk, m_fields, answers);
}

} // namespace tongban::workflow

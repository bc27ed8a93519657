// The walk through a form; lists are bounded so that answers from outside cannot make it long.
#include "services/workflow/form_walk.h"

#include <QJsonArray>

namespace tongban::workflow {

namespace {

constexpr qsizetype itemsWalked = 200;

} // namespace

FormWalk::FormWalk(const QJsonObject& answers, const QJsonObject& variables, Instant now)
    : m_answers(answers)
    , m_variables(variables)
    , m_now(now) {}

Formula::Outcome FormWalk::evaluate(const Formula& formula, const QJsonObject& siblings,
                                    const QJsonValue& value) const {
    return formula.evaluate(
        [&](const QString& name) {
            if (name == QLatin1String("value") && !value.isUndefined())
                return value;
            for (const QJsonObject* scope : {&siblings, &m_answers, &m_variables}) {
                const QJsonValue found = scope->value(name);
                if (!found.isUndefined())
                    return found;
            }
            return QJsonValue(QJsonValue::Undefined);
        },
        m_now);
}

bool FormWalk::isTrue(const Formula& formula, const QJsonObject& siblings,
                      const QJsonValue& value) const {
    return evaluate(formula, siblings, value).value == QJsonValue(true);
}

void FormWalk::walk(const QList<FormField>& fields,
                    const std::function<void(const Place&)>& visit) {
    walkLevel(fields, m_answers, {}, {}, true, visit);
}

// As deep as a form may be (FormReader bounds it).
void FormWalk::walkLevel(const QList<FormField>& fields, const QJsonObject& level,
                         const QString& prefix, const QString& section, bool visible,
                         const std::function<void(const Place&)>& visit) {
    for (const FormField& field : fields) {
        Place place{field, prefix + field.key, section, QJsonValue(QJsonValue::Undefined)};
        if (!field.key.isEmpty())
            place.answer = level.value(field.key);
        place.siblings = level;
        place.visible = visible &&
                        (field.visible.isEmpty() || isTrue(field.visible, level, place.answer)) &&
                        (field.hidden.isEmpty() || !isTrue(field.hidden, level, place.answer));
        place.required = field.required || (!field.requiredWhen.isEmpty() &&
                                            isTrue(field.requiredWhen, level, place.answer));
        visit(place);
        if (field.kind == FieldKind::Group) {
            const bool keyed = !field.key.isEmpty();
            walkLevel(field.fields, keyed ? place.answer.toObject() : level,
                      keyed ? place.path + QLatin1Char('.') : prefix,
                      field.label.isEmpty() ? section : field.label, place.visible, visit);
        } else if (field.kind == FieldKind::List) {
            const QJsonArray items = place.answer.toArray();
            const bool plain = field.fields.size() == 1 && field.fields.first().key.isEmpty();
            for (qsizetype i = 0; i < std::min(items.size(), itemsWalked); ++i) {
                const QString at = QStringLiteral("%1[%2]").arg(place.path).arg(i);
                if (!plain) {
                    walkLevel(field.fields, items.at(i).toObject(), at + QLatin1Char('.'),
                              field.label, place.visible, visit);
                    continue;
                }
                Place item{field.fields.first(), at, field.label, items.at(i)};
                item.visible = place.visible;
                item.siblings = level;
                visit(item);
            }
        }
    }
}

} // namespace tongban::workflow

// What is wrong with one answer, as a sentence that says what to do.
#include "services/workflow/form_walk.h"

#include "services/core/codes.h"
#include "services/workflow/form_reader.h"

#include <QDate>
#include <QJsonArray>
#include <cmath>

namespace tongban::workflow {

namespace {

QString textFault(const FormField& field, const QString& text) {
    const auto characters = static_cast<int>(text.toUcs4().size());
    if (field.minLength && characters < *field.minLength)
        return QStringLiteral("至少填写 %1 个字").arg(*field.minLength);
    if (field.maxLength && characters > *field.maxLength)
        return QStringLiteral("最多填写 %1 个字，现有 %2 个").arg(*field.maxLength).arg(characters);
    if (!field.pattern.isEmpty() && !BoundedPattern(field.pattern).matches(text))
        return field.patternMessage.isEmpty() ? QStringLiteral("格式不正确，请检查")
                                              : field.patternMessage;
    if (field.format == QLatin1String("id-number"))
        return checkCode(CodeKind::Identity, text).wrong;
    if (field.format == QLatin1String("credit-code"))
        return checkCode(CodeKind::CreditCode, text).wrong;
    static const BoundedPattern phone(QStringLiteral("^(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})$"));
    if (field.format == QLatin1String("phone") && !phone.matches(text))
        return QStringLiteral("请填写 11 位手机号码或带区号的电话号码");
    static const BoundedPattern email(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    if (field.format == QLatin1String("email") && !email.matches(text))
        return QStringLiteral("请填写电子邮箱，例如 zhang@example.com");
    return {};
}

QString numberFault(const FormField& field, const QJsonValue& answer) {
    if (!answer.isDouble())
        return QStringLiteral("请填写数字");
    const double number = answer.toDouble();
    if (field.kind == FieldKind::Integer && std::floor(number) != number)
        return QStringLiteral("请填写整数");
    if (field.minimum && number < *field.minimum)
        return QStringLiteral("不能小于 %1").arg(*field.minimum);
    if (field.maximum && number > *field.maximum)
        return QStringLiteral("不能大于 %1").arg(*field.maximum);
    if (field.exclusiveMinimum && number <= *field.exclusiveMinimum)
        return QStringLiteral("必须大于 %1").arg(*field.exclusiveMinimum);
    if (field.exclusiveMaximum && number >= *field.exclusiveMaximum)
        return QStringLiteral("必须小于 %1").arg(*field.exclusiveMaximum);
    if (field.multipleOf && *field.multipleOf > 0) {
        const double times = number / *field.multipleOf;
        if (std::abs(times - std::round(times)) > 1e-9)
            return QStringLiteral("必须是 %1 的倍数").arg(*field.multipleOf);
    }
    return {};
}

bool offered(const FormField& field, const QJsonValue& answer) {
    return std::any_of(field.choices.begin(), field.choices.end(),
                       [&answer](const FieldChoice& choice) { return choice.value == answer; });
}

QString listFault(const FormField& field, const QJsonValue& answer) {
    if (!answer.isArray())
        return QStringLiteral("请逐项填写");
    const QJsonArray items = answer.toArray();
    constexpr qsizetype most = 200;
    if (items.size() > std::min<qsizetype>(field.maxItems.value_or(static_cast<int>(most)), most))
        return QStringLiteral("最多 %1 项").arg(field.maxItems.value_or(static_cast<int>(most)));
    if (field.minItems && items.size() < *field.minItems)
        return QStringLiteral("至少 %1 项").arg(*field.minItems);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (field.kind == FieldKind::MultiChoice && !field.choices.isEmpty() &&
            !offered(field, items.at(i)))
            return QStringLiteral("请从列出的选项中选择");
        for (qsizetype j = 0; field.unique && j < i; ++j) {
            if (items.at(i) == items.at(j))
                return QStringLiteral("第 %1 项与第 %2 项重复").arg(i + 1).arg(j + 1);
        }
    }
    return {};
}

QString kindFault(const FormField& field, const QJsonValue& answer) {
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::File:
        return answer.isString() ? textFault(field, answer.toString())
                                 : QStringLiteral("请填写文字");
    case FieldKind::Number:
    case FieldKind::Integer:
        return numberFault(field, answer);
    case FieldKind::Date:
        return QDate::fromString(answer.toString(), Qt::ISODate).isValid()
                   ? QString()
                   : QStringLiteral("请填写日期，例如 2026-02-15");
    case FieldKind::Choice:
        return field.choices.isEmpty() || offered(field, answer)
                   ? QString()
                   : QStringLiteral("请从列出的选项中选择");
    case FieldKind::MultiChoice:
    case FieldKind::List:
        return listFault(field, answer);
    case FieldKind::Check:
        return answer.isBool() ? QString() : QStringLiteral("请选择是或否");
    case FieldKind::Group:
        return answer.isObject() ? QString() : QStringLiteral("请逐项填写");
    case FieldKind::Note:
        break;
    }
    return {};
}

} // namespace

bool isAnswered(const QJsonValue& answer) {
    if (answer.isUndefined() || answer.isNull())
        return false;
    if (answer.isString())
        return !answer.toString().trimmed().isEmpty();
    return !answer.isArray() || !answer.toArray().isEmpty();
}

QString faultOf(const FormWalk& walk, const FormWalk::Place& place) {
    const FormField& field = place.field;
    if (field.kind == FieldKind::Note || (field.kind == FieldKind::Group && field.key.isEmpty()))
        return {};
    if (!isAnswered(place.answer)) {
        if (!place.required && !(field.kind == FieldKind::List && field.minItems.value_or(0) > 0))
            return {};
        const bool chosen = field.kind == FieldKind::Choice || field.kind == FieldKind::MultiChoice;
        return chosen ? QStringLiteral("请选择%1").arg(field.label)
                      : QStringLiteral("请填写%1").arg(field.label);
    }
    // A box that must be ticked is not answered by leaving it empty.
    if (field.kind == FieldKind::Check && place.required && !place.answer.toBool())
        return QStringLiteral("请勾选“%1”").arg(field.label);
    if (QString fault = kindFault(field, place.answer); !fault.isEmpty())
        return fault;
    if (!field.check.isEmpty() && !walk.isTrue(field.check, place.siblings, place.answer))
        return field.checkMessage.isEmpty() ? QStringLiteral("填写的内容不符合要求，请检查")
                                            : field.checkMessage;
    return {};
}

} // namespace tongban::workflow

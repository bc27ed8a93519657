// item.json against the national model: mandatory elements, codes, dates, limits, fees, places,
// bindings.
#include "services/catalog/element_fields.h"
#include "services/catalog/lints.h"
#include "services/core/codes.h"

#include <QSet>

namespace tongban::catalog {

namespace {

QString elementPath(const QString& name) {
    return QStringLiteral("$.elements.") + name;
}

void checkValue(const ElementField& field, const QString& value, Findings& findings) {
    const QString path = elementPath(QLatin1String(field.name));
    const QString label = QString::fromUtf16(field.chinese);
    const auto wrong = [&](const QString& why, const QString& remedy) {
        findings.refuse("element-value", path, label + QStringLiteral("：") + why, remedy);
    };
    if (value.size() > field.length)
        wrong(QStringLiteral("有 %1 个字，最多 %2 个").arg(value.size()).arg(field.length),
              QStringLiteral("写短一些"));
    bool number = false;
    switch (field.kind) {
    case FieldKind::Number:
        value.toInt(&number);
        if (!number || value.startsWith(u'-'))
            wrong(QStringLiteral("“%1”不是数字").arg(value), QStringLiteral("填整数"));
        break;
    case FieldKind::Date:
        if (!QDate::fromString(value, Qt::ISODate).isValid())
            wrong(QStringLiteral("“%1”不是日期").arg(value),
                  QStringLiteral("写成 2026-01-31 这样"));
        break;
    case FieldKind::Flag:
    case FieldKind::Code:
    case FieldKind::Codes:
        for (const QString& code : value.split(u',')) {
            if (codeName(QLatin1String(field.codes), code).isEmpty())
                wrong(QStringLiteral("“%1”不在代码表 %2 里").arg(code, QLatin1String(field.codes)),
                      QStringLiteral("从代码表里选"));
        }
        break;
    case FieldKind::CreditCode:
    case FieldKind::ItemCode: {
        const CodeVerdict verdict = checkCode(
            field.kind == FieldKind::CreditCode ? CodeKind::CreditCode : CodeKind::Item, value);
        if (!verdict.ok())
            findings.refuse("code-check", path, label + QStringLiteral("：") + verdict.wrong,
                            QStringLiteral("对照批文重新录入"));
        break;
    }
    case FieldKind::Text:
        break;
    }
}

void checkElements(const ServiceItem& item, Findings& findings) {
    for (const ElementField& field : itemFields()) {
        const QString name = QLatin1String(field.name);
        const QString value = item.element(field.name);
        if (!value.isEmpty())
            checkValue(field, value, findings);
        else if (field.mandatory)
            findings.refuse("element-missing", elementPath(name),
                            QStringLiteral("缺“%1”").arg(QString::fromUtf16(field.chinese)),
                            QStringLiteral("公开指南必须有这一项，请补上"));
    }
    for (const QString& key : item.elements.keys()) {
        if (!itemField(key))
            findings.refuse("field-unknown", elementPath(key), QStringLiteral("要素表里没有它"),
                            QStringLiteral("删掉，或改成要素表里的名字"));
    }
}

void checkCodes(const ServiceItem& item, Findings& findings) {
    const QString task = item.element("task_code");
    const QString expected = item.element("dept_code") + item.element("use_level").left(1) +
                             item.element("catalog_code");
    if (task.size() == 31 && task != expected)
        findings.refuse(
            "code-mismatch", elementPath(QStringLiteral("task_code")),
            QStringLiteral("应由实施主体编码、行使层级、基本编码组成：%1").arg(expected),
            QStringLiteral("改正对不上的那一段"));
    const QString handle = item.element("task_handle_item");
    if (!handle.isEmpty() && !handle.startsWith(task))
        findings.refuse("code-mismatch", elementPath(QStringLiteral("task_handle_item")),
                        QStringLiteral("业务办理项编码要以实施编码开头"),
                        QStringLiteral("改成实施编码加两位序号"));
    // 44 07 …: the type inside the basic code.
    // Guangdong numbers public services 21.
    const QString coded = item.element("catalog_code").mid(2, 2);
    const QString type = coded == QLatin1String("21") ? QStringLiteral("20") : coded;
    const QString written = item.element("task_type");
    if (!type.isEmpty() && type != written)
        findings.refuse("code-mismatch", elementPath(QStringLiteral("task_type")),
                        QStringLiteral("基本编码里的类型是 %1，这里写的是 %2").arg(type, written),
                        QStringLiteral("两处写成一样"));
}

void checkDatesAndLimits(const ServiceItem& item, Findings& findings) {
    const QDate from = QDate::fromString(item.element("plan_effective_date"), Qt::ISODate);
    const QDate until = QDate::fromString(item.element("plan_cancel_date"), Qt::ISODate);
    if (until.isValid() && until <= from)
        findings.refuse("date-order", elementPath(QStringLiteral("plan_cancel_date")),
                        QStringLiteral("取消日期不晚于生效日期"), QStringLiteral("改正日期"));
    if (item.validTo.isValid() && item.validTo < item.validFrom)
        findings.refuse("date-order", QStringLiteral("$.package.validTo"),
                        QStringLiteral("停用日期早于启用日期"), QStringLiteral("改正日期"));
    const QString legal = item.legalLimit();
    const QString promised = item.promisedLimit();
    if (legal != QLatin1String("now") && limitDays(promised) > limitDays(legal))
        findings.refuse(
            "promise-over-legal", elementPath(QStringLiteral("promise_day")),
            QStringLiteral("承诺 %1，法定 %2").arg(limitText(promised), limitText(legal)),
            QStringLiteral("承诺时限不能比法定长"));
}

void checkLists(const ServiceItem& item, Findings& findings) {
    QSet<QString> seen;
    for (int i = 0; i < item.steps.size(); ++i) {
        const StepFact& step = item.steps[i];
        const QString path = QStringLiteral("$.steps[%1]").arg(i);
        if (seen.contains(step.id))
            findings.refuse("id-duplicate", path,
                            QStringLiteral("步骤编号 %1 用了两次").arg(step.id),
                            QStringLiteral("每个步骤一个编号"));
        seen.insert(step.id);
        if (step.clause.isEmpty())
            findings.refuse("clause-missing", path + QStringLiteral(".clause"),
                            QStringLiteral("步骤“%1”没有依据").arg(step.name),
                            QStringLiteral("写明依据哪一条"));
    }
    bool charges = false;
    for (int i = 0; i < item.fees.size(); ++i) {
        charges = true;
        if (item.fees[i].clause.isEmpty())
            findings.refuse("clause-missing", QStringLiteral("$.fees[%1].by_law").arg(i),
                            QStringLiteral("收费没有依据"),
                            QStringLiteral("写明收费依据，没有就不收"));
    }
    if (charges != (item.element("is_fee") == QLatin1String("1")))
        findings.refuse("fee-mismatch", elementPath(QStringLiteral("is_fee")),
                        charges ? QStringLiteral("登记了收费项目，却写不收费")
                                : QStringLiteral("写了收费，却没有收费项目"),
                        QStringLiteral("两处写成一致"));
    QSet<QString> aliases;
    for (int i = 0; i < item.aliases.size(); ++i) {
        if (aliases.contains(item.aliases[i]))
            findings.warn("alias-duplicate", QStringLiteral("$.aliases[%1]").arg(i),
                          QStringLiteral("“%1”写了两次").arg(item.aliases[i]),
                          QStringLiteral("留一个"));
        aliases.insert(item.aliases[i]);
    }
    for (int i = 0; i < item.knowledge.size(); ++i) {
        if (!itemField(item.knowledge[i].field))
            findings.refuse("knowledge-field", QStringLiteral("$.knowledge[%1].field").arg(i),
                            QStringLiteral("要素表里没有 %1").arg(item.knowledge[i].field),
                            QStringLiteral("绑定到要素表里的名字"));
    }
    if (item.name.size() > 14)
        findings.warn("title-long", QStringLiteral("$.name"),
                      QStringLiteral("有 %1 个字").arg(item.name.size()),
                      QStringLiteral("名称不超过 14 个字"));
}

// A sample package marks its figures: a standard with an amount or a promise must carry 示例 where
// it is listed so.
void checkExamples(const ServiceItem& item, Findings& findings) {
    for (const QString& figure : item.exampleFigures) {
        if (figure.startsWith(QLatin1String("fee:"))) {
            for (int i = 0; i < item.fees.size(); ++i) {
                if (item.fees[i].id == figure.mid(4) &&
                    !item.fees[i].standard.contains(QStringLiteral("示例")))
                    findings.refuse("example-as-law", QStringLiteral("$.fees[%1].fee_stand").arg(i),
                                    QStringLiteral("金额是示例，却没有写明"),
                                    QStringLiteral("在标准里写“示例”"));
            }
        } else if (figure == QLatin1String("promise_day") &&
                   !item.element("promise_explain").contains(QStringLiteral("示例"))) {
            findings.refuse("example-as-law", elementPath(QStringLiteral("promise_explain")),
                            QStringLiteral("承诺时限是示例，却没有写明"),
                            QStringLiteral("在说明里写“示例”"));
        } else if (figure == QLatin1String("anticipate_day") &&
                   !item.element("anticipate_explain").contains(QStringLiteral("示例"))) {
            findings.refuse("example-as-law", elementPath(QStringLiteral("anticipate_explain")),
                            QStringLiteral("法定时限是示例，却没有写明"),
                            QStringLiteral("在说明里写“示例”"));
        }
    }
}

} // namespace

void lintItem(const ItemPackage& package, Findings& findings) {
    findings.setFile(QStringLiteral("item.json"));
    const ServiceItem& item = package.item();
    checkElements(item, findings);
    checkCodes(item, findings);
    checkDatesAndLimits(item, findings);
    checkLists(item, findings);
    checkExamples(item, findings);
    for (const char* name : {"accept_condition", "approve_condition", "reject_condition"})
        lintWords(item.element(name), elementPath(QLatin1String(name)), true, findings);
    lintWords(item.who, QStringLiteral("$.who"), true, findings);
    lintWords(item.whoDetail, QStringLiteral("$.whoDetail"), true, findings);
    lintWords(item.summary, QStringLiteral("$.summary"), false, findings);
    for (int i = 0; i < item.answers.size(); ++i)
        lintWords(item.answers[i].answer, QStringLiteral("$.answers[%1].answer").arg(i), false,
                  findings);
}

} // namespace tongban::catalog

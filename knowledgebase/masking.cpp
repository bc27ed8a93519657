// masked: one pass of patterns, the longer before the shorter.
#include "knowledgebase/masking.h"

#include "knowledgebase/folding.h"

#include <QRegularExpression>
#include <array>

namespace tongban::knowledgebase {

namespace {

struct Pattern {
    QRegularExpression expression;
    QString into;
};

} // namespace

QString masked(const QString& text) {
    static const std::array<Pattern, 6> patterns{{
        {QRegularExpression(QStringLiteral("[a-z0-9._+-]{1,64}@[a-z0-9.-]{1,64}")),
         QStringLiteral("〔邮箱〕")},
        // An ID number, a card or a phone, also with spaces or dashes inside.
        {QRegularExpression(QStringLiteral("\\d(?:[ -]?\\d){5,24}x?")), QStringLiteral("〔号码〕")},
        {QRegularExpression(QStringLiteral("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青"
                                           "藏川宁琼][a-z][ ·]?[a-z0-9]{5,6}")),
         QStringLiteral("〔车牌〕")},
        {QRegularExpression(QStringLiteral(
             "(我叫|本人|姓名是?|名字是?|我是)([一-龥]{2,3}?)(?=[，。,. ]|想|要|的|在|来|$)")),
         QStringLiteral("\\1〔姓名〕")},
        {QRegularExpression(QStringLiteral("([一-龥]{1,8}(?:路|街|道|巷))\\d{1,5}号?")),
         QStringLiteral("〔地址〕")},
        {QRegularExpression(QStringLiteral("\\d{1,4}(?:栋|幢|单元|室|房|座)[\\d-]{0,8}")),
         QStringLiteral("〔地址〕")},
    }};
    QString result = folded(text.left(600));
    for (const Pattern& pattern : patterns)
        result.replace(pattern.expression, pattern.into);
    return result;
}

} // namespace tongban::knowledgebase

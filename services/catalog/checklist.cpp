// Words of the take-away list.
#include "services/catalog/checklist.h"

#include <QUrlQuery>

namespace tongban::catalog {

QStringList checklist(const ServiceItem& item, const Assessment& assessment) {
    QStringList lines{item.name};
    if (assessment.exit) {
        lines << assessment.exit->reason << assessment.exit->clause;
        if (assessment.exit->earliest.isValid())
            lines << QStringLiteral("最早：") + assessment.exit->earliest.toString(Qt::ISODate);
        for (const QString& alternative : assessment.exit->alternatives)
            lines << QStringLiteral("· ") + alternative;
        return lines;
    }
    lines << QStringLiteral("要准备：");
    for (const NeededMaterial& needed : assessment.materials) {
        if (!needed.exempt())
            lines << QStringLiteral("□ %1（%2）%3")
                         .arg(needed.material.name, needed.material.standard,
                              needed.main ? QString()
                                          : QStringLiteral("可以先办，%1 个工作日内补")
                                                .arg(needed.material.graceDays));
    }
    if (lines.size() == 2)
        lines << QStringLiteral("什么都不用带，带上身份证就行。");
    lines << QStringLiteral("不用您交：");
    for (const NeededMaterial& needed : assessment.materials) {
        if (needed.exempt())
            lines << QStringLiteral("✓ ") + needed.material.name;
    }
    const QString fee = assessment.totalFee();
    lines << QStringLiteral("多久：") + limitText(assessment.time.promised)
          << QStringLiteral("费用：") + (fee == QLatin1String("0") ? QStringLiteral("不收费")
                                                                   : fee + QStringLiteral(" 元"));
    for (const Place& place : item.places)
        lines << QStringLiteral("去哪里：%1，%2").arg(place.name, place.address);
    return lines;
}

QString checklistLink(const ServiceItem& item, const Answers& answers) {
    QUrlQuery query;
    for (auto it = answers.begin(); it != answers.end(); ++it)
        query.addQueryItem(it.key(), it->join(u'+'));
    return QStringLiteral("/g/%1?%2").arg(item.id, query.toString(QUrl::FullyEncoded));
}

} // namespace tongban::catalog

// Words of the take-away list.
#include "services/catalog/checklist.h"

#include <QUrlQuery>

namespace tongban::catalog {

namespace {

using Kind = ChecklistPart::Kind;

QList<ChecklistLine> reasonsNotYet(const Exit& exit) {
    QList<ChecklistLine> lines{{exit.reason, {}}, {exit.clause, {}}};
    if (exit.earliest.isValid())
        lines.append({QStringLiteral("最早：") + exit.earliest.toString(Qt::ISODate), {}});
    for (const QString& alternative : exit.alternatives)
        lines.append({QStringLiteral("· ") + alternative, {}});
    return lines;
}

ChecklistLine bringLine(const NeededMaterial& needed) {
    QString note = needed.material.standard;
    if (!needed.main)
        note += QStringLiteral("；可以先办，%1 个工作日内补").arg(needed.material.graceDays);
    return {needed.material.name, note};
}

QString headingOf(Kind kind) {
    switch (kind) {
    case Kind::Nothing:
    case Kind::Bring:
        return QStringLiteral("要准备：");
    case Kind::Exempt:
        return QStringLiteral("不用您交：");
    case Kind::Time:
        return QStringLiteral("多久：");
    case Kind::Fee:
        return QStringLiteral("费用：");
    case Kind::Where:
        return QStringLiteral("去哪里：");
    case Kind::NotYet:
        break;
    }
    return {};
}

} // namespace

QList<ChecklistPart> checklistParts(const ServiceItem& item, const Assessment& assessment) {
    if (assessment.exit)
        return {{Kind::NotYet, reasonsNotYet(*assessment.exit)}};
    ChecklistPart bring{Kind::Bring, {}};
    ChecklistPart exempt{Kind::Exempt, {}};
    for (const NeededMaterial& needed : assessment.materials) {
        if (needed.exempt())
            exempt.lines.append({needed.material.name, {}});
        else
            bring.lines.append(bringLine(needed));
    }
    if (bring.lines.isEmpty())
        bring = {Kind::Nothing, {{QStringLiteral("什么都不用带，带上身份证就行。"), {}}}};
    const QString fee = assessment.totalFee();
    const bool free = fee.isEmpty() || fee == QLatin1String("0");
    ChecklistPart where{Kind::Where, {}};
    for (const Place& place : item.places)
        where.lines.append({place.name, place.address});
    QList<ChecklistPart> parts{
        bring,
        exempt,
        {Kind::Time, {{limitText(assessment.time.promised), {}}}},
        {Kind::Fee, {{free ? QStringLiteral("不收费") : fee + QStringLiteral(" 元"), {}}}},
        where};
    parts.removeIf([](const ChecklistPart& part) { return part.lines.isEmpty(); });
    return parts;
}

QStringList checklist(const ServiceItem& item, const Assessment& assessment) {
    QStringList lines{item.name};
    for (const ChecklistPart& part : checklistParts(item, assessment)) {
        const bool ticked = part.kind == Kind::Bring || part.kind == Kind::Exempt;
        const QString mark = part.kind == Kind::Bring    ? QStringLiteral("□ ")
                             : part.kind == Kind::Exempt ? QStringLiteral("✓ ")
                                                         : headingOf(part.kind);
        if (ticked)
            lines << headingOf(part.kind);
        for (const ChecklistLine& line : part.lines)
            lines << mark + line.text +
                         (line.note.isEmpty() ? QString()
                                              : QStringLiteral("（%1）").arg(line.note));
    }
    return lines;
}

QString checklistForCode(const QStringList& list, qsizetype bytes) {
    QString text;
    for (const QString& line : list) {
        const QString more = text.isEmpty() ? line : text + u'\n' + line;
        if (more.toUtf8().size() > bytes)
            return text + QStringLiteral("…");
        text = more;
    }
    return text;
}

QString checklistLink(const ServiceItem& item, const Answers& answers) {
    QUrlQuery query;
    for (auto it = answers.begin(); it != answers.end(); ++it)
        query.addQueryItem(it.key(), it->join(u'+'));
    return QStringLiteral("/g/%1?%2").arg(item.id, query.toString(QUrl::FullyEncoded));
}

} // namespace tongban::catalog

// Answers through the tables: eligibility, materials, steps, fee, limit, channel.
#include "services/catalog/guide.h"

#include "services/catalog/guide_trace.h"
#include "services/core/json_reader.h"

#include <QJsonArray>
#include <algorithm>

namespace tongban::catalog {

namespace {

QString text(const RuleHit& hit, const char* column) {
    const QJsonValue value = hit.outputs.value(QLatin1String(column));
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

Exit readExit(JsonReader& reader) {
    return {
        reader.requiredText(QStringLiteral("id")),     reader.requiredText(QStringLiteral("title")),
        reader.requiredText(QStringLiteral("reason")), reader.text(QStringLiteral("clause")),
        reader.texts(QStringLiteral("alternatives")),  {}};
}

// Eligibility looks only at what was really said or read: an assumption never turns anybody away.
QList<AskedQuestion> saidOnly(const QList<AskedQuestion>& way) {
    QList<AskedQuestion> said;
    for (const AskedQuestion& step : way) {
        if (step.given == Given::Answered || step.given == Given::Derived)
            said.append(step);
    }
    return said;
}

} // namespace

QJsonObject caseValues(const QuestionGraph& questions, const QList<AskedQuestion>& way,
                       const Facts& facts) {
    QJsonObject values = facts;
    for (const Question& question : questions.questions())
        values.insert(question.id, QJsonValue::Null);
    for (const AskedQuestion& step : way) {
        if (step.question->several)
            values.insert(step.question->id, QJsonArray::fromStringList(step.value));
        else if (!step.value.isEmpty())
            values.insert(step.question->id, step.value.first());
    }
    return values;
}

Result<Guide> Guide::make(ServiceItem item, const QJsonObject& questionsFile,
                          MaterialList materials, GuideRules rules) {
    auto body = std::make_shared<Body>();
    TRY_ASSIGN(body->questions, QuestionGraph::read(questionsFile));
    JsonReader reader(questionsFile);
    reader.each(QStringLiteral("exits"),
                [&body](JsonReader& exit) { body->exits.append(readExit(exit)); });
    TRY(reader.check());
    body->item = std::move(item);
    body->materials = std::move(materials);
    body->rules = std::move(rules);
    Guide guide;
    guide.m_body = std::move(body);
    return guide;
}

const ServiceItem& Guide::item() const {
    return m_body->item;
}
const QuestionGraph& Guide::questions() const {
    return m_body->questions;
}
const MaterialList& Guide::materials() const {
    return m_body->materials;
}
const GuideRules& Guide::rules() const {
    return m_body->rules;
}
QList<Exit> Guide::exits() const {
    return m_body->exits;
}

namespace {

Result<void> collectMaterials(const MaterialList& list, const QList<RuleHit>& hits,
                              Assessment& out) {
    QHash<QString, qsizetype> at;
    for (const RuleHit& hit : hits) {
        const QString id = text(hit, "material");
        const Material* material = list.find(id);
        const auto way = wayNamed(text(hit, "way"));
        if (!material || !way)
            return fail(FaultKind::Invalid,
                        QStringLiteral("decisions.dmn: rule %1 names material “%2” by way “%3”")
                            .arg(hit.rule->id, id, text(hit, "way")));
        const bool main = text(hit, "need") != QLatin1String("secondary");
        const auto known = at.constFind(id);
        if (known == at.constEnd()) {
            at.insert(id, out.materials.size());
            out.materials.append({*material, *way, main, {}});
        } else {
            // Two rules ask for one thing: the stricter counts.
            NeededMaterial& needed = out.materials[*known];
            needed.way = std::max(needed.way, *way);
            needed.main = needed.main || main;
        }
    }
    return {};
}

// The item's own order of steps, whatever the order of the rules.
void collectSteps(const ServiceItem& item, const QList<RuleHit>& hits, Assessment& out) {
    QMap<QString, QString> limits;
    for (const RuleHit& hit : hits)
        limits.insert(text(hit, "step"), text(hit, "limit"));
    for (const StepFact& step : item.steps) {
        const auto hit = limits.constFind(step.id);
        if (hit == limits.constEnd())
            continue;
        NeededStep needed{step, {}};
        if (!hit->isEmpty())
            needed.step.limit = *hit;
        out.steps.append(needed);
    }
}

void collectFees(const ServiceItem& item, const QList<RuleHit>& hits, Assessment& out) {
    for (const RuleHit& hit : hits) {
        const QString id = text(hit, "fee");
        const auto fact = std::find_if(item.fees.begin(), item.fees.end(),
                                       [&id](const FeeFact& fee) { return fee.id == id; });
        out.fees.append({fact == item.fees.end() ? FeeFact{id, id, {}, {}, false, {}} : *fact,
                         text(hit, "amount"),
                         {}});
    }
}

} // namespace

Result<Assessment> Guide::work(const QList<AskedQuestion>& way, const Facts& facts, QDate today,
                               Trace* trace) const {
    const auto apply = [&](const char* decision, const QJsonObject& values, const char* key,
                           const QString& prefix) -> Result<QList<RuleHit>> {
        const QString name = QLatin1String(decision);
        if (!m_body->rules.table(name))
            return QList<RuleHit>();
        TRY_ASSIGN(const QList<RuleHit> hits, m_body->rules.apply(name, values));
        if (trace) {
            for (const RuleHit& hit : hits)
                trace->note(key ? prefix + text(hit, key) : prefix, hit.rule);
        }
        return hits;
    };

    Assessment out;
    out.way = way;
    for (const AskedQuestion& step : way) {
        ++out.position;
        if (step.given == Given::Open) {
            out.next = step.question;
            break;
        }
    }
    const QJsonObject said = caseValues(m_body->questions, saidOnly(way), facts);
    TRY_ASSIGN(const QList<RuleHit> exits,
               apply("eligibility", said, "exit", QStringLiteral("exit:")));
    if (!exits.isEmpty()) {
        const QString id = text(exits.first(), "exit");
        for (const Exit& exit : m_body->exits) {
            if (exit.id == id)
                out.exit = exit;
        }
        if (!out.exit)
            return fail(FaultKind::Invalid, QStringLiteral("decisions.dmn: no exit “%1”").arg(id));
        const int months = exits.first().outputs.value(QLatin1String("waitMonths")).toInt();
        if (months > 0)
            out.exit->earliest = today.addMonths(months);
        out.next = nullptr;
        return out;
    }

    const QJsonObject values = caseValues(m_body->questions, way, facts);
    TRY_ASSIGN(const QList<RuleHit> materials,
               apply("materials", values, "material", QStringLiteral("material:")));
    TRY(collectMaterials(m_body->materials, materials, out));
    TRY_ASSIGN(const QList<RuleHit> steps, apply("steps", values, "step", QStringLiteral("step:")));
    collectSteps(m_body->item, steps, out);
    TRY_ASSIGN(const QList<RuleHit> fees, apply("fee", values, "fee", QStringLiteral("fee:")));
    collectFees(m_body->item, fees, out);
    TRY_ASSIGN(const QList<RuleHit> limits,
               apply("limit", values, nullptr, QStringLiteral("time")));
    if (!limits.isEmpty()) {
        const RuleHit& hit = limits.first();
        out.time = {text(hit, "promised"),
                    text(hit, "legal"),
                    text(hit, "route"),
                    hit.outputs.value(QLatin1String("trips")).toInt(),
                    {}};
    }
    TRY_ASSIGN(const QList<RuleHit> channels,
               apply("channel", values, "channel", QStringLiteral("channel:")));
    for (const RuleHit& hit : channels) {
        if (const QString channel = text(hit, "channel"); !out.channels.contains(channel))
            out.channels << channel;
    }
    return out;
}

Result<Assessment> Guide::outline(const Answers& answers, const Facts& facts, QDate today,
                                  const Answers& forced) const {
    return work(m_body->questions.way(answers, facts, forced), facts, today, nullptr);
}

} // namespace tongban::catalog

// Why: the rules and answers behind each line, and by re-evaluation what would remove it.
#include "services/catalog/guide.h"
#include "services/catalog/guide_trace.h"

#include <QSet>
#include <algorithm>

namespace tongban::catalog {

namespace {

QString labelOf(const Question& question, const QStringList& options) {
    QStringList labels;
    for (const QString& id : options) {
        const Option* option = question.option(id);
        labels << (option ? option->label : id);
    }
    return labels.isEmpty() ? QStringLiteral("都没有") : labels.join(QStringLiteral("、"));
}

QList<Reason> reasonsFrom(const QList<const Rule*>& rules, const QList<AskedQuestion>& way) {
    QList<Reason> reasons;
    for (const Rule* rule : rules) {
        Reason reason{rule->id, rule->explanation, rule->clause, {}};
        for (const AskedQuestion& step : way) {
            const bool looked =
                std::any_of(rule->tests.begin(), rule->tests.end(),
                            [&](const RuleTest& test) { return test.input == step.question->id; });
            if (looked)
                reason.because.append({step.question->id, step.question->text,
                                       labelOf(*step.question, step.value), step.given});
        }
        reasons.append(reason);
    }
    return reasons;
}

// Every other value of one question: the other options, or the set with one option more or less.
QList<QStringList> otherValues(const AskedQuestion& step) {
    QList<QStringList> values;
    for (const Option& option : step.question->options) {
        if (!step.question->several) {
            if (step.value != QStringList{option.id})
                values.append({option.id});
            continue;
        }
        QStringList value = step.value;
        if (!value.removeOne(option.id))
            value.append(option.id);
        values.append(value);
    }
    return values;
}

struct Flip {
    const AskedQuestion* step;
    QStringList value;
    Assessment result;

    Removal removal(bool gone) const {
        return {step->question->id,
                step->question->text,
                value,
                labelOf(*step->question, value),
                gone,
                step->given == Given::Derived};
    }
};

// The answer given last stands nearest: its change is told first.
void addRemoval(QList<Removal>& removals, const Removal& removal) {
    removals.prepend(removal);
}

void explainMaterials(Assessment& out, const QHash<QString, QList<const Rule*>>& causes,
                      const QList<Flip>& flips) {
    for (NeededMaterial& needed : out.materials) {
        needed.why.reasons =
            reasonsFrom(causes.value(QStringLiteral("material:") + needed.material.id), out.way);
        needed.why.supplier = needed.material.supplier;
        for (const Flip& flip : flips) {
            const NeededMaterial* other = flip.result.material(needed.material.id);
            if (!other)
                addRemoval(needed.why.removals, flip.removal(true));
            else if (other->exempt() && !needed.exempt())
                addRemoval(needed.why.removals, flip.removal(false));
        }
    }
}

void explainSteps(Assessment& out, const QHash<QString, QList<const Rule*>>& causes,
                  const QList<Flip>& flips) {
    for (NeededStep& needed : out.steps) {
        needed.why.reasons =
            reasonsFrom(causes.value(QStringLiteral("step:") + needed.step.id), out.way);
        needed.why.supplier = needed.step.department;
        for (const Flip& flip : flips) {
            const bool still = std::any_of(
                flip.result.steps.begin(), flip.result.steps.end(),
                [&](const NeededStep& other) { return other.step.id == needed.step.id; });
            if (!still)
                addRemoval(needed.why.removals, flip.removal(true));
        }
    }
}

void explainFeesAndTime(Assessment& out, const QHash<QString, QList<const Rule*>>& causes,
                        const QList<Flip>& flips) {
    for (FeeLine& line : out.fees) {
        line.why.reasons = reasonsFrom(causes.value(QStringLiteral("fee:") + line.fee.id), out.way);
        for (const Flip& flip : flips) {
            const bool still = std::any_of(
                flip.result.fees.begin(), flip.result.fees.end(), [&](const FeeLine& other) {
                    return other.fee.id == line.fee.id &&
                           other.amount.toDouble() >= line.amount.toDouble();
                });
            if (!still && line.amount.toDouble() > 0)
                addRemoval(line.why.removals, flip.removal(true));
        }
    }
    out.time.why.reasons = reasonsFrom(causes.value(QStringLiteral("time")), out.way);
    for (const Flip& flip : flips) {
        if (limitDays(flip.result.time.promised) < limitDays(out.time.promised))
            addRemoval(out.time.why.removals, flip.removal(true));
    }
}

} // namespace

const NeededMaterial* Assessment::material(const QString& id) const {
    for (const NeededMaterial& needed : materials) {
        if (needed.material.id == id)
            return &needed;
    }
    return nullptr;
}

QString Assessment::totalFee() const {
    double total = 0;
    for (const FeeLine& line : fees)
        total += line.amount.toDouble();
    return QString::number(total, 'f', total == static_cast<int>(total) ? 0 : 2);
}

bool Consequence::none() const {
    return added.isEmpty() && removed.isEmpty() && stepsAdded.isEmpty() && stepsRemoved.isEmpty() &&
           days == 0 && trips == 0 && !exit;
}

Result<Assessment> Guide::assess(const Answers& answers, const Facts& facts, QDate today) const {
    Trace trace;
    const QList<AskedQuestion> way = m_body->questions.way(answers, facts);
    TRY_ASSIGN(Assessment out, work(way, facts, today, &trace));
    if (out.exit)
        return out;
    QList<Flip> flips;
    for (const AskedQuestion& step : way) {
        for (const QStringList& value : otherValues(step)) {
            TRY_ASSIGN(const Assessment other,
                       outline(answers, facts, today, {{step.question->id, value}}));
            // Not being eligible at all is no way to be rid of a paper.
            if (!other.exit)
                flips.append({&step, value, other});
        }
    }
    explainMaterials(out, trace.causes, flips);
    explainSteps(out, trace.causes, flips);
    explainFeesAndTime(out, trace.causes, flips);
    return out;
}

namespace {

// Ids that the citizen has to hand in, and ids of steps.
QStringList handedIn(const Assessment& assessment) {
    QStringList ids;
    for (const NeededMaterial& needed : assessment.materials) {
        if (!needed.exempt())
            ids << needed.material.id;
    }
    return ids;
}

QStringList stepIds(const Assessment& assessment) {
    QStringList ids;
    for (const NeededStep& needed : assessment.steps)
        ids << needed.step.id;
    return ids;
}

QStringList without(const QStringList& list, const QStringList& other) {
    QStringList rest;
    std::copy_if(list.begin(), list.end(), std::back_inserter(rest),
                 [&](const QString& id) { return !other.contains(id); });
    return rest;
}

} // namespace

Result<Consequence> Guide::consequence(const Answers& answers, const Facts& facts,
                                       const QString& question, const QString& option,
                                       QDate today) const {
    Answers open = answers;
    open.remove(question);
    TRY_ASSIGN(const Assessment before, outline(open, facts, today));
    TRY_ASSIGN(const Assessment after, outline(open, facts, today, {{question, {option}}}));
    Consequence change;
    change.exit = after.exit.has_value();
    if (change.exit)
        return change;
    change.added = without(handedIn(after), handedIn(before));
    change.removed = without(handedIn(before), handedIn(after));
    change.stepsAdded = without(stepIds(after), stepIds(before));
    change.stepsRemoved = without(stepIds(before), stepIds(after));
    change.days = limitDays(after.time.promised) - limitDays(before.time.promised);
    change.trips = after.time.trips - before.time.trips;
    return change;
}

} // namespace tongban::catalog

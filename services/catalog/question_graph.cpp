// Reading the questions and walking them.
#include "services/catalog/question_graph.h"

#include "services/core/json_reader.h"

#include <QSet>
#include <algorithm>
#include <limits>

namespace tongban::catalog {

namespace {

Condition readCondition(const QJsonObject& object) {
    Condition condition;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QStringList options;
        for (const QJsonValue& option : it.value().toArray())
            options << option.toString();
        condition.insert(it.key(), options);
    }
    return condition;
}

std::optional<Derivation> readDerivation(const QJsonObject& object) {
    if (object.isEmpty())
        return std::nullopt;
    Derivation derivation;
    derivation.fact = object[QStringLiteral("fact")].toString();
    const QJsonObject values = object[QStringLiteral("values")].toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        derivation.values.insert(it.key(), it.value().toString());
    for (const QJsonValue& range : object[QStringLiteral("ranges")].toArray())
        derivation.upTo.append(
            {range[QStringLiteral("upTo")].toDouble(std::numeric_limits<double>::infinity()),
             range[QStringLiteral("option")].toString()});
    return derivation;
}

Question readQuestion(JsonReader& reader) {
    Question q;
    q.id = reader.requiredText(QStringLiteral("id"));
    q.text = reader.requiredText(QStringLiteral("text"));
    q.hint = reader.text(QStringLiteral("hint"));
    q.why = reader.requiredText(QStringLiteral("why"));
    q.several = reader.flag(QStringLiteral("several"));
    reader.each(QStringLiteral("options"), [&q](JsonReader& option) {
        q.options.append({option.requiredText(QStringLiteral("id")),
                          option.requiredText(QStringLiteral("label")),
                          option.text(QStringLiteral("hint")), option.text(QStringLiteral("tag")),
                          option.text(QStringLiteral("picture"))});
    });
    q.assume = reader.texts(QStringLiteral("assume"));
    q.assumeNote = reader.text(QStringLiteral("assumeNote"));
    q.source = reader.text(QStringLiteral("source"));
    q.when = readCondition(reader.object(QStringLiteral("when")));
    q.derive = readDerivation(reader.object(QStringLiteral("derive")));
    return q;
}

bool asked(const Question& question, const QMap<QString, QStringList>& values) {
    for (auto it = question.when.begin(); it != question.when.end(); ++it) {
        const QStringList given = values.value(it.key());
        const bool any = std::any_of(given.begin(), given.end(),
                                     [&](const QString& option) { return it->contains(option); });
        if (!any)
            return false;
    }
    return true;
}

std::optional<QString> derived(const Question& question, const Facts& facts) {
    if (!question.derive)
        return std::nullopt;
    const QJsonValue fact = facts.value(question.derive->fact);
    if (fact.isDouble()) {
        for (const auto& [end, option] : question.derive->upTo) {
            if (fact.toDouble() <= end)
                return option;
        }
        return std::nullopt;
    }
    const QString word = fact.isBool()
                             ? (fact.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                             : fact.toString();
    const auto found = question.derive->values.constFind(word);
    return found == question.derive->values.constEnd() ? std::nullopt : std::optional(*found);
}

bool acceptable(const Question& question, const QStringList& value) {
    if (!question.several && value.size() != 1)
        return false;
    return std::all_of(value.begin(), value.end(),
                       [&](const QString& option) { return question.option(option) != nullptr; });
}

} // namespace

const Option* Question::option(const QString& optionId) const {
    for (const Option& option : options) {
        if (option.id == optionId)
            return &option;
    }
    return nullptr;
}

Result<QuestionGraph> QuestionGraph::read(const QJsonObject& file) {
    constexpr qsizetype mostQuestions = 200;
    QuestionGraph graph;
    JsonReader reader(file);
    if (reader.array(QStringLiteral("questions")).size() > mostQuestions)
        return fail(FaultKind::Invalid,
                    QStringLiteral("$.questions: more than %1").arg(mostQuestions));
    reader.each(QStringLiteral("questions"), [&graph](JsonReader& question) {
        graph.m_questions.append(readQuestion(question));
    });
    TRY(reader.check());
    return graph;
}

const Question* QuestionGraph::question(const QString& id) const {
    for (const Question& question : m_questions) {
        if (question.id == id)
            return &question;
    }
    return nullptr;
}

QList<AskedQuestion> QuestionGraph::way(const Answers& answers, const Facts& facts,
                                        const Answers& forced) const {
    QList<AskedQuestion> way;
    QMap<QString, QStringList> values;
    for (const Question& question : m_questions) {
        if (!asked(question, values))
            continue;
        AskedQuestion step{&question, Given::Open, question.assume};
        const auto answer = answers.constFind(question.id);
        if (forced.contains(question.id)) {
            step.given = Given::Answered;
            step.value = forced.value(question.id);
        } else if (const auto option = derived(question, facts);
                   option && question.option(*option)) {
            step.given = Given::Derived;
            step.value = {*option};
        } else if (answer != answers.constEnd() && *answer == QStringList{unsure}) {
            step.given = Given::Assumed;
        } else if (answer != answers.constEnd() && acceptable(question, *answer)) {
            step.given = Given::Answered;
            step.value = *answer;
        }
        values.insert(question.id, step.value);
        way.append(step);
    }
    return way;
}

} // namespace tongban::catalog

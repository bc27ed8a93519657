// The situation questions of an item: one a page, each with its reason, asked only where it
// matters.
#pragma once

#include "services/core/result.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>
#include <optional>

namespace tongban::catalog {

// The answer “还没想好”; the question says what is assumed then.
inline const QString unsure = QStringLiteral("unsure");

// Question id → option ids: one for a single choice, any number for a multiple one, or `unsure`.
using Answers = QMap<QString, QStringList>;

// What is known about the applicant without asking (age in months, hukou here …): names and plain
// values.
using Facts = QJsonObject;

struct Option {
    QString id;
    QString label;
    QString hint;    // half a line under the label
    QString tag;     // the consequence in days, trips or papers
    QString picture; // name of an icon; empty for a text option
};

// A question is put only if every named earlier question was answered with one of the options
// listed for it.
using Condition = QMap<QString, QStringList>;

// A fact that answers the question silently: by value, or by the first range whose end is not below
// the number.
struct Derivation {
    QString fact;
    QMap<QString, QString> values;          // "true" → option
    QList<std::pair<double, QString>> upTo; // ascending; the last may be infinite
};

struct Question {
    QString id;
    QString text; // about twelve characters
    QString hint;
    QString why;
    bool several = false;
    QList<Option> options;
    QStringList assume; // the safe assumption behind “还没想好”
    QString assumeNote; // what the citizen is told about it
    QString source;     // what to say when a fact answered it: "身份证"
    Condition when;
    std::optional<Derivation> derive;

    const Option* option(const QString& optionId) const;
};

// How an asked question got its value.
enum class Given { Answered, Derived, Assumed, Open };

struct AskedQuestion {
    const Question* question = nullptr;
    Given given = Given::Open;
    QStringList value; // for Open and Assumed: the assumption
};

class QuestionGraph {
public:
    static Result<QuestionGraph> read(const QJsonObject& file);

    const QList<Question>& questions() const { return m_questions; }
    const Question* question(const QString& id) const;

    // The questions on this person's way, in order, with what each is taken to be. Answers to
    // questions off the way and to unknown options are ignored. A fact goes before an answer,
    // `forced` before both.
    QList<AskedQuestion> way(const Answers& answers, const Facts& facts,
                             const Answers& forced = {}) const;

private:
    QList<Question> m_questions;
};

} // namespace tongban::catalog

// The guide: answers → exactly what to bring, where it goes, what it costs and how long it takes,
// each with its why.
#pragma once

#include "services/catalog/guide_rules.h"
#include "services/catalog/material.h"
#include "services/catalog/question_graph.h"
#include "services/catalog/service_item.h"

#include <QDate>
#include <memory>

namespace tongban::catalog {

// An answer as it reads in a sentence.
struct AnswerRef {
    QString question; // id
    QString asked;    // its text
    QString chosen;   // the option's label
    Given given = Given::Answered;
    bool operator==(const AnswerRef&) const = default;
};

// A rule that made something appear, and the answers the rule looked at.
struct Reason {
    QString rule;
    QString explanation;
    QString clause;
    QList<AnswerRef> because;
};

// One changed answer (or, where a fact gave it, one changed datum) after which the thing is gone or
// not handed in. Found by trying every other answer, never written by hand.
struct Removal {
    QString question;
    QString asked;
    QStringList options; // the whole changed answer
    QString chosen;      // its label
    bool gone = true;    // false: still needed, but nothing to hand in
    bool byData = false; // the answer came from a record: the record would have to change
};

struct Why {
    QList<Reason> reasons;
    QString supplier;
    QList<Removal> removals;
};

struct NeededMaterial {
    Material material;
    Way way = Way::Upload;
    bool main = true; // false: may be handed in later (容缺)
    Why why;
    bool exempt() const { return isExempt(way); }
};

struct NeededStep {
    StepFact step;
    Why why;
};

struct FeeLine {
    FeeFact fee;
    QString amount; // yuan, exact decimal
    Why why;
};

struct TimePlan {
    QString promised; // "5wd"
    QString legal;
    QString route; // name of the way through the process, such as instant or normal
    int trips = 0;
    Why why;
};

struct Exit {
    QString id;
    QString title;
    QString reason;
    QString clause;
    QStringList alternatives;
    QDate earliest; // when it will be possible; invalid if waiting does not help
};

// What one set of answers comes to.
struct Assessment {
    QList<AskedQuestion> way;       // points into the guide: keep the guide alive
    const Question* next = nullptr; // the next open question; none: everything is settled
    int position = 0;               // of `next` among the questions of this way, from 1
    std::optional<Exit> exit;
    QList<NeededMaterial> materials;
    QList<NeededStep> steps;
    QList<FeeLine> fees;
    TimePlan time;
    QStringList channels; // kiosk, window, phone, post, home
    QString totalFee() const;
    bool settled() const { return next == nullptr; }
    const NeededMaterial* material(const QString& id) const;
};

// What another answer would change: for the tag on an option and the mini route.
struct Consequence {
    QStringList added; // material ids to hand in
    QStringList removed;
    QStringList stepsAdded;
    QStringList stepsRemoved;
    double days = 0; // promised days more (or fewer)
    int trips = 0;
    bool exit = false;
    bool none() const;
};

class Guide {
public:
    // `questionsFile` is questions.json: the questions and the exits.
    static Result<Guide> make(ServiceItem item, const QJsonObject& questionsFile,
                              MaterialList materials, GuideRules rules);

    // Complete, with counterfactuals. `today` dates the earliest possible day of an exit.
    Result<Assessment> assess(const Answers& answers, const Facts& facts, QDate today) const;

    // The same without reasons and removals: for enumeration.
    Result<Assessment> outline(const Answers& answers, const Facts& facts, QDate today,
                               const Answers& forced = {}) const;

    // What choosing `option` would change against leaving the question open.
    Result<Consequence> consequence(const Answers& answers, const Facts& facts,
                                    const QString& question, const QString& option,
                                    QDate today) const;

    const ServiceItem& item() const;
    const QuestionGraph& questions() const;
    const MaterialList& materials() const;
    const GuideRules& rules() const;
    QList<Exit> exits() const;

private:
    struct Body;
    struct Trace;
    Result<Assessment> work(const QList<AskedQuestion>& way, const Facts& facts, QDate today,
                            Trace* trace) const;
    std::shared_ptr<const Body> m_body;
};

// The variables of the case: every question's value (null when not asked), route, and the facts.
QJsonObject caseValues(const QuestionGraph& questions, const QList<AskedQuestion>& way,
                       const Facts& facts);

} // namespace tongban::catalog

// FormWalk: goes through the fields of a form with the answers at hand, group by group, item by
// item. Internal.
#pragma once

#include "services/workflow/form.h"

#include <functional>

namespace tongban::workflow {

class FormWalk {
public:
    FormWalk(const QJsonObject& answers, const QJsonObject& variables, Instant now);

    struct Place {
        const FormField& field;
        QString path;
        QString section;
        QJsonValue answer; // undefined when there is none
        bool visible = true;
        bool required = false;
        // The enclosing object of answers, for expressions about siblings.
        QJsonObject siblings;
    };
    // Calls `visit` for every field in order. Items of lists are visited for each item there is.
    void walk(const QList<FormField>& fields, const std::function<void(const Place&)>& visit);

    Formula::Outcome evaluate(const Formula& formula, const QJsonObject& siblings,
                              const QJsonValue& value) const;
    bool isTrue(const Formula& formula, const QJsonObject& siblings, const QJsonValue& value) const;

private:
    void walkLevel(const QList<FormField>& fields, const QJsonObject& level, const QString& prefix,
                   const QString& section, bool visible,
                   const std::function<void(const Place&)>& visit);

    const QJsonObject& m_answers;
    const QJsonObject& m_variables;
    Instant m_now;
};

// What is wrong with one answer, in Chinese; empty when nothing is.
QString faultOf(const FormWalk& walk, const FormWalk::Place& place);
bool isAnswered(const QJsonValue& answer);

} // namespace tongban::workflow

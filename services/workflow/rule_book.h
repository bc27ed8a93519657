// RuleBook: the decisions of a package as the engine asks them; the only place where it touches
// DMN.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <memory>

namespace tongban::workflow {

class RuleBook {
public:
    static Result<RuleBook> read(const QByteArray& dmn);

    bool has(const QString& decision) const;
    QStringList decisions() const;

    struct Outcome {
        QJsonValue value;
        QJsonArray rules; // [{"decision": …, "rule": …}] that fired, in order
        QString whyNull;
    };
    Outcome decide(const QString& decision, const QJsonObject& variables, Instant now) const;
    // Names it reads from outside, so that only those are handed in and recorded.
    QStringList inputsOf(const QString& decision) const;

private:
    struct Model;
    std::shared_ptr<const Model> m_model;
};

} // namespace tongban::workflow

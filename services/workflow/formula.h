// One FEEL expression of a definition, compiled once; the only place where the engine touches FEEL.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

namespace tongban::workflow {

class WorkCalendar;

// Answers a variable by name; undefined when there is none.
using Lookup = std::function<QJsonValue(const QString& name)>;

class Formula {
public:
    Formula() = default;

    // `source` without the leading '='. `names` are those that may hold spaces or Chinese text.
    // Invalid when it does not parse or is too long.
    static Result<Formula> compile(const QString& source, const QStringList& names = {});

    bool isEmpty() const { return !m_program; }
    const QString& source() const;
    // The names it reads, in order, each once.
    const QStringList& names() const;

    // The value; a null comes with the reason it is null (empty when it was written as null).
    struct Outcome {
        QJsonValue value;
        QString whyNull;
    };
    // `calendar` is what `tb.add working days` and its like count with; none: Monday to Friday.
    Outcome evaluate(const Lookup& lookup, Instant now,
                     const WorkCalendar* calendar = nullptr) const;

private:
    struct Program;
    std::shared_ptr<const Program> m_program;
};

} // namespace tongban::workflow

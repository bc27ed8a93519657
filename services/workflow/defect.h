// A defect of a definition: where it is, what it is, and how grave.
#pragma once

#include <QList>
#include <QString>

namespace tongban::workflow {

enum class Level {
    Advised, // works; could be better
    Warned,  // works here, but something is ignored or unusual
    Refused, // must not be used
};

QString nameOf(Level level);

struct Defect {
    Level level = Level::Refused;
    QString element;  // its id, or "line 12"
    QString code;     // stable, in kebab case
    QString message;  // what is wrong and the remedy
    QStringList path; // element ids of a counter-example, if there is one
    bool operator==(const Defect&) const = default;
};

using Defects = QList<Defect>;

bool anyRefused(const Defects& defects);

} // namespace tongban::workflow

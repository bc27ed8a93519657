// What the guide's checks need to know of process.bpmn: its steps by id. The engine's own reader is
// services/workflow.
#pragma once

#include "services/core/result.h"

#include <QList>
#include <QSet>
#include <QString>

namespace tongban::catalog {

struct ProcessStep {
    QString id;
    QString name;
    QString form;
    QString limit;
    bool applicant = false; // done by the citizen
    bool pauses = false;    // the clock stands still meanwhile
    bool parallel = false;  // begins together with others
};

struct ProcessOutline {
    QList<ProcessStep> steps; // tasks of every kind and call activities of the main process
    QStringList names;        // every name a citizen may read in the picture
    QSet<QString> forms;      // bound by any step, of called processes too
    QSet<QString> words;      // identifiers in conditions, scripts and mappings
    const ProcessStep* step(const QString& id) const;
};

Result<ProcessOutline> outlineProcess(const QByteArray& bpmn);

// Identifiers in a FEEL text.
QSet<QString> identifiersIn(const QString& text);

} // namespace tongban::catalog

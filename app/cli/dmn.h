// What the dmn verbs share: reading a model with the models it imports.
#pragma once

#include "services/decision/decision_model.h"

#include <QStringList>

namespace tongban::cli {

Result<QByteArray> readBytes(const QString& path);
Result<decision::Model> readDecisionModel(const QString& path);
int runDmnSuite(const QStringList& arguments);

} // namespace tongban::cli

// The words after `tongban package`, one function each; a file per group.
#pragma once

#include <QStringList>

namespace tongban::cli {

int packageBuild(const QStringList& arguments);
int packageTest(const QStringList& arguments);
int packageCheck(const QStringList& arguments);
int packageDiff(const QStringList& arguments);
int packagePlay(const QStringList& arguments);
int packageShow(const QStringList& arguments);

} // namespace tongban::cli

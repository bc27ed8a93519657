// The judge of a package: format, words, clauses, rules, every path, process, forms, translations,
// cases.
#pragma once

#include "services/catalog/package_defect.h"
#include "services/catalog/package_files.h"

namespace tongban::catalog {

// UntilRefused answers yes or no sooner: once something is refused, the cases and the walk through
// every situation are left out.
enum class Thoroughness { Whole, UntilRefused };

// Everything wrong, graded; never fails. `schemaFolder` holds item.schema.json and its siblings. A
// package with a refused defect must not be published.
QList<PackageDefect> checkPackage(const PackageFiles& files, const QString& schemaFolder,
                                  Thoroughness thoroughness = Thoroughness::Whole);

bool anyRefused(const QList<PackageDefect>& defects);

} // namespace tongban::catalog

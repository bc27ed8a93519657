// The checks of a package, one function a topic; `checkPackage` calls them in this order.
#pragma once

#include "services/catalog/item_package.h"
#include "services/catalog/package_defect.h"
#include "services/catalog/path_walk.h"

namespace tongban::catalog {

void lintItem(const ItemPackage& package, Findings& findings);
void lintQuestions(const ItemPackage& package, Findings& findings);
void lintMaterials(const ItemPackage& package, Findings& findings);
void lintRules(const ItemPackage& package, Findings& findings);
void lintPaths(const ItemPackage& package, Findings& findings);
void lintForms(const ItemPackage& package, Findings& findings);
void lintUse(const ItemPackage& package, Findings& findings);
void lintProcess(const ItemPackage& package, Findings& findings);
void lintTexts(const ItemPackage& package, Findings& findings);
void lintCases(const ItemPackage& package, Findings& findings);

// Words: `path` is where the text stands. Vague words are defects in conditions and lists, banned
// ones everywhere.
void lintWords(const QString& text, const QString& path, bool condition, Findings& findings);
QString vagueWordIn(const QString& text); // empty: none

// Every Chinese sentence a citizen can meet, with where it stands.
struct Sentence {
    QString file;
    QString path;
    QString text;
};
QList<Sentence> citizenSentences(const ItemPackage& package);

} // namespace tongban::catalog

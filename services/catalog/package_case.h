// Test cases of a package: facts and answers on one side, the exact outcome on the other.
#pragma once

#include "services/catalog/item_package.h"

namespace tongban::catalog {

struct PackageCase {
    QString name;
    QDate today;
    Answers answers;
    Facts facts;
    QJsonObject expect; // materials {id: way}, secondary [ids], steps [ids], fee, promised, legal,
                        // route, trips, exit, earliest, channels, next: only what is named is
                        // compared, and that exactly
};

struct CaseResult {
    QString name;
    QStringList differences; // empty: passed
    bool passed() const { return differences.isEmpty(); }
};

// tests.json.
Result<QList<PackageCase>> readCases(const QByteArray& file);
CaseResult runCase(const Guide& guide, const PackageCase& testCase);
Result<QList<CaseResult>> runCases(const ItemPackage& package);

// The outcome in the form of `expect`, complete.
QJsonObject outcomeOf(const Assessment& assessment);

// {"kind": "renew", "dishes": ["cold"]} ⇄ Answers.
Answers answersFrom(const QJsonObject& object);
QJsonObject answersTo(const Answers& answers);

} // namespace tongban::catalog

// Test cases in the format of the DMN TCK: read, run against a model, compared. Item packages use
// them as well.
#pragma once

#include "services/decision/decision_model.h"

namespace tongban::decision {

struct ExpectedResult {
    QString name;
    feel::Value value;
};

struct TestCase {
    QString id;
    QString invocable; // a decision service or knowledge model; empty: each result names a decision
    feel::Context inputs;
    QList<ExpectedResult> results;

    bool expectsValue() const; // rather than only nulls
};

struct TestFile {
    QString modelName;
    QList<TestCase> cases;
};

Result<TestFile> readTestCases(const QByteArray& xml);
// Empty if every result is as expected, else what is not.
QString run(const Model& model, const TestCase& testCase);
// Numbers to 1e-8 relative, everything else exactly.
bool matches(const feel::Value& expected, const feel::Value& actual);

} // namespace tongban::decision

// Runs the cases of tests.json against the guide.
#include "services/catalog/package_case.h"

#include "services/core/json_reader.h"

#include <QJsonDocument>

namespace tongban::catalog {

namespace {

QString shown(const QJsonValue& value) {
    if (value.isUndefined())
        return QStringLiteral("nothing");
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

QJsonArray sorted(const QJsonArray& array) {
    QStringList words;
    for (const QJsonValue& value : array)
        words << value.toString();
    words.sort();
    return QJsonArray::fromStringList(words);
}

} // namespace

Answers answersFrom(const QJsonObject& object) {
    Answers answers;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QStringList options;
        if (it.value().isArray()) {
            for (const QJsonValue& option : it.value().toArray())
                options << option.toString();
        } else {
            options << it.value().toString();
        }
        answers.insert(it.key(), options);
    }
    return answers;
}

QJsonObject answersTo(const Answers& answers) {
    QJsonObject object;
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        if (it->size() == 1)
            object.insert(it.key(), it->first());
        else
            object.insert(it.key(), QJsonArray::fromStringList(*it));
    }
    return object;
}

Result<QList<PackageCase>> readCases(const QByteArray& file) {
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(file));
    QList<PackageCase> cases;
    JsonReader reader(object);
    reader.each(QStringLiteral("cases"), [&cases](JsonReader& entry) {
        PackageCase one;
        one.name = entry.requiredText(QStringLiteral("name"));
        one.today = QDate::fromString(
            entry.text(QStringLiteral("today"), QStringLiteral("2026-09-09")), Qt::ISODate);
        one.answers = answersFrom(entry.object(QStringLiteral("answers")));
        one.facts = entry.object(QStringLiteral("facts"));
        one.expect = entry.object(QStringLiteral("expect"));
        if (!one.today.isValid())
            entry.refuse(QStringLiteral("today"), QStringLiteral("expected a date"));
        if (one.expect.isEmpty())
            entry.refuse(QStringLiteral("expect"), QStringLiteral("a case that expects nothing"));
        cases.append(one);
    });
    TRY(reader.check());
    return cases;
}

QJsonObject outcomeOf(const Assessment& assessment) {
    if (assessment.exit) {
        QJsonObject out{{QStringLiteral("exit"), assessment.exit->id}};
        if (assessment.exit->earliest.isValid())
            out.insert(QStringLiteral("earliest"), assessment.exit->earliest.toString(Qt::ISODate));
        return out;
    }
    QJsonObject materials;
    QJsonArray secondary;
    for (const NeededMaterial& needed : assessment.materials) {
        materials.insert(needed.material.id, nameOf(needed.way));
        if (!needed.main)
            secondary.append(needed.material.id);
    }
    QJsonArray steps;
    for (const NeededStep& needed : assessment.steps)
        steps.append(needed.step.id);
    QJsonObject out{
        {QStringLiteral("materials"), materials},
        {QStringLiteral("secondary"), sorted(secondary)},
        {QStringLiteral("steps"), steps},
        {QStringLiteral("fee"), assessment.totalFee()},
        {QStringLiteral("promised"), assessment.time.promised},
        {QStringLiteral("legal"), assessment.time.legal},
        {QStringLiteral("route"), assessment.time.route},
        {QStringLiteral("trips"), assessment.time.trips},
        {QStringLiteral("channels"), sorted(QJsonArray::fromStringList(assessment.channels))},
    };
    if (assessment.next)
        out.insert(QStringLiteral("next"), assessment.next->id);
    return out;
}

CaseResult runCase(const Guide& guide, const PackageCase& testCase) {
    CaseResult result{testCase.name, {}};
    const auto assessment = guide.outline(testCase.answers, testCase.facts, testCase.today);
    if (!assessment) {
        result.differences << assessment.error().detail;
        return result;
    }
    const QJsonObject outcome = outcomeOf(*assessment);
    for (auto it = testCase.expect.begin(); it != testCase.expect.end(); ++it) {
        const bool list =
            it.key() == QLatin1String("secondary") || it.key() == QLatin1String("channels");
        const QJsonValue wanted = list ? QJsonValue(sorted(it.value().toArray())) : it.value();
        const QJsonValue got = outcome.value(it.key());
        if (wanted.isNull() ? !got.isUndefined() : wanted != got)
            result.differences << QStringLiteral("%1: expected %2, got %3")
                                      .arg(it.key(), shown(wanted), shown(got));
    }
    return result;
}

Result<QList<CaseResult>> runCases(const ItemPackage& package) {
    TRY_ASSIGN(const QList<PackageCase> cases,
               readCases(package.files.value(QStringLiteral("tests.json"))));
    QList<CaseResult> results;
    for (const PackageCase& testCase : cases)
        results.append(runCase(package.guide, testCase));
    return results;
}

} // namespace tongban::catalog

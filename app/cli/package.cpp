// tongban package build|test|show … (check, diff and play have files of their own): service items
// as packages of files.
#include "app/cli/package_verbs.h"
#include "app/cli/verbs.h"
#include "services/catalog/package_case.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace tongban::cli {

namespace {

using namespace tongban::catalog;

constexpr char16_t help[] = uR"(tongban package WORD DIR…

Service items as packages of files: item.json, questions.json, materials.json, decisions.dmn, process.bpmn,
forms/*.json, texts/*.json, tests.json.

  build DIR [FILE]     writes one archive (DIR's name + .tbpkg) and prints its digest
  check [--all] DIR…   every defect with file, place and remedy; --all also shows advice
  test DIR…            runs the packages' own test cases
  diff OLD NEW         what changes for whom between two versions
  play [--auto] DIR    the questions played through without identity, ending in the take-away list
  show DIR [QUESTION=OPTION…] [FACT:=VALUE…] [--json]
                       the item; with answers the exact list, each line with its why

Exit: 0 fine, 1 a case failed or a package was refused, 2 wrong usage.)";

} // namespace

int packageBuild(const QStringList& arguments) {
    if (arguments.isEmpty() || arguments.size() > 2) {
        complain(QStringLiteral("tongban package build DIR [FILE]"));
        return 2;
    }
    const auto package = loadPackage(arguments.first());
    if (!package) {
        complain(arguments.first() + QStringLiteral(": ") + package.error().detail);
        return 1;
    }
    const QString target = arguments.value(1, package->item().id + QStringLiteral(".tbpkg"));
    QFile file(target);
    const QByteArray archive = packArchive(package->files);
    if (!file.open(QIODevice::WriteOnly) || file.write(archive) != archive.size()) {
        complain(target + QStringLiteral(": cannot be written"));
        return 1;
    }
    say(QStringLiteral("%1  %2 bytes  %3").arg(package->digest).arg(archive.size()).arg(target));
    return 0;
}

int packageTest(const QStringList& arguments) {
    if (arguments.isEmpty()) {
        complain(QStringLiteral("tongban package test DIR…"));
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    int failed = 0;
    qsizetype cases = 0;
    for (const QString& folder : arguments) {
        const auto package = loadPackage(folder);
        const auto results = package ? runCases(*package)
                                     : Result<QList<CaseResult>>(tongban::fail(package.error()));
        if (!results) {
            say(folder + QStringLiteral(": ") + results.error().detail);
            ++failed;
            continue;
        }
        cases += results->size();
        for (const CaseResult& result : *results) {
            if (result.passed())
                continue;
            ++failed;
            say(QStringLiteral("%1: case “%2” failed").arg(package->item().id, result.name));
            for (const QString& difference : result.differences)
                say(QStringLiteral("    ") + difference);
        }
    }
    say(QStringLiteral("%1 cases of %2 packages, %3 failed, %4 ms")
            .arg(cases)
            .arg(arguments.size())
            .arg(failed)
            .arg(clock.elapsed()));
    return failed == 0 ? 0 : 1;
}

namespace {

void sayWhy(const Why& why) {
    for (const Reason& reason : why.reasons) {
        say(QStringLiteral("      因为：%1（%2）").arg(reason.explanation, reason.clause));
        for (const AnswerRef& answer : reason.because)
            say(QStringLiteral("        您说“%1”：%2%3")
                    .arg(answer.asked, answer.chosen,
                         answer.given == Given::Derived ? QStringLiteral("（记录里查到的）")
                         : answer.given == Given::Answered ? QString()
                                                           : QStringLiteral("（先这样假定）")));
    }
    for (const Removal& removal : why.removals)
        say(QStringLiteral("      “%1”若是“%2”：%3")
                .arg(removal.asked, removal.chosen,
                     removal.gone ? QStringLiteral("就没有这一项") : QStringLiteral("就不用您交")));
}

void sayAssessment(const Assessment& assessment) {
    if (assessment.exit) {
        say(assessment.exit->title + QStringLiteral("：") + assessment.exit->reason + u'（' +
            assessment.exit->clause + u'）');
        if (assessment.exit->earliest.isValid())
            say(QStringLiteral("  最早 ") + assessment.exit->earliest.toString(Qt::ISODate));
        for (const QString& alternative : assessment.exit->alternatives)
            say(QStringLiteral("  · ") + alternative);
        return;
    }
    say(QStringLiteral("时间：%1（法定 %2），到场 %3 次，费用 %4 元，%5")
            .arg(limitText(assessment.time.promised), limitText(assessment.time.legal))
            .arg(assessment.time.trips)
            .arg(assessment.totalFee(), assessment.channels.join(u' ')));
    sayWhy(assessment.time.why);
    for (const NeededMaterial& needed : assessment.materials) {
        const EvidenceWay* way = needed.material.wayOf(needed.way);
        say(QStringLiteral("  %1 %2：%3（找%4）")
                .arg(needed.exempt() ? QStringLiteral("[不用交]") : QStringLiteral("[要准备]"),
                     needed.material.name, way ? way->reason : QString(), needed.why.supplier));
        sayWhy(needed.why);
    }
    for (const NeededStep& needed : assessment.steps) {
        say(QStringLiteral("  步骤 %1（%2，%3）")
                .arg(needed.step.name, needed.step.department, limitText(needed.step.limit)));
        sayWhy(needed.why);
    }
    if (assessment.next)
        say(QStringLiteral("下一题：%1（第 %2 题）")
                .arg(assessment.next->text)
                .arg(assessment.position));
}

// "kind=renew" is an answer, "leaseFiled:=true" a fact.
void readWords(const QStringList& words, Answers& answers, Facts& facts) {
    for (const QString& word : words) {
        if (word.contains(QLatin1String(":="))) {
            const QString value = word.section(QStringLiteral(":="), 1);
            bool number = false;
            const double amount = value.toDouble(&number);
            facts.insert(word.section(QStringLiteral(":="), 0, 0),
                         value == QLatin1String("true")    ? QJsonValue(true)
                         : value == QLatin1String("false") ? QJsonValue(false)
                         : number                          ? QJsonValue(amount)
                                                           : QJsonValue(value));
        } else if (word.contains(u'=')) {
            answers.insert(word.section(u'=', 0, 0),
                           word.section(u'=', 1).split(u',', Qt::SkipEmptyParts));
        }
    }
}

} // namespace

int packageShow(const QStringList& arguments) {
    QStringList words = arguments;
    const bool json = words.removeAll(QStringLiteral("--json")) > 0;
    if (words.isEmpty()) {
        complain(
            QStringLiteral("tongban package show DIR [QUESTION=OPTION…] [FACT:=VALUE…] [--json]"));
        return 2;
    }
    const auto package = loadPackage(words.takeFirst());
    if (!package) {
        complain(package.error().detail);
        return 1;
    }
    Answers answers;
    Facts facts;
    readWords(words, answers, facts);
    const auto assessment = package->guide.assess(answers, facts, QDate::currentDate());
    if (!assessment) {
        complain(assessment.error().detail);
        return 1;
    }
    if (json) {
        say(QString::fromUtf8(QJsonDocument(outcomeOf(*assessment)).toJson(QJsonDocument::Indented))
                .trimmed());
        return 0;
    }
    const ServiceItem& item = package->item();
    say(QStringLiteral("%1  %2  版本 %3  %4")
            .arg(item.name, item.code())
            .arg(item.version)
            .arg(package->digest.left(12)));
    say(QStringLiteral("%1 · %2").arg(item.department(), item.summary));
    say(QStringLiteral("谁能办：%1。%2").arg(item.who, item.whoDetail));
    sayAssessment(*assessment);
    return 0;
}

int runPackage(const QStringList& arguments) {
    const QString word = arguments.value(0);
    if (word == QLatin1String("--help") || arguments.contains(QStringLiteral("--help"))) {
        say(QString::fromUtf16(help));
        return 0;
    }
    if (word == QLatin1String("build"))
        return packageBuild(arguments.mid(1));
    if (word == QLatin1String("test"))
        return packageTest(arguments.mid(1));
    if (word == QLatin1String("check"))
        return packageCheck(arguments.mid(1));
    if (word == QLatin1String("diff"))
        return packageDiff(arguments.mid(1));
    if (word == QLatin1String("play"))
        return packagePlay(arguments.mid(1));
    if (word == QLatin1String("show"))
        return packageShow(arguments.mid(1));
    complain(QString::fromUtf16(help));
    return 2;
}

} // namespace tongban::cli

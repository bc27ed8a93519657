// tongban package play|diff: the whole item played through without identity; what a new version
// changes for whom.
#include "app/cli/package_verbs.h"
#include "app/cli/verb.h"
#include "services/catalog/checklist.h"
#include "services/catalog/package_diff.h"

#include <cstdio>

namespace tongban::cli {

namespace {

using namespace tongban::catalog;

std::optional<QString> typedLine() {
    char buffer[1024];
    if (std::fgets(buffer, sizeof buffer, stdin) == nullptr)
        return std::nullopt;
    return QString::fromUtf8(buffer).trimmed();
}

// "2", "1,3", the option's id, or nothing for “还没想好”.
std::optional<QStringList> chosen(const Question& question, const QString& line) {
    if (line.isEmpty() || line == QLatin1String("0"))
        return QStringList{unsure};
    QStringList options;
    for (const QString& word : line.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool number = false;
        const int index = word.trimmed().toInt(&number) - 1;
        if (number && index >= 0 && index < question.options.size())
            options << question.options.at(index).id;
        else if (question.option(word.trimmed()))
            options << word.trimmed();
        else
            return std::nullopt;
    }
    return question.several || options.size() == 1 ? std::optional(options) : std::nullopt;
}

void put(const Question& question, int position) {
    say(QStringLiteral("\n第 %1 题  %2").arg(position).arg(question.text));
    if (!question.hint.isEmpty())
        say(QStringLiteral("  ") + question.hint);
    say(QStringLiteral("  为什么问：") + question.why);
    for (int i = 0; i < question.options.size(); ++i) {
        const Option& option = question.options.at(i);
        say(QStringLiteral("  %1  %2%3")
                .arg(i + 1)
                .arg(option.label,
                     option.tag.isEmpty() ? QString() : QStringLiteral("  —— ") + option.tag));
    }
    say(QStringLiteral("  0  还没想好  —— ") + question.assumeNote);
}

} // namespace

int packagePlay(const QStringList& arguments) {
    QStringList words = arguments;
    const bool automatic = words.removeAll(QStringLiteral("--auto")) > 0;
    if (words.size() != 1) {
        complain(QStringLiteral("tongban package play [--auto] DIR"));
        return 2;
    }
    const auto package = loadPackage(words.first());
    if (!package) {
        complain(package.error().detail);
        return 1;
    }
    const Guide& guide = package->guide;
    const QDate today = QDate::currentDate();
    say(QStringLiteral("先演一遍：%1（样张，不算办理，不留任何信息）").arg(package->item().name));
    Answers answers;
    for (;;) {
        const auto outcome = guide.outline(answers, {}, today);
        if (!outcome) {
            complain(outcome.error().detail);
            return 1;
        }
        if (!outcome->next)
            break;
        put(*outcome->next, outcome->position);
        const auto line = automatic ? std::optional<QString>(QString()) : typedLine();
        const auto choice =
            line ? chosen(*outcome->next, *line) : std::optional(QStringList{unsure});
        if (!choice) {
            say(QStringLiteral("  请选一个，或选“还没想好”"));
            continue;
        }
        answers.insert(outcome->next->id, *choice);
    }
    const auto end = guide.outline(answers, {}, today);
    say(QStringLiteral("\n────────  样张  ────────"));
    for (const QString& text : checklist(package->item(), *end))
        say(text);
    say(checklistLink(package->item(), answers));
    return 0;
}

int packageDiff(const QStringList& arguments) {
    if (arguments.size() != 2) {
        complain(QStringLiteral("tongban package diff OLD NEW"));
        return 2;
    }
    const auto before = loadPackage(arguments.at(0));
    const auto after = loadPackage(arguments.at(1));
    if (!before || !after) {
        complain(before ? after.error().detail : before.error().detail);
        return 1;
    }
    const auto diff = diffPackages(*before, *after);
    if (!diff) {
        complain(diff.error().detail);
        return 1;
    }
    for (const QString& line : diff->questions)
        say(line);
    for (const Change& change : diff->changes)
        say(QStringLiteral("%1  影响 %2 种情形，比如：%3")
                .arg(change.what)
                .arg(change.situations)
                .arg(change.example));
    say(QStringLiteral("比较了 %1 种情形，%2 种有变化").arg(diff->situations).arg(diff->touched));
    return diff->touched == 0 && diff->questions.isEmpty() ? 0 : 1;
}

} // namespace tongban::cli

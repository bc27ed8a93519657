// tongban days: working-day arithmetic with the published holiday notices.
#include "app/cli/resources.h"
#include "app/cli/verbs.h"

#include "services/workflow/work_calendar.h"

namespace tongban::cli {

namespace {

using namespace tongban::workflow;

const char usage[] =
    "tongban days add DATE N       the last day of a limit of N working days; the "
    "first day is not counted\n"
    "tongban days between A B      working days after A up to and with B\n"
    "Dates are written 2026-02-12, limits from 0 to 10000. The days left out follow with their "
    "reason.\n"
    "Notices are read from resources/calendars; a year without one is called provisional.\n"
    "Exit: 0 answered, 2 wrong usage.";

void sayYears(const WorkCalendar& calendar, QDate from, QDate to) {
    for (int year = from.year(); year <= to.year(); ++year) {
        if (!calendar.hasNotice(year))
            say(QStringLiteral(
                    "provisional: there is no holiday notice for %1; only weekends were skipped")
                    .arg(year));
    }
}

constexpr int longest = 10'000;

int refuse(const QString& given, const QString& wanted) {
    complain(QStringLiteral("tongban days: “%1” is not %2").arg(given, wanted));
    return 2;
}

int add(const WorkCalendar& calendar, QDate from, int count) {
    const DueDay due = calendar.addWorkingDays(from, count);
    say(due.date.toString(Qt::ISODate));
    for (const SkippedDay& day : calendar.skippedDays(from, due.date))
        say(QStringLiteral("skipped %1 %2").arg(day.date.toString(Qt::ISODate), day.why));
    sayYears(calendar, from, due.date);
    return 0;
}

} // namespace

int runDays(const QStringList& arguments) {
    if (arguments.contains(QStringLiteral("--help"))) {
        say(QString::fromUtf8(usage));
        return 0;
    }
    const QString act = arguments.value(0);
    if (arguments.size() != 3 || (act != QLatin1String("add") && act != QLatin1String("between"))) {
        complain(QString::fromUtf8(usage));
        return 2;
    }
    const auto calendar = WorkCalendar::load(resourcePath(QStringLiteral("calendars")));
    if (!calendar.has_value()) {
        complain(calendar.error().detail);
        return 2;
    }
    const QDate from = QDate::fromString(arguments.at(1), Qt::ISODate);
    if (!from.isValid())
        return refuse(arguments.at(1), QStringLiteral("a date such as 2026-02-12"));
    if (act == QLatin1String("add")) {
        bool number = false;
        const int count = arguments.at(2).toInt(&number);
        return number && count >= 0 && count <= longest
                   ? add(*calendar, from, count)
                   : refuse(arguments.at(2),
                            QStringLiteral("a number of working days from 0 to %1").arg(longest));
    }
    const QDate to = QDate::fromString(arguments.at(2), Qt::ISODate);
    if (!to.isValid() || to < from || from.daysTo(to) > 3 * longest)
        return refuse(arguments.at(2), QStringLiteral("a date such as 2026-02-26, not before %1 "
                                                      "and at most %2 days after it")
                                           .arg(arguments.at(1))
                                           .arg(3 * longest));
    say(QString::number(calendar->workingDaysBetween(from, to)));
    sayYears(*calendar, from, to);
    return 0;
}

} // namespace tongban::cli

// tongban days: working-day arithmetic with the published holiday notices.
#include "app/cli/resources.h"
#include "app/cli/verbs.h"

#include "services/workflow/work_calendar.h"

namespace tongban::cli {

namespace {

using namespace tongban::workflow;

const char usage[] = "tongban days add DATE N       the last day of a limit of N working days; the "
                     "first day is not counted\n"
                     "tongban days between A B      working days after A up to and with B\n"
                     "Dates are written 2026-02-12. Notices are read from resources/calendars.";

void sayYears(const WorkCalendar& calendar, QDate from, QDate to) {
    for (int year = from.year(); year <= to.year(); ++year) {
        if (!calendar.hasNotice(year))
            say(QStringLiteral(
                    "provisional: there is no holiday notice for %1; only weekends were skipped")
                    .arg(year));
    }
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
    if (arguments.size() != 3) {
        say(QString::fromUtf8(usage));
        return arguments.value(0) == QLatin1String("--help") ? 0 : 2;
    }
    const auto calendar = WorkCalendar::load(resourcePath(QStringLiteral("calendars")));
    if (!calendar.has_value()) {
        complain(calendar.error().detail);
        return 2;
    }
    const QDate from = QDate::fromString(arguments.at(1), Qt::ISODate);
    bool number = false;
    const int count = arguments.at(2).toInt(&number);
    const QDate to = QDate::fromString(arguments.at(2), Qt::ISODate);
    const bool adds = arguments.first() == QLatin1String("add");
    constexpr int most = 10'000;
    if (adds && from.isValid() && number && count >= 0 && count <= most)
        return add(*calendar, from, count);
    if (arguments.first() == QLatin1String("between") && from.isValid() && to.isValid() &&
        from.daysTo(to) >= 0) {
        say(QString::number(calendar->workingDaysBetween(from, to)));
        sayYears(*calendar, from, to);
        return 0;
    }
    complain(QString::fromUtf8(usage));
    return 2;
}

} // namespace tongban::cli

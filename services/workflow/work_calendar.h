// The work calendar: which days count towards a limit. Yearly notices as data; a year without one
// is provisional.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <vector>

namespace tongban::workflow {

struct DueDay {
    QDate date;
    bool provisional = false; // a year on the way has no notice yet: only weekends were skipped
    bool operator==(const DueDay&) const = default;
};

struct SkippedDay {
    QDate date;
    QString why; // 周六, 周日 or the holiday's name
    bool operator==(const SkippedDay&) const = default;
};

class WorkCalendar {
public:
    // Monday to Friday only; every date is provisional.
    WorkCalendar() = default;

    // One JSON file a year: {"year", "notice", "holidays": [{"name","from","to"}],
    // "workingWeekends": [date]}.
    static Result<WorkCalendar> read(const QList<QByteArray>& files);
    // Every *.json of a folder; NotFound when there is none.
    static Result<WorkCalendar> load(const QString& folder);

    bool isWorkingDay(QDate day) const;
    bool hasNotice(int year) const { return m_years.contains(year); }

    // The last day of a limit of `count` working days; the first day itself is not counted. Needs
    // count ≥ 0; with 0 it is the first day.
    DueDay addWorkingDays(QDate first, int count) const;
    // Calendar days; the first day is not counted.
    static DueDay addDays(QDate first, int count) { return {first.addDays(count), false}; }
    // Working days in (after, upTo].
    int workingDaysBetween(QDate after, QDate upTo) const;
    // Days in (first, last] that do not count, each with its reason.
    QList<SkippedDay> skippedDays(QDate first, QDate last) const;

    // Digest of the notices in force; goes into every deadline set by them.
    QString digest() const { return m_digest; }

private:
    struct Year {
        QMap<QDate, QString> holidays;
        QList<QDate> workingWeekends;
    };
    bool computeWorkingDay(QDate day) const;
    void index();

    QMap<int, Year> m_years;
    QString m_digest;
    // For the unbroken run of years with notices: working days up to and with each day, and the
    // days in order.
    qint64 m_firstDay = 0;
    std::vector<qint32> m_rank;
    std::vector<qint32> m_working;
};

} // namespace tongban::workflow

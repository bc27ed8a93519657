// Reads yearly notices; answers from a rank table where there is one, else day by day.
#include "services/workflow/work_calendar.h"

#include "services/core/json_reader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace tongban::workflow {

namespace {

constexpr int saturday = 6;

QDate dateOf(JsonReader& reader, const QString& key) {
    const QDate date = QDate::fromString(reader.requiredText(key), Qt::ISODate);
    if (!date.isValid())
        reader.refuse(key, QStringLiteral("expected a date such as 2026-02-15"));
    return date;
}

} // namespace

Result<WorkCalendar> WorkCalendar::read(const QList<QByteArray>& files) {
    WorkCalendar calendar;
    QMap<int, QByteArray> canonical;
    for (const QByteArray& file : files) {
        TRY_ASSIGN(const QJsonObject object, parseJsonObject(file));
        JsonReader reader(object);
        const int number = reader.requiredNumber(QStringLiteral("year"));
        Year year;
        reader.each(QStringLiteral("holidays"), [&](JsonReader& holiday) {
            const QString name = holiday.requiredText(QStringLiteral("name"));
            const QDate from = dateOf(holiday, QStringLiteral("from"));
            const QDate to = dateOf(holiday, QStringLiteral("to"));
            if (from.isValid() && to.isValid() && (to < from || from.daysTo(to) > 60))
                return holiday.refuse(QStringLiteral("to"),
                                      QStringLiteral("expected 1 to 60 days"));
            for (QDate day = from; day.isValid() && day <= to; day = day.addDays(1))
                year.holidays.insert(day, name);
        });
        for (const QString& text : reader.texts(QStringLiteral("workingWeekends"))) {
            const QDate day = QDate::fromString(text, Qt::ISODate);
            if (!day.isValid() || day.dayOfWeek() < saturday)
                reader.refuse(QStringLiteral("workingWeekends"),
                              QStringLiteral("%1 is not at a weekend").arg(text));
            year.workingWeekends.append(day);
        }
        if (number < 1950 || number > 2200 || calendar.m_years.contains(number))
            reader.refuse(QStringLiteral("year"),
                          QStringLiteral("missing, out of range or given twice"));
        TRY(reader.check());
        calendar.m_years.insert(number, year);
        canonical.insert(number, canonicalJson(object));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray& text : canonical)
        hash.addData(text);
    calendar.m_digest = QStringLiteral("sha256:") + QString::fromLatin1(hash.result().toHex());
    calendar.index();
    return calendar;
}

Result<WorkCalendar> WorkCalendar::load(const QString& folder) {
    const QDir dir(folder);
    QList<QByteArray> files;
    for (const QString& name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(FaultKind::Storage, QStringLiteral("%1: %2").arg(name, file.errorString()));
        files.append(file.readAll());
    }
    if (files.isEmpty())
        return fail(FaultKind::NotFound, QStringLiteral("no calendar in %1").arg(folder));
    return read(files);
}

// A notice may move days of the neighbouring year (a New Year's break that starts in December), so
// both are asked.
bool WorkCalendar::computeWorkingDay(QDate day) const {
    for (int number = day.year() - 1; number <= day.year() + 1; ++number) {
        const auto year = m_years.constFind(number);
        if (year == m_years.cend())
            continue;
        if (year->workingWeekends.contains(day))
            return true;
        if (year->holidays.contains(day))
            return false;
    }
    return day.dayOfWeek() < saturday;
}

void WorkCalendar::index() {
    if (m_years.isEmpty())
        return;
    int last = m_years.lastKey();
    int first = last;
    while (m_years.contains(first - 1))
        --first;
    m_firstDay = QDate(first, 1, 1).toJulianDay();
    const qint64 days = QDate(last, 12, 31).toJulianDay() - m_firstDay + 1;
    m_rank.reserve(static_cast<size_t>(days));
    for (qint64 day = 0; day < days; ++day) {
        if (computeWorkingDay(QDate::fromJulianDay(m_firstDay + day)))
            m_working.push_back(static_cast<qint32>(day));
        m_rank.push_back(static_cast<qint32>(m_working.size()));
    }
}

bool WorkCalendar::isWorkingDay(QDate day) const {
    const qint64 offset = day.toJulianDay() - m_firstDay;
    if (offset < 1 || offset >= static_cast<qint64>(m_rank.size()))
        return computeWorkingDay(day);
    const auto at = static_cast<size_t>(offset);
    return m_rank[at] != m_rank[at - 1];
}

DueDay WorkCalendar::addWorkingDays(QDate first, int count) const {
    const qint64 offset = first.toJulianDay() - m_firstDay;
    if (offset >= 0 && offset < static_cast<qint64>(m_rank.size())) {
        const size_t wanted = static_cast<size_t>(m_rank[static_cast<size_t>(offset)] + count);
        if (count > 0 && wanted <= m_working.size())
            return {QDate::fromJulianDay(m_firstDay + m_working[wanted - 1]), false};
    }
    DueDay due{first, count > 0 && !hasNotice(first.year())};
    for (int left = count; left > 0;) {
        due.date = due.date.addDays(1);
        if (isWorkingDay(due.date))
            --left;
        due.provisional = due.provisional || !hasNotice(due.date.year());
    }
    return due;
}

int WorkCalendar::workingDaysBetween(QDate after, QDate upTo) const {
    const qint64 from = after.toJulianDay() - m_firstDay;
    const qint64 to = upTo.toJulianDay() - m_firstDay;
    const auto size = static_cast<qint64>(m_rank.size());
    if (from >= 0 && to >= from && to < size)
        return m_rank[static_cast<size_t>(to)] - m_rank[static_cast<size_t>(from)];
    int count = 0;
    for (QDate day = after.addDays(1); day <= upTo; day = day.addDays(1))
        count += isWorkingDay(day) ? 1 : 0;
    return count;
}

QList<SkippedDay> WorkCalendar::skippedDays(QDate first, QDate last) const {
    QList<SkippedDay> skipped;
    for (QDate day = first.addDays(1); day <= last; day = day.addDays(1)) {
        if (isWorkingDay(day))
            continue;
        QString why = day.dayOfWeek() == saturday ? QStringLiteral("周六") : QStringLiteral("周日");
        for (int number = day.year() - 1; number <= day.year() + 1; ++number) {
            const auto year = m_years.constFind(number);
            if (year != m_years.cend() && year->holidays.contains(day))
                why = year->holidays.value(day);
        }
        skipped.append({day, why});
    }
    return skipped;
}

} // namespace tongban::workflow

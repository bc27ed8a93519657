// Dates and times as text: XML Schema's lexical forms and FEEL's @zone, strictly.
#include "services/feel/temporal.h"

namespace tongban::feel {

namespace {

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

// Reads exactly `count` digits from the front of `text`.
std::optional<int> takeDigits(QStringView& text, int count) {
    if (text.size() < count)
        return std::nullopt;
    int number = 0;
    for (int i = 0; i < count; ++i) {
        if (!isDigit(text[i]))
            return std::nullopt;
        number = number * 10 + (text[i].unicode() - u'0');
    }
    text = text.mid(count);
    return number;
}

bool take(QStringView& text, QChar c) {
    if (text.isEmpty() || text.front() != c)
        return false;
    text = text.mid(1);
    return true;
}

std::optional<int> takeYear(QStringView& text) {
    const bool negative = take(text, u'-');
    qsizetype digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    // At least four digits, at most nine, no needless leading zero (XML Schema 1.1 part 2,
    // yearFrag).
    if (digits < 4 || digits > 9 || (digits > 4 && text.front() == u'0'))
        return std::nullopt;
    const auto year = takeDigits(text, static_cast<int>(digits));
    return negative ? -*year : *year;
}

// The zone at the end of a time: nothing, Z, ±hh:mm[:ss] or @Area/City.
std::optional<Zone> parseZone(QStringView text) {
    if (text.isEmpty())
        return Zone{};
    if (text == u"Z" || text == u"z")
        return Zone::utc();
    if (take(text, u'@')) {
        const QString name = text.toString();
        if (name == u"Z" || name == u"UTC" || name == u"Etc/UTC")
            return Zone{Zone::Kind::Named, 0, name == u"Z" ? QStringLiteral("UTC") : name};
        if (!zoneExists(name))
            return std::nullopt;
        return Zone{Zone::Kind::Named, 0, name};
    }
    const bool west = text.front() == u'-';
    if (!take(text, u'+') && !take(text, u'-'))
        return std::nullopt;
    const auto hours = takeDigits(text, 2);
    if (!hours || !take(text, u':'))
        return std::nullopt;
    const auto minutes = takeDigits(text, 2);
    if (!minutes || *minutes > 59)
        return std::nullopt;
    int offset = *hours * 3600 + *minutes * 60;
    if (take(text, u':')) {
        const auto seconds = takeDigits(text, 2);
        if (!seconds || *seconds > 59)
            return std::nullopt;
        offset += *seconds;
    }
    if (!text.isEmpty() || offset > 18 * 3600)
        return std::nullopt;
    return Zone{Zone::Kind::Offset, west ? -offset : offset, {}};
}

QString padded(int number, int width) {
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

} // namespace

std::optional<Date> parseDate(QStringView text) {
    Date date;
    const auto year = takeYear(text);
    if (!year || !take(text, u'-'))
        return std::nullopt;
    const auto month = takeDigits(text, 2);
    if (!month || !take(text, u'-'))
        return std::nullopt;
    const auto day = takeDigits(text, 2);
    if (!day || !text.isEmpty())
        return std::nullopt;
    date = {*year, *month, *day};
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<Time> parseTime(QStringView text) {
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 24 || !take(text, u':'))
        return std::nullopt;
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59 || !take(text, u':'))
        return std::nullopt;
    const auto second = takeDigits(text, 2);
    if (!second || *second > 59)
        return std::nullopt;
    int nano = 0;
    if (take(text, u'.')) {
        int digits = 0;
        for (; !text.isEmpty() && isDigit(text.front()); text = text.mid(1), ++digits) {
            if (digits < 9)
                nano = nano * 10 + (text.front().unicode() - u'0');
        }
        if (digits == 0)
            return std::nullopt;
        for (; digits < 9; ++digits)
            nano *= 10;
    }
    const auto zone = parseZone(text);
    if (!zone || (*hour == 24 && (*minute != 0 || *second != 0 || nano != 0)))
        return std::nullopt;
    return Time{(*hour % 24) * 3600 + *minute * 60 + *second, nano, *zone};
}

std::optional<DateTime> parseDateTime(QStringView text) {
    const qsizetype t = text.indexOf(u'T');
    const auto date = parseDate(t < 0 ? text : text.left(t));
    if (!date)
        return std::nullopt;
    if (t < 0)
        return DateTime{*date, Time{}};
    const auto time = parseTime(text.mid(t + 1));
    if (!time)
        return std::nullopt;
    if (text.mid(t + 1).startsWith(u"24")) { // the end of the day is the start of the next
        const Date next = Date::fromDayNumber(date->dayNumber() + 1);
        return next.isValid() ? std::optional(DateTime{next, *time}) : std::nullopt;
    }
    return DateTime{*date, *time};
}

QString textOf(const Date& date) {
    const QString year =
        (date.year < 0 ? QStringLiteral("-") : QString()) + padded(std::abs(date.year), 4);
    return year + u'-' + padded(date.month, 2) + u'-' + padded(date.day, 2);
}

QString textOf(const Zone& zone) {
    if (zone.kind == Zone::Kind::Local)
        return {};
    if (zone.kind == Zone::Kind::Named)
        return u'@' + zone.name;
    if (zone.offset == 0)
        return QStringLiteral("Z");
    const int offset = std::abs(zone.offset);
    QString text = (zone.offset < 0 ? u'-' : u'+') + padded(offset / 3600, 2) + u':' +
                   padded(offset / 60 % 60, 2);
    if (offset % 60 != 0)
        text += u':' + padded(offset % 60, 2);
    return text;
}

QString textOf(const Time& time) {
    QString text = padded(time.hour(), 2) + u':' + padded(time.minute(), 2) + u':' +
                   padded(time.secondOfMinute(), 2);
    if (time.nano != 0) {
        QString fraction = padded(time.nano, 9);
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return text + textOf(time.zone);
}

QString textOf(const DateTime& at) {
    return textOf(at.date) + u'T' + textOf(at.time);
}

} // namespace tongban::feel

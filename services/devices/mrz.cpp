// Positions and check digits of the five machine-readable formats.
#include "services/devices/mrz.h"

#include <QDate>
#include <algorithm>
#include <array>

namespace tongban::devices {

namespace {

QString unfilled(QStringView text) {
    QString value = text.toString();
    while (value.endsWith(u'<'))
        value.chop(1);
    return value;
}

QString joined(std::initializer_list<QStringView> parts) {
    QString whole;
    for (const QStringView part : parts)
        whole.append(part);
    return whole;
}

// `<` between the parts of a name is a space; `<<` parts the surname from the given names.
void readName(QStringView text, Mrz& mrz) {
    const QString whole = unfilled(text);
    const qsizetype parting = whole.indexOf(QLatin1String("<<"));
    const auto spaced = [](QString part) { return part.replace(u'<', u' ').simplified(); };
    mrz.surname = spaced(parting < 0 ? whole : whole.left(parting));
    mrz.givenNames = parting < 0 ? QString() : spaced(whole.mid(parting + 2));
}

// `mayBeEmpty`: a filler stands for the digit of an empty optional field.
void check(Mrz& mrz, const char* what, QStringView text, QChar digit, bool mayBeEmpty = false) {
    const bool empty = std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'<'; });
    if (mayBeEmpty && empty && digit == u'<')
        return;
    const int expected = mrzCheckDigit(text);
    if (expected < 0 || digit != QChar(static_cast<char16_t>(u'0' + expected)))
        mrz.wrong.append(QLatin1String(what));
}

// Birth, sex and expiry lie alike in all formats: YYMMDD, digit, sex, YYMMDD, digit.
Result<void> readPerson(QStringView text, Mrz& mrz) {
    mrz.birth = text.first(6).toString();
    check(mrz, "birth", text.first(6), text[6]);
    const QChar sex = text[7];
    if (sex != u'M' && sex != u'F' && sex != u'<')
        return fail(FaultKind::Invalid, QStringLiteral("sex: neither M, F nor <"));
    mrz.sex = sex == u'<' ? QStringLiteral("X") : QString(sex);
    mrz.expiry = text.sliced(8, 6).toString();
    check(mrz, "expiry", text.sliced(8, 6), text[14]);
    return {};
}

// Unknown parts of a birth date are fillers (9303-3 §4.8); the rest must be a calendar date.
Result<void> checkDate(const char* what, const QString& text, bool mayBeUnknown) {
    const QString known =
        mayBeUnknown ? QString(text).replace(QLatin1String("<<"), QLatin1String("01")) : text;
    const bool digits =
        std::all_of(known.begin(), known.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    // 2000 is a leap year: 29 February passes for any two-digit year that may have one.
    const int year = known.left(2).toInt();
    const bool real =
        digits && (QDate(2000 + year, known.mid(2, 2).toInt(), known.mid(4, 2).toInt()).isValid() ||
                   QDate(1900 + year, known.mid(2, 2).toInt(), known.mid(4, 2).toInt()).isValid());
    if (!real)
        return fail(FaultKind::Invalid, QLatin1String(what) + QStringLiteral(": not a date"));
    return {};
}

// Two lines: passports, visas and TD2 cards differ in lengths and in what follows the expiry.
Result<void> readTwoLines(const QStringList& lines, Mrz& mrz) {
    const QStringView first = lines[0];
    const QStringView second = lines[1];
    readName(first.sliced(5), mrz);
    mrz.number = unfilled(second.first(9));
    mrz.nationality = unfilled(second.sliced(10, 3));
    TRY(readPerson(second.sliced(13, 15), mrz));
    const bool visa = mrz.format == MrzFormat::VisaA || mrz.format == MrzFormat::VisaB;
    if (visa) {
        check(mrz, "number", second.first(9), second[9]);
        mrz.optional = unfilled(second.sliced(28));
        return {};
    }
    if (mrz.format == MrzFormat::Td3) {
        check(mrz, "number", second.first(9), second[9]);
        mrz.optional = unfilled(second.sliced(28, 14));
        check(mrz, "optional", second.sliced(28, 14), second[42], true);
        const QString composite =
            joined({second.first(10), second.sliced(13, 7), second.sliced(21, 22)});
        check(mrz, "composite", composite, second[43]);
        return {};
    }
    QStringView optional = second.sliced(28, 7);
    if (second[9] ==
        u'<') // a long number goes on in the optional field (9303-6 §4.2.2, 9303-5 note j)
        optional = {};
    else
        check(mrz, "number", second.first(9), second[9]);
    mrz.optional = unfilled(optional);
    const QString composite =
        joined({second.first(10), second.sliced(13, 7), second.sliced(21, 14)});
    check(mrz, "composite", composite, second[35]);
    return {};
}

Result<void> readTd1(const QStringList& lines, Mrz& mrz) {
    const QStringView first = lines[0];
    const QStringView second = lines[1];
    readName(lines[2], mrz);
    mrz.number = unfilled(first.sliced(5, 9));
    mrz.optional = unfilled(first.sliced(15, 15));
    if (first[14] != u'<')
        check(mrz, "number", first.sliced(5, 9), first[14]);
    mrz.nationality = unfilled(second.sliced(15, 3));
    mrz.optionalSecond = unfilled(second.sliced(18, 11));
    TRY(readPerson(second.first(15), mrz));
    const QString composite =
        joined({first.sliced(5), second.first(7), second.sliced(8, 7), second.sliced(18, 11)});
    check(mrz, "composite", composite, second[29]);
    return {};
}

// A document number of more than nine characters: its rest and check digit open the optional field,
// up to a filler.
void joinLongNumber(const QString& optionalField, Mrz& mrz) {
    const qsizetype end = optionalField.indexOf(u'<');
    const QString rest = end < 0 ? optionalField : optionalField.left(end);
    if (rest.size() < 2) {
        mrz.wrong.prepend(QStringLiteral("number"));
        return;
    }
    mrz.number += rest.chopped(1);
    mrz.optional = end < 0 ? QString() : unfilled(QStringView(optionalField).sliced(end + 1));
    check(mrz, "number", mrz.number, rest.back());
}

Result<MrzFormat> formatOf(const QStringList& lines) {
    const auto shape = [&lines](qsizetype count, qsizetype length) {
        return lines.size() == count &&
               std::all_of(lines.begin(), lines.end(),
                           [=](const QString& line) { return line.size() == length; });
    };
    const bool visa = !lines.isEmpty() && lines[0].startsWith(u'V');
    if (shape(3, 30))
        return MrzFormat::Td1;
    if (shape(2, 36))
        return visa ? MrzFormat::VisaB : MrzFormat::Td2;
    if (shape(2, 44))
        return visa ? MrzFormat::VisaA : MrzFormat::Td3;
    return fail(FaultKind::Invalid, QStringLiteral("neither 3×30, 2×36 nor 2×44 characters"));
}

} // namespace

QString nameOf(MrzFormat format) {
    static constexpr std::array names{"TD1", "TD2", "TD3", "MRV-A", "MRV-B"};
    return QLatin1String(names[static_cast<size_t>(format)]);
}

QStringList mrzLines(const QString& text) {
    QStringList lines;
    const QStringList given = text.split(u'\n');
    for (const QString& line : given) {
        if (const QString plain = line.trimmed(); !plain.isEmpty())
            lines.append(plain);
    }
    const qsizetype all = lines.value(0).size();
    if (lines.size() != 1 || (all != 90 && all != 72 && all != 88))
        return lines;
    const QString whole = lines.takeFirst();
    const qsizetype length = all == 90 ? 30 : all / 2;
    for (qsizetype at = 0; at < all; at += length)
        lines.append(whole.mid(at, length));
    return lines;
}

int mrzValue(QChar character) {
    if (character >= u'0' && character <= u'9')
        return character.unicode() - u'0';
    if (character >= u'A' && character <= u'Z')
        return character.unicode() - u'A' + 10;
    return character == u'<' ? 0 : -1;
}

int mrzCheckDigit(QStringView text) {
    static constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int value = mrzValue(text[i]);
        if (value < 0)
            return -1;
        sum += value * weights[static_cast<size_t>(i % 3)];
    }
    return sum % 10;
}

Result<Mrz> readMrz(const QStringList& given) {
    QStringList lines;
    for (const QString& line : given) {
        if (const QString plain = line.trimmed(); !plain.isEmpty())
            lines.append(plain);
    }
    Mrz mrz;
    TRY_ASSIGN(mrz.format, formatOf(lines));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (mrzCheckDigit(lines[i]) < 0)
            return fail(FaultKind::Invalid,
                        QStringLiteral("line %1: a character of no MRZ").arg(i + 1));
    }
    mrz.documentCode = unfilled(QStringView(lines[0]).first(2));
    mrz.issuer = unfilled(QStringView(lines[0]).sliced(2, 3));
    TRY(mrz.format == MrzFormat::Td1 ? readTd1(lines, mrz) : readTwoLines(lines, mrz));
    if (mrz.format == MrzFormat::Td1 && lines[0][14] == u'<')
        joinLongNumber(lines[0].mid(15), mrz);
    if (mrz.format == MrzFormat::Td2 && lines[1][9] == u'<')
        joinLongNumber(lines[1].mid(28, 7), mrz);
    TRY(checkDate("birth", mrz.birth, true));
    TRY(checkDate("expiry", mrz.expiry, false));
    return mrz;
}

} // namespace tongban::devices

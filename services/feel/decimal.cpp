// Decimals: the int64 fast path in C++, everything else in Intel's decimal floating-point library.
#include "services/feel/decimal.h"

#include <array>
#include <charconv>

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
extern "C" {
#include <bid_conf.h>
#include <bid_functions.h>
}

namespace tongban::feel {

namespace {

constexpr int maxPlaces = 18;
constexpr int bias = 6176; // of the decimal128 exponent
constexpr quint64 signBit = 1ULL << 63;
constexpr quint64 coefficientMask = (1ULL << 49) - 1;

constexpr std::array<qint64, 19> tens = [] {
    std::array<qint64, 19> t{};
    t[0] = 1;
    for (size_t i = 1; i < t.size(); ++i)
        t[i] = t[i - 1] * 10;
    return t;
}();

BID_UINT128 bits(const Decimal& d) {
    BID_UINT128 b;
    if (!d.isSmall()) {
        b.w[0] = d.low();
        b.w[1] = d.high();
        return b;
    }
    const qint64 c = d.coefficient();
    b.w[0] = c < 0 ? 0 - static_cast<quint64>(c) : static_cast<quint64>(c);
    b.w[1] = (static_cast<quint64>(bias - d.places()) << 49) | (c < 0 ? signBit : 0);
    return b;
}

std::optional<Decimal> finite(BID_UINT128 b) {
    if (bid128_isFinite(b) == 0)
        return std::nullopt;
    return Decimal::fromBits(b.w[0], b.w[1]);
}

// Both coefficients at the same number of places; false if that overflows.
bool aligned(const Decimal& a, const Decimal& b, qint64& x, qint64& y, int& places) {
    if (!a.isSmall() || !b.isSmall())
        return false;
    x = a.coefficient();
    y = b.coefficient();
    places = std::max(a.places(), b.places());
    if (a.places() == b.places())
        return true;
    if (a.places() < b.places())
        return !__builtin_mul_overflow(x, tens.at(static_cast<size_t>(places - a.places())), &x);
    return !__builtin_mul_overflow(y, tens.at(static_cast<size_t>(places - b.places())), &y);
}

} // namespace

Decimal Decimal::scaled(qint64 coefficient, int places) {
    Decimal d(coefficient);
    while (places > maxPlaces) { // callers stay below; kept total
        d.m_low = static_cast<quint64>(static_cast<qint64>(d.m_low) / 10);
        --places;
    }
    d.m_scale = static_cast<qint8>(places);
    return d;
}

Decimal Decimal::fromBits(quint64 low, quint64 high) {
    const bool canonical = (high & (3ULL << 61)) != (3ULL << 61);
    if (canonical) {
        const int exponent = static_cast<int>((high & ~signBit) >> 49) - bias;
        const bool fits = (high & coefficientMask) == 0 && low <= static_cast<quint64>(INT64_MAX);
        qint64 c = fits ? static_cast<qint64>(low) : 0;
        if (fits && c == 0)
            return {};
        int places = -exponent;
        bool ok = fits && places <= maxPlaces && exponent <= maxPlaces;
        if (ok && exponent > 0) {
            ok = !__builtin_mul_overflow(c, tens.at(static_cast<size_t>(exponent)), &c);
            places = 0;
        }
        if (ok)
            return scaled((high & signBit) != 0 ? -c : c, places);
    }
    Decimal d;
    d.m_low = low;
    d.m_high = high;
    d.m_small = false;
    return d;
}

std::optional<Decimal> Decimal::parse(QStringView text) {
    if (text.isEmpty() || text.size() > 4096)
        return std::nullopt;
    QByteArray ascii;
    bool digits = false;
    for (const QChar c : text) {
        digits = digits || (c >= u'0' && c <= u'9');
        if (!(c >= u'0' && c <= u'9') && c != u'.' && c != u'-' && c != u'+' && c != u'e' &&
            c != u'E')
            return std::nullopt;
        ascii.append(static_cast<char>(c.unicode()));
    }
    if (!digits)
        return std::nullopt;
    _IDEC_flags flags = 0;
    return finite(bid128_from_string(ascii.data(), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> Decimal::fromDouble(double number) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return parse(QString::fromLatin1(buffer.data(), end.ptr - buffer.data()));
}

bool Decimal::isZero() const {
    return m_small ? m_low == 0 : bid128_isZero(bits(*this)) != 0;
}

bool Decimal::isNegative() const {
    return m_small ? coefficient() < 0 : (m_high & signBit) != 0 && !isZero();
}

bool Decimal::isInteger() const {
    if (m_small)
        return coefficient() % tens.at(static_cast<size_t>(m_scale)) == 0;
    return floor() == *this;
}

std::optional<qint64> Decimal::toInt64() const {
    if (!isInteger())
        return std::nullopt;
    if (m_small)
        return coefficient() / tens.at(static_cast<size_t>(m_scale));
    _IDEC_flags flags = 0;
    const BID_SINT64 whole = bid128_to_int64_int(bits(*this), &flags);
    if ((flags & BID_INVALID_EXCEPTION) != 0)
        return std::nullopt;
    return whole;
}

double Decimal::toDouble() const {
    _IDEC_flags flags = 0;
    if (m_small && m_scale == 0)
        return static_cast<double>(coefficient());
    return bid128_to_binary64(bits(*this), BID_ROUNDING_TO_NEAREST, &flags);
}

QString Decimal::text() const {
    if (isZero())
        return QStringLiteral("0");
    std::array<char, 64> buffer{};
    _IDEC_flags flags = 0;
    bid128_to_string(buffer.data(), bits(*this), &flags); // ±digits E±exponent
    const QString raw = QString::fromLatin1(buffer.data());
    const qsizetype e = raw.indexOf(u'E');
    QString digits = raw.mid(1, e - 1);
    int exponent = QStringView(raw).mid(e + 1).toInt();
    while (digits.size() > 1 && digits.endsWith(u'0')) {
        digits.chop(1);
        ++exponent;
    }
    const QString sign = raw.startsWith(u'-') ? QStringLiteral("-") : QString();
    const qsizetype point = digits.size() + exponent; // digits before the decimal point
    if (point > 40 || point < -40) {
        const QString fraction = digits.size() > 1 ? u'.' + digits.mid(1) : QString();
        return sign + digits.left(1) + fraction + QStringLiteral("E%1").arg(point - 1);
    }
    if (exponent >= 0)
        return sign + digits + QString(exponent, u'0');
    if (point > 0)
        return sign + digits.left(point) + u'.' + digits.mid(point);
    return sign + QStringLiteral("0.") + QString(-point, u'0') + digits;
}

Decimal Decimal::negated() const {
    if (m_small && coefficient() != INT64_MIN)
        return scaled(-coefficient(), m_scale);
    const BID_UINT128 b = bid128_negate(bits(*this));
    return fromBits(b.w[0], b.w[1]);
}

std::optional<Decimal> Decimal::rounded(int places, Rounding how) const {
    if (m_small && m_scale <= places)
        return *this;
    if (places > bias || places < -bias)
        return std::nullopt;
    _IDEC_flags flags = 0;
    const bool negative = isNegative();
    BID_UINT128 shifted = bid128_scalbn(bits(*this), places, BID_ROUNDING_TO_NEAREST, &flags);
    switch (how) {
    case Rounding::HalfEven:
        shifted = bid128_round_integral_nearest_even(shifted, &flags);
        break;
    case Rounding::HalfUp:
        shifted = bid128_round_integral_nearest_away(shifted, &flags);
        break;
    case Rounding::HalfDown: { // away from zero only beyond the half
        const BID_UINT128 down = bid128_round_integral_zero(shifted, &flags);
        const BID_UINT128 rest =
            bid128_abs(bid128_sub(shifted, down, BID_ROUNDING_TO_NEAREST, &flags));
        BID_UINT128 half;
        half.w[0] = 5;
        half.w[1] = static_cast<quint64>(bias - 1) << 49;
        const bool beyond = bid128_quiet_greater(rest, half, &flags) != 0;
        const BID_UINT128 one = bits(Decimal(negative ? -1 : 1));
        shifted = beyond ? bid128_add(down, one, BID_ROUNDING_TO_NEAREST, &flags) : down;
        break;
    }
    case Rounding::Up:
        shifted = negative ? bid128_round_integral_negative(shifted, &flags)
                           : bid128_round_integral_positive(shifted, &flags);
        break;
    case Rounding::Down:
        shifted = bid128_round_integral_zero(shifted, &flags);
        break;
    case Rounding::Floor:
        shifted = bid128_round_integral_negative(shifted, &flags);
        break;
    case Rounding::Ceiling:
        shifted = bid128_round_integral_positive(shifted, &flags);
        break;
    }
    return finite(bid128_scalbn(shifted, -places, BID_ROUNDING_TO_NEAREST, &flags));
}

Decimal Decimal::floor() const {
    return rounded(0, Rounding::Floor).value_or(*this);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
    qint64 x = 0;
    qint64 y = 0;
    int places = 0;
    if (aligned(*this, other, x, y, places))
        return x <=> y;
    _IDEC_flags flags = 0;
    const BID_UINT128 a = bits(*this);
    const BID_UINT128 b = bits(other);
    if (bid128_quiet_equal(a, b, &flags) != 0)
        return std::strong_ordering::equal;
    return bid128_quiet_less(a, b, &flags) != 0 ? std::strong_ordering::less
                                                : std::strong_ordering::greater;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
    qint64 x = 0;
    qint64 y = 0;
    int places = 0;
    if (aligned(a, b, x, y, places) && !__builtin_add_overflow(x, y, &x))
        return Decimal::scaled(x, places);
    _IDEC_flags flags = 0;
    return finite(bid128_add(bits(a), bits(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) {
    qint64 x = 0;
    qint64 y = 0;
    int places = 0;
    if (aligned(a, b, x, y, places) && !__builtin_sub_overflow(x, y, &x))
        return Decimal::scaled(x, places);
    _IDEC_flags flags = 0;
    return finite(bid128_sub(bits(a), bits(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
    qint64 x = 0;
    if (a.isSmall() && b.isSmall() && a.places() + b.places() <= maxPlaces &&
        !__builtin_mul_overflow(a.coefficient(), b.coefficient(), &x))
        return Decimal::scaled(x, a.places() + b.places());
    _IDEC_flags flags = 0;
    return finite(bid128_mul(bits(a), bits(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b) {
    if (b.isZero())
        return std::nullopt;
    qint64 x = 0;
    qint64 y = 0;
    int places = 0;
    if (aligned(a, b, x, y, places) && x != INT64_MIN && x % y == 0)
        return Decimal(x / y);
    _IDEC_flags flags = 0;
    return finite(bid128_div(bits(a), bits(b), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> power(const Decimal& base, const Decimal& exponent) {
    _IDEC_flags flags = 0;
    // Whole exponents by repeated squaring: exact as long as the digits suffice.
    if (const auto n = exponent.toInt64(); n && *n >= 0 && *n <= 1'000'000) {
        std::optional<Decimal> result = Decimal(1);
        std::optional<Decimal> square = base;
        for (qint64 k = *n; k > 0; k >>= 1) {
            if ((k & 1) != 0)
                result = multiply(*result, *square);
            if (k > 1)
                square = multiply(*square, *square);
            if (!result || !square)
                return std::nullopt;
        }
        return result;
    }
    return finite(bid128_pow(bits(base), bits(exponent), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> modulo(const Decimal& a, const Decimal& b) {
    if (b.isZero())
        return std::nullopt;
    qint64 x = 0;
    qint64 y = 0;
    int places = 0;
    if (aligned(a, b, x, y, places) && y != -1) {
        const qint64 rest = x % y;
        return Decimal::scaled(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest, places);
    }
    _IDEC_flags flags = 0;
    const auto rest = finite(bid128_fmod(bits(a), bits(b), &flags)); // exact, sign of the dividend
    if (rest && !rest->isZero() && rest->isNegative() != b.isNegative())
        return add(*rest, b);
    return rest;
}

std::optional<Decimal> squareRoot(const Decimal& number) {
    _IDEC_flags flags = 0;
    return finite(bid128_sqrt(bits(number), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> exponential(const Decimal& number) {
    _IDEC_flags flags = 0;
    return finite(bid128_exp(bits(number), BID_ROUNDING_TO_NEAREST, &flags));
}

std::optional<Decimal> naturalLogarithm(const Decimal& number) {
    _IDEC_flags flags = 0;
    return finite(bid128_log(bits(number), BID_ROUNDING_TO_NEAREST, &flags));
}

} // namespace tongban::feel

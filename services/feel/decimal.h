// Decimal: numbers of 34 significant digits, half-even (IEEE 754-2008 decimal128), with an int64
// fast path.
#pragma once

#include <QString>
#include <compare>
#include <cstdint>
#include <optional>

namespace tongban::feel {

// How `rounded` treats the digits it drops.
enum class Rounding { HalfEven, HalfUp, HalfDown, Up, Down, Floor, Ceiling };

// Either a small number (int64 coefficient, 0 to 18 decimal places) or the bits of a BID128; always
// finite. An operation without a finite result (division by zero, overflow) gives nullopt.
class Decimal {
public:
    Decimal() = default;
    Decimal(qint64 whole) // NOLINT(google-explicit-constructor): every integer is a decimal
        : m_low(static_cast<quint64>(whole)) {}
    Decimal(int whole) // NOLINT(google-explicit-constructor)
        : Decimal(static_cast<qint64>(whole)) {}
    static Decimal scaled(qint64 coefficient, int places);   // coefficient · 10^-places
    static std::optional<Decimal> parse(QStringView text);   // 12, -3.5, .5, 1e3
    static std::optional<Decimal> fromDouble(double number); // by its shortest text

    bool isSmall() const { return m_small; }
    int places() const { return m_scale; }                            // of a small number
    qint64 coefficient() const { return static_cast<qint64>(m_low); } // of a small number
    quint64 low() const { return m_low; }
    quint64 high() const { return m_high; }
    static Decimal fromBits(quint64 low, quint64 high); // a finite BID128; becomes small if it can

    bool isZero() const;
    bool isNegative() const;
    bool isInteger() const;
    std::optional<qint64> toInt64() const; // only when it is whole and fits
    double toDouble() const;
    QString text() const; // 12, -3.5; plain notation while that is at most 40 characters

    Decimal negated() const;
    Decimal abs() const { return isNegative() ? negated() : *this; }
    // To `places` decimal places, which may be negative.
    std::optional<Decimal> rounded(int places, Rounding how) const;
    Decimal floor() const;

    std::strong_ordering operator<=>(const Decimal& other) const;
    bool operator==(const Decimal& other) const { return std::is_eq(*this <=> other); }

private:
    quint64 m_low = 0;
    quint64 m_high = 0;
    qint8 m_scale = 0;
    bool m_small = true;
};

std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> divide(const Decimal& a, const Decimal& b);
std::optional<Decimal> power(const Decimal& base, const Decimal& exponent);
// a - b·floor(a/b): the sign follows the divisor (DMN 1.5 §10.3.4.5).
std::optional<Decimal> modulo(const Decimal& a, const Decimal& b);
std::optional<Decimal> squareRoot(const Decimal& number);
std::optional<Decimal> exponential(const Decimal& number);
std::optional<Decimal> naturalLogarithm(const Decimal& number);

} // namespace tongban::feel

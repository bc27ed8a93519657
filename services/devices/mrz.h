// Machine-readable zones of travel documents: TD1, TD2, TD3 and visas (ICAO Doc 9303 parts 4–7).
#pragma once

#include "services/core/result.h"

#include <QStringList>

namespace tongban::devices {

enum class MrzFormat { Td1, Td2, Td3, VisaA, VisaB };
QString nameOf(MrzFormat format); // TD1 TD2 TD3 MRV-A MRV-B

struct Mrz {
    MrzFormat format = MrzFormat::Td3;
    QString documentCode; // P, V, I, C1 …
    QString issuer;       // alpha-3, or shorter as in D<<
    QString surname;
    QString givenNames;
    QString number;
    QString nationality;
    QString birth;  // YYMMDD; unknown parts stay `<`
    QString sex;    // M, F, X for unspecified
    QString expiry; // YYMMDD
    QString optional;
    QString optionalSecond; // TD1
    QStringList wrong;      // check digits that fail: number, birth, expiry, optional, composite

    bool valid() const { return wrong.isEmpty(); }
};

// Invalid when the lines have no known shape or hold characters of no MRZ; a wrong check digit is a
// result.
Result<Mrz> readMrz(const QStringList& lines);

// One text as its lines: at line ends, or where two or three lines run together, as some readers
// send them. Blank ones are dropped.
QStringList mrzLines(const QString& text);

// The value of a machine-readable character: 0–9, A=10 … Z=35, `<` = 0; −1 for any other.
int mrzValue(QChar character);
// The 7-3-1 check digit, or −1 when the text holds a character without a value.
int mrzCheckDigit(QStringView text);

} // namespace tongban::devices

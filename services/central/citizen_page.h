// CitizenPage: what whoever holds a receipt may see: one word with the code alone, the whole way
// with the printed six characters or the last four of the ID number (sync.md §5.2, ux.md p01, p02).
#pragma once

#include "services/central/case_file.h"
#include "services/receipt/receipt_keys.h"

namespace tongban::central {

struct CitizenAnswer {
    receipt::Verdict verdict = receipt::Verdict::Altered;
    bool known = false; // the application has arrived here
    QString phase;      // received …; "held"; empty when unknown
    QString word;       // 正在办
    QString issuer;     // 自助机 01
    Instant issuedAt{};
    quint8 flags = 0;
    bool wrongCode = false; // something was typed and does not fit
    bool detailed = false;
    QJsonObject details; // only when detailed
    QString keyName;     // "000001/1"
};

// Without the database: a forged receipt costs one signature check.
CitizenAnswer verdictOn(const receipt::SignedReceipt& token, const KeyRegister& keys);
// For a valid one. `typed` is empty, the printed code, or the last four of the ID number.
Result<CitizenAnswer> answerFor(Sql& sql, const Centre& centre, CitizenAnswer answer,
                                const receipt::SignedReceipt& token, const QString& typed);

QString wordFor(const QString& phase);

} // namespace tongban::central

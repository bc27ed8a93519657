// The receipt on paper: one page A4 or a strip of an 80 mm roll, as PDF with embedded fonts and a
// text layer. Needs a QGuiApplication (fonts). The caller masks names; the committed lines are
// printed as they are.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace tongban::receipt {

// The notices of a hall; each has its own title and legal sentence (行政许可法 Art. 32, 38).
enum class NoticeKind { Received, Accepted, Refused, Supplement, Decided };
QString titleOf(NoticeKind kind); // 收件凭证, 受理凭证, 不予受理通知书, 补正告知书, 办结通知书
QString sentenceOf(NoticeKind kind); // what it means and what the citizen may do

enum class StepState { Done, Here, Todo };

struct ReceiptStep {
    QString when; // a date, not a day count: "9月16日 前"
    QString what;
    QString detail;
    StepState state = StepState::Todo;
};

struct ReceiptDocument {
    NoticeKind kind = NoticeKind::Received;
    QString hall;      // 坪山区行政服务大厅
    QString region;    // for the seal: 坪山区
    QString authority; // the body that answers for it
    QString item;
    QString number;
    QString applicant; // masked: 林**
    QString submitted; // 2026年9月9日 10:36
    QString deadline;  // 9月16日（星期三）; empty when no clock runs
    QString reason;    // Refused and Supplement: why, in full
    QStringList materials;
    QList<ReceiptStep> steps;
    QString url;   // the QR code
    QString code;  // six characters, printed beside it
    QString key;   // which key signed: 001234/3
    int print = 1; // more than one is marked 补打
    bool offline = false;
    bool practice = false;
};

enum class Paper { A4, Roll80 };

Result<QByteArray> receiptPdf(const ReceiptDocument& document, Paper paper);

} // namespace tongban::receipt

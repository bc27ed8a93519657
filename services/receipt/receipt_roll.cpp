// The strip of an 80 mm roll (72 mm printable at 203 dpi): black only, QR modules of 0.75 mm, what
// matters first.
#include "services/receipt/receipt_ornament.h"
#include "services/receipt/receipt_page.h"

#include <QPainter>

namespace tongban::receipt {

namespace {

using namespace ornament;

constexpr int mm = 100;
constexpr int left = 4 * mm;
constexpr int width = 72 * mm;

int line(QPainter& painter, int y, const QFont& type, const QString& words, int flags) {
    return y + text(painter, QRect(left, y, width, 200 * mm), type, Qt::black, words, flags);
}

int row(QPainter& painter, int y, const QString& label, const QString& value, Face face,
        int column = 18 * mm) {
    text(painter, QRect(left, y, column, 6 * mm), font(Face::Sans, 330), Qt::black, label);
    return y +
           qMax(text(painter, QRect(left + column, y, width - column, 40 * mm), font(face, 350),
                     Qt::black, value),
                480) +
           60;
}

int tear(QPainter& painter, int y) {
    painter.setPen(QPen(Qt::black, 0.25 * mm, Qt::DashLine));
    painter.drawLine(left, y + 2 * mm, left + width, y + 2 * mm);
    return y + 4 * mm;
}

int paintMarks(QPainter& painter, const ReceiptDocument& document, int y) {
    const QFont type = font(Face::SansBold, 330);
    if (document.print > 1)
        y = line(painter, y, type, QStringLiteral("补打 第 %1 份").arg(document.print),
                 Qt::AlignHCenter);
    if (document.offline)
        y = line(painter, y, type, QStringLiteral("断网时出具，联网后自动上报"), Qt::AlignHCenter);
    if (document.practice)
        y = line(painter, y, type, QStringLiteral("演练用，无效力"), Qt::AlignHCenter);
    return y;
}

} // namespace

int paintRoll(QPainter& painter, const ReceiptDocument& document, const QrCode& qr) {
    painter.setRenderHint(QPainter::Antialiasing);
    int y = 4 * mm;
    brandMark(painter, QRect(left + 31 * mm, y, 10 * mm, 10 * mm), Qt::black, Qt::white);
    y = line(painter, y + 11 * mm, font(Face::Sans, 340), document.hall, Qt::AlignHCenter);
    y = line(painter, y + 100, font(Face::Serif, 760), titleOf(document.kind), Qt::AlignHCenter);
    y = paintMarks(painter, document, y + 100);
    y = tear(painter, y);

    y = line(painter, y, font(Face::Serif, 520), document.item, Qt::AlignLeft) + 200;
    y = row(painter, y, QStringLiteral("编号"), document.number, Face::SansBold);
    y = row(painter, y, QStringLiteral("申请人"), document.applicant, Face::Sans);
    y = row(painter, y, QStringLiteral("提交时间"), document.submitted, Face::Sans);
    if (!document.deadline.isEmpty())
        y = row(painter, y, QStringLiteral("最晚办结"), document.deadline, Face::SansBold);
    y = row(painter, y, QStringLiteral("办理机关"), document.authority, Face::Sans);
    if (!document.reason.isEmpty())
        y = row(painter, y, QStringLiteral("理由"), document.reason, Face::Sans);
    y = tear(painter, y);

    const int side = 46 * mm;
    qr.paint(painter, QRectF(left + (width - side) / 2.0, y, side, side), Qt::black);
    y = line(painter, y + side, font(Face::SansBold, 380), QStringLiteral("扫一扫，随时看进度"),
             Qt::AlignHCenter);
    y = line(painter, y + 60, font(Face::SansBold, 460),
             QStringLiteral("查询码 %1 %2").arg(document.code.left(3), document.code.mid(3)),
             Qt::AlignHCenter);
    y = tear(painter, y);

    const QFont small = font(Face::Sans, 320);
    for (qsizetype i = 0; i < document.materials.size(); ++i)
        y = line(painter, y, small,
                 QStringLiteral("%1. %2").arg(i + 1).arg(document.materials.at(i)), Qt::AlignLeft) +
            40;
    if (!document.materials.isEmpty())
        y = tear(painter, y);
    for (const ReceiptStep& step : document.steps)
        y = row(painter, y, step.when, step.what, Face::SansBold, 24 * mm);
    y = line(painter, y + 100, small, sentenceOf(document.kind), Qt::AlignLeft);
    y = line(painter, y + 100, font(Face::Sans, 270),
             QStringLiteral(
                 "验真：用手机或大厅任一终端扫码，断网也能验。码里没有姓名和证件号。验证密钥 %1")
                 .arg(document.key),
             Qt::AlignLeft);
    return y + 8 * mm;
}

} // namespace tongban::receipt

// The A4 page: landscape, headline, the ticket with seal and QR code, materials, what comes next,
// how to check it.
#include "services/receipt/receipt_ornament.h"
#include "services/receipt/receipt_page.h"

#include <QPainter>

namespace tongban::receipt {

namespace {

using namespace ornament;

constexpr int mm = 100;
constexpr int left = 20 * mm;
constexpr int width = 170 * mm;

void paintHead(QPainter& painter, const ReceiptDocument& document) {
    landscape(painter, QRect(0, 0, 210 * mm, 78 * mm), document.kind != NoticeKind::Refused);
    brandMark(painter, QRect(left, 12 * mm, 11 * mm, 11 * mm), colour::azurite, Qt::white);
    text(painter, QRect(left + 14 * mm, 1130, 100 * mm, 8 * mm), font(Face::Serif, 600),
         colour::ink, QStringLiteral("通办"));
    text(painter, QRect(left + 14 * mm, 1880, 100 * mm, 6 * mm), font(Face::Sans, 370),
         colour::inkMuted, document.hall);
    text(painter, QRect(left, 30 * mm, width, 16 * mm), font(Face::Serif, 1150), colour::ink,
         titleOf(document.kind));
    QString marks;
    if (document.print > 1)
        marks += QStringLiteral("补打 第 %1 份   ").arg(document.print);
    if (document.offline)
        marks += QStringLiteral("断网时出具，联网后自动上报   ");
    if (document.practice)
        marks += QStringLiteral("演练用，无效力");
    text(painter, QRect(left, 4650, width, 6 * mm), font(Face::SansBold, 370), colour::cinnabar,
         marks.trimmed());
}

int paintRow(QPainter& painter, int x, int y, const QString& label, const QString& value,
             bool strong) {
    text(painter, QRect(x, y, 24 * mm, 7 * mm), font(Face::Sans, 400), colour::inkMuted, label);
    const int height = text(painter, QRect(x + 25 * mm, y, 68 * mm, 20 * mm),
                            font(strong ? Face::SansBold : Face::Sans, 420),
                            strong ? colour::azurite : colour::ink, value);
    return y + qMax(height, 560) + 200;
}

void paintTicket(QPainter& painter, const ReceiptDocument& document, const QrCode& qr, int top) {
    const QRect card(left, top, width, 74 * mm);
    const int tear = 108 * mm;
    ticket(painter, card, tear);
    const int x = card.left() + 8 * mm;
    int y = top + 9 * mm;
    y += text(painter, QRect(x, y, 72 * mm, 24 * mm), font(Face::Serif, 700), colour::ink,
              document.item) +
         500;
    y = paintRow(painter, x, y, QStringLiteral("编号"), document.number, false);
    y = paintRow(painter, x, y, QStringLiteral("申请人"), document.applicant, false);
    y = paintRow(painter, x, y, QStringLiteral("提交时间"), document.submitted, false);
    if (!document.deadline.isEmpty())
        y = paintRow(painter, x, y, QStringLiteral("最晚办结"), document.deadline, true);
    paintRow(painter, x, y, QStringLiteral("办理机关"), document.authority, false);
    seal(painter, QPoint(card.left() + 93 * mm, top + 14 * mm), 21 * mm, document.region);

    const int side = 46 * mm;
    const int stub = card.right() - (card.left() + tear);
    const int qx = card.left() + tear + (stub - side) / 2;
    qr.paint(painter, QRectF(qx, top + 4 * mm, side, side), colour::ink);
    const QRect words(card.left() + tear, top + 5100, stub, 8 * mm);
    text(painter, words, font(Face::SansBold, 400), colour::ink,
         QStringLiteral("扫一扫，随时看进度"), Qt::AlignHCenter);
    text(painter, words.translated(0, 620), font(Face::Sans, 330), colour::inkMuted,
         QStringLiteral("真假也能扫出来"), Qt::AlignHCenter);
    text(painter, words.translated(0, 1330), font(Face::SansBold, 430), colour::azurite,
         QStringLiteral("查询码  %1 %2").arg(document.code.left(3), document.code.mid(3)),
         Qt::AlignHCenter);
}

int paintHeading(QPainter& painter, int y, const QString& words) {
    painter.fillRect(QRect(left, y + 70, mm, 520), colour::gold);
    return y +
           text(painter, QRect(left + 3 * mm, y, width, 8 * mm), font(Face::SansBold, 480),
                colour::ink, words) +
           250;
}

int paintMaterials(QPainter& painter, const ReceiptDocument& document, int y) {
    y = paintHeading(painter, y,
                     document.kind == NoticeKind::Supplement ? QStringLiteral("还需要您补上")
                                                             : QStringLiteral("收到的材料"));
    const int column = width / 2;
    int lowest = y;
    for (qsizetype i = 0; i < document.materials.size(); ++i) {
        const int x = left + 3 * mm + static_cast<int>(i % 2) * column;
        if (i % 2 == 0)
            y = lowest;
        const int height =
            text(painter, QRect(x, y, column - 6 * mm, 30 * mm), font(Face::Sans, 390), colour::ink,
                 QStringLiteral("%1. %2").arg(i + 1).arg(document.materials.at(i)));
        lowest = qMax(lowest, y + height + 120);
    }
    return lowest + 450;
}

void paintDot(QPainter& painter, const QPointF& at, StepState state) {
    const double radius = 2.1 * mm;
    painter.setBrush(state == StepState::Done   ? colour::azurite
                     : state == StepState::Here ? colour::gold
                                                : QColor(Qt::white));
    painter.setPen(QPen(state == StepState::Done ? colour::azurite : colour::inkMuted, 0.5 * mm));
    painter.drawEllipse(at, radius, radius);
    if (state != StepState::Done)
        return;
    painter.setPen(QPen(Qt::white, 0.5 * mm, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{at + QPointF(-0.9, 0.1) * mm, at + QPointF(-0.25, 0.75) * mm,
                                   at + QPointF(1.0, -0.7) * mm});
}

int paintSteps(QPainter& painter, const ReceiptDocument& document, int y) {
    y = paintHeading(painter, y, QStringLiteral("接下来会这样"));
    QPointF previous;
    const int rail = left + 550;
    for (const ReceiptStep& step : document.steps) {
        if (y > 252 * mm)
            break; // the page is full; the QR code shows the rest
        const QPointF dot(rail, y + 270);
        if (!previous.isNull()) {
            painter.setPen(QPen(colour::hair, 0.7 * mm));
            painter.drawLine(previous + QPointF(0, 2.2 * mm), dot - QPointF(0, 2.2 * mm));
        }
        paintDot(painter, dot, step.state);
        previous = dot;
        text(painter, QRect(left + 11 * mm, y, 36 * mm, 7 * mm), font(Face::Sans, 400),
             colour::inkMuted, step.when);
        int height = text(painter, QRect(left + 48 * mm, y, 118 * mm, 14 * mm),
                          font(Face::SansBold, 420), colour::ink, step.what);
        if (!step.detail.isEmpty())
            height += text(painter, QRect(left + 48 * mm, y + height + 40, 118 * mm, 14 * mm),
                           font(Face::Sans, 350), colour::inkMuted, step.detail) +
                      40;
        y += qMax(height, 560) + 330;
    }
    return y + 200;
}

void paintFoot(QPainter& painter, const ReceiptDocument& document) {
    const int top = 264 * mm;
    painter.setPen(QPen(colour::gold, 0.4 * mm));
    painter.drawLine(left, top, left + width, top);
    const int height = text(painter, QRect(left, top + 3 * mm, width, 20 * mm),
                            font(Face::Sans, 340), colour::ink, sentenceOf(document.kind));
    text(painter, QRect(left, top + 3 * mm + height + 150, width, 14 * mm), font(Face::Sans, 300),
         colour::inkMuted,
         QStringLiteral("怎么验真：用手机或大厅任一终端扫码，断网也能验。二维码里没有姓名和证件号。"
                        "看详情还要查询码或证件号后四位，请勿把查询码告诉别人。验证密钥 %1。")
             .arg(document.key));
}

} // namespace

void paintA4(QPainter& painter, const ReceiptDocument& document, const QrCode& qr) {
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter, document);
    paintTicket(painter, document, qr, 70 * mm);
    int y = 152 * mm;
    if (!document.reason.isEmpty()) {
        y = paintHeading(painter, y, QStringLiteral("理由"));
        y += text(painter, QRect(left + 3 * mm, y, width - 6 * mm, 60 * mm), font(Face::Sans, 400),
                  colour::ink, document.reason) +
             600;
    }
    if (!document.materials.isEmpty())
        y = paintMaterials(painter, document, y);
    if (!document.steps.isEmpty())
        paintSteps(painter, document, y);
    paintFoot(painter, document);
}

} // namespace tongban::receipt

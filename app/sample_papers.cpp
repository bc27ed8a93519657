// An invented lease, and the ways people spoil a picture of it.
#include "app/sample_papers.h"

#include <QFile>
#include <QImage>
#include <QPainter>

namespace tongban::app {

namespace {

constexpr QPointF middle(1240, 1650);

// A sheet on the dark mat, a little askew, as people lay it.
QImage lease(const QPointF& centre) {
    QImage picture(2480, 3300, QImage::Format_RGB32);
    picture.fill(QColor(38, 42, 46));
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(centre);
    painter.rotate(1.6);
    const QRectF sheet(-1010, -1430, 2020, 2860);
    painter.fillRect(sheet, QColor(250, 249, 244));
    painter.setPen(QColor(24, 28, 32));
    QFont font(QStringLiteral("Noto Serif CJK SC"));
    font.setPixelSize(104);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(sheet.adjusted(0, 170, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                     QStringLiteral("房屋租赁合同（样张）"));
    font.setPixelSize(58);
    font.setBold(false);
    painter.setFont(font);
    const QStringList lines{
        QStringLiteral("出租方：样例物业有限公司"),
        QStringLiteral("承租方：（见身份证）"),
        QStringLiteral(
            "第一条  房屋坐落：示范区通办路 1 号虚构花园 3 栋 502 室，建筑面积 62 平方米。"),
        QStringLiteral("第二条  租期：2026 年 1 月 1 日起至 2028 年 12 月 31 日止。"),
        QStringLiteral("第三条  租金：每月 3200 元，每月 5 日前支付。"),
        QStringLiteral("第四条  承租方可凭本合同办理居住登记和居住证。"),
        QStringLiteral("第五条  本合同一式两份，双方签字后生效。"),
        QStringLiteral("出租方（签字）：样例        承租方（签字）：示例")};
    qreal y = sheet.top() + 460;
    for (const QString& line : lines) {
        const QRectF box(sheet.left() + 150, y, sheet.width() - 300, 400);
        QRectF used;
        painter.drawText(box, Qt::TextWordWrap, line, &used);
        y = used.bottom() + 84;
    }
    return picture;
}

// The sheet moves while the shutter is open.
QImage shaken() {
    QImage picture = lease(middle);
    const QImage small = picture.scaledToWidth(picture.width() / 14, Qt::SmoothTransformation);
    return small.scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

// A lamp is mirrored in the paper.
QImage glaring() {
    QImage picture = lease(middle);
    QPainter painter(&picture);
    QRadialGradient lamp(QPointF(1300, 1500), 620);
    lamp.setColorAt(0, Qt::white);
    lamp.setColorAt(0.75, Qt::white);
    lamp.setColorAt(1, Qt::transparent);
    painter.fillRect(picture.rect(), lamp);
    return picture;
}

QImage paint(PaperKind kind) {
    switch (kind) {
    case PaperKind::Lease:
        break;
    case PaperKind::Shaken:
        return shaken();
    case PaperKind::Glare:
        return glaring();
    case PaperKind::CutOff:
        return lease(middle + QPointF(760, 900));
    }
    return lease(middle);
}

QString fileOf(PaperKind kind) {
    switch (kind) {
    case PaperKind::Lease:
        return QStringLiteral("paper.png");
    case PaperKind::Shaken:
        return QStringLiteral("paper-shaken.png");
    case PaperKind::Glare:
        return QStringLiteral("paper-glare.png");
    case PaperKind::CutOff:
        return QStringLiteral("paper-cut-off.png");
    }
    return {};
}

} // namespace

QList<SamplePaper> samplePapers() {
    return {{PaperKind::Lease, QStringLiteral("laid-well")},
            {PaperKind::Shaken, QStringLiteral("shaken")},
            {PaperKind::Glare, QStringLiteral("glare")},
            {PaperKind::CutOff, QStringLiteral("over-edge")}};
}

Result<QString> paintSamplePaper(PaperKind kind, const QString& folder) {
    const QString path = folder + u'/' + fileOf(kind);
    if (!QFile::exists(path) && !paint(kind).save(path, "PNG", 80))
        return fail(FaultKind::Storage, QStringLiteral("cannot write %1").arg(path));
    return path;
}

} // namespace tongban::app

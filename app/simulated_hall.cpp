// Sample pictures are painted at start, so that nothing of anybody is shipped.
#include "app/simulated_hall.h"

#include "services/devices/simulated_desk.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

namespace tongban::app {

namespace {

// A sheet on the dark mat, a little askew, as people lay it.
QImage samplePaper() {
    QImage picture(2480, 3300, QImage::Format_RGB32);
    picture.fill(QColor(38, 42, 46));
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(1240, 1650);
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

} // namespace

SimulatedHall::SimulatedHall(devices::DeviceHub& hub, QString folder, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_folder(std::move(folder)) {}

Result<void> SimulatedHall::prepare() {
    if (!QDir().mkpath(m_folder))
        return fail(FaultKind::Storage, QStringLiteral("cannot make %1").arg(m_folder));
    const QString paper = m_folder + QStringLiteral("/paper.png");
    if (!QFile::exists(paper) && !samplePaper().save(paper, "PNG"))
        return fail(FaultKind::Storage, QStringLiteral("cannot write %1").arg(paper));
    if (m_hub.desk() == nullptr)
        return {};
    m_hub.desk()->layDocument(paper);
    return {};
}

bool SimulatedHall::key(int key) {
    if (key == Qt::Key_F2)
        layCard();
    else if (key == Qt::Key_F3)
        takeCard();
    else
        return false;
    return true;
}

void SimulatedHall::layCard() {
    devices::SimulatedDesk* desk = m_hub.desk();
    const QStringList names = desk != nullptr ? desk->cardNames() : QStringList();
    if (!names.isEmpty())
        (void)desk->layCard(names.at(m_next % names.size())).has_value();
}

void SimulatedHall::takeCard() {
    if (m_hub.desk() != nullptr)
        m_hub.desk()->removeCard();
    ++m_next;
}

Result<void> SimulatedHall::photograph(const QString& text) {
    QFile phone(m_folder + QStringLiteral("/phone.txt"));
    if (!phone.open(QIODevice::WriteOnly) || phone.write(text.toUtf8()) < 0)
        return fail(FaultKind::Storage, QStringLiteral("cannot write %1").arg(phone.fileName()));
    return {};
}

void SimulatedHall::holdPhone(bool up) {
    QFile phone(m_folder + QStringLiteral("/phone.txt"));
    if (m_hub.desk() == nullptr)
        return;
    if (up && phone.open(QIODevice::ReadOnly))
        (void)m_hub.desk()->showCode(QString::fromUtf8(phone.readAll())).has_value();
    else
        m_hub.desk()->hideCode();
}

} // namespace tongban::app

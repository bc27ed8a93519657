// The hands of a newcomer: a card, a paper, a phone.
#include "app/simulated_hall.h"

#include "app/sample_papers.h"
#include "services/devices/simulated_desk.h"

#include <QDir>
#include <QFile>

namespace tongban::app {

SimulatedHall::SimulatedHall(devices::DeviceHub& hub, QString folder, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_folder(std::move(folder)) {}

Result<void> SimulatedHall::prepare() {
    if (!QDir().mkpath(m_folder))
        return fail(FaultKind::Storage, QStringLiteral("cannot make %1").arg(m_folder));
    TRY_ASSIGN(const QString paper, paintSamplePaper(PaperKind::Lease, m_folder));
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

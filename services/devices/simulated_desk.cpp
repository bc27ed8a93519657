// The simulated machines of one kiosk.
#include "services/devices/simulated_desk.h"

namespace tongban::devices {

SimulatedDesk::SimulatedDesk(QList<CardImage> cards)
    : m_cards(std::move(cards))
    , m_printerLine(m_printer) {}

QStringList SimulatedDesk::cardNames() const {
    QStringList names;
    for (const CardImage& card : m_cards)
        names.append(card.name);
    return names;
}

Result<void> SimulatedDesk::layCard(const QString& name) {
    for (const CardImage& card : m_cards) {
        if (card.name != name)
            continue;
        m_idReader.layCard(card);
        return {};
    }
    return fail(FaultKind::NotFound, QStringLiteral("no sample card %1").arg(name));
}

void SimulatedDesk::setPrinterTrouble(SimulatedEscPos::Trouble trouble) {
    m_printerLine.withPeer([&] { m_printer.setTrouble(trouble); });
}

void SimulatedDesk::setPaperLeft(int dots) {
    m_printerLine.withPeer([&] { m_printer.setPaperLeft(dots); });
}

QList<QByteArray> SimulatedDesk::tickets() {
    QList<QByteArray> tickets;
    m_printerLine.withPeer([&] { tickets = m_printer.tickets(); });
    return tickets;
}

void SimulatedDesk::tearOff() {
    m_printerLine.withPeer([&] { m_printer.tearOff(); });
}

} // namespace tongban::devices

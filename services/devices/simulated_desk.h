// SimulatedDesk: the simulated machines of one kiosk, to be touched by a tester, a script or the
// device desk window.
#pragma once

#include "services/devices/simulated_cards.h"
#include "services/devices/simulated_escpos.h"
#include "services/devices/simulated_sdt_reader.h"

namespace tongban::devices {

class SimulatedDesk {
public:
    explicit SimulatedDesk(QList<CardImage> cards);

    // The ID card plate.
    QStringList cardNames() const;
    Result<void> layCard(const QString& name);
    void removeCard() { m_idReader.removeCard(); }
    void setFault(SdtFault fault, int answers = -1) { m_idReader.setFault(fault, answers); }
    SimulatedSdtReader& idReader() { return m_idReader; }

    // The receipt printer.
    QString printerPort() const { return m_printerLine.portName(); }
    void setPrinterTrouble(SimulatedEscPos::Trouble trouble);
    void setPaperLeft(int dots);
    void plugPrinter(bool on) { on ? m_printerLine.plug() : m_printerLine.unplug(); }
    QList<QByteArray> tickets(); // ESC/POS of each ticket hanging from the printer
    void tearOff();

private:
    const QList<CardImage> m_cards;
    SimulatedSdtReader m_idReader;
    SimulatedEscPos m_printer;
    SimulatedLine m_printerLine;
};

} // namespace tongban::devices

// ChecklistPrinting: the take-away list on the roll of the hall's printer; nothing personal is on
// it.
#pragma once

#include "services/devices/device_hub.h"
#include "ui/kiosk/checklist_model.h"

namespace tongban::app {

class ChecklistPrinting : public QObject {
    Q_OBJECT

public:
    ChecklistPrinting(kiosk::ChecklistModel& list, devices::DeviceHub& hub,
                      QObject* parent = nullptr);

private:
    void print();

    kiosk::ChecklistModel& m_list;
    devices::DeviceHub& m_hub;
};

} // namespace tongban::app

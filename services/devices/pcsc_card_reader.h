// PcscCardReader: smart cards behind PC/SC, contact or contactless.
#pragma once

#include "services/devices/contact_card.h"

#include <winscard.h>

namespace tongban::devices {

class PcscCardReader final : public ContactCard {
    Q_OBJECT

public:
    // `reader`: a part of the reader's PC/SC name; empty takes the first one.
    explicit PcscCardReader(DeviceId id, QString reader = {});
    ~PcscCardReader() override;

    void open() override;
    void close() override;

private:
    void look();
    void release();
    QByteArray readerName() const;
    void read(const QByteArray& reader);

    const QString m_wanted;
    SCARDCONTEXT m_context = 0;
    QTimer m_poll;
    bool m_present = false;
};

} // namespace tongban::devices

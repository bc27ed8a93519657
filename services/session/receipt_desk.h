// ReceiptDesk: checks a receipt shown to this machine: its signature here and now, its state as
// last heard from the centre.
#pragma once

#include "services/cases/case_store.h"
#include "services/receipt/receipt_keys.h"
#include "services/storage/storage_thread.h"

#include <QObject>
#include <optional>

namespace tongban::session {

struct ReceiptFinding {
    receipt::Verdict verdict{};
    std::optional<receipt::Receipt> receipt; // only when the signature is good
    std::optional<cases::CaseRow> known;     // handed in at this machine
    QList<cases::StatusEvent> status;        // what the centre has told this machine since
    int supplements = 0;                     // the newest revision added at this machine
    QString url;
};

class ReceiptDesk : public QObject {
    Q_OBJECT

public:
    ReceiptDesk(storage::StorageThread& storage, receipt::ReceiptKeys keys,
                QObject* parent = nullptr);

    // A newer set of keys has come with the packs.
    void setKeys(receipt::ReceiptKeys keys) { m_keys = std::move(keys); }
    void check(const QString& url);

Q_SIGNALS:
    void found(const tongban::session::ReceiptFinding& finding);

private:
    storage::StorageThread& m_storage;
    receipt::ReceiptKeys m_keys;
};

} // namespace tongban::session

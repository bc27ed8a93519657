// KnowledgeDesk: opens the newest trusted pack away from the UI thread and keeps the log of
// questions that found no answer.
#pragma once

#include "app/options.h"
#include "knowledgebase/pack.h"
#include "services/core/clock.h"
#include "services/crypto/vault.h"
#include "services/storage/storage_thread.h"
#include "ui/kiosk/search_model.h"

namespace tongban::app {

// The pack that came with the program or a later one of the machine's own shelf, whichever is
// newer; signed by the publisher whose key came with the program.
Result<knowledgebase::Pack> openKnowledge(const QString& data);

class KnowledgeDesk : public QObject {
    Q_OBJECT

public:
    KnowledgeDesk(const Options& options, kiosk::SearchModel& search, const Clock& clock,
                  QObject* parent = nullptr);
    ~KnowledgeDesk() override;

    // Opens in the background; the search gets it when it is there.
    void start();

private:
    using Outcome = kiosk::SearchModel::Outcome;
    void record(const QString& text, Outcome outcome);

    QString m_data;
    kiosk::SearchModel& m_search;
    const Clock& m_clock;
    std::unique_ptr<storage::StorageThread> m_log; // null when it cannot be opened
    std::shared_ptr<const crypto::Vault> m_vault;
    QByteArray m_visit; // names the questions of one visit
};

} // namespace tongban::app

// Signature first; only a good one is looked up.
#include "services/session/receipt_desk.h"

#include "services/cases/supplements.h"
#include "services/core/async.h"

namespace tongban::session {

ReceiptDesk::ReceiptDesk(storage::StorageThread& storage, receipt::ReceiptKeys keys,
                         QObject* parent)
    : QObject(parent)
    , m_storage(storage)
    , m_keys(std::move(keys)) {}

void ReceiptDesk::check(const QString& url) {
    ReceiptFinding finding;
    finding.url = url;
    const auto parsed = receipt::parseUrl(url.trimmed());
    if (!parsed) {
        finding.verdict = receipt::Verdict::Altered;
        Q_EMIT found(finding);
        return;
    }
    finding.verdict = receipt::verify(*parsed, m_keys);
    if (finding.verdict != receipt::Verdict::Valid) {
        Q_EMIT found(finding);
        return;
    }
    finding.receipt = parsed->receipt;
    auto work = [id = parsed->receipt.id,
                 finding](storage::Database& database) mutable -> Result<ReceiptFinding> {
        TRY_ASSIGN(finding.known, cases::caseByReceipt(database, id));
        if (finding.known) {
            TRY_ASSIGN(finding.status, cases::statusOf(database, finding.known->id));
            TRY_ASSIGN(finding.supplements, cases::newestSupplement(database, finding.known->id));
        }
        return finding;
    };
    whenDone(m_storage.run(std::move(work)), this,
             [this, finding](const Result<ReceiptFinding>& looked) {
                 Q_EMIT found(looked ? *looked : finding);
             });
}

} // namespace tongban::session

// handIn: what a session leaves on a kiosk's disk when the double's draft is handed in, in one
// transaction.
#pragma once

#include "services/cases/case_store.h"
#include "tests/support/kiosk_double.h"

namespace tongban::test {

inline bool handIn(storage::Database& database, const DraftApplication& draft) {
    cases::Submission s;
    s.id = CaseId(draft.manifest.id);
    s.deviceSequence = static_cast<quint64>(draft.manifest.deviceSequence);
    s.item = draft.manifest.item;
    s.manifest = draft.bytes;
    for (const QByteArray& blob : draft.blobs)
        s.materials.append({crypto::sha256(blob), blob});
    s.receiptId = draft.receipt.stated.receipt.id;
    s.receiptNumber = draft.lines.value(1);
    s.receiptUrl = draft.receipt.url;
    s.at = SystemClock().now();
    return cases::submit(database, s).has_value();
}

} // namespace tongban::test

// Machine: who this kiosk is and which keys it holds; made at enrolment, never about a citizen.
#pragma once

#include "services/core/ids.h"
#include "services/crypto/key_pair.h"
#include "services/crypto/seal.h"
#include "services/receipt/receipt.h"

#include <QString>

namespace tongban::session {

struct Machine {
    DeviceId id;               // as the central service knows it
    receipt::KeyNumber number; // of its receipt key
    quint32 region = 0;        // administrative code, such as 440399
    QString hall;              // 示范区行政服务大厅
    QString place;             // 自助机 03
    QString receiptOrigin;     // where receipts are looked up, HTTPS://HOST
    crypto::PrivateKey key;    // signs manifests and receipts
    crypto::SealKeySet sealKeys;
    crypto::Suite suite = crypto::Suite::Intl;

    // 440399-000101-000042: unique without a network, because device and running number are.
    QString receiptNumber(quint64 deviceSequence) const;
};

} // namespace tongban::session

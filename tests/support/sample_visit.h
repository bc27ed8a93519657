// Who stands before which machine in a test: an invented person's card, a machine of the practice
// district.
#pragma once

#include "services/session/session.h"

namespace tongban::test {

inline devices::IdCard sampleCard(const QString& name, QDate birth) {
    devices::IdCard card;
    card.name = name;
    card.sexCode = "2";
    card.nationCode = "01";
    card.birth = birth;
    card.address = "示范区示范路18号103";
    card.number = "440399199912310046";
    card.issuer = "示范区公安局";
    card.validFrom = QDate(2020, 1, 1);
    card.validTo = QDate(2040, 1, 1);
    return card;
}

// Seals to `sealTo`, whose key is in force an hour around `now`.
inline session::Machine sampleMachine(const crypto::PublicKey& sealTo, Instant now) {
    session::Machine machine;
    machine.id = DeviceId("440399-000101");
    machine.number = {101, 1};
    machine.region = 440399;
    machine.hall = "示范区行政服务大厅";
    machine.place = "自助机 03";
    machine.receiptOrigin = "HTTPS://R.EXAMPLE.GOV.CN";
    machine.key = crypto::PrivateKey::generate(crypto::Algorithm::P256).value();
    machine.sealKeys.add({"seal-1", crypto::Suite::Intl, sealTo, now - std::chrono::hours(1),
                          now + std::chrono::hours(1)});
    return machine;
}

} // namespace tongban::test

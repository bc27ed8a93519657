// Passwords of staff: scrypt (RFC 7914), kept as "$scrypt$ln=15,r=8,p=1$salt$hash".
#pragma once

#include "services/core/result.h"

#include <QByteArrayView>
#include <QString>

namespace tongban::crypto {

struct ScryptCost {
    int logN = 15; // 32 MiB with r = 8: about 60 ms on a hall PC
    int r = 8;
    int p = 1;
    bool operator==(const ScryptCost&) const = default;
};

Result<QByteArray> scrypt(QByteArrayView password, QByteArrayView salt, const ScryptCost& cost,
                          qsizetype size);

Result<QString> hashPassword(const QString& password, const ScryptCost& cost = {});
// False for a wrong password and for a record that is not ours. Costs the same for both outcomes.
bool checkPassword(const QString& password, const QString& record);
// The record was made with a lower cost than today's; hash again after the next good check.
bool needsNewHash(const QString& record, const ScryptCost& cost = {});

} // namespace tongban::crypto

// Base32 (RFC 4648 §6), upper case, without padding, canonical: one spelling for each value.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace tongban::crypto {

QByteArray toBase32(QByteArrayView bytes);

// Refuses lower case, padding, impossible lengths and bits left over that are not zero.
Result<QByteArray> fromBase32(QByteArrayView text);

} // namespace tongban::crypto

// UUIDv7 with a 12-bit counter in rand_a, so that ids of one millisecond stay ordered.
#include "services/core/ids.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <array>
#include <mutex>

namespace tongban {

QString newUuid7(Instant at) {
    static std::mutex guard;
    static quint64 lastMs = 0;
    static quint16 counter = 0;

    quint64 ms = static_cast<quint64>(at.time_since_epoch().count());
    quint16 sequence = 0;
    {
        const std::scoped_lock lock(guard);
        if (ms <= lastMs) {
            ms = lastMs;
            if (++counter > 0x0fff) {
                ++ms;
                counter = 0;
            }
        } else {
            counter = static_cast<quint16>(QRandomGenerator::system()->bounded(0x0800));
        }
        lastMs = ms;
        sequence = counter;
    }
    const quint64 random = QRandomGenerator::system()->generate64();
    std::array<quint8, 16> b{};
    for (int i = 0; i < 6; ++i)
        b[static_cast<size_t>(i)] = static_cast<quint8>(ms >> (40 - 8 * i));
    b[6] = static_cast<quint8>(0x70 | (sequence >> 8));
    b[7] = static_cast<quint8>(sequence & 0xff);
    for (int i = 0; i < 8; ++i)
        b[8 + static_cast<size_t>(i)] = static_cast<quint8>(random >> (56 - 8 * i));
    b[8] = static_cast<quint8>(0x80 | (b[8] & 0x3f));

    const QString hex =
        QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(b.data()), 16).toHex());
    return hex.mid(0, 8) + u'-' + hex.mid(8, 4) + u'-' + hex.mid(12, 4) + u'-' + hex.mid(16, 4) +
           u'-' + hex.mid(20);
}

bool isUuid7(const QString& text) {
    static const QRegularExpression shape(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    return shape.match(text).hasMatch();
}

} // namespace tongban

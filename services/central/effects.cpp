// The catalogue of effects.
#include "services/central/effects.h"

#include "services/central/feed.h"
#include "services/core/ids.h"
#include "services/core/json_reader.h"
#include "services/crypto/digest.h"

#include <QDateTime>

namespace tongban::central {

namespace {

Result<void> enqueue(Sql& sql, const QString& target, const QJsonObject& body, Instant at) {
    TRY(sql.run(QStringLiteral("INSERT INTO outbox (id, target, body, state, not_before) VALUES "
                               "(?, ?, ?, 'waiting', ?)"),
                {newUuid7(at), target, canonicalJson(body), toMs(at)}));
    return {};
}

// A result number that says nothing about the person: year and ten digits drawn from the case's id.
QString resultNumber(const EffectOrder& order) {
    const QByteArray digest = crypto::sha256("result/" + order.application.toUtf8());
    quint64 value = 0;
    for (int i = 0; i < 6; ++i)
        value = value << 8 | static_cast<quint8>(digest[i]);
    const int year = QDateTime::fromMSecsSinceEpoch(toMs(order.at), Qt::UTC).date().year();
    return QStringLiteral("%1%2").arg(year).arg(value % 10'000'000'000ULL, 10, 10,
                                                QLatin1Char('0'));
}

} // namespace

Result<QJsonObject> performEffect(Sql& sql, const EffectOrder& order) {
    const QJsonObject about{{QStringLiteral("application"), order.application},
                            {QStringLiteral("item"), order.item}};
    if (order.name == QLatin1String("issue-result")) {
        TRY(enqueue(sql, QStringLiteral("licences"), about, order.at));
        return QJsonObject{{QStringLiteral("result_number"), resultNumber(order)}};
    }
    if (order.name == QLatin1String("deliver-result")) {
        TRY(enqueue(sql, QStringLiteral("delivery"), about, order.at));
        return QJsonObject{{QStringLiteral("delivered_at"), toIso(order.at)}};
    }
    if (order.name == QLatin1String("notify")) {
        TRY(enqueue(sql, QStringLiteral("messages"), about, order.at));
        return QJsonObject{};
    }
    return fail(FaultKind::NotFound,
                QStringLiteral("effect: %1 is not in the catalogue").arg(order.name));
}

} // namespace tongban::central

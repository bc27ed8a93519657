// Enrolment and look-up of devices; codes and tokens are stored as digests only.
#include "services/central/devices.h"

#include "services/central/feed.h"
#include "services/crypto/base32.h"
#include "services/crypto/digest.h"
#include "services/crypto/random.h"

namespace tongban::central {

namespace {

constexpr qint64 dayMs = 86'400'000;
const QString deviceColumns = QStringLiteral("id, number, name, kind, district, status");

Device deviceFrom(const SqlRow& row) {
    return {row.text(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

struct Plan {
    Device device;
    qint64 expires = 0;
    bool used = false;
    qint64 usedAt = 0;
    QByteArray keyHash;
};

Result<Plan> planOf(Sql& sql, const QByteArray& codeHash) {
    TRY_ASSIGN(
        const auto plan,
        sql.first(QStringLiteral(
                      "SELECT device, number, name, kind, district, expires_at, used_at, key_hash "
                      "FROM enrolment WHERE code_hash = ?"),
                  {codeHash}, [](const SqlRow& row) {
                      return Plan{{row.text(0), row.integer(1), row.text(2), row.text(3),
                                   row.text(4), QStringLiteral("active")},
                                  row.integer(5),
                                  !row.isNull(6),
                                  row.integer(6),
                                  row.bytes(7)};
                  }));
    if (!plan)
        return fail(FaultKind::Denied, QStringLiteral("enrol: unknown code"));
    return *plan;
}

Result<void> record(Sql& sql, const Plan& plan, const crypto::PublicKey& key, Instant now) {
    const Device& device = plan.device;
    TRY(sql.run(
        QStringLiteral("INSERT INTO device (id, number, name, kind, district, status, enrolled_at) "
                       "VALUES (?, ?, ?, ?, ?, 'active', ?)"),
        {device.id, device.number, device.name, device.kind, device.district, toMs(now)}));
    TRY(sql.run(
        QStringLiteral(
            "INSERT INTO device_key (device, generation, algorithm, public_key, valid_from) "
            "VALUES (?, 1, ?, ?, ?)"),
        {device.id, crypto::nameOf(key.algorithm()), key.raw(), toMs(now)}));
    return {};
}

} // namespace

Result<EnrolmentCode> planDevice(Sql& sql, const DevicePlan& plan, Instant now) {
    TRY_ASSIGN(const auto newest,
               sql.first(QStringLiteral("SELECT coalesce(max(number), 0) FROM enrolment"), {},
                         [](const SqlRow& row) { return row.integer(0); }));
    const qint64 number = newest.value_or(0) + 1;
    EnrolmentCode code;
    code.device = QStringLiteral("%1-%2").arg(plan.district).arg(number, 6, 10, QLatin1Char('0'));
    code.code = QString::fromLatin1(crypto::toBase32(crypto::randomBytes(16)));
    TRY(sql.run(QStringLiteral("INSERT INTO enrolment (code_hash, device, number, name, kind, "
                               "district, created_at, expires_at) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                {crypto::sha256(code.code.toLatin1()), code.device, number, plan.name, plan.kind,
                 plan.district, toMs(now), toMs(now) + dayMs}));
    return code;
}

Result<Enrolment> enrol(Sql& sql, const EnrolmentRequest& request, Instant now) {
    const QByteArray codeHash = crypto::sha256(request.code.toLatin1());
    const QByteArray keyHash = crypto::sha256(request.key.raw());
    TRY_ASSIGN(const Plan plan, planOf(sql, codeHash));
    if (plan.used && (plan.keyHash != keyHash || toMs(now) > plan.usedAt + dayMs))
        return fail(FaultKind::Denied, QStringLiteral("enrol: code already used"));
    if (!plan.used && toMs(now) > plan.expires)
        return fail(FaultKind::Denied, QStringLiteral("enrol: code expired"));
    if (!plan.used)
        TRY(record(sql, plan, request.key, now));
    Enrolment enrolment{plan.device, 1,
                        QString::fromLatin1(crypto::toBase32(crypto::randomBytes(32)))};
    TRY(sql.run(QStringLiteral("UPDATE device SET token_hash = ? WHERE id = ?"),
                {crypto::sha256(enrolment.token.toLatin1()), plan.device.id}));
    TRY(sql.run(QStringLiteral("UPDATE enrolment SET used_at = coalesce(used_at, ?), key_hash = ? "
                               "WHERE code_hash = ?"),
                {toMs(now), keyHash, codeHash}));
    return enrolment;
}

Result<std::optional<Device>> deviceByToken(Sql& sql, const QByteArray& token) {
    return sql.first(
        QStringLiteral("SELECT %1 FROM device WHERE token_hash = ?").arg(deviceColumns),
        {crypto::sha256(token)}, deviceFrom);
}

Result<std::optional<Device>> deviceByCertificate(Sql& sql, const QByteArray& sha256) {
    return sql.first(
        QStringLiteral("SELECT %1 FROM device WHERE cert_sha256 = ?").arg(deviceColumns), {sha256},
        deviceFrom);
}

Result<void> bindCertificate(Sql& sql, const QString& device, const QByteArray& sha256,
                             Instant until) {
    TRY(sql.run(QStringLiteral("UPDATE device SET cert_sha256 = ?, cert_until = ? WHERE id = ?"),
                {sha256, toMs(until), device}));
    return {};
}

Result<void> revokeDevice(Sql& sql, const QString& device, const QString& status, Instant now) {
    TRY_ASSIGN(
        const qint64 changed,
        sql.run(QStringLiteral("UPDATE device SET status = ? WHERE id = ?"), {status, device}));
    if (changed == 0)
        return fail(FaultKind::NotFound, QStringLiteral("device: %1").arg(device));
    TRY(sql.run(
        QStringLiteral("UPDATE device_key SET not_after = coalesce(not_after, ?) WHERE device = ?"),
        {toMs(now), device}));
    return {};
}

Result<QList<Device>> devices(Sql& sql) {
    return sql.list(QStringLiteral("SELECT %1 FROM device ORDER BY number").arg(deviceColumns), {},
                    deviceFrom);
}

Result<void> KeyRegister::reload(Sql& sql) {
    QHash<quint32, SigningKey> keys;
    QHash<QString, quint32> newest;
    Result<void> good;
    TRY(sql.each(QStringLiteral(
                     "SELECT d.number, k.generation, k.algorithm, k.public_key, d.id, d.name, "
                     "d.district, k.valid_from, "
                     "coalesce(k.not_after, 0) FROM device_key k JOIN device d ON d.id = k.device "
                     "ORDER BY d.number, k.generation"),
                 {}, [&](const SqlRow& row) {
                     const auto algorithm = crypto::algorithmOf(row.text(2));
                     const auto key = algorithm.has_value()
                                          ? crypto::PublicKey::fromRaw(*algorithm, row.bytes(3))
                                          : Result<crypto::PublicKey>(fail(algorithm.error()));
                     if (!key.has_value()) {
                         good = fail(key.error());
                         return;
                     }
                     const auto kid = static_cast<quint32>(row.integer(0) << 8 | row.integer(1));
                     keys.insert(kid, {*key, row.text(4), row.text(5), row.text(6),
                                       fromMs(row.integer(7)), fromMs(row.integer(8))});
                     newest.insert(row.text(4), kid);
                 }));
    TRY(good);
    auto receiptKeys = std::make_shared<receipt::ReceiptKeys>();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        const Instant end = it->notAfter;
        receiptKeys->add({receipt::KeyNumber::unpacked(it.key()), it->key,
                          end == Instant{} ? std::nullopt : std::optional(end)});
    }
    const QWriteLocker lock(&m_lock);
    m_receiptKeys = std::move(receiptKeys);
    m_keys = std::move(keys);
    m_newest = std::move(newest);
    return {};
}

std::shared_ptr<const receipt::ReceiptKeys> KeyRegister::receiptKeys() const {
    const QReadLocker lock(&m_lock);
    return m_receiptKeys;
}

std::optional<SigningKey> KeyRegister::find(quint32 kid) const {
    const QReadLocker lock(&m_lock);
    const auto found = m_keys.constFind(kid);
    return found == m_keys.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<SigningKey> KeyRegister::newestOf(const QString& device) const {
    const QReadLocker lock(&m_lock);
    const auto kid = m_newest.constFind(device);
    return kid == m_newest.constEnd() ? std::nullopt : std::optional(m_keys.value(*kid));
}

} // namespace tongban::central

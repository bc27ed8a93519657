// Devices: kiosks and counters that the centre knows; enrolment by one-time code, keys, revocation.
#pragma once

#include "services/central/sql.h"
#include "services/core/clock.h"
#include "services/crypto/key_pair.h"
#include "services/receipt/receipt_keys.h"

#include <QHash>
#include <QReadWriteLock>

namespace tongban::central {

struct Device {
    QString id;
    qint64 number = 0; // 24 bits
    QString name;
    QString kind; // kiosk, counter
    QString district;
    QString status; // active, revoked, stolen
    bool active() const { return status == QLatin1String("active"); }
};

struct DevicePlan {
    QString name;
    QString kind = QStringLiteral("kiosk");
    QString district = QStringLiteral("440399");
};

struct EnrolmentCode {
    QString device;
    QString code; // 26 characters, 128 bits; only here and on paper
};

// Gives the next number and a code that is good once within 24 hours.
Result<EnrolmentCode> planDevice(Sql& sql, const DevicePlan& plan, Instant now);

struct EnrolmentRequest {
    QString code;
    crypto::PublicKey key;
};
struct Enrolment {
    Device device;
    int generation = 1;
    QString
        token; // bearer value for the embedded default; empty when a certificate takes its place
};
// Denied: unknown, used or expired code. The same key may ask again for 24 hours and gets the same
// device and a fresh token, so that a lost answer does no harm.
Result<Enrolment> enrol(Sql& sql, const EnrolmentRequest& request, Instant now);

Result<std::optional<Device>> deviceByToken(Sql& sql, const QByteArray& token);
Result<std::optional<Device>> deviceByCertificate(Sql& sql, const QByteArray& sha256);
Result<void> bindCertificate(Sql& sql, const QString& device, const QByteArray& sha256,
                             Instant until);
Result<void> revokeDevice(Sql& sql, const QString& device, const QString& status, Instant now);
Result<QList<Device>> devices(Sql& sql);

// The keys that sign receipts and manifests, in memory: a forged receipt never reaches the
// database.
struct SigningKey {
    crypto::PublicKey key;
    QString device;
    QString deviceName;
    QString district;
    Instant validFrom{};
    Instant notAfter{}; // zero: still good
};

class KeyRegister {
public:
    Result<void> reload(Sql& sql);
    std::optional<SigningKey> find(quint32 kid) const; // device number << 8 | generation
    std::optional<SigningKey> newestOf(const QString& device) const;
    std::shared_ptr<const receipt::ReceiptKeys> receiptKeys() const;

private:
    mutable QReadWriteLock m_lock;
    QHash<quint32, SigningKey> m_keys;
    QHash<QString, quint32> m_newest;
    std::shared_ptr<const receipt::ReceiptKeys> m_receiptKeys =
        std::make_shared<receipt::ReceiptKeys>();
};

} // namespace tongban::central

// Parameters travel with the record, within limits, so that a planted record cannot eat the memory.
#include "services/crypto/password.h"

#include "services/crypto/digest.h"
#include "services/crypto/openssl_fault.h"
#include "services/crypto/random.h"

#include <QRegularExpression>

namespace tongban::crypto {

namespace {

constexpr quint64 memoryLimit = 256ULL * 1024 * 1024;
constexpr auto base64 = QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals;

struct Record {
    ScryptCost cost;
    QByteArray salt;
    QByteArray hash;
};

std::optional<Record> parse(const QString& text) {
    static const QRegularExpression shape(QStringLiteral(
        "^\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{16,64})\\$"
        "([A-Za-z0-9+/]{43})$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return {};
    Record record;
    record.cost = {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    record.salt = QByteArray::fromBase64(match.captured(4).toLatin1());
    record.hash = QByteArray::fromBase64(match.captured(5).toLatin1());
    return record;
}

} // namespace

Result<QByteArray> scrypt(QByteArrayView password, QByteArrayView salt, const ScryptCost& cost,
                          qsizetype size) {
    if (cost.logN < 1 || cost.logN > 20 || cost.r < 1 || cost.p < 1)
        return fail(FaultKind::Invalid, QStringLiteral("scrypt: cost out of range"));
    QByteArray out(size, Qt::Uninitialized);
    if (EVP_PBE_scrypt(password.data(), static_cast<size_t>(password.size()), octets(salt),
                       static_cast<size_t>(salt.size()), quint64(1) << cost.logN,
                       static_cast<quint64>(cost.r), static_cast<quint64>(cost.p), memoryLimit,
                       octets(out), static_cast<size_t>(size)) != 1)
        return opensslFault("scrypt");
    return out;
}

Result<QString> hashPassword(const QString& password, const ScryptCost& cost) {
    const QByteArray salt = randomBytes(16);
    QByteArray utf8 = password.normalized(QString::NormalizationForm_KC).toUtf8();
    const auto hash = scrypt(utf8, salt, cost, 32);
    wipe(utf8);
    if (!hash.has_value())
        return fail(hash.error());
    return QStringLiteral("$scrypt$ln=%1,r=%2,p=%3$%4$%5")
        .arg(cost.logN)
        .arg(cost.r)
        .arg(cost.p)
        .arg(QLatin1String(salt.toBase64(base64)), QLatin1String(hash->toBase64(base64)));
}

bool checkPassword(const QString& password, const QString& record) {
    static const Record nobody{{}, QByteArray(16, 's'), QByteArray(32, '\0')};
    const std::optional<Record> parsed = parse(record);
    const Record& against = parsed ? *parsed : nobody;
    QByteArray utf8 = password.normalized(QString::NormalizationForm_KC).toUtf8();
    const auto hash = scrypt(utf8, against.salt, against.cost, 32);
    wipe(utf8);
    return hash.has_value() && equalInConstantTime(*hash, against.hash) && parsed.has_value();
}

bool needsNewHash(const QString& record, const ScryptCost& cost) {
    const std::optional<Record> parsed = parse(record);
    return !parsed || parsed->cost.logN < cost.logN || parsed->cost.r < cost.r ||
           parsed->cost.p < cost.p;
}

} // namespace tongban::crypto

// Layout of a sealed value: 'V' version 1, suite, nonce, ciphertext, tag.
#include "services/crypto/vault.h"

#include "services/crypto/digest.h"
#include "services/crypto/private_file.h"
#include "services/crypto/random.h"

#include <QFile>

namespace tongban::crypto {

namespace {

constexpr char keyFileMagic[] = "TBVK1";
constexpr qsizetype magicSize = sizeof keyFileMagic - 1;
constexpr qsizetype secretSize = 32;
constexpr qsizetype headSize = 2;
constexpr qsizetype fileLimit = 96LL * 1024 * 1024;

QByteArray checkOf(const SecretBytes& root) {
    return hmac(Hash::Sha256, root.view(), "tongban vault check");
}

SecretBytes rootOf(QByteArrayView secret, const QByteArray& machine) {
    return hkdfExtract(Hash::Sha256, "tongban vault " + machine, secret);
}

Result<SecretBytes> makeKeyFile(const QString& path, const QByteArray& machine) {
    const SecretBytes secret = randomSecret(secretSize);
    SecretBytes root = rootOf(secret.view(), machine);
    QByteArray content = keyFileMagic;
    content.append(secret.view()).append(checkOf(root));
    const auto written = writePrivateFile(path, content);
    wipe(content);
    TRY(written);
    return root;
}

Result<SecretBytes> readKeyFile(const QString& path, const QByteArray& machine) {
    TRY_ASSIGN(const SecretBytes content, readPrivateFile(path));
    if (content.size() != magicSize + secretSize + 32 ||
        content.view().first(magicSize) != QByteArrayView(keyFileMagic))
        return fail(FaultKind::Crypto, QStringLiteral("%1: not a vault key").arg(path));
    SecretBytes root = rootOf(content.view().sliced(magicSize, secretSize), machine);
    if (!equalInConstantTime(checkOf(root), content.view().sliced(magicSize + secretSize)))
        return fail(FaultKind::Denied,
                    QStringLiteral("%1: the vault key belongs to another machine").arg(path));
    return root;
}

} // namespace

QByteArray machineIdentity() {
    for (const char* path :
         {"/etc/machine-id", "/var/lib/dbus/machine-id", "/sys/class/dmi/id/product_uuid"}) {
        QFile file(QString::fromLatin1(path));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (QByteArray text = file.readAll().trimmed(); text.size() >= 32)
            return text;
    }
    return "no identity";
}

Vault::Vault(Suite suite, SecretBytes root)
    : m_suite(suite)
    , m_root(std::move(root)) {}

Result<Vault> Vault::open(const QString& keyFile, Suite suite, const QByteArray& machine) {
    if (!QFile::exists(keyFile)) {
        TRY_ASSIGN(SecretBytes made, makeKeyFile(keyFile, machine));
        return Vault(suite, std::move(made));
    }
    TRY_ASSIGN(SecretBytes root, readKeyFile(keyFile, machine));
    return Vault(suite, std::move(root));
}

SecretBytes Vault::keyFor(Suite suite, QByteArrayView purpose) const {
    return hkdfExpand(Hash::Sha256, m_root.view(),
                      "tongban vault " + nameOf(suite).toLatin1() + ' ' + purpose.toByteArray(),
                      keySizeOf(suite));
}

Result<QByteArray> Vault::seal(QByteArrayView plain, QByteArrayView place) const {
    // A key per place: random nonces then meet only within one place, far below their limit.
    const SecretBytes key = keyFor(m_suite, place);
    const QByteArray nonce = randomBytes(nonceSizeOf(m_suite));
    QByteArray out;
    out.append('V').append(static_cast<char>(m_suite));
    TRY_ASSIGN(const QByteArray ct, aeadSeal(m_suite, key.view(), nonce, out, plain));
    out.append(nonce).append(ct);
    return out;
}

Result<SecretBytes> Vault::open(QByteArrayView sealed, QByteArrayView place) const {
    if (sealed.size() < headSize || sealed[0] != 'V' || (sealed[1] != 1 && sealed[1] != 2))
        return fail(FaultKind::Crypto, QStringLiteral("not a vault value"));
    const auto suite = static_cast<Suite>(sealed[1]);
    const qsizetype nonceSize = nonceSizeOf(suite);
    if (sealed.size() < headSize + nonceSize)
        return fail(FaultKind::Crypto, QStringLiteral("not a vault value"));
    const SecretBytes key = keyFor(suite, place);
    return aeadOpen(suite, key.view(), sealed.sliced(headSize, nonceSize), sealed.first(headSize),
                    sealed.sliced(headSize + nonceSize));
}

Result<void> Vault::sealFile(const QString& path, QByteArrayView plain,
                             QByteArrayView place) const {
    TRY_ASSIGN(const QByteArray sealed, seal(plain, place));
    return writePrivateFile(path, sealed);
}

Result<SecretBytes> Vault::openFile(const QString& path, QByteArrayView place) const {
    TRY_ASSIGN(const SecretBytes sealed, readPrivateFile(path, fileLimit));
    return open(sealed.view(), place);
}

QByteArray Vault::keyedDigest(QByteArrayView value, QByteArrayView place) const {
    const SecretBytes key = keyFor(Suite::Intl, "digest " + place.toByteArray());
    return hmac(Hash::Sha256, key.view(), value);
}

} // namespace tongban::crypto

// Certificates with OpenSSL's X509 functions.
#include "services/central/device_authority.h"

#include "services/crypto/digest.h"
#include "services/crypto/openssl_fault.h"
#include "services/crypto/private_file.h"
#include "services/crypto/random.h"

#include <QFile>
#include <QStringList>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace tongban::central {

using crypto::BioOwner;
using crypto::opensslFault;
using crypto::Released;
using Certificate = std::unique_ptr<X509, Released<X509_free>>;
using Request = std::unique_ptr<X509_REQ, Released<X509_REQ_free>>;

namespace {

constexpr std::chrono::days deviceLife{90};
constexpr std::chrono::days authorityLife{3650};

BioOwner reading(const QByteArray& bytes) {
    return BioOwner(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

QByteArray pemOf(X509* certificate) {
    const BioOwner bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, size};
}

QByteArray derDigest(X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    QByteArray digest = crypto::sha256(QByteArrayView(der, size));
    OPENSSL_free(der);
    return digest;
}

void extend(X509* certificate, X509* issuer, int nid, const QByteArray& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

// A certificate with serial number, validity and name, still without key and signature.
Certificate draft(const QString& name, Instant from, std::chrono::days life) {
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    const QByteArray serial = crypto::randomBytes(15);
    BIGNUM* number =
        BN_bin2bn(crypto::octets(QByteArrayView(serial)), static_cast<int>(serial.size()), nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
    BN_free(number);
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(from.time_since_epoch()).count();
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds - 300);
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()),
                  seconds + std::chrono::seconds(life).count());
    const QByteArray common = name.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               crypto::octets(QByteArrayView(common)),
                               static_cast<int>(common.size()), -1, 0);
    return certificate;
}

Result<DeviceCertificate> finished(const Certificate& certificate, X509* issuer,
                                   const crypto::PrivateKey& key, Instant until) {
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    if (X509_sign(certificate.get(), key.handle(), EVP_sha256()) == 0)
        return opensslFault("authority: sign");
    return DeviceCertificate{pemOf(certificate.get()), derDigest(certificate.get()), until};
}

Result<Request> readRequest(const QByteArray& pem) {
    if (pem.size() > 8'192)
        return fail(FaultKind::Invalid, QStringLiteral("request: larger than 8 KiB"));
    Request request(PEM_read_bio_X509_REQ(reading(pem).get(), nullptr, nullptr, nullptr));
    if (!request)
        return fail(FaultKind::Invalid, QStringLiteral("request: not a PEM certificate request"));
    EVP_PKEY* key = X509_REQ_get0_pubkey(request.get());
    if (key == nullptr || X509_REQ_verify(request.get(), key) != 1)
        return fail(FaultKind::Invalid, QStringLiteral("request: does not prove its key"));
    return request;
}

} // namespace

DeviceAuthority::DeviceAuthority(crypto::PrivateKey key, QByteArray certificate)
    : m_key(std::move(key))
    , m_certificate(std::move(certificate)) {}

Result<DeviceAuthority> DeviceAuthority::open(const QString& folder, Instant now) {
    TRY_ASSIGN(crypto::PrivateKey key,
               crypto::PrivateKey::loadOrGenerate(folder + QStringLiteral("/ca.key"),
                                                  crypto::Algorithm::P256));
    const QString path = folder + QStringLiteral("/ca.pem");
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return DeviceAuthority(std::move(key), file.readAll());
    const Certificate certificate =
        draft(QStringLiteral("Tongban Device Authority"), now, authorityLife);
    X509_set_pubkey(certificate.get(), key.handle());
    extend(certificate.get(), certificate.get(), NID_basic_constraints,
           "critical,CA:TRUE,pathlen:0");
    extend(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash");
    TRY_ASSIGN(const DeviceCertificate done,
               finished(certificate, certificate.get(), key, now + authorityLife));
    TRY(crypto::writePrivateFile(path, done.pem));
    return DeviceAuthority(std::move(key), done.pem);
}

Result<crypto::PublicKey> DeviceAuthority::keyOf(const QByteArray& request) {
    TRY_ASSIGN(const Request read, readRequest(request));
    const BioOwner bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(bio.get(), X509_REQ_get0_pubkey(read.get()));
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return crypto::PublicKey::fromPem(QByteArrayView(text, size));
}

Result<DeviceCertificate> DeviceAuthority::sign(const QByteArray& request, const QString& device,
                                                Instant now) const {
    TRY_ASSIGN(const Request read, readRequest(request));
    const Certificate issuer(
        PEM_read_bio_X509(reading(m_certificate).get(), nullptr, nullptr, nullptr));
    const Certificate certificate = draft(device, now, deviceLife);
    X509_set_pubkey(certificate.get(), X509_REQ_get0_pubkey(read.get()));
    extend(certificate.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate.get(), issuer.get(), NID_key_usage, "critical,digitalSignature");
    extend(certificate.get(), issuer.get(), NID_ext_key_usage, "clientAuth");
    extend(certificate.get(), issuer.get(), NID_subject_alt_name,
           "URI:tb:device:" + device.toUtf8());
    return finished(certificate, issuer.get(), m_key, now + deviceLife);
}

Result<DeviceCertificate> DeviceAuthority::signServer(const crypto::PrivateKey& key,
                                                      const QStringList& hosts, Instant now) const {
    const Certificate issuer(
        PEM_read_bio_X509(reading(m_certificate).get(), nullptr, nullptr, nullptr));
    const Certificate certificate =
        draft(hosts.value(0, QStringLiteral("localhost")), now, std::chrono::days(365));
    X509_set_pubkey(certificate.get(), key.handle());
    QByteArray names = "IP:127.0.0.1,DNS:localhost";
    for (const QString& host : hosts)
        names += ",DNS:" + host.toUtf8();
    extend(certificate.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate.get(), issuer.get(), NID_ext_key_usage, "serverAuth");
    extend(certificate.get(), issuer.get(), NID_subject_alt_name, names);
    return finished(certificate, issuer.get(), m_key, now + std::chrono::days(365));
}

} // namespace tongban::central

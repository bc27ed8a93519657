// PKCS #10 through OpenSSL.
#include "services/crypto/certificate_request.h"

#include "services/crypto/openssl_fault.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace tongban::crypto {

Result<QByteArray> certificateRequest(const PrivateKey& key, const QString& commonName) {
    const std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> request(X509_REQ_new(),
                                                                      X509_REQ_free);
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> out(BIO_new(BIO_s_mem()), BIO_free_all);
    const QByteArray name = commonName.toUtf8();
    const EVP_MD* digest = key.algorithm() == Algorithm::Ed25519 ? nullptr
                           : key.algorithm() == Algorithm::Sm2   ? EVP_sm3()
                                                                 : EVP_sha256();
    if (!request || !out || X509_REQ_set_version(request.get(), 0) != 1 ||
        X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(request.get()), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(name.constData()),
                                   static_cast<int>(name.size()), -1, 0) != 1 ||
        X509_REQ_set_pubkey(request.get(), key.handle()) != 1 ||
        X509_REQ_sign(request.get(), key.handle(), digest) <= 0 ||
        PEM_write_bio_X509_REQ(out.get(), request.get()) != 1)
        return opensslFault("certificate request");
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QByteArray(bytes, static_cast<qsizetype>(size));
}

} // namespace tongban::crypto

// Faults out of OpenSSL's error queue, and owners for its handles. For the .cpp files of this
// library.
#pragma once

#include "services/core/result.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace tongban::crypto {

template <auto release>
struct Released {
    template <typename T>
    void operator()(T* handle) const {
        release(handle);
    }
};

using PkeyOwner = std::unique_ptr<EVP_PKEY, Released<EVP_PKEY_free>>;
using PkeyContext = std::unique_ptr<EVP_PKEY_CTX, Released<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Released<EVP_MD_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Released<EVP_CIPHER_CTX_free>>;
using BioOwner = std::unique_ptr<BIO, Released<BIO_free_all>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, Released<ECDSA_SIG_free>>;

// Empties the queue; the oldest reason is the telling one.
tl::unexpected<Fault> opensslFault(const char* what);

inline const unsigned char* octets(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* octets(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

} // namespace tongban::crypto

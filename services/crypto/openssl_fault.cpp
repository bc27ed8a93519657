// One line per OpenSSL failure.
#include "services/crypto/openssl_fault.h"

#include <array>
#include <openssl/err.h>

namespace tongban::crypto {

tl::unexpected<Fault> opensslFault(const char* what) {
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    std::array<char, 160> words{};
    if (code != 0)
        ERR_error_string_n(code, words.data(), words.size());
    return fail(FaultKind::Crypto, QStringLiteral("%1: %2").arg(
                                       QLatin1String(what), code != 0 ? QLatin1String(words.data())
                                                                      : QLatin1String("refused")));
}

} // namespace tongban::crypto

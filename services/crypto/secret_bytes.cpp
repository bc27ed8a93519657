// Allocation and overwriting of secrets.
#include "services/crypto/secret_bytes.h"

#include <cstring>
#include <openssl/crypto.h>

namespace tongban::crypto {

void wipe(void* memory, size_t size) {
    OPENSSL_cleanse(memory, size);
}

void wipe(QByteArray& bytes) {
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
}

SecretBytes::SecretBytes(qsizetype size)
    : m_data(size > 0 ? new char[static_cast<size_t>(size)]() : nullptr)
    , m_size(size)
    , m_capacity(size) {}

SecretBytes::SecretBytes(QByteArrayView bytes)
    : SecretBytes(bytes.size()) {
    if (m_data != nullptr)
        std::memcpy(m_data, bytes.data(), static_cast<size_t>(bytes.size()));
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    std::swap(m_capacity, other.m_capacity);
    return *this;
}

SecretBytes::~SecretBytes() {
    if (m_data != nullptr)
        OPENSSL_cleanse(m_data, static_cast<size_t>(m_capacity));
    delete[] m_data;
}

void SecretBytes::truncate(qsizetype size) {
    if (size >= m_size)
        return;
    OPENSSL_cleanse(m_data + size, static_cast<size_t>(m_size - size));
    m_size = size;
}

} // namespace tongban::crypto

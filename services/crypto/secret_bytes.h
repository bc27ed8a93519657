// SecretBytes: octets that are overwritten before their memory goes back. Keys, passwords, opened
// applications.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <utility>

namespace tongban::crypto {

// Overwrites memory in a way the compiler may not leave out.
void wipe(void* memory, size_t size);
void wipe(QByteArray& bytes); // detaches nothing: meant for a buffer with one owner

// Has one owner and no implicit sharing, so that no copy stays behind unnoticed.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(qsizetype size);
    explicit SecretBytes(QByteArrayView bytes);
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    SecretBytes clone() const { return SecretBytes(view()); }
    char* data() { return m_data; }
    const char* data() const { return m_data; }
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    QByteArrayView view() const { return {m_data, m_size}; }
    void truncate(qsizetype size); // what is cut off is overwritten

private:
    char* m_data = nullptr;
    qsizetype m_size = 0;
    qsizetype m_capacity = 0;
};

} // namespace tongban::crypto

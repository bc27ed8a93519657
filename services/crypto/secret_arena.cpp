// One mapping, one moving end.
#include "services/crypto/secret_arena.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <openssl/crypto.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace tongban::crypto {

Result<std::unique_ptr<SecretArena>> SecretArena::create(qsizetype capacity) {
    void* memory = ::mmap(nullptr, static_cast<size_t>(capacity), PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
        return fail(FaultKind::Internal, QStringLiteral("session memory: no address space"));
    return std::unique_ptr<SecretArena>(new SecretArena(static_cast<char*>(memory), capacity));
}

SecretArena::SecretArena(char* memory, qsizetype capacity)
    : m_memory(memory)
    , m_capacity(capacity) {
    m_excluded = ::madvise(m_memory, static_cast<size_t>(capacity), MADV_DONTDUMP) == 0;
    // Locks each page when it is first used. Without the right to lock the session goes on; the
    // proof says so.
    m_locked = ::mlock2(m_memory, static_cast<size_t>(capacity), MLOCK_ONFAULT) == 0;
}

SecretArena::~SecretArena() {
    (void)wipe();
    ::munmap(m_memory, static_cast<size_t>(m_capacity));
}

void* SecretArena::do_allocate(size_t bytes, size_t alignment) {
    const auto align = static_cast<qsizetype>(alignment);
    const qsizetype start = (m_used + align - 1) / align * align;
    if (static_cast<size_t>(m_capacity - start) < bytes || start > m_capacity)
        throw std::bad_alloc(); // the contract of std::pmr
    m_used = start + static_cast<qsizetype>(bytes);
    return m_memory + start;
}

void SecretArena::do_deallocate(void* memory, size_t bytes, size_t) {
    // The place is not used again; its content need not wait for the end.
    OPENSSL_cleanse(memory, bytes);
}

WipeProof SecretArena::wipe() {
    WipeProof proof;
    proof.octets = m_used;
    proof.locked = m_locked;
    proof.excluded = m_excluded;
    OPENSSL_cleanse(m_memory, static_cast<size_t>(m_used));
    proof.remaining = std::count_if(m_memory, m_memory + m_used, [](char c) { return c != 0; });
    m_used = 0;
    return proof;
}

qsizetype SecretArena::count(QByteArrayView marker) const {
    qsizetype found = 0;
    const char* end = m_memory + m_used;
    for (const char* at = m_memory;
         (at = std::search(at, end, marker.begin(), marker.end())) != end; ++at)
        ++found;
    return found;
}

Result<void> keepMemoryPrivate() {
    const rlimit none{0, 0};
    if (::prctl(PR_SET_DUMPABLE, 0) != 0 || ::setrlimit(RLIMIT_CORE, &none) != 0)
        return fail(FaultKind::Denied, QStringLiteral("core dumps cannot be switched off"));
    return {};
}

} // namespace tongban::crypto

// SecretArena: the memory of one citizen's session. Locked into RAM, left out of core dumps,
// overwritten at the end, and looked at afterwards: the proof that it was.
#pragma once

#include "services/core/result.h"

#include <QByteArrayView>
#include <memory_resource>

namespace tongban::crypto {

struct WipeProof {
    qint64 octets = 0;     // that were handed out during the session
    qint64 remaining = 0;  // octets that are not zero after the wipe: must be 0
    bool locked = false;   // was never written to swap
    bool excluded = false; // is left out of core dumps
    bool clean() const { return remaining == 0; }
};

// A memory resource (std::pmr): containers of the session take their memory here. Nothing is freed
// before the wipe, so that no octet escapes into the common heap.
class SecretArena final : public std::pmr::memory_resource {
public:
    // Reserves address space; pages come when they are used. 64 MiB are several scans.
    static Result<std::unique_ptr<SecretArena>> create(qsizetype capacity = 64LL * 1024 * 1024);
    ~SecretArena() override; // wipes
    SecretArena(const SecretArena&) = delete;
    SecretArena& operator=(const SecretArena&) = delete;

    qsizetype used() const { return m_used; }
    bool locked() const { return m_locked; }

    // Overwrites everything and reads it back. What was allocated is dead from here on.
    WipeProof wipe();

    // How often `marker` stands in the memory; for tests.
    qsizetype count(QByteArrayView marker) const;

private:
    SecretArena(char* memory, qsizetype capacity);
    void* do_allocate(size_t bytes, size_t alignment) override;
    void do_deallocate(void* memory, size_t bytes, size_t alignment) override;
    bool do_is_equal(const memory_resource& other) const noexcept override {
        return this == &other;
    }

    char* m_memory;
    qsizetype m_capacity;
    qsizetype m_used = 0;
    bool m_locked = false;
    bool m_excluded = false;
};

// Keeps this process out of core dumps and away from other processes of the same user
// (PR_SET_DUMPABLE 0). A kiosk calls it first thing; Denied when the system refuses.
Result<void> keepMemoryPrivate();

} // namespace tongban::crypto

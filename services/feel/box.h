// Box: what a Value points to when it does not fit into sixteen bytes; immutable, shared, counted.
#pragma once

#include <QtGlobal>
#include <algorithm>
#include <atomic>
#include <limits>
#include <utility>

namespace tongban::feel {

struct Box {
    mutable std::atomic<quint32> references{0};
    quint16 depth = 0;   // of nesting; bounds every recursion over values
    quint32 weight = 16; // about the bytes of everything inside, shared parts counted each time

    Box() = default;
    Box(const Box& other)
        : depth(other.depth)
        , weight(other.weight) {}
    Box& operator=(const Box&) = delete;
    virtual ~Box() = default;

    void hold(quint32 innerWeight, int innerDepth) {
        const quint64 sum = quint64(weight) + innerWeight;
        weight = static_cast<quint32>(std::min<quint64>(sum, std::numeric_limits<qint32>::max()));
        depth = static_cast<quint16>(std::min(std::max<int>(depth, innerDepth + 1), 0xffff));
    }
};

inline void retain(const Box* box) {
    box->references.fetch_add(1, std::memory_order_relaxed);
}

void destroy(const Box* box); // the last one to hold it has let go

inline void release(const Box* box) {
    if (box->references.fetch_sub(1, std::memory_order_acq_rel) == 1)
        destroy(box);
}

// A counted pointer to a box of one kind.
template <typename T>
class Ref {
public:
    Ref() = default;
    explicit Ref(const T* box)
        : m_box(box) {
        if (m_box != nullptr)
            retain(m_box);
    }
    Ref(const Ref& other)
        : Ref(other.m_box) {}
    Ref(Ref&& other) noexcept
        : m_box(std::exchange(other.m_box, nullptr)) {}
    Ref& operator=(Ref other) noexcept {
        std::swap(m_box, other.m_box);
        return *this;
    }
    ~Ref() {
        if (m_box != nullptr)
            release(m_box);
    }
    const T* get() const { return m_box; }
    const T* operator->() const { return m_box; }
    const T& operator*() const { return *m_box; }
    explicit operator bool() const { return m_box != nullptr; }
    bool unique() const { return m_box->references.load(std::memory_order_acquire) == 1; }

private:
    const T* m_box = nullptr;
};

} // namespace tongban::feel

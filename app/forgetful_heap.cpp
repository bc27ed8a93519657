// A heap that forgets: whatever is freed is zeroed first, whoever freed it, so that words which
// went through a page, a script or a message do not lie about in the kiosk's memory after the
// visit. Linked into the kiosk only; the C library lets a program bring its own free and realloc.
// Sanitizers bring theirs, and then this is left out.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

#if !defined(__SANITIZE_ADDRESS__)

extern "C" {

void __libc_free(void* block);
void* __libc_malloc(size_t size);

// Plain memset would be optimised away before a release.
static void forget(void* block) {
    explicit_bzero(block, malloc_usable_size(block));
}

void free(void* block) {
    if (block == nullptr)
        return;
    const int before = errno;
    forget(block);
    __libc_free(block);
    errno = before;
}

// The C library's own would leave the old block behind as it was.
void* realloc(void* block, size_t size) {
    if (block == nullptr)
        return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const size_t usable = malloc_usable_size(block);
    if (size <= usable && size >= usable / 2)
        return block;
    void* moved = __libc_malloc(size);
    if (moved == nullptr)
        return nullptr;
    memcpy(moved, block, size < usable ? size : usable);
    free(block);
    return moved;
}

} // extern "C"

#endif

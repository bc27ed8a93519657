// A token library as GM/T 0016 describes it, for tests of the helper process: one token while the
// file named by FAKE_SKF_TOKEN exists, PIN 123456, six tries; the PINs crash and hang do what they
// say.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace {

constexpr uint32_t ok = 0;
constexpr uint32_t pinIncorrect = 0x0A000024;
constexpr uint32_t pinLocked = 0x0A000025;

int left = 6;
int handle = 1;

bool present() {
    const char* file = std::getenv("FAKE_SKF_TOKEN");
    return file != nullptr && access(file, F_OK) == 0;
}

uint32_t list(const char* name, char* room, uint32_t* size) {
    const uint32_t wanted = name == nullptr ? 1 : static_cast<uint32_t>(std::strlen(name)) + 2;
    std::memset(room, 0, wanted);
    if (name != nullptr)
        std::memcpy(room, name, std::strlen(name));
    *size = wanted;
    return ok;
}

} // namespace

extern "C" {

uint32_t SKF_EnumDev(int, char* room, uint32_t* size) {
    return list(present() ? "token-1" : nullptr, room, size);
}
uint32_t SKF_ConnectDev(char*, void** device) {
    *device = &handle;
    return ok;
}
uint32_t SKF_DisConnectDev(void*) {
    return ok;
}
uint32_t SKF_EnumApplication(void*, char* room, uint32_t* size) {
    return list("hall", room, size);
}
uint32_t SKF_OpenApplication(void*, char* name, void** application) {
    *application = &handle;
    return std::strcmp(name, "hall") == 0 ? ok : 1;
}
uint32_t SKF_CloseApplication(void*) {
    return ok;
}
uint32_t SKF_EnumContainer(void*, char* room, uint32_t* size) {
    return list("key", room, size);
}
uint32_t SKF_OpenContainer(void*, char*, void** container) {
    *container = &handle;
    return ok;
}
uint32_t SKF_CloseContainer(void*) {
    return ok;
}

uint32_t SKF_VerifyPIN(void*, uint32_t, char* pin, uint32_t* tries) {
    if (std::strcmp(pin, "crash") == 0)
        std::abort();
    while (std::strcmp(pin, "hang") == 0)
        pause();
    if (left == 0)
        return pinLocked;
    if (std::strcmp(pin, "123456") == 0) {
        left = 6;
        return ok;
    }
    *tries = static_cast<uint32_t>(--left);
    return pinIncorrect;
}

// r is the digest, s the digest from behind, at the right end of their 64 octets.
uint32_t SKF_ECCSignData(void*, char* digest, uint32_t size, char* signature) {
    for (uint32_t i = 0; i < size && i < 32; ++i) {
        signature[32 + i] = digest[i];
        signature[64 + 32 + i] = digest[31 - i];
    }
    return ok;
}

uint32_t SKF_ExportCertificate(void*, int, char* room, uint32_t* size) {
    std::memcpy(room, "0DER", 4);
    *size = 4;
    return ok;
}
}

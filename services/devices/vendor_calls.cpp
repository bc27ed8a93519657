// Names, types and codes of the libraries are those of GM/T 0016 and of the makers' WLT libraries.
#include "services/devices/vendor_calls.h"

#include <QFile>
#include <QJsonArray>
#include <QLibrary>
#include <QTemporaryDir>
#include <array>
#include <cstring>
#include <vector>

namespace tongban::devices {

namespace {

QJsonObject failed(const char* word, const QString& detail = {}) {
    return {{QStringLiteral("error"), QLatin1String(word)}, {QStringLiteral("detail"), detail}};
}

QJsonObject refused(const char* what, quint32 code) {
    return failed(
        "refused",
        QStringLiteral("%1: 0x%2").arg(QLatin1String(what)).arg(code, 8, 16, QLatin1Char('0')));
}

QByteArray bytesOf(const QJsonObject& request, const char* key) {
    return QByteArray::fromBase64(request.value(QLatin1String(key)).toString().toLatin1());
}

// int GetBmp(char* file.wlt, int port kind) writes file.bmp beside it; 1 is success, −5 a reader
// without a licence.
QJsonObject photo(QLibrary& library, const QByteArray& wlt) {
    using GetBmp = int (*)(char*, int);
    const auto getBmp = reinterpret_cast<GetBmp>(library.resolve("GetBmp"));
    if (getBmp == nullptr)
        return failed("unavailable", QStringLiteral("no function GetBmp"));
    const QTemporaryDir folder; // a portrait never stays: the folder goes with its files
    QFile in(folder.filePath(QStringLiteral("photo.wlt")));
    if (!folder.isValid() || !in.open(QIODevice::WriteOnly) || in.write(wlt) != wlt.size())
        return failed("refused", QStringLiteral("no room for the picture"));
    in.close();
    QByteArray name = QFile::encodeName(in.fileName());
    constexpr int usb = 2;
    if (const int code = getBmp(name.data(), usb); code != 1)
        return failed(code == -5 ? "unavailable" : "refused", QString::number(code));
    QFile out(folder.filePath(QStringLiteral("photo.bmp")));
    if (!out.open(QIODevice::ReadOnly) || out.size() > 1024 * 1024)
        return failed("refused", QStringLiteral("no picture came"));
    return {{QStringLiteral("bmp"), QString::fromLatin1(out.readAll().toBase64())}};
}

// ULONG is 32 bits in the standard and 64 in some libraries: the room is for the larger.
struct Ulong {
    alignas(8) std::array<quint32, 2> words{};
    explicit Ulong(quint32 value = 0) { words[0] = value; }
    void* at() { return words.data(); }
    quint32 value() const { return words[0]; }
};

struct EccSignature { // ECCSIGNATUREBLOB: numbers stand at the right end
    std::array<char, 64> r{};
    std::array<char, 64> s{};
};

constexpr quint32 pinIncorrect = 0x0A000024;
constexpr quint32 pinLocked = 0x0A000025;
constexpr quint32 deviceRemoved = 0x0A000023;
constexpr qsizetype mostNames = 4096;

class Skf {
public:
    explicit Skf(QLibrary& library)
        : m_library(library) {}
    ~Skf() {
        if (m_container != nullptr)
            call<void*>("SKF_CloseContainer", m_container);
        if (m_application != nullptr)
            call<void*>("SKF_CloseApplication", m_application);
        if (m_device != nullptr)
            call<void*>("SKF_DisConnectDev", m_device);
    }
    Q_DISABLE_COPY_MOVE(Skf)

    bool usable() const { return m_library.resolve("SKF_EnumDev") != nullptr; }
    quint32 tokens(QStringList& names) {
        constexpr int present = 1;
        return namesOf<int>("SKF_EnumDev", present, names);
    }
    // The first token, its first application and its first container.
    QJsonObject open();
    QJsonObject verifyPin(const QByteArray& pin);
    QJsonObject sign(const QByteArray& digest);
    QJsonObject certificate();

private:
    template <typename... Values>
    quint32 call(const char* name, Values... values) {
        using Function = quint32 (*)(Values...);
        const auto function = reinterpret_cast<Function>(m_library.resolve(name));
        return function == nullptr ? missing : function(values...);
    }
    // Lists are names with a zero behind each and one more at the end.
    template <typename Of>
    quint32 namesOf(const char* name, Of of, QStringList& names) {
        std::vector<char> room(mostNames, 0);
        Ulong size(mostNames);
        const quint32 code = call<Of, char*, void*>(name, of, room.data(), size.at());
        room.back() = 0;
        for (const char* at = room.data(); code == 0 && *at != 0; at += std::strlen(at) + 1)
            names.append(QString::fromUtf8(at));
        return code;
    }
    template <typename Of>
    bool openFirst(const char* list, const char* opener, Of of, void*& handle) {
        QStringList names;
        if (namesOf<Of>(list, of, names) != 0 || names.isEmpty())
            return false;
        QByteArray first = names.first().toUtf8();
        return call<Of, char*, void**>(opener, of, first.data(), &handle) == 0;
    }

    static constexpr quint32 missing = 0xFFFFFFFF;
    QLibrary& m_library;
    void* m_device = nullptr;
    void* m_application = nullptr;
    void* m_container = nullptr;
};

QJsonObject Skf::open() {
    QStringList names;
    if (tokens(names) != 0 || names.isEmpty())
        return failed("no-token");
    QByteArray first = names.first().toUtf8();
    if (const quint32 code = call<char*, void**>("SKF_ConnectDev", first.data(), &m_device))
        return refused("SKF_ConnectDev", code);
    if (!openFirst<void*>("SKF_EnumApplication", "SKF_OpenApplication", m_device, m_application))
        return failed("refused", QStringLiteral("the token holds no application"));
    if (!openFirst<void*>("SKF_EnumContainer", "SKF_OpenContainer", m_application, m_container))
        return failed("refused", QStringLiteral("the application holds no key"));
    return {};
}

QJsonObject Skf::verifyPin(const QByteArray& pin) {
    QByteArray writable = pin;
    Ulong left;
    constexpr quint32 user = 1;
    const quint32 code = call<void*, quint32, char*, void*>("SKF_VerifyPIN", m_application, user,
                                                            writable.data(), left.at());
    writable.fill(0);
    if (code == pinLocked)
        return failed("locked");
    if (code == deviceRemoved)
        return failed("no-token");
    if (code == pinIncorrect) {
        QJsonObject wrong = failed(left.value() == 0 ? "locked" : "wrong-pin");
        wrong.insert(QStringLiteral("left"), static_cast<int>(left.value()));
        return wrong;
    }
    return code == 0 ? QJsonObject() : refused("SKF_VerifyPIN", code);
}

QJsonObject Skf::sign(const QByteArray& digest) {
    QByteArray writable = digest;
    EccSignature signature;
    const quint32 code = call<void*, char*, quint32, EccSignature*>(
        "SKF_ECCSignData", m_container, writable.data(), static_cast<quint32>(writable.size()),
        &signature);
    if (code != 0)
        return code == deviceRemoved ? failed("no-token") : refused("SKF_ECCSignData", code);
    const QByteArray both =
        QByteArray(signature.r.data() + 32, 32) + QByteArray(signature.s.data() + 32, 32);
    return {{QStringLiteral("signature"), QString::fromLatin1(both.toBase64())}};
}

QJsonObject Skf::certificate() {
    std::vector<char> room(16 * 1024);
    Ulong size(static_cast<quint32>(room.size()));
    constexpr int forSigning = 1;
    const quint32 code = call<void*, int, char*, void*>("SKF_ExportCertificate", m_container,
                                                        forSigning, room.data(), size.at());
    if (code != 0 || size.value() > room.size())
        return refused("SKF_ExportCertificate", code);
    const QByteArray der(room.data(), static_cast<qsizetype>(size.value()));
    return {{QStringLiteral("certificate"), QString::fromLatin1(der.toBase64())}};
}

QJsonObject token(QLibrary& library, const QString& what, const QJsonObject& request) {
    Skf skf(library);
    if (!skf.usable())
        return failed("unavailable", QStringLiteral("no function SKF_EnumDev"));
    if (what == u"tokens") {
        QStringList names;
        if (const quint32 code = skf.tokens(names))
            return refused("SKF_EnumDev", code);
        return {{QStringLiteral("tokens"), QJsonArray::fromStringList(names)}};
    }
    if (QJsonObject trouble = skf.open(); !trouble.isEmpty())
        return trouble;
    if (what == u"certificate")
        return skf.certificate();
    const QByteArray digest = bytesOf(request, "digest");
    if (digest.size() != 32)
        return failed("invalid", QStringLiteral("a digest has 32 octets"));
    if (QJsonObject trouble =
            skf.verifyPin(request.value(QLatin1String("pin")).toString().toUtf8());
        !trouble.isEmpty())
        return trouble;
    return skf.sign(digest);
}

} // namespace

QJsonObject performVendorCall(const QJsonObject& request) {
    const QString what = request.value(QLatin1String("do")).toString();
    const bool ofToken = what == u"tokens" || what == u"certificate" || what == u"sign";
    if (what != u"photo" && !ofToken)
        return failed("invalid", QStringLiteral("no such call"));
    const QString path = request.value(QLatin1String("library")).toString();
    QLibrary library(path);
    if (path.isEmpty() || !library.load())
        return failed("unavailable",
                      path.isEmpty() ? QStringLiteral("no library") : library.errorString());
    if (ofToken)
        return token(library, what, request);
    const QByteArray wlt = bytesOf(request, "wlt");
    if (wlt.size() != 1024)
        return failed("invalid", QStringLiteral("a portrait has 1024 octets"));
    return photo(library, wlt);
}

} // namespace tongban::devices

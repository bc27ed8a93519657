// The helper's words to status and completions.
#include "services/devices/staff_token.h"

#include "services/core/logging.h"

#include <QJsonArray>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds lookEvery{2000};

DeviceStatus without(const QString& why) {
    return {DeviceState::NoDevice, MediaState::Unknown, {}, {}, why};
}

CompletionCode codeOf(const QString& error) {
    if (error == u"wrong-pin" || error == u"locked")
        return CompletionCode::UserError;
    if (error == u"no-token" || error == u"unavailable")
        return CompletionCode::DeviceNotReady;
    if (error == u"invalid")
        return CompletionCode::InvalidData;
    return error == u"timeout" ? CompletionCode::TimeOut : CompletionCode::HardwareError;
}

} // namespace

StaffToken::StaffToken(DeviceId id)
    : Device(std::move(id), DeviceClass::StaffToken) {
    qRegisterMetaType<TokenRequest>();
}

SkfToken::SkfToken(DeviceId id, QString library, const QString& program)
    : StaffToken(std::move(id))
    , m_library(std::move(library))
    , m_helper(program, this)
    , m_look(this) {
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &SkfToken::look);
}

void SkfToken::open() {
    m_look.start();
    look();
}

void SkfToken::close() {
    m_look.stop();
    m_helper.stop();
    StaffToken::close();
}

void SkfToken::look() {
    m_helper.ask(
        {{QStringLiteral("do"), QStringLiteral("tokens")}, {QStringLiteral("library"), m_library}},
        [this](const QJsonObject& answer) {
            const QString error = answer.value(QLatin1String("error")).toString();
            const bool any = !answer.value(QLatin1String("tokens")).toArray().isEmpty();
            if (!error.isEmpty())
                setStatus(without(error));
            else
                setStatus(any ? DeviceStatus{DeviceState::Online, MediaState::Present}
                              : without(QStringLiteral("no-token")));
        });
}

void SkfToken::execute(const Command& command) {
    QJsonObject request{{QStringLiteral("library"), m_library}};
    const bool signs = command.name == u"StaffToken.Sign";
    if (signs) {
        const auto wanted = command.payload.value<TokenRequest>();
        request.insert(QStringLiteral("do"), QStringLiteral("sign"));
        request.insert(QStringLiteral("pin"), wanted.pin);
        request.insert(QStringLiteral("digest"), QString::fromLatin1(wanted.digest.toBase64()));
    } else if (command.name == u"StaffToken.ReadCertificate") {
        request.insert(QStringLiteral("do"), QStringLiteral("certificate"));
    } else {
        return complete(command.id, CompletionCode::UnsupportedCommand);
    }
    m_helper.ask(request, [this, id = command.id, signs](const QJsonObject& answer) {
        answered(id, signs ? "signature" : "certificate", answer);
    });
}

void SkfToken::answered(CommandId command, const char* key, const QJsonObject& answer) {
    const QString error = answer.value(QLatin1String("error")).toString();
    if (error.isEmpty())
        return complete(
            command, CompletionCode::Success,
            QByteArray::fromBase64(answer.value(QLatin1String(key)).toString().toLatin1()));
    qCWarning(logDevices) << "staff token:" << error
                          << answer.value(QLatin1String("detail")).toString();
    const int left = answer.value(QLatin1String("left")).toInt();
    complete(command, codeOf(error), {},
             error == u"wrong-pin" ? QStringLiteral("wrong-pin %1").arg(left) : error);
    if (error == u"no-token")
        setStatus(without(error));
}

} // namespace tongban::devices

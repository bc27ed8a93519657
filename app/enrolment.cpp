// machine.json holds what is public or personal to the machine; device.pem holds its key.
#include "app/enrolment.h"

#include "services/core/json_reader.h"
#include "services/crypto/certificate_request.h"
#include "services/crypto/private_file.h"
#include "services/protocol/device_messages.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace tongban::app {

namespace {

QString fileIn(const Options& options, const char* name) {
    return QDir(options.data).filePath(QLatin1String(name));
}

Result<crypto::PrivateKey> deviceKey(const Options& options) {
    return crypto::PrivateKey::loadOrGenerate(fileIn(options, "device.pem"),
                                              crypto::Algorithm::P256);
}

Result<crypto::SealKeySet> sealKeys(const QJsonObject& json) {
    crypto::SealKeySet set;
    Fault fault;
    JsonReader reader(json);
    reader.each(QStringLiteral("keys"), [&](JsonReader& key) {
        const auto suite = crypto::suiteOf(key.requiredText(QStringLiteral("suite")));
        const auto algorithm = crypto::algorithmOf(key.requiredText(QStringLiteral("algorithm")));
        if (!suite || !algorithm)
            return key.refuse(QStringLiteral("suite"), QStringLiteral("is not known here"));
        const auto raw = crypto::PublicKey::fromRaw(
            *algorithm, QByteArray::fromHex(key.requiredText(QStringLiteral("key")).toLatin1()));
        bool ok = false;
        if (!raw)
            return key.refuse(QStringLiteral("key"), raw.error().detail);
        set.add({key.requiredText(QStringLiteral("kid")), *suite, *raw,
                 fromIso(key.requiredText(QStringLiteral("not_before")), &ok),
                 fromIso(key.requiredText(QStringLiteral("not_after")), &ok)});
    });
    TRY(reader.check());
    if (set.keys().isEmpty())
        return fail(FaultKind::Crypto, QStringLiteral("no key of the central service to seal to"));
    return set;
}

Result<Enrolled> fromJson(const Options& options, const QJsonObject& json) {
    JsonReader reader(json);
    Enrolled enrolled;
    session::Machine& machine = enrolled.machine;
    machine.id = DeviceId(reader.requiredText(QStringLiteral("device")));
    machine.number = {static_cast<quint32>(reader.requiredNumber(QStringLiteral("number"))), 1};
    machine.region = static_cast<quint32>(reader.requiredNumber(QStringLiteral("region")));
    machine.hall = reader.requiredText(QStringLiteral("hall"));
    machine.place = reader.requiredText(QStringLiteral("place"));
    machine.receiptOrigin = reader.requiredText(QStringLiteral("receipt_origin"));
    enrolled.token = reader.text(QStringLiteral("token")).toLatin1();
    const QJsonObject keys = reader.object(QStringLiteral("seal_keys"));
    TRY(reader.check());
    TRY_ASSIGN(machine.sealKeys, sealKeys(keys));
    TRY_ASSIGN(machine.key, deviceKey(options));
    return enrolled;
}

// The unused code that a central service on this machine left for us.
QString practiceCode(const Options& options, const QString& kind) {
    const auto text = crypto::readPrivateFile(options.firstRun);
    if (!text)
        return {};
    const QJsonArray codes = QJsonDocument::fromJson(text->view().toByteArray())
                                 .object()
                                 .value(QStringLiteral("enrolment"))
                                 .toArray();
    for (const QJsonValue& code : codes) {
        if (code.toObject().value(QStringLiteral("kind")).toString() == kind)
            return code.toObject().value(QStringLiteral("code")).toString();
    }
    return {};
}

Result<Enrolled> keep(const Options& options, const sync::Answer& answer) {
    if (!answer.arrived())
        return fail(FaultKind::Offline, QStringLiteral("the central service does not answer"));
    if (!answer.good())
        return fail(FaultKind::Denied,
                    QStringLiteral("the central service answered %1").arg(answer.status));
    TRY_ASSIGN(const protocol::EnrolmentAnswer message, protocol::readEnrolmentAnswer(answer.body));
    TRY_ASSIGN(const QJsonObject json, parseJsonObject(answer.body));
    // A device id begins with its division when the district numbers them so; otherwise the
    // practice division.
    bool ok = false;
    const int region = message.device.left(6).toInt(&ok);
    const QJsonObject kept{
        {QStringLiteral("device"), message.device},
        {QStringLiteral("number"), static_cast<int>(message.deviceNumber)},
        {QStringLiteral("region"), ok ? region : 440399},
        {QStringLiteral("hall"), QStringLiteral("示范区行政服务大厅")},
        {QStringLiteral("place"),
         QStringLiteral("自助机 %1").arg(message.deviceNumber % 100, 2, 10, QLatin1Char('0'))},
        {QStringLiteral("receipt_origin"), options.central.toString(QUrl::RemovePath).toUpper()},
        {QStringLiteral("token"), json.value(QStringLiteral("token")).toString()},
        {QStringLiteral("seal_keys"), message.sealKeys}};
    TRY(crypto::writePrivateFile(fileIn(options, "machine.json"), QJsonDocument(kept).toJson()));
    return fromJson(options, kept);
}

} // namespace

Result<Enrolled> loadEnrolment(const Options& options) {
    TRY_ASSIGN(const crypto::SecretBytes text,
               crypto::readPrivateFile(fileIn(options, "machine.json")));
    TRY_ASSIGN(const QJsonObject json, parseJsonObject(text.view().toByteArray()));
    return fromJson(options, json);
}

void enrol(const Options& options, sync::CentralPort& central,
           std::function<void(Result<Enrolled>)> done) {
    const QString code = options.enrolCode.isEmpty()
                             ? practiceCode(options, QStringLiteral("kiosk"))
                             : options.enrolCode;
    if (code.isEmpty())
        return done(fail(FaultKind::Denied,
                         QStringLiteral("this machine needs an enrolment code (--enrol)")));
    const auto key = deviceKey(options);
    if (!key)
        return done(fail(key.error()));
    protocol::Enrolment message;
    message.code = code;
    const auto request = crypto::certificateRequest(*key, QStringLiteral("tongban-kiosk"));
    if (!request)
        return done(fail(request.error()));
    message.request = QString::fromLatin1(*request);
    message.name = QStringLiteral("kiosk");
    message.receiptKey = key->publicKey().compressed();
    message.receiptAlgorithm = crypto::nameOf(crypto::Algorithm::P256);
    sync::Call call;
    call.method = "POST";
    call.path = "/v1/enroll";
    call.headers = {{"Content-Type", "application/json"}};
    call.body = protocol::toJson(message);
    call.deadline = std::chrono::seconds(10);
    central.send(call, [options, done = std::move(done)](const sync::Answer& answer) {
        done(keep(options, answer));
    });
}

} // namespace tongban::app

// tongban idcard: decodes captured card answers, replays captured byte streams, reads
// machine-readable zones.
#include "app/cli/take_option.h"
#include "app/cli/verbs.h"
#include "services/core/json_reader.h"
#include "services/devices/id_card.h"
#include "services/devices/mrz.h"
#include "services/devices/vendor_process.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <algorithm>

namespace tongban::cli {

namespace {

using namespace tongban::devices;

constexpr qint64 longestCapture = 64 * 1024;
constexpr double longestDelay = 86'400'000; // milliseconds; a day is no replay

constexpr qsizetype portraitBytes = 1024;

const char* const usage = "tongban idcard decode FILE…          one JSON object a file: what an "
                          "answer to 30 01, 30 10 or 30 03\n"
                          "                                     (hex or binary) or a 256-byte text "
                          "block says; exit 1 for a bad one\n"
                          "tongban idcard replay STREAMS.json   the frames found in captured "
                          "streams [[delay ms, hex], …]\n"
                          "tongban idcard mrz LINE…             the two or three lines of a travel "
                          "document; exit 1 for a wrong digit\n"
                          "tongban idcard photo FILE -o OUT.png --library LIB   the portrait in an "
                          "answer, decoded by the reader\n"
                          "                                     maker's library in a process of "
                          "its own; without one: unavailable";

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// A capture is hex when it holds nothing but hex digits, white space, and the marks that dumps put
// between bytes: "0x", commas, colons, a byte order mark.
Result<QByteArray> unhexed(QByteArray bytes) {
    if (bytes.startsWith(QByteArrayLiteral("\xEF\xBB\xBF")))
        bytes.remove(0, 3);
    QByteArray digits;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        const bool prefix = c == '0' && i + 1 < bytes.size() && (bytes[i + 1] | 0x20) == 'x';
        if (prefix)
            ++i;
        else if (isHex(c))
            digits.append(c);
        else if (!QByteArrayLiteral(" \n\r\t,:").contains(c))
            return bytes;
    }
    if (digits.size() % 2 != 0)
        return fail(FaultKind::Invalid,
                    QStringLiteral("%1 hex digits make no bytes").arg(digits.size()));
    return QByteArray::fromHex(digits);
}

QJsonObject jsonOf(const IdCard& card) {
    QJsonObject fields;
    for (const auto& [key, value] : card.fields)
        fields.insert(key, value);
    QJsonObject json{{QStringLiteral("kind"), nameOf(card.kind)},
                     {QStringLiteral("fields"), fields},
                     {QStringLiteral("warnings"), QJsonArray::fromStringList(card.warnings)}};
    if (!card.photo.isEmpty()) {
        const QByteArray digest = QCryptographicHash::hash(card.photo, QCryptographicHash::Sha256);
        json.insert(QStringLiteral("photo_sha256"), QString::fromLatin1(digest.toHex()));
        json.insert(QStringLiteral("fingerprint_bytes"), card.fingerprint.size());
    }
    return json;
}

Result<QJsonObject> decodeAddresses(const SdtAnswer& answer) {
    QJsonObject json{{QStringLiteral("new_address"), QJsonValue::Null},
                     {QStringLiteral("warnings"), QJsonArray()}};
    if (answer.sw3 == 0x91)
        return json;
    TRY_ASSIGN(const QStringList addresses, addressesFromAnswer(answer.data));
    json.insert(QStringLiteral("new_address"), addresses.last());
    if (addresses.size() > 1)
        json.insert(QStringLiteral("addresses"), QJsonArray::fromStringList(addresses));
    return json;
}

Result<QJsonObject> decode(const QByteArray& content) {
    TRY_ASSIGN(const QByteArray capture, unhexed(content));
    if (capture.isEmpty())
        return fail(FaultKind::Invalid, QStringLiteral("empty"));
    if (capture.size() == textBlockBytes) {
        TRY_ASSIGN(const IdCard card, cardFromText(capture));
        return jsonOf(card);
    }
    TRY_ASSIGN(const SdtAnswer answer, readAnswer(capture));
    const bool none = answer.sw3 == 0x91 && answer.data.isEmpty();
    if (answer.sw3 != 0x90 && !none)
        return fail(FaultKind::Device, QStringLiteral("SW3 %1: %2")
                                           .arg(answer.sw3, 2, 16, QLatin1Char('0'))
                                           .arg(meaningOf(answer.sw3)));
    if (none || answer.data.size() <= 4 * addressBytes)
        return decodeAddresses(answer);
    TRY_ASSIGN(const IdCard card, cardFromAnswer(answer.data));
    QJsonObject json = jsonOf(card);
    const bool base = answer.data.size() == 4 + textBlockBytes + card.photo.size();
    const int bytes = static_cast<int>(encode(answer).size());
    json.insert(QStringLiteral("frame_bytes"),
                QJsonObject{{base ? QStringLiteral("base") : QStringLiteral("base_fp"), bytes}});
    return json;
}

Result<QByteArray> contentOf(const QString& path, qint64 limit) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, QStringLiteral("cannot be opened"));
    if (file.size() > limit)
        return fail(FaultKind::Invalid, QStringLiteral("larger than %1 bytes").arg(limit));
    return file.readAll();
}

int decodeFiles(const QStringList& files) {
    int exit = 0;
    for (const QString& file : files) {
        const Result<QByteArray> content = contentOf(file, longestCapture);
        const Result<QJsonObject> decoded = content ? decode(*content) : fail(content.error());
        QJsonObject json =
            decoded ? *decoded : QJsonObject{{QStringLiteral("error"), decoded.error().detail}};
        json.insert(QStringLiteral("file"), file);
        say(QString::fromUtf8(compact(json)));
        if (decoded)
            continue;
        complain(file + QStringLiteral(": ") + decoded.error().detail);
        exit = 1;
    }
    return exit;
}

// The clock of a replay is the sum of the delays.
Result<QJsonArray> replayed(const QJsonArray& chunks) {
    SdtFramer framer;
    std::chrono::milliseconds now{0};
    QJsonArray frames;
    for (const QJsonValue& chunk : chunks) {
        const QJsonArray pair = chunk.toArray();
        const double delay = pair.at(0).toDouble(-1);
        const QByteArray digits = pair.at(1).toString().remove(u' ').toLatin1();
        const bool hex = pair.at(1).isString() && digits.size() % 2 == 0 &&
                         std::all_of(digits.begin(), digits.end(), isHex);
        if (pair.size() != 2 || delay < 0 || delay > longestDelay || !hex)
            return fail(FaultKind::Invalid, QStringLiteral("a chunk is not [delay ms, hex]"));
        now += std::chrono::milliseconds(static_cast<qint64>(delay));
        const QByteArray bytes = QByteArray::fromHex(digits);
        for (const QByteArray& body : framer.feed(bytes, now)) {
            const SdtAnswer answer = answerOf(body);
            frames.append(QJsonObject{
                {QStringLiteral("sw3"),
                 QStringLiteral("%1").arg(answer.sw3, 2, 16, QLatin1Char('0')).toUpper()},
                {QStringLiteral("data_len"), answer.data.size()}});
        }
    }
    return frames;
}

int replayFile(const QString& path) {
    const Result<QByteArray> content = contentOf(path, 16 * 1024 * 1024);
    const Result<QJsonObject> root =
        content ? parseJsonObject(*content, {.bytes = 16 * 1024 * 1024}) : fail(content.error());
    if (!root) {
        complain(path + QStringLiteral(": ") + root.error().detail);
        return 1;
    }
    QJsonObject result;
    JsonReader reader(*root);
    reader.each(QStringLiteral("streams"), [&result](JsonReader& stream) {
        const QString name = stream.requiredText(QStringLiteral("name"));
        if (const auto frames = replayed(stream.array(QStringLiteral("chunks"))))
            result.insert(name, *frames);
        else
            stream.refuse(QStringLiteral("chunks"), frames.error().detail);
    });
    if (const auto fine = reader.check(); !fine) {
        complain(path + QStringLiteral(": ") + fine.error().detail);
        return 1;
    }
    say(QString::fromUtf8(compact(result)));
    return 0;
}

int readZone(const QStringList& arguments) {
    const Result<Mrz> mrz = readMrz(mrzLines(arguments.join(u'\n')));
    if (!mrz) {
        say(QString::fromUtf8(compact(
            {{QStringLiteral("valid"), false}, {QStringLiteral("error"), mrz.error().detail}})));
        complain(mrz.error().detail);
        return 1;
    }
    say(QString::fromUtf8(compact({
        {QStringLiteral("format"), nameOf(mrz->format)},
        {QStringLiteral("document_code"), mrz->documentCode},
        {QStringLiteral("issuer"), mrz->issuer},
        {QStringLiteral("surname"), mrz->surname},
        {QStringLiteral("given_names"), mrz->givenNames},
        {QStringLiteral("number"), mrz->number},
        {QStringLiteral("nationality"), mrz->nationality},
        {QStringLiteral("birth"), mrz->birth},
        {QStringLiteral("sex"), mrz->sex},
        {QStringLiteral("expiry"), mrz->expiry},
        {QStringLiteral("optional"), mrz->optional},
        {QStringLiteral("optional2"), mrz->optionalSecond},
        {QStringLiteral("wrong"), QJsonArray::fromStringList(mrz->wrong)},
        {QStringLiteral("valid"), mrz->valid()},
    })));
    if (!mrz->valid())
        complain(QStringLiteral("wrong check digit: ") + mrz->wrong.join(QStringLiteral(", ")));
    return mrz->valid() ? 0 : 1;
}

// The text of the card is not read: a portrait alone is wanted.
Result<QByteArray> portraitIn(const QByteArray& content) {
    TRY_ASSIGN(const QByteArray capture, unhexed(content));
    if (capture.size() == portraitBytes)
        return capture;
    TRY_ASSIGN(const SdtAnswer answer, readAnswer(capture));
    TRY_ASSIGN(const IdCard card, cardFromAnswer(answer.data));
    return card.photo;
}

int makePhoto(QStringList arguments) {
    const QString out = takeOption(arguments, QStringLiteral("-o"));
    const QString library = takeOption(arguments, QStringLiteral("--library"));
    if (arguments.size() != 1 || out.isEmpty()) {
        complain(QString::fromUtf8(usage));
        return 2;
    }
    const Result<QByteArray> content = contentOf(arguments[0], longestCapture);
    const Result<QByteArray> wlt = content ? portraitIn(*content) : fail(content.error());
    if (!wlt) {
        complain(arguments[0] + QStringLiteral(": ") + wlt.error().detail);
        return 1;
    }
    VendorProcess helper;
    QJsonObject answer;
    QEventLoop loop;
    helper.ask({{QStringLiteral("do"), QStringLiteral("photo")},
                {QStringLiteral("library"), library},
                {QStringLiteral("wlt"), QString::fromLatin1(wlt->toBase64())}},
               [&](const QJsonObject& got) {
                   answer = got;
                   loop.quit();
               });
    loop.exec();
    const QString error = answer.value(QLatin1String("error")).toString();
    const QImage picture = QImage::fromData(
        QByteArray::fromBase64(answer.value(QLatin1String("bmp")).toString().toLatin1()));
    if (error.isEmpty() && !picture.isNull() && picture.save(out))
        return 0;
    complain(!error.isEmpty() ? QStringLiteral("%1: %2").arg(
                                    error, answer.value(QLatin1String("detail")).toString())
                              : out + QStringLiteral(": cannot be written"));
    return 1;
}

} // namespace

int runIdcard(const QStringList& arguments) {
    const QString verb = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    const bool asked = arguments.contains(QLatin1String("--help"));
    if (verb == u"decode" && !rest.isEmpty() && !asked)
        return decodeFiles(rest);
    if (verb == u"replay" && rest.size() == 1 && !asked)
        return replayFile(rest.first());
    if (verb == u"photo" && !rest.isEmpty() && !asked)
        return makePhoto(rest);
    if (verb == u"mrz" && !rest.isEmpty() && !asked)
        return readZone(rest);
    asked ? say(QString::fromUtf8(usage)) : complain(QString::fromUtf8(usage));
    return asked ? 0 : 2;
}

} // namespace tongban::cli

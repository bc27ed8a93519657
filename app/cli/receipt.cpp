// tongban receipt make|verify|show
#include "app/cli/verbs.h"
#include "services/receipt/qr_code.h"
#include "services/receipt/receipt_keys.h"

#include <QCommandLineParser>
#include <QFile>

namespace tongban::cli {

namespace {

using namespace receipt;

constexpr char16_t help[] =
    uR"(tongban receipt verify URL --keys FILE [--origin HTTPS://HOST] [--code CODE --lines "a|b|c"]
tongban receipt show URL
tongban receipt make --key FILE --device N --generation N --region CODE --lines "a|b|c"
                     [--origin HTTPS://HOST] [--time 2026-11-18T00:53:20.000Z] [--flags N]
                     [--svg FILE] [--keys FILE]

verify  says “valid”, “altered”, “unknown issuer”, “expired key” or why the text is no receipt; with
        --code and --lines also whether the printed lines are those that were signed. Works offline.
show    prints what the token says, without judging it.
make    signs a receipt with a private key (PEM, mode 0600) and prints URL and code; --svg draws the QR
        code, --keys adds the public key to that file. Flags: 1 offline, 2 clock uncertain, 4 practice.

Exit: 0 valid or made, 1 anything else about the receipt, 2 wrong usage.)";

int usage(const QString& why) {
    complain(QStringLiteral("tongban receipt: %1; see tongban receipt --help").arg(why));
    return 2;
}

Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return file.readAll();
}

Result<ReceiptKeys> readKeys(const QString& path) {
    TRY_ASSIGN(const QByteArray text, contentOf(path));
    return ReceiptKeys::fromJson(text);
}

int finding(const Fault& fault) {
    complain(QStringLiteral("not a receipt: %1").arg(fault.detail));
    return 1;
}

int show(const SignedReceipt& read) {
    const Receipt& r = read.receipt;
    say(QStringLiteral("algorithm  %1").arg(crypto::nameOf(r.algorithm)));
    say(QStringLiteral("key        %1").arg(nameOf(r.key)));
    say(QStringLiteral("region     %1").arg(r.region, 6, 10, QLatin1Char('0')));
    say(QStringLiteral("issued     %1").arg(toIso(r.issuedAt)));
    say(QStringLiteral("id         %1").arg(QString::fromLatin1(r.id.toHex())));
    say(QStringLiteral("commitment %1").arg(QString::fromLatin1(r.commitment.toHex())));
    say(QStringLiteral("flags      %1%2%3")
            .arg((r.flags & Offline) != 0 ? u"offline " : u"",
                 (r.flags & ClockUncertain) != 0 ? u"clock-uncertain " : u"",
                 (r.flags & Test) != 0 ? u"practice" : u""));
    return 0;
}

int verifyUrl(const QString& url, const QCommandLineParser& parser) {
    if (!parser.isSet(QStringLiteral("keys")))
        return usage(QStringLiteral("verify needs --keys"));
    const auto keys = readKeys(parser.value(QStringLiteral("keys")));
    if (!keys.has_value())
        return usage(keys.error().detail);
    const auto read = parseUrl(url, parser.value(QStringLiteral("origin")));
    if (!read.has_value())
        return finding(read.error());
    const Verdict verdict = verify(*read, *keys);
    say(nameOf(verdict));
    if (verdict != Verdict::Valid)
        return 1;
    if (!parser.isSet(QStringLiteral("lines")))
        return 0;
    const bool held = commits(read->receipt, parser.value(QStringLiteral("code")),
                              parser.value(QStringLiteral("lines")).split(u'|'));
    say(held ? QStringLiteral("lines as signed") : QStringLiteral("lines differ"));
    return held ? 0 : 1;
}

Result<Statement> statementOf(const QCommandLineParser& parser) {
    const auto number = [&parser](const char* name, uint otherwise) -> Result<uint> {
        const QString option = QString::fromLatin1(name);
        if (!parser.isSet(option))
            return otherwise;
        bool ok = false;
        const uint value = parser.value(option).toUInt(&ok);
        if (!ok)
            return fail(FaultKind::Invalid, QStringLiteral("--%1 is not a number").arg(option));
        return value;
    };
    Statement statement;
    TRY_ASSIGN(statement.key.device, number("device", 0));
    TRY_ASSIGN(const uint generation, number("generation", 1));
    TRY_ASSIGN(statement.region, number("region", 440399));
    TRY_ASSIGN(const uint flags, number("flags", 0));
    if (generation > 255 || flags > 7)
        return fail(FaultKind::Invalid, QStringLiteral("--generation or --flags out of range"));
    statement.key.generation = static_cast<quint8>(generation);
    statement.flags = static_cast<quint8>(flags);
    statement.lines = parser.value(QStringLiteral("lines")).split(u'|');
    statement.issuedAt = SystemClock().now();
    if (parser.isSet(QStringLiteral("time"))) {
        bool ok = false;
        statement.issuedAt = fromIso(parser.value(QStringLiteral("time")), &ok);
        if (!ok)
            return fail(FaultKind::Invalid, QStringLiteral("--time is not a time"));
    }
    return statement;
}

Result<void> store(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return fail(FaultKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

Result<void> addKey(const QString& path, KeyNumber number, const crypto::PublicKey& key) {
    ReceiptKeys keys;
    if (QFile::exists(path)) {
        TRY_ASSIGN(keys, readKeys(path));
    }
    keys.add({number, key, {}});
    return store(path, keys.toJson() + '\n');
}

Result<IssuedReceipt> make(const QCommandLineParser& parser) {
    TRY_ASSIGN(const Statement statement, statementOf(parser));
    TRY_ASSIGN(const crypto::PrivateKey key,
               crypto::PrivateKey::load(parser.value(QStringLiteral("key"))));
    const QString origin = parser.isSet(QStringLiteral("origin"))
                               ? parser.value(QStringLiteral("origin"))
                               : QStringLiteral("HTTPS://R.EXAMPLE.GOV.CN");
    TRY_ASSIGN(const IssuedReceipt made, issue(statement, key, origin));
    if (parser.isSet(QStringLiteral("svg"))) {
        TRY_ASSIGN(const QrCode qr, QrCode::encode(made.url));
        TRY(store(parser.value(QStringLiteral("svg")), qr.toSvg()));
    }
    if (parser.isSet(QStringLiteral("keys")))
        TRY(addKey(parser.value(QStringLiteral("keys")), statement.key, key.publicKey()));
    return made;
}

int makeAndSay(const QCommandLineParser& parser) {
    if (!parser.isSet(QStringLiteral("key")) || !parser.isSet(QStringLiteral("lines")))
        return usage(QStringLiteral("make needs --key and --lines"));
    const auto made = make(parser);
    if (!made.has_value()) {
        complain(QStringLiteral("tongban receipt: %1").arg(made.error().detail));
        return 1;
    }
    say(made->url);
    say(QStringLiteral("code %1").arg(made->code));
    return 0;
}

} // namespace

int runReceipt(const QStringList& arguments) {
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help")) {
        say(QString::fromUtf16(help));
        return arguments.isEmpty() ? 2 : 0;
    }
    QCommandLineParser parser;
    for (const char* option : {"keys", "origin", "code", "lines", "key", "device", "generation",
                               "region", "time", "flags", "svg"})
        parser.addOption({QString::fromLatin1(option), {}, QStringLiteral("value")});
    if (!parser.parse(QStringList{QStringLiteral("tongban")} + arguments))
        return usage(parser.errorText());
    const QStringList words = parser.positionalArguments();
    const QString act = words.value(0);
    if (act == QLatin1String("make") && words.size() == 1)
        return makeAndSay(parser);
    if (words.size() == 2 && act == QLatin1String("verify"))
        return verifyUrl(words.at(1), parser);
    if (words.size() == 2 && act == QLatin1String("show")) {
        const auto read = parseUrl(words.at(1));
        return read.has_value() ? show(*read) : finding(read.error());
    }
    return usage(QStringLiteral("expected verify URL, show URL or make"));
}

} // namespace tongban::cli

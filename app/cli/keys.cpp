// tongban keys: key files, and the signed repository of packs
#include "app/cli/resources.h"
#include "app/cli/verbs.h"
#include "services/catalog/package_check.h"
#include "services/crypto/digest.h"
#include "services/packs/pack_client.h"
#include "services/packs/pack_publisher.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace tongban::cli {

namespace {

constexpr char16_t help[] = uR"(tongban keys new FILE [--algorithm p256|ed25519|sm2]
tongban keys public FILE
tongban keys packs-publish KEYS REPOSITORY FILE… [--prefix items] [--days 30]
                           [--revoke NAME --severity finish_current|stop_now]
tongban keys packs-renew KEYS REPOSITORY
tongban keys packs-rotate OLDKEYS NEWKEYS REPOSITORY
tongban keys packs-verify REPOSITORY [--root FILE]

new            makes a private key (PKCS #8 PEM, mode 0600); public prints its public half.
packs-publish  signs FILE… as the whole new set of packs: TUF metadata with the roles root (2 of 3),
               targets (2 of 2), snapshot and timestamp. KEYS is a folder; missing keys are made in it.
               A .tbpkg of tongban package build is checked first; one that is refused is not signed.
               On a real installation the root and targets keys lie with different people: see SECURITY.md.
               --days says how long a machine may use the packs without an update.
packs-renew    a new timestamp (they live one day); needs the online key only.
packs-rotate   a new root with the keys of NEWKEYS, signed by two old and two new root keys.
packs-verify   follows the repository as a machine would, from its first root or from --root, and lists
               the packs.

Exit: 0 done, 1 refused, 2 wrong usage.)";

int usage(const QString& why) {
    complain(QStringLiteral("tongban keys: %1; see tongban keys --help").arg(why));
    return 2;
}

int done(const Result<void>& outcome, const QString& words) {
    if (!outcome.has_value()) {
        complain(QStringLiteral("tongban keys: %1").arg(outcome.error().detail));
        return 1;
    }
    say(words);
    return 0;
}

Result<QByteArray> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return file.readAll();
}

Result<void> makeKey(const QString& path, const QString& algorithm) {
    if (QFile::exists(path))
        return fail(FaultKind::Conflict, QStringLiteral("%1 is there already").arg(path));
    TRY_ASSIGN(const crypto::Algorithm kind, crypto::algorithmOf(algorithm));
    TRY_ASSIGN(const crypto::PrivateKey key, crypto::PrivateKey::generate(kind));
    TRY(key.save(path));
    return {};
}

Result<void> showPublic(const QString& path) {
    TRY_ASSIGN(const crypto::PrivateKey key, crypto::PrivateKey::load(path));
    say(QString::fromLatin1(key.publicKey().toPem().trimmed()));
    say(QStringLiteral("algorithm %1").arg(crypto::nameOf(key.algorithm())));
    say(QStringLiteral("raw %1").arg(QString::fromLatin1(key.publicKey().compressed().toHex())));
    return {};
}

// Those algorithms whose keys TUF metadata of ours may hold.
Result<packs::RoleKeys> roleKeys(const QString& folder, const QCommandLineParser& parser) {
    TRY_ASSIGN(const crypto::Algorithm kind,
               crypto::algorithmOf(parser.isSet(QStringLiteral("algorithm"))
                                       ? parser.value(QStringLiteral("algorithm"))
                                       : QStringLiteral("ed25519")));
    if (kind == crypto::Algorithm::P256)
        return fail(FaultKind::Invalid, QStringLiteral("packs are signed by ed25519 or sm2"));
    return packs::RoleKeys::loadOrGenerate(folder, kind);
}

// The publish gate: an item package with a defect that blocks does not get a signature.
Result<void> mayBePublished(const QString& path, const QByteArray& bytes) {
    if (!path.endsWith(QLatin1String(".tbpkg")))
        return {};
    TRY_ASSIGN(const catalog::PackageFiles files, catalog::unpackArchive(bytes));
    QStringList refused;
    for (const catalog::PackageDefect& defect :
         catalog::checkPackage(files, resourcePath(QStringLiteral("schemas")))) {
        if (defect.gravity == catalog::Gravity::Refused)
            refused << path + u'/' + catalog::lineOf(defect);
    }
    return refused.isEmpty() ? Result<void>() : fail(FaultKind::Invalid, refused.join(u'\n'));
}

Result<void> publish(const QStringList& words, const QCommandLineParser& parser) {
    const Instant now = SystemClock().now();
    const QString prefix = parser.value(QStringLiteral("prefix"));
    TRY_ASSIGN(const packs::RoleKeys keys, roleKeys(words.at(1), parser));
    packs::PackPublisher publisher(words.at(2));
    TRY(publisher.begin(keys, now));
    QList<packs::PublishedPack> list;
    for (const QString& file : words.mid(3)) {
        packs::PublishedPack pack;
        pack.name = (prefix.isEmpty() ? QString() : prefix + u'/') + QFileInfo(file).fileName();
        TRY_ASSIGN(pack.bytes, contentOf(file));
        TRY(mayBePublished(file, pack.bytes));
        if (const int days = parser.value(QStringLiteral("days")).toInt(); days > 0)
            pack.useUntil = now + std::chrono::hours(24 * days);
        list.append(std::move(pack));
    }
    QList<packs::Revocation> revoked;
    for (const QString& name : parser.values(QStringLiteral("revoke")))
        revoked.append({name,
                        {},
                        parser.value(QStringLiteral("severity")) == QLatin1String("finish_current")
                            ? packs::Severity::FinishCurrent
                            : packs::Severity::StopNow});
    return publisher.publish(keys, list, revoked, now);
}

packs::Fetch fromFolder(const QString& folder) {
    return [folder](const QString& path, qint64 limit, const auto& answered) {
        auto bytes = contentOf(folder + u'/' + path);
        if (bytes.has_value() && bytes->size() > limit)
            bytes = fail(FaultKind::Invalid, QStringLiteral("%1 is larger than stated").arg(path));
        answered(std::move(bytes));
    };
}

QString wordOf(packs::PackState state) {
    switch (state) {
    case packs::PackState::Usable:
        return QStringLiteral("usable");
    case packs::PackState::FinishCurrent:
        return QStringLiteral("finish current");
    case packs::PackState::Stopped:
        return QStringLiteral("stopped");
    case packs::PackState::TooOld:
        return QStringLiteral("too old");
    case packs::PackState::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

Result<void> verifyRepository(const QString& repository, const QString& root) {
    TRY_ASSIGN(const QByteArray first,
               contentOf(root.isEmpty() ? repository + QStringLiteral("/1.root.json") : root));
    const QTemporaryDir machine;
    TRY_ASSIGN(const auto client,
               packs::PackClient::open(machine.path(), first, fromFolder(repository),
                                       [] { return SystemClock().now(); }));
    Result<bool> outcome = fail(FaultKind::Internal, QStringLiteral("no answer"));
    client->refresh([&outcome](Result<bool> result) { outcome = std::move(result); });
    if (!outcome.has_value())
        return fail(outcome.error());
    const auto& targets = *client->trusted().targets();
    for (auto it = targets.packs.begin(); it != targets.packs.end(); ++it)
        say(QStringLiteral("%1  %2  %3 octets  %4")
                .arg(QString::fromLatin1(it->sha256.toHex().left(16)), it.key())
                .arg(it->length)
                .arg(wordOf(client->stateOf(it.key()))));
    return {};
}

int runPacks(const QString& act, const QStringList& words, const QCommandLineParser& parser) {
    const Instant now = SystemClock().now();
    if (act == QLatin1String("packs-publish") && words.size() >= 3)
        return done(publish(words, parser),
                    QStringLiteral("published %1 packs").arg(words.size() - 3));
    if (act == QLatin1String("packs-verify") && words.size() == 2)
        return done(verifyRepository(words.at(1), parser.value(QStringLiteral("root"))),
                    QStringLiteral("repository holds"));
    if (act == QLatin1String("packs-renew") && words.size() == 3) {
        const auto keys = roleKeys(words.at(1), parser);
        return done(keys.has_value() ? packs::PackPublisher(words.at(2)).renewTimestamp(*keys, now)
                                     : Result<void>(fail(keys.error())),
                    QStringLiteral("timestamp renewed"));
    }
    if (act == QLatin1String("packs-rotate") && words.size() == 4) {
        const auto old = roleKeys(words.at(1), parser);
        const auto next = roleKeys(words.at(2), parser);
        if (!old.has_value() || !next.has_value())
            return done(fail(old.has_value() ? next.error() : old.error()), {});
        return done(packs::PackPublisher(words.at(3)).rotate(*old, *next, now),
                    QStringLiteral("root rotated; publish with the new keys now"));
    }
    return usage(QStringLiteral("unknown or incomplete: %1").arg(act));
}

} // namespace

int runKeys(const QStringList& arguments) {
    if (arguments.isEmpty() || arguments.first() == QLatin1String("--help")) {
        say(QString::fromUtf16(help));
        return arguments.isEmpty() ? 2 : 0;
    }
    QCommandLineParser parser;
    for (const char* option : {"algorithm", "prefix", "days", "revoke", "severity", "root"})
        parser.addOption({QString::fromLatin1(option), {}, QStringLiteral("value")});
    if (!parser.parse(QStringList{QStringLiteral("tongban")} + arguments))
        return usage(parser.errorText());
    const QStringList words = parser.positionalArguments();
    const QString act = words.value(0);
    if (act == QLatin1String("new") && words.size() == 2) {
        const QString algorithm = parser.value(QStringLiteral("algorithm"));
        return done(makeKey(words.at(1), algorithm.isEmpty() ? QStringLiteral("p256") : algorithm),
                    QStringLiteral("%1 made").arg(words.at(1)));
    }
    if (act == QLatin1String("public") && words.size() == 2) {
        const auto shown = showPublic(words.at(1));
        return shown.has_value() ? 0 : done(shown, {});
    }
    return runPacks(act, words, parser);
}

} // namespace tongban::cli

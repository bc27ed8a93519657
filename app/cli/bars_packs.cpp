// Bar of hostile packs: attacks on the repository, and archives that want out of their folder.
#include "app/cli/bar.h"
#include "services/catalog/item_package.h"
#include "tests/support/pack_world.h"

#include <QRandomGenerator>
#include <ctime>

namespace tongban::cli {

namespace {

using test::Happening;
using test::PackWorld;

// Whether a machine that held version 2 takes what happened; it starts anew in between, so that
// everything comes off its disk.
bool installed(const Happening& happening, Findings& findings) {
    PackWorld world;
    happening.happen(world);
    const auto refresh = [&world](const QString& source) {
        auto client = packs::PackClient::open(world.dir.filePath(QStringLiteral("machine")),
                                              world.publisher.initialRoot().value(),
                                              world.from(source), [&world] { return world.now; });
        bool taken = false;
        if (client.has_value())
            (*client)->refresh([&taken](const Result<bool>& done) { taken = done.has_value(); });
        const auto pack = client.has_value() ? (*client)->pack(test::packName)
                                             : fail(FaultKind::NotFound, QString());
        return std::pair(taken, pack.value_or(QByteArray()));
    };
    findings.expect(refresh(world.good).first, QStringLiteral("the good set was refused"));
    const auto [taken, bytes] = refresh(world.next);
    findings.expect(taken || bytes == "version 2",
                    QLatin1String(happening.name) + QStringLiteral(": refused, yet changed"));
    return taken;
}

QByteArray archiveOf(const QByteArray& manifest, const QByteArray& content) {
    return "TONGBAN-PACKAGE 1\n" + manifest + '\n' + content;
}

QByteArray entry(const QByteArray& path, const QByteArray& size, const QByteArray& hash) {
    return R"({"path":")" + path + R"(","size":)" + size + R"(,"sha256":")" + hash + R"("})";
}

// Names that leave the folder, sizes that lie, digests that lie, too much of everything, cut and
// flipped ones.
QByteArrayList hostileArchives(const catalog::PackageFiles& good) {
    QByteArrayList all;
    const QByteArray x = "x";
    const QByteArray hash = crypto::sha256(x).toHex();
    const QByteArrayList names{"../a",
                               "../../etc/passwd",
                               "/etc/passwd",
                               "a/../../b",
                               "./a",
                               "a//b",
                               "a/",
                               "",
                               " ",
                               "A.json",
                               "a\\\\b",
                               "C:a",
                               "a\\u0000b",
                               "\\u202ea",
                               "a\\nb",
                               "~/a",
                               "$HOME",
                               "a/b/c/d/e/f",
                               ".hidden",
                               "con|x",
                               "..%2fa",
                               "a;b",
                               "\\u8def.json",
                               "-rf/..",
                               "a*"};
    for (const QByteArray& name : names)
        all.append(archiveOf(R"({"files":[)" + entry(name, "1", hash) + "]}", x));
    for (const QByteArray& size : QByteArrayList{"0", "2", "-1", "1e18", "9007199254740993", "null",
                                                 "\"1\"", "1.5", "99999999"})
        all.append(archiveOf(R"({"files":[)" + entry("a.json", size, hash) + "]}", x));
    for (const QByteArray& wrong :
         QByteArrayList{"", "00", hash.toUpper(), QByteArray(64, '0'), hash + "00"})
        all.append(archiveOf(R"({"files":[)" + entry("a.json", "1", wrong) + "]}", x));
    const QByteArray twice = entry("a.json", "1", hash);
    all.append(archiveOf(R"({"files":[)" + twice + ',' + twice + "]}", "xx"));
    all.append(archiveOf(R"({"files":[)" + twice + "]}", "xmore"));
    all.append(archiveOf("[" + QByteArray(50'000, '[') + "]", x));
    all.append(archiveOf("{\"files\":\"a\"}", x));
    all.append("PK\x03\x04" + QByteArray(500, 'z'));
    all.append("TONGBAN-PACKAGE 2\n{}\n");
    catalog::PackageFiles many;
    for (int i = 0; i < 100; ++i)
        many.insert(QStringLiteral("f%1.json").arg(i), "{}");
    all.append(catalog::packArchive(many));
    all.append(catalog::packArchive({{QStringLiteral("big.json"), QByteArray(9 << 20, ' ')}}));
    const QByteArray whole = catalog::packArchive(good);
    QRandomGenerator random(20261124);
    const auto size = static_cast<int>(whole.size());
    while (all.size() < 200) {
        QByteArray bent = whole;
        if (all.size() % 2 == 0)
            bent.truncate(random.bounded(size));
        else
            bent[random.bounded(size)] ^= static_cast<char>(1 + random.bounded(255));
        all.append(bent);
    }
    return all;
}

BarOutcome packs() {
    Findings findings;
    int attacks = 0;
    int honest = 0;
    int taken = 0;
    for (const Happening& happening : test::packHappenings()) {
        const bool is = installed(happening, findings);
        (happening.accepted ? honest : attacks) += 1;
        taken += is && !happening.accepted ? 1 : 0;
        findings.expect(is == happening.accepted, QLatin1String(happening.name));
    }
    const auto good = catalog::readPackageFolder(
        QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/elder-allowance"));
    if (!good.has_value())
        return {false, {{QStringLiteral("why"), good.error().detail}}, {}};
    int opened = 0;
    qint64 slowest = 0;
    const QByteArrayList hostile = hostileArchives(*good);
    for (const QByteArray& archive : hostile) {
        const std::clock_t start = std::clock(); // of this process: the machine may be busy
        const bool is = catalog::unpackArchive(archive).has_value();
        slowest = qMax(slowest, qint64(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
        opened += is ? 1 : 0;
        findings.expect(
            !is, QStringLiteral("archive taken: %1").arg(QString::fromLatin1(archive.mid(18, 60))));
    }
    findings.expect(slowest <= 50, QStringLiteral("%1 ms for one archive").arg(slowest));
    // The control: the same archive unharmed is taken, as are the honest changes above.
    const bool control = catalog::unpackArchive(catalog::packArchive(*good)).has_value();
    findings.expect(control, QStringLiteral("the control was refused"));
    return findings.outcome({{QStringLiteral("attacks"), attacks},
                             {QStringLiteral("archives"), hostile.size()},
                             {QStringLiteral("installed"), taken + opened},
                             {QStringLiteral("slowest_ms"), slowest},
                             {QStringLiteral("control_honest"), honest}});
}

} // namespace

QList<Bar> packBars() {
    return {
        {"sec-pack", "attacks on the packs and 200 hostile archives: none is installed", packs}};
}

} // namespace tongban::cli

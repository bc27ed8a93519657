// From the publisher's folder to the items of a machine: what verifies is installed, dates take
// hold at midnight without a network, a bad set is not taken, a visit stays on its version.
#include "services/crypto/digest.h"
#include "services/packs/pack_publisher.h"
#include "services/session/item_desk.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;
using namespace std::chrono_literals;

namespace {

class SetClock final : public Clock {
public:
    Instant now() const override { return at; }
    Instant at{};
};

Instant moment(QDate day, QTime time) {
    return Instant(std::chrono::milliseconds(QDateTime(day, time).toMSecsSinceEpoch()));
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The elder allowance as version `version`, valid from `from` on.
QByteArray version(int number, QDate from, QDate to = {}) {
    PackageFiles files =
        readPackageFolder(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/elder-allowance"))
            .value();
    QJsonObject item = QJsonDocument::fromJson(files["item.json"]).object();
    QJsonObject package = item["package"].toObject();
    package["version"] = number;
    package["validFrom"] = from.toString(Qt::ISODate);
    if (to.isValid())
        package["validTo"] = to.toString(Qt::ISODate);
    item["package"] = package;
    files["item.json"] = QJsonDocument(item).toJson();
    return packArchive(files);
}

} // namespace

class TestItemDesk : public QObject {
    Q_OBJECT

    const QDate m_day{2026, 9, 9};
    std::unique_ptr<QTemporaryDir> m_dir;
    SetClock m_clock;
    std::optional<packs::RoleKeys> m_keys;
    std::unique_ptr<packs::PackPublisher> m_publisher;
    Catalog m_catalog;
    std::unique_ptr<session::ItemDesk> m_desk;
    bool m_network = true;

    void publish(const QList<packs::PublishedPack>& list,
                 const QList<packs::Revocation>& revoked = {}) {
        const auto published = m_publisher->publish(*m_keys, list, revoked, m_clock.now());
        QVERIFY2(published.has_value(), published ? "" : qPrintable(published.error().detail));
    }
    std::unique_ptr<packs::PackClient> client() {
        const auto fetch = [this](const QString& path, qint64 limit,
                                  const std::function<void(Result<QByteArray>)>& done) {
            const QByteArray bytes = contentOf(m_dir->filePath("repository/" + path));
            if (!m_network)
                return done(fail(FaultKind::Offline, path));
            if (bytes.isEmpty() || bytes.size() > limit)
                return done(fail(FaultKind::NotFound, path));
            done(bytes);
        };
        return packs::PackClient::open(m_dir->filePath("machine"),
                                       m_publisher->initialRoot().value(), fetch,
                                       [this] { return m_clock.now(); })
            .value();
    }
    bool refreshed() {
        bool good = false;
        m_desk->refresh([&good](const Result<bool>& done) { good = done.has_value(); });
        return good;
    }
    int shown() const {
        const ItemPackage* package = m_catalog.package("elder-allowance");
        return package == nullptr ? 0 : package->item().version;
    }

private Q_SLOTS:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_network = true;
        m_clock.at = moment(m_day, QTime(10, 0));
        m_keys =
            packs::RoleKeys::loadOrGenerate(m_dir->filePath("keys"), crypto::Algorithm::Ed25519)
                .value();
        m_publisher = std::make_unique<packs::PackPublisher>(m_dir->filePath("repository"));
        QVERIFY(m_publisher->begin(*m_keys, m_clock.now()).has_value());
        static const ItemShelf shipped =
            ItemShelf::open(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items"));
        m_desk = std::make_unique<session::ItemDesk>(m_catalog, shipped, m_clock);
    }

    void whatCameWithTheProgramHoldsUntilASetIsThere() {
        QCOMPARE(m_catalog.entries().size(), 12);
        QVERIFY(!refreshed()); // nothing is followed
        m_desk->follow(client());
        QCOMPARE(m_catalog.entries().size(), 12);
        publish({{"items/elder-allowance-1.tbpkg", version(1, m_day), {}, {}}});
        QSignalSpy changed(m_desk.get(), &session::ItemDesk::changed);
        QVERIFY(refreshed());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_catalog.entries().size(), 1);
    }

    void aDateTakesHoldAtMidnightWithoutANetwork() {
        m_desk->follow(client());
        publish({{"items/elder-allowance-1.tbpkg", version(1, m_day), {}, {}},
                 {"items/elder-allowance-2.tbpkg", version(2, m_day.addDays(1)), {}, {}}});
        QVERIFY(refreshed());
        m_network = false;
        QCOMPARE(shown(), 1);
        // The visit under way when the clock strikes.
        const auto held = m_catalog.held("elder-allowance");
        m_clock.at = moment(m_day, QTime(23, 59, 59, 999));
        m_desk->review();
        QCOMPARE(shown(), 1);
        m_clock.at += 1ms;
        m_desk->review();
        QCOMPARE(shown(), 2);
        QCOMPARE(held->item().version, 1);
        QVERIFY(held->guide.outline({}, {}, m_day).has_value());
    }

    void theLastDayIsADay() {
        m_desk->follow(client());
        publish({{"items/elder-allowance-1.tbpkg", version(1, m_day, m_day), {}, {}}});
        QVERIFY(refreshed());
        QCOMPARE(shown(), 1);
        m_clock.at = moment(m_day.addDays(1), QTime(0, 0));
        m_desk->review();
        QCOMPARE(shown(), 0);
    }

    void aBadSetIsNotTaken_data() {
        QTest::addColumn<QByteArray>("bad");
        PackageFiles files =
            readPackageFolder(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/senior-card"))
                .value();
        QTest::newRow("no package") << QByteArray("not a package");
        QByteArray cut = packArchive(files);
        QTest::newRow("cut") << cut.left(cut.size() / 2);
        files["decisions.dmn"] = "<definitions/>";
        files.remove("item.json");
        QTest::newRow("no item") << packArchive(files);
    }
    // Rightly signed by both people, and of no use: the whole set stays out, now and after a
    // restart.
    void aBadSetIsNotTaken() {
        QFETCH(QByteArray, bad);
        m_desk->follow(client());
        publish({{"items/elder-allowance-1.tbpkg", version(1, m_day), {}, {}}});
        QVERIFY(refreshed());
        publish({{"items/elder-allowance-2.tbpkg", version(2, m_day), {}, {}},
                 {"items/senior-card-1.tbpkg", bad, {}, {}}});
        QVERIFY(!refreshed());
        QCOMPARE(shown(), 1);
        m_desk->follow(client());
        QCOMPARE(shown(), 1);
        // The next good one is taken again.
        publish({{"items/elder-allowance-3.tbpkg", version(3, m_day), {}, {}}});
        QVERIFY(refreshed());
        QCOMPARE(shown(), 3);
    }

    void aTamperedPackIsNotTaken() {
        m_desk->follow(client());
        publish({{"items/elder-allowance-1.tbpkg", version(1, m_day), {}, {}}});
        QVERIFY(refreshed());
        publish({{"items/elder-allowance-2.tbpkg", version(2, m_day), {}, {}}});
        for (const QFileInfo& info :
             QDir(m_dir->filePath("repository/targets/items")).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (!info.fileName().endsWith("elder-allowance-2.tbpkg"))
                continue;
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 1) &&
                    file.write("x") == 1);
        }
        QVERIFY(!refreshed());
        QCOMPARE(shown(), 1);
    }

    // Publisher and reviewer are two people: with one key there is no set.
    void oneSignatureIsNotEnough() {
        m_desk->follow(client());
        packs::RoleKeys alone = *m_keys;
        alone.targets = {m_keys->targets[0], m_keys->targets[0]};
        (void)m_publisher->publish(alone,
                                   {{"items/elder-allowance-1.tbpkg", version(1, m_day), {}, {}}},
                                   {}, m_clock.now());
        QVERIFY(!refreshed());
        QCOMPARE(m_catalog.entries().size(), 12);
    }

    void useUntilAndRevocationAreHonoured() {
        m_desk->follow(client());
        const QByteArray first = version(1, m_day);
        publish({{"items/elder-allowance-1.tbpkg", first, m_clock.now() + 48h, {}}});
        QVERIFY(refreshed());
        m_network = false;
        m_clock.at += 47h;
        m_desk->review();
        QCOMPARE(shown(), 1);
        m_clock.at += 2h;
        m_desk->review();
        QCOMPARE(shown(), 0);

        m_network = true;
        for (const auto severity : {packs::Severity::FinishCurrent, packs::Severity::StopNow}) {
            publish({{"items/elder-allowance-1.tbpkg", first, {}, {}}});
            QVERIFY(refreshed());
            QCOMPARE(shown(), 1);
            publish({{"items/elder-allowance-1.tbpkg", first, {}, {}}},
                    {{"items/elder-allowance-1.tbpkg", crypto::sha256(first), severity}});
            QVERIFY(refreshed());
            QCOMPARE(shown(), 0); // nothing new begins
        }
    }
};

QTEST_GUILESS_MAIN(TestItemDesk)
#include "tst_item_desk.moc"

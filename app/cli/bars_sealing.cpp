// Bars of what rests on a kiosk's disk and of the ciphers that guard it.
#include "app/cli/bar.h"
#include "services/crypto/self_test.h"
#include "services/storage/migrations.h"
#include "tests/support/hand_in.h"

#include <QDir>

namespace tongban::cli {

namespace {

// Every known answer of the standards; a flipped expectation must be noticed.
BarOutcome knownAnswerTests() {
    Findings findings;
    int good = 0;
    int controls = 0;
    for (const crypto::KnownAnswer& answer : crypto::knownAnswers()) {
        const QByteArray computed = answer.compute();
        findings.expect(computed == answer.expected, answer.name);
        good += computed == answer.expected ? 1 : 0;
        QByteArray flipped = answer.expected;
        flipped[0] = static_cast<char>(flipped[0] ^ 1);
        controls += computed != flipped ? 1 : 0;
    }
    findings.expect(controls == crypto::knownAnswers().size(), QStringLiteral("control"));
    for (const crypto::Suite suite : {crypto::Suite::Intl, crypto::Suite::Gm}) {
        const auto& provider = crypto::softwareSealProvider(suite);
        const auto key = *crypto::PrivateKey::generate(provider.keyAlgorithm());
        auto sealed = *provider.seal(key.publicKey(), QStringLiteral("k"), "id", "text");
        const auto opened = provider.open(key, sealed, "id");
        findings.expect(opened.has_value() && opened->view() == QByteArrayView("text"),
                        crypto::nameOf(suite) + QStringLiteral(": does not open"));
        sealed.ct[0] = static_cast<char>(sealed.ct[0] ^ 1);
        findings.expect(!provider.open(key, sealed, "id").has_value(),
                        crypto::nameOf(suite) + QStringLiteral(": a changed octet was opened"));
    }
    return findings.outcome({{QStringLiteral("answers"), good}});
}

qint64 markersIn(const QString& folder, const QList<QByteArray>& markers) {
    qint64 found = 0;
    for (const QFileInfo& entry : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const QByteArray& marker : markers)
            found += content.count(marker);
    }
    return found;
}

// 20 applications with planted strings; then the disk is searched as a thief would. The same
// without a seal is the control.
BarOutcome atRest() {
    const QTemporaryDir disk;
    const QTemporaryDir control;
    test::KioskDouble kiosk;
    kiosk.device = QStringLiteral("440399-000001");
    const auto central = *crypto::PrivateKey::generate(crypto::Algorithm::P256);
    kiosk.sealKeys.add(
        {QStringLiteral("k"), crypto::Suite::Intl, central.publicKey(), Instant{}, Instant::max()});
    auto database = storage::Database::open(disk.filePath(QStringLiteral("kiosk.db")));
    auto open = storage::Database::open(control.filePath(QStringLiteral("kiosk.db")));
    Findings findings;
    findings.expect(storage::migrate(*database, *storage::readMigrations(QStringLiteral(
                                                    TONGBAN_SOURCE_DIR "/resources/sql/client")))
                            .has_value() &&
                        open->execute(QStringLiteral("CREATE TABLE t(b BLOB)")).has_value(),
                    QStringLiteral("database"));
    QList<QByteArray> markers;
    for (int i = 0; i < 20; ++i) {
        markers.append("planted-" + crypto::randomBytes(8).toHex());
        protocol::SealedContent content;
        content.answers.insert(QStringLiteral("name"), QString::fromLatin1(markers.last()));
        (void)open->run(QStringLiteral("INSERT INTO t VALUES(?)"),
                        protocol::writeContent(content).view().toByteArray());
        const test::DraftApplication draft =
            kiosk.draft(QStringLiteral("residence-permit"), content);
        findings.expect(test::handIn(*database, draft), QStringLiteral("submit"));
    }
    // Not closed: the write-ahead log is searched as well.
    const qint64 found = markersIn(disk.path(), markers);
    const qint64 controlFound = markersIn(control.path(), markers);
    findings.expect(found == 0, QStringLiteral("planted strings on the disk"));
    findings.expect(controlFound >= 20, QStringLiteral("the control hides its strings"));
    return findings.outcome({{QStringLiteral("planted"), markers.size()},
                             {QStringLiteral("found"), found},
                             {QStringLiteral("control_found"), controlFound}});
}

} // namespace

QList<Bar> sealingBars() {
    return {
        {"sec-crypto-kat", "known answers of the standards, both suites", knownAnswerTests},
        {"sec-atrest", "no personal string on a kiosk's disk", atRest},
    };
}

} // namespace tongban::cli

// Bars of a kiosk's disk: killed while printing, full, damaged.
#include "app/cli/bar.h"
#include "services/cases/damage.h"
#include "services/cases/outbox.h"
#include "services/sync/intake_limits.h"
#include "services/sync/kept_case.h"
#include "tests/support/hand_in.h"

#include <QRandomGenerator>
#include <csignal>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tongban::cli {

namespace {

using storage::Database;
using storage::Statement;

QList<storage::Migration> migrations() {
    return *storage::readMigrations(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/sql/client"));
}

// A machine of its own with a seal key, without a central service.
test::KioskDouble lonelyKiosk() {
    test::KioskDouble kiosk;
    kiosk.device = QStringLiteral("440399-000001");
    kiosk.number = 1;
    const auto central = *crypto::PrivateKey::generate(crypto::Algorithm::P256);
    kiosk.sealKeys.add(
        {QStringLiteral("k"), crypto::Suite::Intl, central.publicKey(), Instant{}, Instant::max()});
    return kiosk;
}

// ---- rel-kill9-print

// What the printer got: one line a receipt, flushed before the next step, as paper is.
void printLine(int paper, const QString& number, int which) {
    const QByteArray line = number.toUtf8() + (which > 1 ? " copy\n" : " first\n");
    [[maybe_unused]] const auto wrote =
        ::write(paper, line.constData(), static_cast<size_t>(line.size()));
    ::fdatasync(paper);
}

// Hands in and prints until it is killed. The control prints before it has committed and marks
// afterwards.
[[noreturn]] void printForEver(const QString& file, const QString& paperFile,
                               const QList<test::DraftApplication>& drafts, bool control) {
    const int paper = ::open(qPrintable(paperFile), O_WRONLY | O_CREAT | O_APPEND, 0600);
    auto database = Database::open(file);
    for (const test::DraftApplication& draft : drafts) {
        const CaseId id(draft.manifest.id);
        if (control)
            printLine(paper, draft.lines.value(1), 1);
        if (!test::handIn(*database, draft))
            ::_exit(1);
        if (control)
            continue;
        const auto which = cases::countPrint(*database, id);
        printLine(paper, draft.lines.value(1), which.value_or(1));
    }
    ::_exit(0);
}

struct PrintFindings {
    int kills = 0;
    int printed = 0;
    int without = 0;   // printed, but no application
    int twoFirsts = 0; // two receipts of one case, neither marked as a copy
};

// After a restart the citizen asks for what did not come out: printed again, marked when it must
// be.
void reprintLast(Database& database, const QString& paperFile) {
    const auto last = database.first(
        QStringLiteral("SELECT application, number FROM receipt ORDER BY rowid DESC LIMIT 1"),
        [](const Statement& row) {
            return QStringList{row.text(0), row.text(1)};
        });
    if (!last.has_value() || !*last)
        return;
    const int paper = ::open(qPrintable(paperFile), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const auto which = cases::countPrint(database, CaseId((*last)->at(0)));
    printLine(paper, (*last)->at(1), which.value_or(1));
    ::close(paper);
}

PrintFindings killWhilePrinting(int kills, bool control) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("kiosk.db"));
    const QString paperFile = folder.filePath(QStringLiteral("paper"));
    auto database = std::make_unique<Database>(Database::open(file).value());
    PrintFindings findings;
    if (!storage::migrate(*database, migrations()).has_value())
        return findings;
    test::KioskDouble kiosk = lonelyKiosk();
    while (findings.kills < kills) {
        QList<test::DraftApplication> drafts;
        for (int i = 0; i < 8; ++i)
            drafts.append(kiosk.draft(QStringLiteral("residence-permit")));
        database.reset(); // no connection crosses the fork
        const pid_t child = ::fork();
        if (child == 0)
            printForEver(file, paperFile, drafts, control);
        ::usleep(static_cast<useconds_t>(QRandomGenerator::global()->bounded(1'500, 12'000)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ++findings.kills;
        database = std::make_unique<Database>(Database::open(file).value());
        if (!control)
            reprintLast(*database, paperFile);
    }
    QSet<QString> there;
    (void)database->each(QStringLiteral("SELECT number FROM receipt"),
                         [&there](const Statement& row) { there.insert(row.text(0)); });
    QHash<QString, int> firsts;
    QFile paper(paperFile);
    (void)paper.open(QIODevice::ReadOnly);
    for (const QByteArray& line : paper.readAll().split('\n').mid(0)) {
        const QString number = QString::fromUtf8(line.split(' ').value(0));
        if (!line.contains(' '))
            continue;
        ++findings.printed;
        findings.without += there.contains(number) ? 0 : 1;
        if (line.endsWith("first") && ++firsts[number] > 1)
            ++findings.twoFirsts;
    }
    return findings;
}

BarOutcome killedPrinting() {
    const PrintFindings good = killWhilePrinting(500, false);
    const PrintFindings control = killWhilePrinting(100, true);
    Findings findings;
    findings.expect(good.kills == 500 && good.printed > 500, QStringLiteral("too little printed"));
    findings.expect(good.without == 0, QStringLiteral("a receipt without its application"));
    findings.expect(good.twoFirsts == 0, QStringLiteral("a copy that is not marked"));
    findings.expect(control.without > 0, QStringLiteral("the control was not found out"));
    return findings.outcome({{QStringLiteral("kills"), good.kills},
                             {QStringLiteral("printed"), good.printed},
                             {QStringLiteral("without_application"), good.without},
                             {QStringLiteral("unmarked_copies"), good.twoFirsts},
                             {QStringLiteral("control_without"), control.without}});
}

// ---- rel-diskfull

// A disk of 8 MiB for the time of a bar.
class SmallDisk {
public:
    SmallDisk()
        : m_mounted(::mount("tmpfs", qPrintable(m_folder.path()), "tmpfs", 0, "size=8m") == 0) {}
    ~SmallDisk() {
        if (m_mounted)
            ::umount2(qPrintable(m_folder.path()), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return m_mounted; }
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    // Takes everything but about `left` octets.
    void fillBut(qint64 left) {
        QFile filler(path("filler"));
        if (filler.open(QIODevice::WriteOnly)) {
            const QByteArray block(4096, 'f');
            for (qint64 free = sync::diskFree(m_folder.path()); free > left; free -= block.size()) {
                if (filler.write(block) < 0 || !filler.flush())
                    break;
            }
        }
    }
    void freeAgain() { QFile::remove(path("filler")); }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

BarOutcome diskFull() {
    SmallDisk disk;
    if (!disk.mounted())
        return {false, {}, QStringLiteral("the right to mount a tmpfs (run as root)")};
    const QString file = disk.path("kiosk.db");
    test::KioskDouble kiosk = lonelyKiosk();
    Findings findings;
    QSet<QString> acknowledged;
    int refused = 0;
    int rounds = 0;
    QElapsedTimer timer;
    timer.start();
    for (; rounds < 250 && timer.elapsed() < 40'000; ++rounds) {
        if (rounds % 50 == 0) {
            QFile::remove(file);
            QFile::remove(file + QStringLiteral("-wal"));
            QFile::remove(file + QStringLiteral("-shm"));
            acknowledged.clear();
        }
        auto database = Database::open(file);
        findings.expect(database.has_value() &&
                            storage::migrate(*database, migrations()).has_value(),
                        QStringLiteral("does not open with space"));
        disk.fillBut(rounds % 50 * 1500); // the disk fills at another write each time
        for (int i = 0; i < 12; ++i) {
            const test::DraftApplication draft = kiosk.draft(QStringLiteral("residence-permit"));
            if (test::handIn(*database, draft))
                acknowledged.insert(draft.manifest.id);
            else
                ++refused;
        }
        const auto stop = sync::intakeStop({sync::diskFree(disk.path("")), 0, {}, true});
        findings.expect(stop == sync::IntakeStop::DiskFull, QStringLiteral("staff are not told"));
        disk.freeAgain();
        const test::DraftApplication after = kiosk.draft(QStringLiteral("residence-permit"));
        findings.expect(test::handIn(*database, after), QStringLiteral("does not go on"));
        acknowledged.insert(after.manifest.id);
        QSet<QString> there;
        (void)database->each(QStringLiteral("SELECT id FROM application"),
                             [&there](const Statement& row) { there.insert(row.text(0)); });
        findings.expect(there == acknowledged, QStringLiteral("kept is not what was acknowledged"));
        findings.expect(database->quickCheck().has_value(), QStringLiteral("damaged"));
    }
    findings.expect(refused > rounds, QStringLiteral("the disk was never full"));
    return findings.outcome(
        {{QStringLiteral("rounds"), rounds}, {QStringLiteral("refused_when_full"), refused}});
}

// ---- rel-corrupt

struct Original {
    QHash<QString, QByteArray> manifests;
    QHash<QString, QString> receipts;
};

Original contentOf(Database& database) {
    Original content;
    (void)database.each(
        QStringLiteral("SELECT a.id, a.manifest, r.url FROM application a JOIN receipt r "
                       "ON r.application = a.id"),
        [&content](const Statement& row) {
            content.manifests.insert(row.text(0), row.bytes(1));
            content.receipts.insert(row.text(0), row.text(2));
        });
    return content;
}

void damage(const QString& path, QRandomGenerator& random) {
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return;
    const qint64 at = random.bounded(file.size());
    QByteArray junk(random.bounded(2) == 0 ? 1 : 64, '\0');
    switch (random.bounded(4)) {
    case 0: // a page of noise
        junk.resize(4096);
        (void)file.seek(at / 4096 * 4096);
        break;
    case 1: // a cut end
        (void)file.resize(at);
        return;
    default:
        (void)file.seek(at);
    }
    for (char& octet : junk)
        octet = static_cast<char>(random.bounded(256));
    file.write(junk);
}

// How many rows differ from what was written; -1: it does not open or cannot be read.
int wrongIn(const QString& path, const Original& original) {
    auto database = Database::open(path);
    if (!database.has_value() || !database->quickCheck().has_value())
        return -1;
    const Original now = contentOf(*database);
    int wrong = 0;
    for (auto it = now.manifests.begin(); it != now.manifests.end(); ++it)
        wrong += original.manifests.value(it.key()) != it.value() ||
                         original.receipts.value(it.key()) != now.receipts.value(it.key())
                     ? 1
                     : 0;
    (void)database->each(QStringLiteral("SELECT hash, bytes FROM material"),
                         [&wrong](const Statement& row) {
                             wrong += crypto::sha256(row.bytes(1)) == row.bytes(0) ? 0 : 1;
                         });
    return wrong;
}

BarOutcome corrupt() {
    const QTemporaryDir folder(QStringLiteral("/dev/shm/tongban-XXXXXX")); // 1,500 small databases
    const QString whole = folder.filePath(QStringLiteral("whole.db"));
    test::KioskDouble kiosk = lonelyKiosk();
    Original original;
    {
        auto database = Database::open(whole);
        (void)storage::migrate(*database, migrations());
        for (int i = 0; i < 30; ++i)
            (void)test::handIn(*database, kiosk.draft(QStringLiteral("residence-permit")));
        original = contentOf(*database);
        (void)database->execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    const cases::Genuine genuine =
        sync::genuineOf(kiosk.key.publicKey(), QStringLiteral("HTTP://127.0.0.1"));
    QRandomGenerator random(5);
    Findings findings;
    int harmless = 0;
    int moved = 0;
    int controlWrong = 0;
    qint64 carried = 0;
    qint64 named = 0;
    for (int i = 0; i < 500; ++i) {
        const QString path = folder.filePath(QStringLiteral("k%1.db").arg(i));
        QFile::copy(whole, path);
        damage(path, random);
        controlWrong += wrongIn(path, original) != 0 ? 1 : 0; // without the check at start
        const Instant now = SystemClock().now();
        const auto first = cases::checkAtStart(path, migrations(), genuine, now);
        const auto second = cases::checkAtStart(path, migrations(), genuine, now);
        findings.expect(first.has_value() && second.has_value(), QStringLiteral("no start"));
        if (!first.has_value() || !second.has_value())
            continue;
        findings.expect(second->movedTo.isEmpty(), QStringLiteral("a start loop"));
        const int wrong = wrongIn(path, original);
        findings.expect(wrong == 0,
                        QStringLiteral("damage %1: %2 rows wrong%3")
                            .arg(i)
                            .arg(wrong)
                            .arg(first->movedTo.isEmpty() ? QStringLiteral(" unseen") : QString()));
        harmless += first->movedTo.isEmpty() ? 1 : 0;
        moved += first->movedTo.isEmpty() ? 0 : 1;
        carried += first->carried;
        named += first->movedTo.isEmpty() ? 0 : 30;
        findings.expect(first->movedTo.isEmpty() || QFile::exists(first->movedTo),
                        QStringLiteral("the damaged file is gone"));
    }
    findings.expect(moved > 50 && controlWrong > 50, QStringLiteral("hardly anything was damaged"));
    return findings.outcome({{QStringLiteral("damaged"), 500},
                             {QStringLiteral("harmless"), harmless},
                             {QStringLiteral("moved_aside"), moved},
                             {QStringLiteral("carried_over"), carried},
                             {QStringLiteral("of"), named},
                             {QStringLiteral("control_wrong"), controlWrong}});
}

} // namespace

QList<Bar> kioskDiskBars() {
    return {
        {"rel-kill9-print",
         "killed 500 times around printing: each receipt has its case, copies are marked",
         killedPrinting},
        {"rel-diskfull",
         "the disk is full at every write: nothing acknowledged is lost, it goes on", diskFull},
        {"rel-corrupt", "500 damaged databases: found at start, set aside, never wrong data",
         corrupt},
    };
}

} // namespace tongban::cli

// Hands in applications on the real outbox code while the power goes again and again; counts what
// was acknowledged and is not there.
#pragma once

#include "services/cases/audit_chain.h"
#include "services/cases/case_store.h"
#include "services/cases/outbox.h"
#include "services/crypto/digest.h"
#include "services/storage/migrations.h"
#include "tests/support/power_loss_disk.h"

#include <QSet>

namespace tongban::test {

struct PowerLossReport {
    qint64 cuts = 0;
    qint64 acknowledged = 0;
    qint64 lost = 0;
    qint64 doubled = 0;     // or half there
    qint64 corrupt = 0;     // quick_check, or the database does not open
    qint64 chainBreaks = 0; // audit or journal
    bool clean() const { return lost + doubled + corrupt + chainBreaks == 0; }
};

class PowerLossRun {
public:
    PowerLossRun(quint64 seed, storage::Durability durability, QList<storage::Migration> migrations)
        : m_disk(seed)
        , m_options{durability, false, std::chrono::milliseconds(0), m_disk.name()}
        , m_migrations(std::move(migrations)) {}

    PowerLossDisk& disk() { return m_disk; }
    const PowerLossReport& report() const { return m_report; }

    // Works until the power goes, then looks at what is there.
    void oneCut() {
        if (m_cutsOnDisk++ % 100 == 0)
            fresh();
        m_disk.cutAfter(m_disk.between(1, 120));
        work();
        m_disk.powerOn();
        ++m_report.cuts;
        inspect();
    }

private:
    void fresh() {
        m_disk.clear();
        m_known.clear();
        auto database = open();
        if (!database.has_value() || !storage::migrate(*database, m_migrations).has_value())
            qFatal("a fresh database does not open");
    }

    Result<storage::Database> open() {
        return storage::Database::open(QStringLiteral("kiosk.db"), m_options);
    }

    cases::Submission submission() {
        const Instant at(std::chrono::milliseconds(1'795'000'000'000 + ++m_counter));
        cases::Submission s;
        s.id = CaseId(newUuid7(at));
        s.deviceSequence = static_cast<quint64>(m_counter);
        s.item = QStringLiteral("residence-permit");
        s.manifest = QByteArray(900, static_cast<char>(m_counter));
        const QByteArray cipher = s.id.text().toLatin1() + QByteArray(3000, 'c');
        s.materials = {{crypto::sha256(cipher), cipher}};
        for (int n = 1; n <= 3; ++n)
            s.journal.append({n, 1, at, QStringLiteral("Completed"),
                              crypto::sha256(s.id.text().toLatin1() + QByteArray::number(n))});
        s.receiptId = crypto::sha256(s.id.text().toLatin1()).first(12);
        s.receiptNumber = QString::number(m_counter);
        s.at = at;
        return s;
    }

    void work() {
        auto database = open();
        while (database.has_value() && !m_disk.isCut()) {
            const cases::Submission s = submission();
            if (!cases::submit(*database, s).has_value())
                return;
            // COMMIT has returned: here the receipt would be printed.
            m_known.insert(s.id.text());
            ++m_report.acknowledged;
            if (m_disk.between(0, 3) == 0)
                deliverOne(*database, s.at);
        }
    }

    void deliverOne(storage::Database& database, Instant at) {
        const auto due = cases::dueItems(database, cases::Lane::Blobs, at, 1);
        if (due.has_value() && !due->isEmpty())
            (void)cases::markDelivered(database, due->first(), at);
    }

    void inspect() {
        auto database = open();
        if (!database.has_value() || !database->quickCheck().has_value()) {
            ++m_report.corrupt;
            return fresh();
        }
        const auto number = [&](const char* sql) {
            return database
                ->first(QString::fromLatin1(sql),
                        [](const storage::Statement& row) { return row.integer(0); })
                .value_or(std::optional<qint64>(-1))
                .value_or(-1);
        };
        QSet<QString> there;
        (void)database->each(
            QStringLiteral("SELECT id FROM application"),
            [&there](const storage::Statement& row) { there.insert(row.text(0)); });
        m_report.lost += (m_known - there).size();
        // An application is there with all that belongs to it or not at all.
        const auto count = there.size();
        if (number("SELECT count(*) FROM receipt") != count ||
            number("SELECT count(*) FROM event") != 3 * count ||
            number("SELECT count(*) FROM outbox WHERE lane = 'submit'") != count ||
            number("SELECT count(*) FROM application_material") != count)
            ++m_report.doubled;
        if (!cases::verifyAudit(*database).has_value())
            ++m_report.chainBreaks;
        m_known = there; // what survived unacknowledged counts from now on as well
    }

    PowerLossDisk m_disk;
    storage::OpenOptions m_options;
    QList<storage::Migration> m_migrations;
    PowerLossReport m_report;
    QSet<QString> m_known;
    qint64 m_counter = 0;
    int m_cutsOnDisk = 0;
};

} // namespace tongban::test

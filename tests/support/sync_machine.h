// SyncMachine: a whole kiosk below its screen: a database file, the storage thread, the sync engine
// over real HTTP.
#pragma once

#include "services/storage/storage_thread.h"
#include "services/sync/case_outbox.h"
#include "services/sync/central_client.h"
#include "services/sync/qt_schedule.h"
#include "services/sync/sync_engine.h"
#include "tests/support/hand_in.h"

#include <QTimer>

namespace tongban::test {

class SyncMachine {
public:
    SyncMachine(const QString& file, const QString& url, const QByteArray& token,
                std::chrono::milliseconds reportPeriod = std::chrono::milliseconds(0))
        : m_storage(
              storage::StorageThread::start(file, *storage::readMigrations(QStringLiteral(
                                                      TONGBAN_SOURCE_DIR "/resources/sql/client")))
                  .value())
        , m_client({QUrl(url), token, {}})
        , m_outbox(*m_storage) {
        sync::SyncSettings settings;
        settings.backoff = {std::chrono::milliseconds(100), std::chrono::milliseconds(2'000)};
        settings.feed.waitSeconds = 2;
        settings.pieces = {16 * 1024, 16 * 1024, 64 * 1024};
        sync::ReportLane::Make report;
        if (reportPeriod.count() > 0) {
            settings.reportPeriod = reportPeriod;
            report = [](const sync::Reply<protocol::DeviceReport>& reply) {
                protocol::DeviceReport made;
                made.at = SystemClock().now();
                made.id = newUuid7(made.at);
                made.version = QStringLiteral("test");
                made.audit = {1, QByteArray(32, 'h')};
                QTimer::singleShot(0, [reply, made] { reply(made); });
            };
        }
        m_engine = std::make_unique<sync::SyncEngine>(
            sync::SyncPorts{
                m_wall, m_schedule, m_client, m_outbox, sync::systemChance(), report, {}},
            settings);
        m_engine->start();
    }

    sync::SyncEngine& engine() { return *m_engine; }

    bool submit(const DraftApplication& draft) {
        auto done = m_storage->run(
            [draft](storage::Database& db) -> Result<bool> { return handIn(db, draft); });
        done.waitForFinished();
        m_engine->submitted();
        return done.result().value();
    }

    qint64 count(const char* sql) {
        auto counted = m_storage->run([sql](storage::Database& db) {
            return db.first(QString::fromLatin1(sql),
                            [](const storage::Statement& row) { return row.integer(0); });
        });
        counted.waitForFinished();
        return counted.result().value().value_or(-1);
    }

private:
    SystemClock m_wall;
    std::unique_ptr<storage::StorageThread> m_storage;
    sync::QtSchedule m_schedule;
    sync::CentralClient m_client;
    sync::CaseOutbox m_outbox;
    std::unique_ptr<sync::SyncEngine> m_engine;
};

} // namespace tongban::test

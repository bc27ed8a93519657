// SampleHall: what a visit stands on in a test: the product's items and calendars, a real client
// database in a folder of its own, the sample machine, a clock that the test turns.
#pragma once

#include "services/protocol/notice.h"
#include "tests/support/sample_visit.h"

#include <QTemporaryDir>

namespace tongban::test {

struct SampleHall {
    QTemporaryDir folder;
    ManualClock clock{Instant(std::chrono::milliseconds(1'788'919'200'000))}; // 2026-09-09 10:00
    QStringList faults; // of items that could not be read
    catalog::Catalog catalog;
    workflow::WorkCalendar calendar;
    std::unique_ptr<storage::StorageThread> storage;
    crypto::PrivateKey sealKey = crypto::PrivateKey::generate(crypto::Algorithm::P256).value();
    session::Machine machine = sampleMachine(sealKey.publicKey(), clock.now());

    SampleHall()
        : catalog(catalog::Catalog::open(TONGBAN_SOURCE_DIR "/resources/items", QDate(2026, 9, 9),
                                         &faults))
        , calendar(workflow::WorkCalendar::load(TONGBAN_SOURCE_DIR "/resources/calendars").value())
        , storage(storage::StorageThread::start(
                      folder.filePath("kiosk.db"),
                      storage::readMigrations(TONGBAN_SOURCE_DIR "/resources/sql/client").value())
                      .value()) {}

    std::unique_ptr<session::Session>
    open(std::shared_ptr<catalog::EvidenceSource> registers = {}) {
        return std::make_unique<session::Session>(session::Surroundings{
            &catalog, storage.get(), &machine, &calendar, &clock, std::move(registers),
            protocol::Notice::load(TONGBAN_SOURCE_DIR "/resources/notices/apply.json").value()});
    }
};

// Answers the questions of a residence permit that is renewed at the same address; the session
// then waits for the card.
inline void answerRenewal(session::Session& session) {
    const QMap<QString, QString> says{{"kind", "renew"}, {"basis", "home"},   {"home", "rent"},
                                      {"filed", "no"},   {"address", "same"}, {"who", "self"}};
    session.start();
    for (int i = 0; i < 12 && session.stage() == session::Stage::Question; ++i) {
        const auto* asked = session.question()->question;
        session.answer(asked->id, {says.value(asked->id, asked->options.first().id)});
        session.next();
    }
}

} // namespace tongban::test

// KioskComposition: builds and owns every long-lived object of the kiosk, in the order of their
// dependencies.
#pragma once

#include "app/checklist_printing.h"
#include "app/device_desk.h"
#include "app/enrolment.h"
#include "app/intake_watch.h"
#include "app/knowledge_desk.h"
#include "app/machine_report.h"
#include "app/options.h"
#include "app/receipt_printing.h"
#include "app/simulated_hall.h"
#include "app/start_check.h"
#include "services/input/pinyin_engine.h"
#include "services/session/item_desk.h"
#include "services/session/receipt_desk.h"
#include "services/sync/case_outbox.h"
#include "services/sync/central_client.h"
#include "services/sync/qt_schedule.h"
#include "services/sync/sync_engine.h"
#include "ui/kiosk/kiosk_model.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>
#include <memory>

namespace tongban::app {

class KioskComposition : public QObject {
    Q_OBJECT

public:
    // Everything but the window. Storage, Invalid or Denied with what is wrong. The database has
    // been looked over (start_check.h).
    static Result<std::unique_ptr<KioskComposition>> make(const Options& options, Enrolled enrolled,
                                                          const cases::StartCheck& check);
    ~KioskComposition() override;

    // Loads the window and shows it; Internal when the QML does not load.
    Result<void> show();

    QQuickWindow* window() const { return m_window; }
    kiosk::KioskModel& model() { return *m_model; }
    session::Session& session() { return *m_session; }
    devices::DeviceHub& hub() { return *m_hub; }
    sync::SyncEngine& sync() { return *m_sync; }
    storage::StorageThread& storage() { return *m_storage; }
    SimulatedHall* simulatedHall() { return m_hall.get(); } // null with real devices

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit KioskComposition(const Options& options);
    Result<void> build(Enrolled enrolled, const cases::StartCheck& check);
    void connectParts();
    catalog::MachineNow machineNow() const;
    void addWipes();
    void openItems();
    // What came with the program stays when the repository cannot be followed.
    Result<void> followPacks();
    void setLanguage(const QString& language);
    void startPinyin();
    Q_SLOT void toggleLanguage();

    Options m_options;
    SystemClock m_clock;
    session::Machine m_machine;
    workflow::WorkCalendar m_calendar;
    std::optional<session::PrivateSpace> m_space;
    std::unique_ptr<storage::StorageThread> m_storage;
    catalog::Catalog m_catalog;
    std::unique_ptr<session::ItemDesk> m_items;
    std::unique_ptr<sync::CentralClient> m_repository; // null: no packs are followed
    std::unique_ptr<devices::DeviceHub> m_hub;
    input::PinyinEngine m_pinyin;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<session::CardDesk> m_cards;
    std::unique_ptr<session::CaptureDesk> m_capture;
    std::unique_ptr<session::ReceiptDesk> m_receipts;
    std::unique_ptr<ReceiptPrinting> m_printing;
    std::unique_ptr<SimulatedHall> m_hall;
    std::unique_ptr<DeviceDesk> m_desk;
    std::unique_ptr<MachineReport> m_report;
    std::unique_ptr<sync::QtSchedule> m_schedule;
    std::unique_ptr<sync::CentralClient> m_central;
    std::unique_ptr<sync::CaseOutbox> m_outbox;
    std::unique_ptr<sync::SyncEngine> m_sync;
    std::unique_ptr<IntakeWatch> m_intake;
    std::unique_ptr<kiosk::KioskModel> m_model;
    std::unique_ptr<ChecklistPrinting> m_listPrinting;
    std::unique_ptr<KnowledgeDesk> m_knowledge;
    QTranslator m_qtTranslator;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow* m_window = nullptr;
};

} // namespace tongban::app

// CaseFile: one case at the centre, the fold of its journal; every change goes through `act`.
// Not to be confused with the tables case_head and task, which are only what lists need and can be
// rebuilt.
#pragma once

#include "services/central/centre.h"
#include "services/protocol/sealed_content.h"
#include "services/workflow/engine.h"

namespace tongban::central {

// What case_head keeps beside the journal.
struct CaseHead {
    QString application;
    QString device;
    QString number;
    QString item;
    QString title;
    QString region;
    QString department;
    DataClass dataClass = DataClass::Personal;
    QString phase; // received, reviewing, supplement, approved, refused, withdrawn
    QString milestone;
    QString applicant; // masked
    Instant receivedAt{};
    Instant openedAt{};
    std::optional<Instant> dueAt;
    std::optional<Instant> closedAt;
    QString decision;        // the last one of staff: approve, refuse, supplement, accept
    QString acceptedBy;      // staff number; he may not also decide
    qint64 notices = 0;      // supplement notices sent
    qint64 rev = 0;          // supplements received
    bool restricted = false; // asked to be erased while the law wants it kept
};

class CaseFile {
public:
    // NotFound when there is no such case here (unknown, or held).
    static Result<CaseFile> load(Sql& sql, const Centre& centre, const QString& application);
    // The first record of a case: a journal handed over, already decided again.
    static Result<CaseFile> open(Sql& sql, const Centre& centre, CaseHead head,
                                 const protocol::SealedContent& content,
                                 const workflow::Events& history, workflow::Instance instance);

    const CaseHead& head() const { return m_head; }
    const workflow::Instance& instance() const { return m_instance; }
    const workflow::Events& history() const { return m_history; }
    const protocol::SealedContent& content() const { return m_content; }
    const LibraryItem& item() const { return *m_item; }
    QStringList wanted() const; // what the applicant was asked for and has not brought yet

    // Decides, appends to the journal, performs what the process asks for, and brings tables and
    // feed up to date. `decision` is what staff said, for the head; empty when nobody decided.
    Result<void> act(Sql& sql, const workflow::Command& command, const QString& by,
                     const QString& commandId, const QString& decision = {});
    void countSupplement() { ++m_head.rev; } // written by the `act` that follows
    // Whether `command` would leave a step for the applicant; changes nothing.
    bool wouldAskApplicant(const workflow::Command& command, const QString& by) const;

private:
    explicit CaseFile(const Centre& centre)
        : m_centre(&centre) {}
    workflow::Occasion occasion(const QString& by, const QString& commandId) const;
    Result<void> append(Sql& sql, const workflow::Events& events);
    Result<void> performEffects(Sql& sql);
    Result<void> project(Sql& sql);
    Result<void> projectTasks(Sql& sql);
    Result<void> saveHead(Sql& sql);
    Result<void> tellDevice(Sql& sql, const CaseHead& before);
    void readPhase();

    const Centre* m_centre;
    std::shared_ptr<const LibraryItem> m_item;
    CaseHead m_head;
    protocol::SealedContent m_content;
    workflow::Events m_history;
    workflow::Instance m_instance;
    QByteArray m_chain;    // hash of the last event
    bool m_stored = false; // a head row exists
};

QByteArray idTail(const Centre& centre, const QString& application, const QString& lastFour);

} // namespace tongban::central

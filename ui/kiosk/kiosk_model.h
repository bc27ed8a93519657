// KioskModel: the shell of the kiosk: which page is shown, the chrome around it, and what happens
// between visits.
#pragma once

#include "ui/kiosk/check_model.h"
#include "ui/kiosk/checklist_model.h"
#include "ui/kiosk/form_model.h"
#include "ui/kiosk/guide_model.h"
#include "ui/kiosk/identify_model.h"
#include "ui/kiosk/idle_watch.h"
#include "ui/kiosk/materials_model.h"
#include "ui/kiosk/portal_model.h"
#include "ui/kiosk/question_model.h"
#include "ui/kiosk/receipt_model.h"
#include "ui/kiosk/search_model.h"
#include "ui/kiosk/verify_model.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <functional>

namespace tongban::kiosk {

// What the kiosk's pages are made from; everything outlives the model.
struct KioskParts {
    session::Session* session = nullptr;
    const session::Machine* machine = nullptr;
    const catalog::Catalog* catalog = nullptr;
    session::CardDesk* cards = nullptr;
    session::CaptureDesk* capture = nullptr;
    session::ReceiptDesk* receipts = nullptr;
    input::PinyinEngine* pinyin = nullptr;
    std::function<catalog::MachineNow()> machineNow; // devices that work now; may be empty
    QList<PortalSite> portals;
};

class KioskModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    // attract, home, search, guide, question, ineligible, identify, form, materials, check, sign,
    // receipt, verify, progress, portal, goodbye, checklist
    Q_PROPERTY(QString page READ page NOTIFY changed FINAL)
    Q_PROPERTY(QString hall READ hall CONSTANT FINAL)
    Q_PROPERTY(QString person READ person NOTIFY changed FINAL)
    Q_PROPERTY(QString itemTitle READ itemTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString timeText READ timeText NOTIFY ticked FINAL)
    Q_PROPERTY(QString dateText READ dateText NOTIFY ticked FINAL)
    Q_PROPERTY(QString greeting READ greeting NOTIFY ticked FINAL)
    Q_PROPERTY(bool evening READ evening NOTIFY ticked FINAL)
    Q_PROPERTY(bool offline READ offline NOTIFY changed FINAL)
    // Why nothing new is taken here now, for the home page; empty when it is.
    Q_PROPERTY(QString stopped READ stopped NOTIFY changed FINAL)
    Q_PROPERTY(int goodbyeSeconds READ goodbyeSeconds NOTIFY ticked FINAL)
    Q_PROPERTY(bool atRest READ atRest NOTIFY changed FINAL) // nobody's visit
    Q_PROPERTY(bool supplementing READ supplementing NOTIFY changed FINAL)
    Q_PROPERTY(bool helping READ helping NOTIFY changed FINAL)
    Q_PROPERTY(bool leaving READ leaving NOTIFY changed FINAL) // asks whether to leave
    Q_PROPERTY(
        QVariant problem READ problem NOTIFY changed FINAL) // {title, safe, remedy, code}, or null
    Q_PROPERTY(bool assisted READ assisted WRITE setAssisted NOTIFY changed
                   FINAL) // large type, contrast …: more time

    Q_PROPERTY(tongban::kiosk::SearchModel* search READ search CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::GuideModel* guide READ guide CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::QuestionModel* question READ question CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::IdentifyModel* identify READ identify CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::FormModel* form READ form CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::MaterialsModel* materials READ materials CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::CheckModel* check READ check CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::ChecklistModel* checklist READ checklist CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::ReceiptModel* receipt READ receipt CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::VerifyModel* verify READ verify CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::PortalModel* portal READ portal CONSTANT FINAL)
    Q_PROPERTY(tongban::kiosk::IdleWatch* idle READ idle CONSTANT FINAL)

public:
    explicit KioskModel(const KioskParts& parts, QObject* parent = nullptr);

    QString page() const;
    QString hall() const { return m_parts.machine->hall; }
    QString person() const;
    QString itemTitle() const { return m_guide.title(); }
    QString timeText() const;
    QString dateText() const;
    QString greeting() const;
    bool evening() const;
    bool offline() const { return m_offline; }
    QString stopped() const;
    void setOffline(bool offline);
    int goodbyeSeconds() const { return m_goodbye; }
    bool atRest() const;
    bool supplementing() const { return m_parts.session->supplementing(); }
    bool helping() const { return m_helping; }
    bool leaving() const { return m_leaving; }
    QVariant problem() const { return m_problem; }
    bool assisted() const { return m_assisted; }
    void setAssisted(bool on);

    SearchModel* search() { return &m_search; }
    GuideModel* guide() { return &m_guide; }
    QuestionModel* question() { return &m_question; }
    IdentifyModel* identify() { return &m_identify; }
    FormModel* form() { return &m_form; }
    MaterialsModel* materials() { return &m_materials; }
    CheckModel* check() { return &m_check; }
    ChecklistModel* checklist() { return &m_checklist; }
    ReceiptModel* receipt() { return &m_receipt; }
    VerifyModel* verify() { return &m_verify; }
    PortalModel* portal() { return &m_portal; }
    IdleWatch* idle() { return &m_idle; }

    Q_INVOKABLE void wake();
    Q_INVOKABLE void openSearch(const QString& text);
    Q_INVOKABLE void openItem(const QString& id);
    Q_INVOKABLE void openChecklist(); // of the answers so far, before anybody is identified
    Q_INVOKABLE void closeChecklist();
    Q_INVOKABLE void openVerify();
    Q_INVOKABLE void openProgress();
    Q_INVOKABLE void openSupplement(); // what the shown case still wants
    Q_INVOKABLE void openPortal(const QString& id);
    Q_INVOKABLE void goHome();
    Q_INVOKABLE void askToLeave();
    Q_INVOKABLE void stay();
    Q_INVOKABLE void leave(); // ends the visit: wipe, goodbye
    Q_INVOKABLE void callHelp();
    Q_INVOKABLE void endHelp();
    Q_INVOKABLE void dismissProblem();
    void reviewAvailability(); // a device or the network came or went
    void touched();            // any press or key, from the application's event filter

Q_SIGNALS:
    void changed();
    void ticked();
    void printWanted();
    void helpCalled();

private:
    enum class Idle { Attract, Home, Search, Verify, Progress, Portal };
    void show(Idle page);
    void tick();
    void setLimits();
    QString lackOf(const catalog::ServiceItem& item) const;
    void explain(const Fault& fault);

    KioskParts m_parts;
    TypingModel m_typing;
    SearchModel m_search;
    GuideModel m_guide;
    QuestionModel m_question;
    IdentifyModel m_identify;
    FormModel m_form;
    MaterialsModel m_materials;
    CheckModel m_check;
    ChecklistModel m_checklist;
    ReceiptModel m_receipt;
    VerifyModel m_verify;
    PortalModel m_portal;
    IdleWatch m_idle;
    QTimer m_clock;
    Idle m_at = Idle::Attract;
    int m_homeSeconds = 0;
    int m_goodbye = 0;
    bool m_offline = false;
    bool m_helping = false;
    bool m_leaving = false;
    QVariant m_problem = QVariant::fromValue(nullptr);
    bool m_assisted = false;
    bool m_listing = false; // the take-away list lies over the page of the visit
};

} // namespace tongban::kiosk

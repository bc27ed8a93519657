// Session: one citizen in front of one machine, from choosing an item to being forgotten. Holds the
// order of pages, no pictures.
#pragma once

#include "services/catalog/catalog.h"
#include "services/protocol/notice.h"
#include "services/session/application.h"
#include "services/session/supplement.h"
#include "services/session/wipe.h"
#include "services/storage/storage_thread.h"
#include "services/workflow/form.h"

#include <QObject>
#include <memory>

namespace tongban::session {

// In the order of a visit; `Home` is nobody.
enum class Stage {
    Home,
    Guide,
    Question,
    Ineligible,
    Identify,
    Form,
    Materials,
    Check,
    Sign,
    Submitting,
    Receipt,
    Goodbye
};

// What a session needs from the machine; everything outlives it.
struct Surroundings {
    const catalog::Catalog* catalog = nullptr;
    storage::StorageThread* storage = nullptr;
    const Machine* machine = nullptr;
    const workflow::WorkCalendar* calendar = nullptr;
    const Clock* clock = nullptr;
    std::shared_ptr<catalog::EvidenceSource> registers; // none: nothing is proven here
    protocol::Notice notice; // shown beside the card reader; laying the card down agrees to it
};

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(Surroundings surroundings, QObject* parent = nullptr);
    ~Session() override;

    Stage stage() const { return m_stage; }
    const catalog::ItemPackage* package() const { return m_package.get(); }
    const workflow::Definition& definition() const { return *m_definition; }
    const catalog::Assessment& assessment() const { return m_assessment; }
    const catalog::AskedQuestion* question() const; // the one on the page
    int questionNumber() const { return m_question + 1; }
    const Visit& visit() const { return m_visit; }
    const std::optional<Application>& handedIn() const { return m_application; }
    Wipe& wipe() { return m_wipe; }
    QDate today() const;

    // The item's guide; NotFound for an item that is not worked through here.
    Result<void> begin(const QString& item);
    void start(); // from the guide to the first question
    void answer(const QString& question, const QStringList& options);
    void next();              // after an answer, a form page, the materials
    void back();              // never loses data
    void change(Stage stage); // from Check to a page and back again by next()
    bool changing() const { return m_changing; }

    // Papers asked for afterwards: card, pictures, done. NotFound when the item is not worked
    // through here any more, Invalid when nothing is wanted.
    Result<void> beginSupplement(const SupplementAsk& ask);
    bool supplementing() const { return m_ask.has_value(); }

    // Denied when another person's card was read earlier in this visit; Invalid when the card is
    // past its validity.
    // The notice counts as shown in the language in force now.
    Result<void> identify(const devices::IdCard& card);
    QString noticeText() const;

    // The registers are asked once the card is there, with the consent given by laying it down
    // after having been told; taking it back leads to upload or paper, never to "cannot".
    bool sharing() const { return !m_visit.consent.isEmpty(); }
    void refuseSharing();
    bool asking() const { return m_asking; } // the next page waits for the answers

    // The form, at most `fieldsOnPage` asked fields a page; prefilled rows come first.
    QList<workflow::FormRow> formRows() const; // of the page shown
    int formPage() const { return m_formPage; }
    int formPages() const;
    QList<workflow::FormRow> allFormRows() const; // visible ones, for the summary
    void setField(const QString& key, const QJsonValue& value);
    bool formPageComplete() const;

    void addPicture(const QString& material, const QByteArray& jpeg);
    void dropPicture(const QString& material, int page);
    void promise(const QString& material, bool on);
    void bringLater(const QString& material, bool on);
    // An original that no camera replaces, such as the old card: it is handed over at the counter.
    static bool onlyOnPaper(const catalog::Material& material);
    QStringList openMaterials() const; // ids still to be covered

    void sign(const QJsonArray& strokes);
    bool canSubmit() const;
    void submit(bool offline, bool clockUncertain);

    // Erases everything and tells what it erased; the session is at Goodbye, then `home()`.
    WipeReport end();
    void home();

Q_SIGNALS:
    void stageChanged();
    void changed();
    void submitFailed(const tongban::Fault& fault);
    void handedInSafely(); // after COMMIT

private:
    static constexpr int fieldsOnPage = 2;
    void go(Stage stage);
    Result<void> take(const QString& item); // its package and process, compiled once
    void forget();
    void addSupplement();
    void assess();
    void restart();
    void closeToWindow(); // these answers cannot be handed in at a kiosk
    void askRegisters();
    void toQuestions(int from); // the first from there that is not answered by a record
    void afterQuestions();
    bool backToQuestions(); // the records turned somebody away, or opened a question
    const workflow::Form* form() const;
    QList<QList<workflow::FormRow>> pagesOfForm() const;
    QJsonObject variables() const;

    Surroundings m_around;
    Stage m_stage = Stage::Home;
    std::shared_ptr<const catalog::ItemPackage> m_package; // a visit stays on its version
    std::shared_ptr<const workflow::Definition> m_definition;
    QHash<QString, std::shared_ptr<const workflow::Definition>> m_compiled; // by package digest
    catalog::Assessment m_assessment;
    Visit m_visit;
    std::optional<Application> m_application;
    std::optional<SupplementAsk> m_ask; // set while papers are added to a case
    Wipe m_wipe;
    int m_question = 0;
    int m_formPage = 0;
    bool m_changing = false;
    bool m_asking = false;
    bool m_recordsKnown = false;
    int m_visitNumber = 0; // answers that come after the end belong to nobody
};

} // namespace tongban::session

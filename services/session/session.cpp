// The order of a visit and what each page may change.
#include "services/session/session.h"

#include "services/cases/case_store.h"
#include "services/core/async.h"
#include "services/workflow/package.h"

#include <QDateTime>
#include <QLocale>

namespace tongban::session {

Session::Session(Surroundings surroundings, QObject* parent)
    : QObject(parent)
    , m_around(std::move(surroundings)) {
    // What has a name of its own on the certificate is looked for by itself; forgetting the visit
    // forgets it all.
    m_wipe.add(
        QStringLiteral("scans"), [this] { m_visit.forgetPictures(); },
        [this] { return m_visit.pictures.isEmpty(); },
        [this] { return !m_visit.pictures.isEmpty(); });
    m_wipe.add(
        QStringLiteral("signature"), [this] { m_visit.signature = {}; },
        [this] { return m_visit.signature.isEmpty(); },
        [this] { return !m_visit.signature.isEmpty(); });
    m_wipe.add(
        QStringLiteral("identity"), [this] { m_visit.forget(); },
        [this] { return !m_visit.card && m_visit.isEmpty(); },
        [this] { return m_visit.card.has_value(); });
    m_wipe.add(
        QStringLiteral("receipt"),
        [this] {
            m_application.reset();
            m_ask.reset();
        },
        [this] { return !m_application && !m_ask; },
        [this] { return m_application.has_value() || m_ask.has_value(); });
}

Session::~Session() {
    m_visit.forget();
}

QDate Session::today() const {
    return QDateTime::fromMSecsSinceEpoch(m_around.clock->now().time_since_epoch().count()).date();
}

void Session::go(Stage stage) {
    m_stage = stage;
    Q_EMIT stageChanged();
    Q_EMIT changed();
}

void Session::assess() {
    if (m_ask)
        return; // what is wanted then depends on no answers
    auto assessed = m_package->guide.assess(m_visit.answers, m_visit.facts(), today());
    if (assessed) {
        m_assessment = std::move(*assessed);
        catalog::applyEvidence(m_assessment, m_visit.evidence);
        closeToWindow();
    }
    askRegisters();
    Q_EMIT changed();
}

Result<void> Session::take(const QString& item) {
    const std::shared_ptr<const catalog::ItemPackage> package = m_around.catalog->held(item);
    if (package == nullptr)
        return fail(FaultKind::NotFound,
                    QStringLiteral("item %1 is not worked through here").arg(item));
    auto known = m_compiled.value(package->digest);
    if (!known) {
        TRY_ASSIGN(workflow::Definition definition,
                   workflow::compile(workflow::Package(package->files)));
        known = std::make_shared<const workflow::Definition>(std::move(definition));
        m_compiled.insert(package->digest, known);
    }
    forget();
    m_package = package;
    m_definition = known;
    return {};
}

Result<void> Session::begin(const QString& item) {
    TRY(take(item));
    assess();
    go(Stage::Guide);
    return {};
}

void Session::forget() {
    m_visit.forget();
    m_application.reset();
    m_ask.reset();
    m_assessment = {};
    m_package.reset();
    m_definition.reset();
    restart();
}

void Session::restart() {
    ++m_visitNumber;
    m_question = 0;
    m_formPage = 0;
    m_changing = false;
    m_asking = false;
    m_recordsKnown = false;
}

void Session::start() {
    toQuestions(0);
}

void Session::toQuestions(int from) {
    m_question = from;
    // What a record answered is not asked again.
    while (question() != nullptr && question()->given == catalog::Given::Derived)
        ++m_question;
    if (question() != nullptr)
        return go(Stage::Question);
    m_question = qMax(0, static_cast<int>(m_assessment.way.size()) - 1);
    afterQuestions();
}

void Session::afterQuestions() {
    if (m_assessment.exit)
        return go(Stage::Ineligible);
    go(m_changing ? Stage::Check : m_visit.card ? Stage::Form : Stage::Identify);
}

bool Session::backToQuestions() {
    if (m_assessment.exit) {
        go(Stage::Ineligible);
        return true;
    }
    if (m_assessment.next == nullptr)
        return false;
    toQuestions(m_assessment.position - 1);
    return true;
}

const catalog::AskedQuestion* Session::question() const {
    return m_question < m_assessment.way.size() ? &m_assessment.way.at(m_question) : nullptr;
}

void Session::answer(const QString& question, const QStringList& options) {
    m_visit.answers.insert(question, options);
    assess();
}

void Session::next() {
    switch (m_stage) {
    case Stage::Guide:
        return start();
    case Stage::Question:
        if (m_assessment.exit)
            return go(Stage::Ineligible);
        return toQuestions(m_question + 1);
    case Stage::Identify:
        if (m_visit.card && m_ask)
            return go(Stage::Materials);
        if (m_visit.card && !backToQuestions())
            go(m_changing ? Stage::Check : Stage::Form);
        return;
    case Stage::Form:
        if (!formPageComplete())
            return;
        if (m_formPage + 1 < formPages()) {
            ++m_formPage;
            return go(Stage::Form);
        }
        if (!backToQuestions())
            go(m_changing ? Stage::Check : Stage::Materials);
        return;
    case Stage::Materials:
        if (m_ask && openMaterials().isEmpty())
            return addSupplement();
        if (!m_ask && !m_asking && openMaterials().isEmpty() && !backToQuestions())
            go(Stage::Check);
        return;
    case Stage::Check:
        m_changing = false;
        // A changed answer may ask for another paper.
        return go(openMaterials().isEmpty() ? Stage::Sign : Stage::Materials);
    default:
        return;
    }
}

void Session::back() {
    switch (m_stage) {
    case Stage::Question:
        if (m_question > 0) {
            --m_question;
            return go(Stage::Question);
        }
        return go(m_changing ? Stage::Check : Stage::Guide);
    case Stage::Ineligible:
        return go(Stage::Question);
    case Stage::Identify:
        if (m_ask)
            return home();
        return go(m_assessment.way.isEmpty() ? Stage::Guide : Stage::Question);
    case Stage::Form:
        if (m_formPage > 0) {
            --m_formPage;
            return go(Stage::Form);
        }
        return go(m_changing ? Stage::Check : Stage::Identify);
    case Stage::Materials:
        if (m_ask)
            return go(Stage::Identify);
        return go(m_changing ? Stage::Check : Stage::Form);
    case Stage::Check:
        return go(Stage::Materials);
    case Stage::Sign:
        return go(Stage::Check);
    case Stage::Guide:
        return home();
    default:
        return;
    }
}

void Session::change(Stage stage) {
    m_changing = true;
    m_question = 0;
    m_formPage = 0;
    if (stage == Stage::Question)
        return toQuestions(0);
    go(stage);
}

Result<void> Session::identify(const devices::IdCard& card) {
    if (m_visit.card && m_visit.card->number != card.number)
        return fail(FaultKind::Denied, QStringLiteral("another person's card"));
    if (!card.validOn(today()))
        return fail(FaultKind::Invalid, QStringLiteral("the card is past its validity"));
    m_visit.identify(card, today());
    const Instant now = m_around.clock->now();
    m_visit.consent = newUuid7(now);
    const protocol::Notice& notice = m_around.notice;
    if (!notice.id.isEmpty())
        m_visit.agreed =
            protocol::Consent{notice.id, notice.version, notice.sha256, QLocale().name(), {}, now};
    assess();
    return {};
}

QString Session::noticeText() const {
    return m_around.notice.in(QLocale().name());
}

void Session::addPicture(const QString& material, const QByteArray& jpeg) {
    m_visit.pictures[material].append(jpeg);
    m_visit.promised.remove(material);
    m_visit.later.remove(material);
    Q_EMIT changed();
}

void Session::dropPicture(const QString& material, int page) {
    QList<QByteArray>& pages = m_visit.pictures[material];
    if (page >= 0 && page < pages.size())
        pages.removeAt(page);
    if (pages.isEmpty())
        m_visit.pictures.remove(material);
    Q_EMIT changed();
}

void Session::promise(const QString& material, bool on) {
    if (on)
        m_visit.promised.insert(material);
    else
        m_visit.promised.remove(material);
    Q_EMIT changed();
}

void Session::bringLater(const QString& material, bool on) {
    if (on)
        m_visit.later.insert(material);
    else
        m_visit.later.remove(material);
    Q_EMIT changed();
}

QStringList Session::openMaterials() const {
    QStringList open;
    for (const catalog::NeededMaterial& needed : m_assessment.materials) {
        const QString& id = needed.material.id;
        if (!needed.exempt() && !m_visit.pictures.contains(id) && !m_visit.promised.contains(id) &&
            !m_visit.later.contains(id))
            open.append(id);
    }
    return open;
}

void Session::sign(const QJsonArray& strokes) {
    m_visit.signature = strokes;
    Q_EMIT changed();
}

bool Session::canSubmit() const {
    return m_stage == Stage::Sign && m_visit.card && !m_asking && !m_visit.signature.isEmpty() &&
           openMaterials().isEmpty();
}

void Session::submit(bool offline, bool clockUncertain) {
    if (!canSubmit())
        return;
    if (const workflow::Form* asked = form(); asked != nullptr) {
        QJsonObject all = asked->prefill(variables(), m_around.clock->now());
        for (auto it = m_visit.form.begin(); it != m_visit.form.end(); ++it)
            all.insert(it.key(), it.value());
        m_visit.form = asked->cleaned(all, variables(), m_around.clock->now());
    }
    go(Stage::Submitting);
    // The running number is taken on the storage thread, in the transaction's own queue, so that it
    // never repeats.
    const Moment moment{m_around.clock->now(), 0, offline, clockUncertain};
    auto work =
        [moment, package = m_package, definition = m_definition, visit = m_visit,
         assessment = m_assessment, machine = m_around.machine,
         calendar = m_around.calendar](storage::Database& database) mutable -> Result<Application> {
        Moment numbered = moment;
        TRY_ASSIGN(numbered.deviceSequence, cases::nextDeviceSequence(database));
        TRY_ASSIGN(Application application,
                   makeApplication(*package, *definition, visit, assessment, *machine, *calendar,
                                   numbered));
        visit.forget();
        TRY(cases::submit(database, application.submission));
        return application;
    };
    whenDone(
        m_around.storage->run(std::move(work)), this, [this](const Result<Application>& result) {
            if (m_stage != Stage::Submitting)
                return; // the visit ended meanwhile; what was committed is delivered all the same
            if (!result) {
                go(Stage::Sign);
                Q_EMIT submitFailed(result.error());
                return;
            }
            m_application = *result;
            m_visit.code = result->receiptCode;
            go(Stage::Receipt);
            Q_EMIT handedInSafely();
        });
}

WipeReport Session::end() {
    WipeReport report = m_wipe.run(m_around.clock->now());
    forget();
    go(Stage::Goodbye);
    return report;
}

void Session::home() {
    forget();
    go(Stage::Home);
}

} // namespace tongban::session

// Every case of every item goes through the kiosk's session, from home to receipt: with living
// registers, with dead ones, and without consent.
#include "services/catalog/package_case.h"
#include "services/session/session.h"
#include "tests/support/sample_hall.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace tongban;
using namespace tongban::session;

namespace {

// Knows what the case says about the person, and finds everything unless dead.
struct CaseRegisters final : catalog::EvidenceSource {
    catalog::Facts facts;
    bool dead = false;

    Result<catalog::EvidenceAnswer> ask(const catalog::EvidenceQuery& query) override {
        if (query.consent.isEmpty())
            return fail(FaultKind::Denied, QStringLiteral("no consent"));
        if (dead)
            return fail(FaultKind::Timeout, query.source);
        return catalog::EvidenceAnswer{QStringLiteral("查到"), {}, {}};
    }
    Result<catalog::PersonRecords> recordsOf(const catalog::EvidenceQuery& query) override {
        if (query.consent.isEmpty() || dead)
            return fail(FaultKind::Timeout, query.source);
        return catalog::PersonRecords{facts, {{QStringLiteral("phone"), "13800000000"}}};
    }
};

QString sample(const workflow::FormRow& row) {
    static const QMap<QString, QString> samples{{"date", "2025-03-01"},
                                                {"phone", "13800000000"},
                                                {"id-number", "44039919900101123X"},
                                                {"credit-code", "91350100M000100Y43"}};
    return samples.value(row.format, QStringLiteral("示范街道示范社区"));
}

} // namespace

class TestAllItems : public QObject {
    Q_OBJECT

    test::SampleHall m_hall;
    std::shared_ptr<CaseRegisters> m_registers = std::make_shared<CaseRegisters>();
    std::unique_ptr<Session> m_session;

    // The age a case takes for granted when it does not say one.
    int usualAge() const {
        for (const catalog::Question& question :
             m_session->package()->guide.questions().questions())
            if (question.derive && question.derive->fact == "ageMonths")
                return 82 * 12;
        return 40 * 12;
    }

    devices::IdCard cardOf(const catalog::PackageCase& one) const {
        return test::sampleCard(
            "林示例", QDate(2026, 9, 9).addMonths(-one.facts.value("ageMonths").toInt(usualAge())));
    }

    void fillPage() {
        const QList<workflow::FormRow> rows = m_session->formRows();
        for (const workflow::FormRow& row : rows) {
            if (!row.value.isNull() && !row.value.isUndefined() && row.value != QJsonValue(""))
                continue;
            if (!row.choices.isEmpty())
                m_session->setField(row.key, row.choices.first().value);
            else if (row.kind == workflow::FieldKind::Number ||
                     row.kind == workflow::FieldKind::Integer)
                m_session->setField(row.key, 3);
            else if (row.kind == workflow::FieldKind::Check)
                m_session->setField(row.key, true);
            else
                m_session->setField(row.key, sample(row));
        }
    }

    // Each open paper by the first way the machine offers.
    void bringPapers() {
        for (const QString& id : m_session->openMaterials()) {
            const catalog::Material& material = m_session->assessment().material(id)->material;
            if (material.wayOf(catalog::Way::Upload) != nullptr)
                m_session->addPicture(id, QByteArray(500, 'j'));
            else if (material.wayOf(catalog::Way::Promise) != nullptr)
                m_session->promise(id, true);
            else if (Session::onlyOnPaper(material))
                m_session->bringLater(id, true);
        }
    }

    template <typename Condition>
    static void waitWhile(Condition condition) {
        while (condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    void step(const catalog::PackageCase& one) {
        switch (m_session->stage()) {
        case Stage::Question: {
            const QString id = m_session->question()->question->id;
            m_session->answer(id, one.answers.value(id, {catalog::unsure}));
            break;
        }
        case Stage::Identify:
            QVERIFY(m_session->identify(cardOf(one)).has_value());
            waitWhile([this] { return m_session->asking(); });
            break;
        case Stage::Form:
            fillPage();
            QVERIFY2(m_session->formPageComplete(), "a form page cannot be completed");
            break;
        case Stage::Materials:
            bringPapers();
            break;
        case Stage::Sign:
            m_session->sign(QJsonArray{QJsonArray{0.1, 0.2, 3}});
            QVERIFY(m_session->canSubmit());
            m_session->submit(false, false);
            waitWhile([this] { return m_session->stage() == Stage::Submitting; });
            return;
        default:
            break;
        }
        waitWhile([this] { return m_session->asking(); });
        m_session->next();
    }

    static QStringList items() {
        return QDir(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items"))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(m_hall.faults.isEmpty(), qPrintable(m_hall.faults.join("\n")));
        m_session = m_hall.open(m_registers);
    }

    void fromHomeToReceipt_data() {
        QTest::addColumn<QString>("item");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("registers");
        for (const QString& item : items()) {
            const catalog::ItemPackage* package = m_hall.catalog.package(item);
            QVERIFY2(package != nullptr, qPrintable(item));
            const auto cases = catalog::readCases(package->files.value("tests.json"));
            QVERIFY(cases);
            for (int i = 0; i < cases->size(); ++i) {
                for (const char* registers : {"alive", "dead", "refused"})
                    QTest::newRow(
                        qPrintable(QStringLiteral("%1 %2 %3").arg(item).arg(i + 1).arg(registers)))
                        << item << i << QString(registers);
            }
        }
    }

    void fromHomeToReceipt() {
        QFETCH(QString, item);
        QFETCH(int, number);
        QFETCH(QString, registers);
        const catalog::PackageCase one =
            catalog::readCases(m_hall.catalog.package(item)->files.value("tests.json"))->at(number);
        m_registers->facts = one.facts;
        m_registers->dead = registers == "dead";
        QVERIFY(m_session->begin(item).has_value());
        QSignalSpy failed(m_session.get(), &Session::submitFailed);
        const bool refuses = registers == "refused";
        bool refused = false;
        for (int i = 0; i < 60 && m_session->stage() != Stage::Receipt &&
                        m_session->stage() != Stage::Ineligible;
             ++i) {
            if (refuses && !refused && m_session->stage() == Stage::Form) {
                m_session->refuseSharing();
                refused = true;
            }
            step(one);
            QVERIFY2(failed.isEmpty(),
                     failed.isEmpty() ? ""
                                      : qPrintable(failed.first().first().value<Fault>().detail));
            if (QTest::currentTestFailed())
                return;
        }
        const bool turnedAway =
            one.expect.contains("exit") || (one.expect.contains("channels") &&
                                            !one.expect["channels"].toArray().contains("kiosk"));
        if (m_session->stage() == Stage::Ineligible) {
            // Said with a reason and another way, and only where the case or the window rule says
            // so.
            QVERIFY(m_session->assessment().exit->id == "window" || turnedAway);
            QVERIFY(!m_session->assessment().exit->reason.isEmpty());
            QVERIFY(!m_session->assessment().exit->alternatives.isEmpty());
        } else {
            QCOMPARE(m_session->stage(), Stage::Receipt);
            QVERIFY(m_session->handedIn()->receiptUrl.startsWith(m_hall.machine.receiptOrigin));
            QVERIFY(registers != "alive" || !turnedAway);
        }
        QVERIFY(m_session->end().complete());
        QVERIFY(m_session->visit().isEmpty());
        m_session->home();
    }
};

QTEST_GUILESS_MAIN(TestAllItems)
#include "tst_all_items.moc"

// The ladder of ways against the simulated district: found, dead, refused, expired; never a dead
// end.
#include "services/catalog/district_source.h"
#include "services/catalog/item_package.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::catalog;

class TestEvidence : public QObject {
    Q_OBJECT

    const QDate m_today{2026, 9, 9};
    ItemPackage m_permit;
    DistrictSource m_source;

    Assessment assessed(const Answers& answers, const Facts& facts) {
        return m_permit.guide.assess(answers, facts, m_today).value();
    }
    static Answers renewal() {
        return {{"kind", {"renew"}}, {"basis", {"home"}},   {"home", {"rent"}},
                {"filed", {"yes"}},  {"address", {"same"}}, {"who", {"self"}}};
    }
    EvidenceResult lease(const QString& holder, const QString& consent) {
        const Assessment list = assessed(renewal(), {});
        return obtain(*list.material("lease"), m_permit.item(), holder, consent, m_source,
                      Instant{}, m_today);
    }

private Q_SLOTS:
    void init() {
        m_permit =
            loadPackage(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/residence-permit"))
                .value();
        QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/simulator/district.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_source = DistrictSource::read(file.readAll()).value();
    }

    void aRecordSparesThePaper() {
        const EvidenceResult got = lease("440399198506060075", "consent-1");
        QVERIFY(got.obtained());
        QVERIFY(got.way == Way::Query);
        QCOMPARE(got.attempts.size(), 1);
        QCOMPARE(got.attempts.first().outcome, QStringLiteral("found"));
        QVERIFY(!got.attempts.first().clause.isEmpty());
        QVERIFY(!got.reason.isEmpty());
    }

    void withoutConsentNothingIsAsked() {
        const EvidenceResult got = lease("440399198506060075", {});
        QVERIFY(!got.obtained());
        QVERIFY(got.way == Way::Promise);
        QCOMPARE(m_source.asked(), 0);
        QCOMPARE(got.attempts.first().outcome, QStringLiteral("no-consent"));
    }

    void aDeadSourceLeadsToTheNextWay() {
        m_source.kill("lease-register");
        const EvidenceResult got = lease("440399198506060075", "consent-1");
        QVERIFY(!got.obtained());
        QVERIFY(got.way == Way::Promise);
        QCOMPARE(got.attempts.first().outcome, QStringLiteral("dead"));
        m_source.revive();
        QVERIFY(lease("440399198506060075", "consent-1").obtained());
    }

    void anUnknownPersonIsNotTurnedAway() {
        const EvidenceResult got = lease("44039919900101123X", "consent-1");
        QVERIFY(!got.obtained());
        QCOMPARE(got.attempts.first().outcome, QStringLiteral("not-found"));
    }

    void expiredAndForgedLicencesAreNotTaken() {
        NeededMaterial needed;
        needed.material = Material{};
        needed.material.id = "licence";
        needed.way = Way::Licence;
        needed.material.ways = {{Way::Licence, "e-licence", "r", "c", {}},
                                {Way::Upload, {}, "u", {}, {}}};
        const EvidenceResult forged = obtain(needed, m_permit.item(), "440399197303154018", "c-1",
                                             m_source, Instant{}, m_today);
        QCOMPARE(forged.attempts.first().outcome, QStringLiteral("bad-identifier"));
        QVERIFY(forged.way == Way::Upload);
        const EvidenceResult good = obtain(needed, m_permit.item(), "440399199912310046", "c-1",
                                           m_source, Instant{}, m_today);
        QVERIFY(good.obtained());
        needed.material.ways.first().source = "photo-store";
        const EvidenceResult old = obtain(needed, m_permit.item(), "440399195805030024", "c-1",
                                          m_source, Instant{}, m_today);
        QCOMPARE(old.attempts.first().outcome, QStringLiteral("expired"));
    }

    void everythingDeadStillLeavesAWayForEveryItem() {
        m_source.kill({});
        const Assessment list = assessed(renewal(), {});
        QList<EvidenceResult> results;
        int silent = 0;
        for (const NeededMaterial& needed : list.materials) {
            results << obtain(needed, m_permit.item(), "440399198506060075", "c-1", m_source,
                              Instant{}, m_today);
            // The card and the form are in our hands; every register is silent.
            const bool atHand = needed.material.ways.first().source == "id-card" ||
                                needed.material.ways.first().source == "form-service";
            QCOMPARE(isExempt(results.last().way), atHand);
            silent += atHand ? 0 : 1;
            QVERIFY(!results.last().reason.isEmpty());
        }
        const QJsonObject values = caseVariables(m_permit.guide.questions(), list, {}, results);
        QCOMPARE(values["pending"].toArray().size(), silent);
        QCOMPARE(values["route"].toString(), QStringLiteral("instant"));
        QCOMPARE(values["kind"].toString(), QStringLiteral("renew"));
        QVERIFY(values["stayed"].isNull());
    }

    void theRegistersAnswerQuestions() {
        const auto recordsOf = [this](const char* holder, const char* consent) {
            return m_source.recordsOf({"person-register",
                                       {},
                                       "居住证",
                                       "clause",
                                       consent,
                                       Sensitive<QString>(QString::fromLatin1(holder))});
        };
        const auto known = recordsOf("440399198506060075", "c-1");
        QVERIFY(known);
        const Facts facts = known->facts;
        const Assessment list =
            assessed({{"kind", {"renew"}}, {"basis", {"work"}}, {"who", {"self"}}}, facts);
        QVERIFY(list.settled());
        QCOMPARE(list.time.promised, QStringLiteral("now"));
        QVERIFY(!known->fields.isEmpty());
        QCOMPARE(recordsOf("x", "c-1").error().kind, FaultKind::NotFound);
        QCOMPARE(recordsOf("440399198506060075", "").error().kind, FaultKind::Denied);
        m_source.kill({});
        QCOMPARE(recordsOf("440399198506060075", "c-1").error().kind, FaultKind::Timeout);
        m_source.revive();
    }

    void realDistrictsAreRefused() {
        QVERIFY(!DistrictSource::read("{\"people\":{\"11010519491231002X\":{}}}"));
        QVERIFY(!DistrictSource::read("{\"people\":{\"440399195805030025\":{}}}"));
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"

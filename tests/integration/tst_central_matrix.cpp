// Every path × method × role of resources/central-api.yaml against the running service, and
// malformed requests to each.
#include "tests/support/api_operations.h"
#include "tests/support/central_process.h"
#include "tests/support/kiosk_double.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace tongban;
using namespace tongban::test;

class CentralMatrixTest : public QObject {
    Q_OBJECT

    CentralProcess m_central{{"--stranger-rate", "100000", "--device-rate", "100000"}};
    KioskDouble m_kiosk;
    QList<ApiOperation> m_operations;
    QMap<QString, QByteArray> m_headers; // by role

    int statusOf(const ApiOperation& operation, const QString& role) {
        QByteArrayList headers;
        if (!m_headers.value(role).isEmpty())
            headers.append(m_headers.value(role));
        return askOnce(m_central.port(), operation.method, operation.target,
                       operation.method == "POST" ? "{}" : "", headers)
            .status;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_central.start());
        QCOMPARE(
            m_kiosk
                .enrol(m_central.port(), m_central.enrolmentCode(), certificateRequest(m_kiosk.key))
                .status,
            200);
        m_operations = readOperations();
        QVERIFY(m_operations.size() >= 30);
        m_headers["stranger"] = {};
        m_headers["device"] = m_kiosk.authorization;
        for (const char* role : {"approver", "supervisor", "system-admin", "security-admin",
                                 "audit-admin", "privacy-officer"})
            m_headers[role] = m_central.signIn(role);
        // A clerk, made by the security administrator as a district would.
        const Answer made =
            askOnce(m_central.port(), "POST", "/v1/admin/staff",
                    QJsonDocument(QJsonObject{{"staff", "0301"},
                                              {"name", "于清"},
                                              {"role", "clerk"},
                                              {"region", "440399"},
                                              {"pools", QJsonArray{"police-review"}}})
                        .toJson(),
                    {m_headers["security-admin"]});
        QCOMPARE(made.status, 201);
        const Answer login =
            askOnce(m_central.port(), "POST", "/v1/staff/login", m_central.loginBody(made.json()));
        QCOMPARE(login.status, 200);
        m_headers["clerk"] =
            "Authorization: Bearer " + login.json().value("token").toString().toLatin1();
    }

    void whoGetsPastTheDoor() {
        int asked = 0;
        QStringList differences;
        for (const ApiOperation& operation : std::as_const(m_operations)) {
            for (const QString& role : m_headers.keys()) {
                if (operation.path == "/v1/staff/logout" && role != "stranger" && role != "device")
                    continue; // it would end the session this walk lives on; see below
                const int status = statusOf(operation, role);
                ++asked;
                const bool open = operation.who.contains("stranger");
                const bool staff = role != "stranger" && role != "device";
                const bool meant = open || operation.who.contains(role);
                // A device at a staff door is nobody, and the other way round.
                const bool sameKind = staff == !operation.who.contains("device");
                const int refused = role == "stranger" || !sameKind || role == "device" ? 401 : 403;
                const bool right =
                    meant ? status != 0 && status < 500 && status != 401 && status != 403
                          : status == refused;
                if (!right && !(operation.path == "/v1/enroll"))
                    differences.append(QString("%1 %2 as %3: %4")
                                           .arg(operation.method, operation.path, role)
                                           .arg(status));
            }
        }
        qInfo("%d requests", asked);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join('\n')));
    }

    void otherMethodsAreRefused() {
        for (const ApiOperation& operation : std::as_const(m_operations)) {
            QByteArrayList known;
            for (const ApiOperation& other : std::as_const(m_operations)) {
                if (other.path == operation.path)
                    known.append(other.method);
            }
            static const QByteArrayList all{"GET", "POST", "PUT", "PATCH", "DELETE"};
            for (const QByteArray& method : all) {
                if (!known.contains(method))
                    QCOMPARE(askOnce(m_central.port(), method, operation.target).status, 405);
            }
        }
    }

    void malformedRequestsNeverBreakIt() {
        QRandomGenerator random(20261124);
        const QByteArrayList bodies{"",
                                    "{",
                                    "[]",
                                    "null",
                                    "\xff\xfe",
                                    "{\"a\":" + QByteArray(2000, '['),
                                    "{\"staff\":1}",
                                    QByteArray(300, '\0'),
                                    "{\"decision\":\"approve\",\"lease_no\":-1}",
                                    "{\"task\":\"' OR 1=1 --\"}",
                                    "a=%zz",
                                    "code=%00"};
        for (const ApiOperation& operation : std::as_const(m_operations)) {
            for (const QString& role : {QString("stranger"), QString("device"), QString("approver"),
                                        QString("system-admin"), QString("security-admin")}) {
                if (operation.path == "/v1/staff/logout")
                    continue;
                for (int i = 0; i < 4; ++i) {
                    ApiOperation bent = operation;
                    const QByteArray body = bodies.at(random.bounded(bodies.size()));
                    if (i == 1)
                        bent.target += "?after=-1&wait=x&limit=999999999999";
                    if (i == 2)
                        bent.target.replace("019a", "..%00");
                    if (i == 3)
                        bent.target.replace("019a0000", "' OR 1=1 --'");
                    bent.target.replace(' ', "%20").replace('\'', "%27");
                    QByteArrayList headers{"Upload-Offset: -5",
                                           "Upload-Length: 99999999999999999999",
                                           "Upload-Checksum: sha256 %%%"};
                    if (!m_headers.value(role).isEmpty())
                        headers.append(m_headers.value(role));
                    const bool carries = bent.method != "GET" && bent.method != "HEAD";
                    const int status = askOnce(m_central.port(), bent.method, bent.target,
                                               carries ? body : QByteArray(), headers)
                                           .status;
                    QVERIFY2(status >= 200 && status < 500,
                             qPrintable(QString("%1 %2 %3: %4")
                                            .arg(bent.method, bent.target, role)
                                            .arg(status)));
                }
            }
        }
        QCOMPARE(
            askOnce(m_central.port(), "GET", "/v1/staff/me", {}, {m_headers["approver"]}).status,
            200);
    }

    void aSessionEnds() {
        const QByteArray clerk = m_headers["clerk"];
        QCOMPARE(askOnce(m_central.port(), "POST", "/v1/staff/logout", {}, {clerk}).status, 204);
        QCOMPARE(askOnce(m_central.port(), "GET", "/v1/staff/me", {}, {clerk}).status, 401);
    }
};

QTEST_GUILESS_MAIN(CentralMatrixTest)
#include "tst_central_matrix.moc"

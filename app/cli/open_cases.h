// OpenCases: a central service with cases of known people and every kind of account, for the bars
// of access and of people's rights.
#pragma once

#include "app/cli/bar_central.h"
#include "services/storage/database.h"
#include "tests/support/case_maker.h"

#include <QMap>
#include <QThread>

namespace tongban::cli {

// A clerk, made by the security administrator as a district would.
inline QByteArray hiredClerk(test::CentralProcess& central, const QByteArray& securityAdmin) {
    const test::Answer made = test::askOnce(
        central.port(), "POST", "/v1/admin/staff",
        QJsonDocument(
            QJsonObject{{QStringLiteral("staff"), QStringLiteral("0301")},
                        {QStringLiteral("name"), QStringLiteral("于清")},
                        {QStringLiteral("role"), QStringLiteral("clerk")},
                        {QStringLiteral("region"), QStringLiteral("440399")},
                        {QStringLiteral("pools"), QJsonArray{QStringLiteral("police-review")}}})
            .toJson(),
        {securityAdmin});
    const test::Answer login =
        test::askOnce(central.port(), "POST", "/v1/staff/login", central.loginBody(made.json()));
    return "Authorization: Bearer " +
           login.json().value(QStringLiteral("token")).toString().toLatin1();
}

// The header line of everybody who can ask, by role; a stranger has none.
inline QMap<QString, QByteArray> everybody(test::CentralProcess& central,
                                           const test::KioskDouble& kiosk) {
    QMap<QString, QByteArray> headers{{QStringLiteral("stranger"), {}},
                                      {QStringLiteral("device"), kiosk.authorization}};
    for (const char* role : {"approver", "supervisor", "system-admin", "security-admin",
                             "audit-admin", "privacy-officer"})
        headers.insert(QLatin1String(role), central.signIn(QLatin1String(role)));
    headers.insert(QStringLiteral("clerk"),
                   hiredClerk(central, headers.value(QStringLiteral("security-admin"))));
    return headers;
}

// Invented; what must not be seen where it does not belong.
inline constexpr char familyName[] = "欧阳标记";
inline constexpr char idNumber[] = "440399199001011234";
inline constexpr char phone[] = "13800001234";

struct OpenCases {
    test::CaseMaker maker;
    std::unique_ptr<test::CentralProcess> central;
    test::KioskDouble kiosk;
    QStringList ids;

    bool begin(const QString& log = {}) {
        if (!maker.prepare())
            return false;
        central = std::make_unique<test::CentralProcess>(
            unhurried + QStringList{QStringLiteral("--items"), maker.items()});
        central->logTo(log);
        return ready(*central, kiosk);
    }
    test::DraftApplication draftFor(const QString& number, const QJsonObject& more = {}) {
        QJsonObject answers{{QStringLiteral("phone"), QLatin1String(phone)},
                            {QStringLiteral("address"), QStringLiteral("标记路1号")}};
        for (auto it = more.begin(); it != more.end(); ++it)
            answers.insert(it.key(), it.value());
        return kiosk.draft(test::CaseMaker::item(),
                           maker.content(kiosk,
                                         {{QStringLiteral("name"), QString::fromUtf8(familyName)},
                                          {QStringLiteral("number"), number},
                                          {QStringLiteral("way"), QStringLiteral("id-card")}},
                                         answers));
    }
    bool handIn(int count, const QString& number = QLatin1String(idNumber)) {
        for (int i = 0; i < count; ++i) {
            const test::DraftApplication draft = draftFor(number);
            if (kiosk.deliver(draft).status != 201)
                return false;
            ids.append(draft.manifest.id);
        }
        return true;
    }
    // Until the worker has opened the newest one.
    bool opened() {
        const QByteArray approver = central->signIn(QStringLiteral("approver"));
        for (int i = 0; i < 100; ++i) {
            if (get("/v1/cases/" + ids.last().toLatin1(), approver).status == 200)
                return true;
            QThread::msleep(100);
        }
        return false;
    }
    bool start(int count, const QString& log = {}) {
        return begin(log) && handIn(count) && opened();
    }
    test::Answer get(const QByteArray& path, const QByteArray& who) const {
        return test::askOnce(central->port(), "GET", path, {},
                             who.isEmpty() ? QByteArrayList{} : QByteArrayList{who});
    }
    test::Answer post(const QByteArray& path, const QJsonObject& body,
                      const QByteArray& who = {}) const {
        return test::askOnce(central->port(), "POST", path, QJsonDocument(body).toJson(),
                             who.isEmpty() ? QByteArrayList{} : QByteArrayList{who});
    }
    storage::Database database() const {
        return *storage::Database::open(central->dataDir() + QStringLiteral("/central.db"));
    }
};

// One number out of a database; -1 when it cannot be had.
template <typename... Values>
qint64 numberIn(storage::Database& database, const QString& sql, const Values&... values) {
    return database
        .first(
            sql, [](const storage::Statement& row) { return row.integer(0); }, values...)
        .value_or(std::optional<qint64>())
        .value_or(-1);
}

} // namespace tongban::cli

// Sample accounts with random passwords, and enrolment codes.
#include "services/central/first_run.h"

#include "services/central/audit_log.h"
#include "services/central/feed.h"
#include "services/central/staff_accounts.h"
#include "services/core/json_reader.h"
#include "services/crypto/base32.h"
#include "services/crypto/digest.h"
#include "services/crypto/password.h"
#include "services/crypto/private_file.h"
#include "services/crypto/random.h"
#include "services/crypto/totp.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tongban::central {

namespace {

struct Sample {
    const char* id;
    const char* name;
    Role role;
    bool works; // on the pools
};

// Invented people.
constexpr Sample samples[] = {{"0108", "周敏", Role::Approver, true},
                              {"0203", "何平", Role::Supervisor, true},
                              {"9001", "系统管理员", Role::SystemAdmin, false},
                              {"9002", "安全管理员", Role::SecurityAdmin, false},
                              {"9003", "审计管理员", Role::AuditAdmin, false},
                              {"9004", "个人信息保护专员", Role::PrivacyOfficer, false}};

Result<QJsonObject> hire(Sql& sql, const Centre& centre, const Sample& sample,
                         const QStringList& pools) {
    StaffPlan plan;
    plan.id = QLatin1String(sample.id);
    plan.name = QString::fromUtf8(sample.name);
    plan.role = sample.role;
    if (sample.works)
        plan.pools = pools;
    plan.password = newPassword();
    plan.totpSecret = crypto::randomBytes(20);
    TRY_ASSIGN(const QString hash, crypto::hashPassword(plan.password));
    TRY(createStaff(sql, plan, hash, centre.vault()));
    TRY(note(sql, {centre.now(),
                   QStringLiteral("centre"),
                   {},
                   QStringLiteral("staff.create"),
                   plan.id,
                   QStringLiteral("done"),
                   {}}));
    return QJsonObject{
        {QStringLiteral("staff"), plan.id},
        {QStringLiteral("name"), plan.name},
        {QStringLiteral("role"), nameOf(plan.role)},
        {QStringLiteral("password"), plan.password},
        {QStringLiteral("totp_secret"), QString::fromLatin1(crypto::toBase32(plan.totpSecret))},
        {QStringLiteral("totp_uri"),
         crypto::totpUri(plan.totpSecret, QStringLiteral("Tongban"), plan.id)}};
}

Result<bool> usable(Sql& sql, const QString& code, Instant now) {
    TRY_ASSIGN(const auto row,
               sql.first(QStringLiteral("SELECT 1 FROM enrolment WHERE code_hash = ? AND used_at "
                                        "IS NULL AND expires_at > ?"),
                         {crypto::sha256(code.toLatin1()), toMs(now + std::chrono::hours(1))},
                         [](const SqlRow&) { return true; }));
    return row.has_value();
}

// Keeps what can still be used, makes what is missing.
Result<QJsonArray> enrolmentCodes(Sql& sql, const Centre& centre, const QJsonArray& before) {
    QJsonArray codes;
    for (const char* kind : {"kiosk", "counter"}) {
        QJsonObject kept;
        for (const QJsonValue& value : before) {
            const QJsonObject one = value.toObject();
            TRY_ASSIGN(const bool good,
                       usable(sql, one.value(QStringLiteral("code")).toString(), centre.now()));
            if (good && one.value(QStringLiteral("kind")).toString() == QLatin1String(kind))
                kept = one;
        }
        if (kept.isEmpty()) {
            DevicePlan plan;
            plan.kind = QLatin1String(kind);
            plan.name = plan.kind == QLatin1String("kiosk") ? QStringLiteral("自助机 01")
                                                            : QStringLiteral("综合窗口 01");
            TRY_ASSIGN(const EnrolmentCode code, planDevice(sql, plan, centre.now()));
            kept = {{QStringLiteral("kind"), plan.kind},
                    {QStringLiteral("device"), code.device},
                    {QStringLiteral("code"), code.code}};
        }
        codes.append(kept);
    }
    return codes;
}

} // namespace

Result<QString> prepareFirstRun(Centre& centre, const QStringList& pools) {
    const QString path = centre.options().folder + QStringLiteral("/first-run.json");
    QJsonObject before;
    if (const auto text = crypto::readPrivateFile(path); text.has_value()) {
        TRY_ASSIGN(before, parseJsonObject(text->view().toByteArray()));
    }
    TRY_ASSIGN(const QJsonObject after,
               centre.store().wait<QJsonObject>([&](Sql& sql) -> Result<QJsonObject> {
                   TRY_ASSIGN(const auto staff,
                              sql.first(QStringLiteral("SELECT count(*) FROM staff"), {},
                                        [](const SqlRow& row) { return row.integer(0); }));
                   QJsonObject file = before;
                   if (staff.value_or(0) == 0) {
                       QJsonArray accounts;
                       for (const Sample& sample : samples) {
                           TRY_ASSIGN(const QJsonObject account, hire(sql, centre, sample, pools));
                           accounts.append(account);
                       }
                       file.insert(QStringLiteral("accounts"), accounts);
                   }
                   TRY_ASSIGN(const QJsonArray codes,
                              enrolmentCodes(sql, centre,
                                             before.value(QStringLiteral("enrolment")).toArray()));
                   file.insert(QStringLiteral("enrolment"), codes);
                   return file;
               }));
    TRY(crypto::writePrivateFile(path, QJsonDocument(after).toJson()));
    return path;
}

} // namespace tongban::central

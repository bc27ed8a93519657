// The clerk's part of the tour, through accessible names.
#include "app/tour/counter_tour.h"

#include "services/core/clock.h"
#include "services/crypto/base32.h"
#include "services/crypto/private_file.h"
#include "services/crypto/totp.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::tour {

CounterTour::CounterTour(app::CounterComposition& counter, const QString& folder,
                         const QString& firstRun, QString part)
    : m_counter(counter)
    , m_diary(folder)
    , m_spoken(counter.window())
    , m_firstRun(firstRun)
    , m_part(std::move(part)) {}

bool CounterTour::waitFor(const QString& page, int ms) {
    QElapsedTimer since;
    since.start();
    while (m_counter.model().page() != page && since.elapsed() < ms)
        Spoken::settle(30);
    Spoken::settle(300);
    return m_diary.expect(m_counter.model().page() == page,
                          QStringLiteral("page “%1”: %2").arg(page, m_counter.model().fault()));
}

bool CounterTour::signIn() {
    const auto text = crypto::readPrivateFile(m_firstRun);
    if (!m_diary.expect(text.has_value(), QStringLiteral("accounts in %1").arg(m_firstRun)))
        return false;
    const QJsonArray accounts = QJsonDocument::fromJson(text->view().toByteArray())
                                    .object()
                                    .value(QStringLiteral("accounts"))
                                    .toArray();
    const QJsonObject clerk = accounts.first().toObject();
    const auto secret =
        crypto::fromBase32(clerk.value(QStringLiteral("totp_secret")).toString().toLatin1());
    if (!m_diary.expect(secret.has_value(), QStringLiteral("the token's secret")))
        return false;
    Spoken::settle(800); // the window takes the focus
    const bool again = m_part == QLatin1String("decide");
    if (!again)
        m_diary.picture(m_counter.window(), QStringLiteral("20-counter-login"));
    const bool typed = m_spoken.type(clerk.value(QStringLiteral("staff")).toString(),
                                     inLanguage("LoginPage", "Staff number")) &&
                       m_spoken.type(clerk.value(QStringLiteral("password")).toString(),
                                     inLanguage("LoginPage", "Password"));
    if (!m_diary.expect(typed, QStringLiteral("the sign-in can be filled in")))
        return false;
    // A code counts once: who signs in again within half a minute waits for the next.
    const auto stepNow = [] { return crypto::totpStep(SystemClock().now()); };
    if (again) {
        for (const auto used = stepNow(); stepNow() == used;)
            Spoken::settle(200);
    }
    if (!m_diary.expect(m_spoken.type(crypto::totpCode(*secret, stepNow()),
                                      inLanguage("LoginPage", "Six digits from your token")) &&
                            m_spoken.press(inLanguage("LoginPage", "Sign in and start")),
                        QStringLiteral("the code can be typed")))
        return false;
    m_diary.say(QStringLiteral("%1 登录：密码加动态码。")
                    .arg(clerk.value(QStringLiteral("name")).toString()));
    return waitFor(QStringLiteral("inbox"));
}

bool CounterTour::openCase() {
    counter::CounterModel& model = m_counter.model();
    QElapsedTimer since;
    since.start();
    while (model.rows().isEmpty() && since.elapsed() < 10'000) {
        model.refresh();
        Spoken::settle(400);
    }
    if (!m_diary.expect(!model.rows().isEmpty(), QStringLiteral("a case waits")))
        return false;
    m_diary.say(
        QStringLiteral("待办：%1，%2")
            .arg(model.headline(),
                 model.rows().first().toMap().value(QStringLiteral("lampText")).toString()));
    if (m_part != QLatin1String("decide"))
        m_diary.picture(m_counter.window(), QStringLiteral("21-counter-inbox"));
    m_spoken.press(inLanguage("CasePreview", "Open the review"));
    if (!waitFor(QStringLiteral("case")))
        return false;
    Spoken::settle(1500);
    m_diary.picture(m_counter.window(), m_part == QLatin1String("decide")
                                            ? QStringLiteral("24-counter-case-again")
                                            : QStringLiteral("22-counter-case"));
    m_diary.say(QStringLiteral("审查：材料看过才能决定，每看一次都有记录。"));
    return true;
}

bool CounterTour::askForPaper() {
    const auto step = [this](const char* context, const char* source) {
        const QString name = inLanguage(context, source);
        const bool pressed = m_spoken.press(name.section(u'%', 0, 0));
        if (!pressed)
            m_diary.say(m_spoken.names().join(QStringLiteral(" | ")));
        Spoken::settle(300);
        return m_diary.expect(pressed, QStringLiteral("“%1”").arg(name));
    };
    if (!step("DecisionBar", "Tell once what is missing") ||
        !m_diary.expect(m_spoken.press(QStringLiteral("房屋租赁合同"), 3000, QAccessible::CheckBox),
                        QStringLiteral("the contract can be chosen")))
        return false;
    Spoken::settle(300);
    const bool typed = m_spoken.type(QStringLiteral("第 2 页没有拍到"),
                                     inLanguage("NoticeItem", "What is the problem")) &&
                       m_spoken.type(QStringLiteral("请把第 2 页再拍一次"),
                                     inLanguage("NoticeItem", "What the applicant should do"));
    if (!m_diary.expect(typed, QStringLiteral("reason and remedy can be typed")) ||
        !step("NoticeComposer", "I have read all %1 papers; besides these nothing is missing"))
        return false;
    m_diary.picture(m_counter.window(), QStringLiteral("23-counter-notice"));
    if (!step("NoticeComposer", "Send to the applicant") || !waitFor(QStringLiteral("inbox")))
        return false;
    m_diary.say(QStringLiteral("一次说清缺什么、怎么补；时钟停下。"));
    return true;
}

bool CounterTour::approve() {
    // Every paper has to be looked at before it can be decided.
    m_spoken.pressEach(QStringLiteral("房屋租赁合同"), QAccessible::PageTab);
    Spoken::settle(800);
    if (!m_diary.expect(m_spoken.press(inLanguage("tongban::counter::CounterModel", "Approve")),
                        QStringLiteral("the approve button")) ||
        !waitFor(QStringLiteral("inbox")))
        return false;
    m_diary.say(QStringLiteral("通过。市民马上看得到。"));
    return true;
}

bool CounterTour::play() {
    const bool played =
        signIn() && openCase() && (m_part == QLatin1String("decide") ? approve() : askForPaper());
    if (!played || !m_diary.good()) {
        m_diary.picture(m_counter.window(), QStringLiteral("99-failed"));
        m_diary.say(m_spoken.names().join(QStringLiteral(" | ")));
    }
    return played && m_diary.good();
}

} // namespace tongban::tour

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

namespace {

QString say(const char* context, const char* source) {
    return QCoreApplication::translate(context, source);
}

} // namespace

CounterTour::CounterTour(app::CounterComposition& counter, const QString& folder,
                         const QString& firstRun)
    : m_counter(counter)
    , m_diary(folder)
    , m_spoken(counter.window())
    , m_firstRun(firstRun) {}

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
    m_diary.picture(m_counter.window(), QStringLiteral("20-counter-login"));
    m_counter.model().signIn(clerk.value(QStringLiteral("staff")).toString(),
                             clerk.value(QStringLiteral("password")).toString(),
                             crypto::totpCode(*secret, crypto::totpStep(SystemClock().now())));
    m_diary.say(QStringLiteral("%1 登录：密码加动态码。")
                    .arg(clerk.value(QStringLiteral("name")).toString()));
    return waitFor(QStringLiteral("inbox"));
}

bool CounterTour::play() {
    if (!signIn())
        return false;
    counter::CounterModel& model = m_counter.model();
    QElapsedTimer since;
    since.start();
    while (model.rows().isEmpty() && since.elapsed() < 10'000) {
        model.refresh();
        Spoken::settle(400);
    }
    if (!m_diary.expect(!model.rows().isEmpty(), QStringLiteral("a case waits")))
        return false;
    m_diary.picture(m_counter.window(), QStringLiteral("21-counter-inbox"));
    m_diary.say(
        QStringLiteral("待办：%1，%2")
            .arg(model.headline(),
                 model.rows().first().toMap().value(QStringLiteral("lampText")).toString()));
    m_spoken.press(say("CasePreview", "Open the review"));
    if (!waitFor(QStringLiteral("case")))
        return false;
    Spoken::settle(1500);
    m_diary.picture(m_counter.window(), QStringLiteral("22-counter-case"));
    m_diary.say(QStringLiteral("审查：材料看过才能决定，每看一次都有记录。"));
    m_spoken.press(say("DecisionBar", "Tell once what is missing"));
    Spoken::settle(500);
    m_diary.picture(m_counter.window(), QStringLiteral("23-counter-notice"));
    m_spoken.press(say("NoticeComposer", "Cancel"));
    Spoken::settle(500);
    m_diary.expect(m_spoken.press(say("tongban::counter::CounterModel", "Approve")),
                   QStringLiteral("the approve button"));
    if (!waitFor(QStringLiteral("inbox")))
        return false;
    m_diary.say(QStringLiteral("通过。市民马上看得到。"));
    return m_diary.good();
}

} // namespace tongban::tour

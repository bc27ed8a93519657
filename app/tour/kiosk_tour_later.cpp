// What happens after the visit: the receipt is shown, a paper is added, a department's page is
// opened.
#include "app/tour/kiosk_tour.h"

#include <QElapsedTimer>
#include <cstdio>

namespace tongban::tour {

bool KioskTour::showReceipt() {
    if (!press("AttractPage", "Touch to start", QStringLiteral("wake")))
        return false;
    Spoken::settle(2500); // what the centre has to tell comes through the feed
    if (!press("HomePage", "My case", QStringLiteral("my case")) ||
        !waitForPage(QStringLiteral("verify")))
        return false;
    const QString valid = inLanguage("VerifyPage", "Checked: valid");
    if (!m_diary.expect(m_spoken.waitFor(valid, 8000),
                        QStringLiteral("the receipt is found valid")))
        return false;
    m_diary.say(QStringLiteral("扫手机上的凭证：有效。"));
    return true;
}

bool KioskTour::openProgress() {
    if (!press("VerifyPage", "See how far it is", QStringLiteral("progress")) ||
        !waitForPage(QStringLiteral("progress")))
        return false;
    m_diary.say(m_kiosk.model().verify()->headline());
    return true;
}

bool KioskTour::progress() {
    const bool decided = m_part == QLatin1String("decided");
    if (!showReceipt())
        return false;
    m_diary.picture(m_kiosk.window(),
                    decided ? QStringLiteral("14-verify") : QStringLiteral("12-verify"));
    if (!openProgress())
        return false;
    m_diary.picture(m_kiosk.window(),
                    decided ? QStringLiteral("14-progress") : QStringLiteral("13-progress"));
    return press("ProgressPage", "Seen it, finish", QStringLiteral("finish")) &&
           waitForPage(QStringLiteral("home"));
}

bool KioskTour::supplement() {
    if (!showReceipt() || !openProgress())
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("17-wanted"));
    if (!press("tongban::kiosk::VerifyModel", "Add it here", QStringLiteral("add")) ||
        !identify() || !papers() || !waitForPage(QStringLiteral("receipt")))
        return false;
    m_diary.say(QStringLiteral("补的材料封存落盘，凭证还是原来那张。"));
    Spoken::settle(600);
    m_diary.picture(m_kiosk.window(), QStringLiteral("18-supplement-receipt"));
    return goodbye();
}

bool KioskTour::portal() {
    if (!press("AttractPage", "Touch to start", QStringLiteral("wake")) ||
        !press("HallScreens", "water bill", QStringLiteral("hosted page")) ||
        !waitForPage(QStringLiteral("portal")))
        return false;
    Spoken::settle(3500);
    m_diary.say(QStringLiteral("水费查询：部门网页在锁定的窗口里打开，关掉就什么也不留。"));
    m_diary.picture(m_kiosk.window(), QStringLiteral("16-portal"));
    m_kiosk.model().goHome();
    return waitForPage(QStringLiteral("home"));
}

// Says where it is and waits for a line, so that a bar can look into this very process.
bool KioskTour::stop(const QString& place) {
    Spoken::settle(1'500);
    m_diary.say(place);
    int letter = std::getchar();
    while (letter != '\n' && letter != EOF)
        letter = std::getchar();
    return letter != EOF;
}

bool KioskTour::residue() {
    const auto wake = [this] {
        return press("AttractPage", "Touch to start", QStringLiteral("wake")) &&
               waitForPage(QStringLiteral("home"));
    };
    if (!wake() || !m_diary.picture(m_kiosk.window(), QStringLiteral("20-before")) ||
        !stop(QStringLiteral("before")))
        return false;
    const bool played = search() && answerQuestions() && identify() && fillForm() && papers() &&
                        stop(QStringLiteral("during")) && signAndSubmit() && goodbye();
    return played && m_diary.picture(m_kiosk.window(), QStringLiteral("21-after")) &&
           stop(QStringLiteral("after"));
}

} // namespace tongban::tour

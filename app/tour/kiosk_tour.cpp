// The visit of 居住证签注: rented flat, contract not filed, renewed by the holder.
#include "app/tour/kiosk_tour.h"

#include <QElapsedTimer>
#include <QtMath>

namespace tongban::tour {

namespace {

QString say(const char* context, const char* source) {
    return QCoreApplication::translate(context, source);
}

// A signature such as a hurried hand makes.
QList<QList<QPointF>> handwriting() {
    QList<QList<QPointF>> strokes;
    for (int letter = 0; letter < 3; ++letter) {
        QList<QPointF> stroke;
        for (int i = 0; i <= 24; ++i) {
            const double t = i / 24.0;
            stroke.append({0.16 + 0.24 * letter + 0.16 * t, 0.5 + 0.22 * qSin(t * 6.3 + letter)});
        }
        strokes.append(stroke);
        strokes.append({{0.2 + 0.24 * letter, 0.3}, {0.24 + 0.24 * letter, 0.7}});
    }
    return strokes;
}

} // namespace

KioskTour::KioskTour(app::KioskComposition& kiosk, const QString& folder, const QString& part)
    : m_kiosk(kiosk)
    , m_diary(folder)
    , m_spoken(kiosk.window())
    , m_part(part) {}

bool KioskTour::press(const char* context, const char* source, const QString& what) {
    const QString name = say(context, source);
    const bool pressed = m_spoken.press(name);
    if (!pressed)
        m_diary.say(
            QStringLiteral("  there is: %1").arg(m_spoken.names().join(QStringLiteral(" | "))));
    return m_diary.expect(pressed, QStringLiteral("%1: no “%2”").arg(what, name));
}

bool KioskTour::waitForPage(const QString& page, int ms) {
    QElapsedTimer since;
    since.start();
    while (m_kiosk.model().page() != page && since.elapsed() < ms)
        Spoken::settle(20);
    Spoken::settle(350); // debounce and slide
    return m_diary.expect(
        m_kiosk.model().page() == page,
        QStringLiteral("page “%1” instead of “%2”").arg(m_kiosk.model().page(), page));
}

bool KioskTour::play() {
    const bool all = m_part.isEmpty();
    bool good = true;
    if (all || m_part == QLatin1String("visit"))
        good = visit();
    if (good && (all || m_part == QLatin1String("progress") || m_part == QLatin1String("decided")))
        good = progress();
    if (good && (all || m_part == QLatin1String("portal")))
        good = portal();
    return good && m_diary.good();
}

bool KioskTour::visit() {
    m_diary.say(QStringLiteral("市民走进大厅，机器在等人。"));
    m_diary.picture(m_kiosk.window(), QStringLiteral("00-attract"));
    m_kiosk.model().wake();
    return waitForPage(QStringLiteral("home")) && search() && answerQuestions() && identify() &&
           fillForm() && papers() && signAndSubmit() && goodbye();
}

bool KioskTour::search() {
    m_diary.picture(m_kiosk.window(), QStringLiteral("01-home"));
    for (const QString& words :
         {QStringLiteral("续居住证"), QStringLiteral("jzz"), QStringLiteral("居住证过期了")}) {
        m_kiosk.model().openSearch(words);
        const bool found =
            m_kiosk.model().search()->best().toMap().value(QStringLiteral("id")).toString() ==
            QLatin1String("residence-permit");
        m_diary.expect(found, QStringLiteral("“%1” finds the residence permit").arg(words));
        m_diary.say(QStringLiteral("输入“%1” → 居住证签注").arg(words));
    }
    if (!waitForPage(QStringLiteral("search")))
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("02-search"));
    m_kiosk.model().openItem(QStringLiteral("residence-permit"));
    if (!waitForPage(QStringLiteral("guide")))
        return false;
    m_diary.say(QStringLiteral("指南：谁能办、多久、多少钱、带什么，流程图就是办件用的那张。"));
    m_diary.picture(m_kiosk.window(), QStringLiteral("03-guide"));
    m_kiosk.model().guide()->start();
    return true;
}

bool KioskTour::answerQuestions() {
    const QHash<QString, QString> says{{QStringLiteral("kind"), QStringLiteral("renew")},
                                       {QStringLiteral("basis"), QStringLiteral("home")},
                                       {QStringLiteral("home"), QStringLiteral("rent")},
                                       {QStringLiteral("filed"), QStringLiteral("no")},
                                       {QStringLiteral("address"), QStringLiteral("same")},
                                       {QStringLiteral("who"), QStringLiteral("self")}};
    if (!waitForPage(QStringLiteral("question")))
        return false;
    for (int i = 0; i < 12 && m_kiosk.session().stage() == session::Stage::Question; ++i) {
        const catalog::Question* asked = m_kiosk.session().question()->question;
        const QString option = says.value(asked->id, asked->options.first().id);
        const QString label = asked->option(option)->label;
        if (!m_diary.expect(m_spoken.press(label), QStringLiteral("option “%1”").arg(label)))
            return false;
        m_diary.say(QStringLiteral("问：%1 答：%2 → %3")
                        .arg(asked->text, label, m_kiosk.model().question()->consequence()));
        if (i == 0)
            m_diary.picture(m_kiosk.window(), QStringLiteral("04-question"));
        Spoken::settle(420);
        m_kiosk.model().question()->next();
        Spoken::settle(350);
    }
    return true;
}

bool KioskTour::identify() {
    if (!waitForPage(QStringLiteral("identify")))
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("05-identify"));
    m_kiosk.simulatedHall()->layCard();
    if (!waitForPage(QStringLiteral("form")))
        return false;
    m_kiosk.simulatedHall()->takeCard();
    m_diary.say(QStringLiteral("身份证放上读卡区：找卡、选卡、读卡，走真实的串口协议。"));
    return true;
}

bool KioskTour::fillForm() {
    bool pictured = false;
    for (int i = 0; i < 10 && m_kiosk.session().stage() == session::Stage::Form; ++i) {
        for (const workflow::FormRow& row : m_kiosk.session().formRows()) {
            const bool empty =
                row.value.isNull() || row.value.isUndefined() || row.value.toString().isEmpty();
            if (!empty || row.prefilled)
                continue;
            QString value = QStringLiteral("示范区通办路1号虚构花园3栋502");
            if (row.format == QLatin1String("phone"))
                value = QStringLiteral("13800000000");
            else if (row.format == QLatin1String("date"))
                value = QStringLiteral("2025-03-01");
            m_kiosk.model().form()->activate(row.path);
            if (!pictured && row.format != QLatin1String("date")) {
                m_kiosk.model().form()->typing()->type(QStringLiteral("shifan"));
                Spoken::settle(300);
                pictured = m_diary.picture(m_kiosk.window(), QStringLiteral("06-form"));
                m_kiosk.model().form()->typing()->press(QStringLiteral("clear"));
            }
            m_kiosk.model().form()->typing()->setValue(value);
            Q_EMIT m_kiosk.model().form()->typing()->edited();
        }
        if (i == 0)
            m_diary.picture(m_kiosk.window(), QStringLiteral("06-form-known"));
        for (const workflow::FormRow& row : m_kiosk.session().formRows()) {
            if (!row.message.isEmpty())
                m_diary.say(QStringLiteral("  %1: %2").arg(row.label, row.message));
        }
        const int before = m_kiosk.session().formPage();
        m_kiosk.model().form()->next();
        if (!m_diary.expect(m_kiosk.session().stage() != session::Stage::Form ||
                                m_kiosk.session().formPage() != before,
                            QStringLiteral("the form page is accepted")))
            return false;
        Spoken::settle(300);
    }
    m_diary.say(QStringLiteral("表格：身份证上有的都填好了，只问没有的。"));
    return true;
}

bool KioskTour::papers() {
    if (!waitForPage(QStringLiteral("materials")))
        return false;
    Spoken::settle(600);
    m_diary.picture(m_kiosk.window(), QStringLiteral("07-materials"));
    QElapsedTimer since;
    since.start();
    while (!m_kiosk.session().openMaterials().isEmpty() && since.elapsed() < 15'000)
        Spoken::settle(50);
    if (!m_diary.expect(m_kiosk.session().openMaterials().isEmpty(),
                        QStringLiteral("the contract is captured")))
        return false;
    m_diary.say(
        QStringLiteral("材料：免交的说明理由；租赁合同用高拍仪拍下，四角、清楚、反光都查过。"));
    m_diary.picture(m_kiosk.window(), QStringLiteral("07-materials-done"));
    m_kiosk.model().materials()->next();
    if (!waitForPage(QStringLiteral("check")))
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("09-check"));
    m_kiosk.model().check()->next();
    return true;
}

bool KioskTour::signAndSubmit() {
    if (!waitForPage(QStringLiteral("sign")))
        return false;
    const QString pad = say("SignaturePad", "Signature pad");
    if (!m_diary.expect(m_spoken.draw(pad, handwriting()), QStringLiteral("a pad “%1”").arg(pad)))
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("10-sign"));
    if (!press("SignPage", "Signed, submit", QStringLiteral("sign")) ||
        !waitForPage(QStringLiteral("receipt")))
        return false;
    m_diary.say(QStringLiteral("签名、提交：一个事务落盘之后才出凭证 %1")
                    .arg(m_kiosk.session().handedIn()->submission.receiptNumber));
    Spoken::settle(1500);
    m_diary.picture(m_kiosk.window(), QStringLiteral("11-receipt"));
    return true;
}

bool KioskTour::goodbye() {
    QElapsedTimer since;
    since.start();
    while (m_kiosk.sync().status().waiting > 0 && since.elapsed() < 10'000)
        Spoken::settle(50);
    m_diary.say(m_kiosk.sync().status().online
                    ? QStringLiteral("发件箱已送到中央服务。")
                    : QStringLiteral("没有网络：已封存，联网后自动送出。"));
    m_kiosk.model().receipt()->finish();
    if (!waitForPage(QStringLiteral("goodbye")))
        return false;
    QStringList erased;
    const QVariantList report = m_kiosk.model().receipt()->erased();
    for (const QVariant& entry : report) {
        m_diary.expect(entry.toMap().value(QStringLiteral("ok")).toBool(),
                       QStringLiteral("everything is erased"));
        erased.append(entry.toMap().value(QStringLiteral("text")).toString());
    }
    m_diary.say(QStringLiteral("已清除：%1").arg(erased.join(QStringLiteral("、"))));
    m_diary.picture(m_kiosk.window(), QStringLiteral("15-goodbye"));
    m_kiosk.model().goHome();
    return waitForPage(QStringLiteral("home"));
}

bool KioskTour::progress() {
    const bool decided = m_part == QLatin1String("decided");
    m_kiosk.model().wake();
    Spoken::settle(2500); // what the centre has to tell comes through the feed
    m_kiosk.model().openVerify();
    if (!waitForPage(QStringLiteral("verify")))
        return false;
    QElapsedTimer since;
    since.start();
    while (m_kiosk.model().verify()->verdict() == QLatin1String("waiting") &&
           since.elapsed() < 8000)
        Spoken::settle(50);
    if (!m_diary.expect(m_kiosk.model().verify()->verdict() == QLatin1String("valid"),
                        QStringLiteral("the receipt is found valid")))
        return false;
    m_diary.say(QStringLiteral("扫手机上的凭证：有效。"));
    m_diary.picture(m_kiosk.window(),
                    decided ? QStringLiteral("14-verify") : QStringLiteral("12-verify"));
    m_kiosk.model().openProgress();
    if (!waitForPage(QStringLiteral("progress")))
        return false;
    m_diary.say(m_kiosk.model().verify()->headline());
    m_diary.picture(m_kiosk.window(),
                    decided ? QStringLiteral("14-progress") : QStringLiteral("13-progress"));
    m_kiosk.model().goHome();
    return waitForPage(QStringLiteral("home"));
}

bool KioskTour::portal() {
    m_kiosk.model().wake();
    m_kiosk.model().openPortal(QStringLiteral("water"));
    if (!waitForPage(QStringLiteral("portal")))
        return false;
    Spoken::settle(3500);
    m_diary.say(QStringLiteral("水费查询：部门网页在锁定的窗口里打开，关掉就什么也不留。"));
    m_diary.picture(m_kiosk.window(), QStringLiteral("16-portal"));
    m_kiosk.model().goHome();
    return waitForPage(QStringLiteral("home"));
}

} // namespace tongban::tour

// The visit of 居住证签注: rented flat, contract not filed, renewed by the holder.
#include "app/tour/kiosk_tour.h"

#include "app/tour/touch_typing.h"

#include <QElapsedTimer>
#include <QtMath>

namespace tongban::tour {

namespace {

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
    const QString name = inLanguage(context, source);
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
    if (good && m_part == QLatin1String("supplement"))
        good = supplement();
    if (good && (all || m_part == QLatin1String("portal")))
        good = portal();
    if (good && m_part == QLatin1String("residue"))
        good = residue();
    if (!good || !m_diary.good()) {
        m_diary.picture(m_kiosk.window(), QStringLiteral("99-failed"));
        m_diary.say(m_spoken.names().join(QStringLiteral(" | ")));
    }
    return good && m_diary.good();
}

bool KioskTour::visit() {
    m_diary.say(QStringLiteral("市民走进大厅，机器在等人。"));
    m_diary.picture(m_kiosk.window(), QStringLiteral("00-attract"));
    return press("AttractPage", "Touch to start", QStringLiteral("wake")) &&
           waitForPage(QStringLiteral("home")) && search() && answerQuestions() && identify() &&
           fillForm() && papers() && signAndSubmit() && goodbye();
}

bool KioskTour::search() {
    m_diary.picture(m_kiosk.window(), QStringLiteral("01-home"));
    const QString item = QStringLiteral("居住证签注");
    const QList<QPair<QString, QString>> inputs{
        {QStringLiteral("xujuzhuzheng"), QStringLiteral("续居住证")},
        {QStringLiteral("jzz"), {}},
        {QStringLiteral("juzhuzhengguoqile"), QStringLiteral("居住证过期了")}};
    if (!press("SearchBar", "Search: type what you need", QStringLiteral("search")) ||
        !waitForPage(QStringLiteral("search")))
        return false;
    for (const auto& [keys, words] : inputs) {
        const bool typed =
            words.isEmpty() ? pressKeys(m_spoken, keys) : typeChinese(m_spoken, keys, words);
        if (!m_diary.expect(typed, QStringLiteral("“%1” can be typed").arg(keys)))
            return false;
        Spoken::settle(400);
        if (!m_diary.expect(m_spoken.waitFor(item),
                            QStringLiteral("“%1” finds %2").arg(words + keys, item)))
            return false;
        m_diary.say(QStringLiteral("输入“%1” → %2").arg(words.isEmpty() ? keys : words, item));
        if (words == inputs.last().second)
            break;
        const QString clear = inLanguage("InputField", "Clear %1").section(u'%', 0, 0).trimmed();
        if (!m_diary.expect(m_spoken.press(clear), QStringLiteral("“%1”").arg(clear)))
            return false;
    }
    if (!press("SearchPage", "See all results", QStringLiteral("results")))
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("02-search"));
    if (!press("BestMatchCard", "See how it is done", QStringLiteral("open")) ||
        !waitForPage(QStringLiteral("guide")))
        return false;
    m_diary.say(QStringLiteral("指南：谁能办、多久、多少钱、带什么，流程图就是办件用的那张。"));
    m_diary.picture(m_kiosk.window(), QStringLiteral("03-guide"));
    return press("GuidePage", "Start", QStringLiteral("start"));
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
        const bool last = m_kiosk.session().questionNumber() >=
                          static_cast<int>(m_kiosk.session().assessment().way.size());
        if (!press("QuestionPage", last ? "Go on" : "Next question", QStringLiteral("next")))
            return false;
        Spoken::settle(420);
    }
    return true;
}

bool KioskTour::identify() {
    if (!waitForPage(QStringLiteral("identify")))
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("05-identify"));
    m_kiosk.simulatedHall()->layCard();
    if (!waitForPage(m_kiosk.session().supplementing() ? QStringLiteral("materials")
                                                       : QStringLiteral("form")))
        return false;
    m_kiosk.simulatedHall()->takeCard();
    m_diary.say(QStringLiteral("身份证放上读卡区：找卡、选卡、读卡，走真实的串口协议。"));
    return true;
}

bool KioskTour::fillField(const workflow::FormRow& row) {
    if (!m_diary.expect(m_spoken.press(row.label, 3000, QAccessible::EditableText),
                        QStringLiteral("field “%1”").arg(row.label)))
        return false;
    Spoken::settle(200);
    bool typed = false;
    if (row.format == QLatin1String("phone"))
        typed = pressKeys(m_spoken, QStringLiteral("13800000000"));
    else if (row.format == QLatin1String("date"))
        typed = pressKeys(m_spoken, QStringLiteral("20250301"));
    else {
        typed = pressKeys(m_spoken, QStringLiteral("shifan"));
        Spoken::settle(200);
        m_diary.picture(m_kiosk.window(), QStringLiteral("06-form"));
        typed = typed && typeChinese(m_spoken, QStringLiteral("lu"), QStringLiteral("示范路")) &&
                press("PinyinKeyboard", "123", QStringLiteral("digits")) &&
                pressKeys(m_spoken, QStringLiteral("18"));
    }
    return m_diary.expect(typed, QStringLiteral("“%1” can be typed").arg(row.label));
}

bool KioskTour::fillForm() {
    for (int i = 0; i < 10 && m_kiosk.session().stage() == session::Stage::Form; ++i) {
        const QList<workflow::FormRow> rows = m_kiosk.session().formRows();
        if (i == 0)
            m_diary.picture(m_kiosk.window(), QStringLiteral("06-form-known"));
        for (const workflow::FormRow& row : rows) {
            const bool empty =
                row.value.isNull() || row.value.isUndefined() || row.value.toString().isEmpty();
            if (empty && !row.prefilled && !fillField(row))
                return false;
        }
        const int before = m_kiosk.session().formPage();
        if (!press("FormPage", "Next page", QStringLiteral("next")))
            return false;
        Spoken::settle(300);
        const QList<workflow::FormRow> after = m_kiosk.session().formRows();
        for (const workflow::FormRow& row : after) {
            if (!row.message.isEmpty() && before == m_kiosk.session().formPage())
                m_diary.say(QStringLiteral("  %1: %2").arg(row.label, row.message));
        }
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
    const QString prefix = m_kiosk.session().supplementing() ? QStringLiteral("17-supplement")
                                                             : QStringLiteral("07-materials");
    m_diary.picture(m_kiosk.window(), prefix);
    QElapsedTimer since;
    since.start();
    while (!m_kiosk.session().openMaterials().isEmpty() && since.elapsed() < 15'000)
        Spoken::settle(50);
    if (!m_diary.expect(m_kiosk.session().openMaterials().isEmpty(),
                        QStringLiteral("the contract is captured")))
        return false;
    m_diary.say(
        QStringLiteral("材料：免交的说明理由；租赁合同用高拍仪拍下，四角、清楚、反光都查过。"));
    m_diary.picture(m_kiosk.window(), prefix + QStringLiteral("-done"));
    if (m_kiosk.session().supplementing())
        return press("VisitScreens", "All here, hand it in", QStringLiteral("hand in"));
    if (!press("VisitScreens", "All here, go and check", QStringLiteral("check")) ||
        !waitForPage(QStringLiteral("check")))
        return false;
    m_diary.picture(m_kiosk.window(), QStringLiteral("09-check"));
    return press("CheckPage", "All right, go and sign", QStringLiteral("sign"));
}

bool KioskTour::signAndSubmit() {
    if (!waitForPage(QStringLiteral("sign")))
        return false;
    const QString pad = inLanguage("SignaturePad", "Signature pad");
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
    if (!press("ReceiptPage", "Finish and erase my data", QStringLiteral("finish")) ||
        !waitForPage(QStringLiteral("goodbye")))
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
    return press("GoodbyePage", "I need something else", QStringLiteral("again")) &&
           waitForPage(QStringLiteral("home"));
}

} // namespace tongban::tour

// Every published vector of the codes, one planted error per position, and what typing is forgiven.
#include "services/core/codes.h"
#include "services/core/item_codes.h"
#include "services/core/licence_codes.h"
#include "services/core/organisation_codes.h"
#include "services/core/person_codes.h"

#include <QTest>

using namespace tongban;

class TestCodes : public QObject {
    Q_OBJECT

    static void row(const char* kind, const char* value, const char* wrong = "") {
        QTest::addRow("%s %s", kind, value)
            << QString::fromLatin1(kind) << QString::fromUtf8(value) << QString::fromUtf8(wrong);
    }

private Q_SLOTS:
    void vectors_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("wrong");
        for (const char* number : {"11010519491231002X", "440399195805030024", "44039919900101123X",
                                   "440399202407010012", "440399197303154018", "440399194108201065",
                                   "440399198506060075", "440399199912310046", "110101190102030014",
                                   "653101190402290035", "911840190203040011", "11010519491231002x",
                                   "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ",
                                   "110105-19491231-002X"})
            row("id", number);
        row("id", "110105194912310021", "第18位校验码应为 X");
        row("id", "110101190102030010", "第18位校验码应为 4");
        row("id", "11010119010230001X", "第7到14位“19010230”不是真实的日期");
        row("id", "110105490101002", "这是 15 位的老号码，请填 18 位的新号码");
        row("id", "11010519491231002", "应为 18 位，还差 1 位");
        row("id", "11010519491231002X1", "应为 18 位，多了 1 位");
        row("id", "1101051949123100AX", "第17位应为数字");
        row("id", "110105194912310020A", "应为 18 位，多了 1 位");
        row("id", "00010519491231002X", "前2位“00”不是省级地区代码");
        row("id", "440399209912310010", "第7到14位的出生日期还没有到");
        row("id", "", "还没有填");
        for (const char* code : {"91110000101623741K", "911101066976941872", "12441500196720244T",
                                 "91350100M000100Y43", "11440399MB2T00019M", "11440399MB2T00027G",
                                 "12440399MB2T00115U", "91350100m000100y43"})
            row("uscc", code);
        row("uscc", "11440399MB2T00027H", "第18位校验码应为 G");
        row("uscc", "91110000101623741O",
            "第18位“O”不会出现在统一社会信用代码里（没有字母 I O S V Z）");
        row("uscc", "9111000010162374", "应为 18 位，还差 2 位");
        row("uscc", "0111000010162374XK", "第1位“0”不是登记管理部门代码");
        row("org", "10162374-1");
        row("org", "101623742", "第9位校验码应为 1");
        for (const char* code :
             {"11440399MB2T00019M4440709101001", "11440399MB2T00027G444013110300101",
              "12441500196720244T3442199806003202206230068", "442199806003", "440709101001",
              "511A0138000000-511602000000-000-115113010833722043-1-00",
              "E-000004-001-11511301008778386B", "11440399MB2T00027G4440731102001",
              "11440399MB2T0010745440511104000", "11440399MB2T0004364440517105000",
              "11440399MB2T00094E4442100901000", "11440399MB2T00078Q4442024106000",
              "12440399MB2T00115U4442014107001", "11440399MB2T00086K4442015108001",
              "0123456789ABCDEF0123456789ABCDEF", "1144039900000000000000000000000099"})
            row("item", code);
        row("item", "11440399MB2T00027H4440131103001", "实施主体代码：第18位校验码应为 G");
        row("item", "11440399MB2T00019M9440709101001", "第19位“9”不是行使层级（1 到 7）");
        row("item", "445509101001", "“55”不是事项类型代码");
        row("item", "440709000001", "主项序号“000”应从 001 起，字母不用 I O Z S V");
        row("item", "12441500196720244T3442199806003202202300068",
            "第32到39位“20220230”不是真实的日期");
        row("item", "11440399MB2T0001", "应为 12、31、33 或 43 位，或者地方编码；现在是 16 位");
        for (const char* code :
             {"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
              "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
              "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
              "11100000MB03271699022.340100.000000016.001.9"})
            row("licence", code);
        row("licence", "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.M",
            "最后一位校验码应为 9");
        row("licence", "1.2.156.3005.2.11100000MB03271699022.340100.000000016.9",
            "应有证照类型、颁发机构、流水号、版本、校验位五段，现在是 4 段");
        row("foreign15", "UTO310001020329");
        row("foreign15", "UTO310001020328", "第15位校验码应为 9");
        row("foreign15", "UTO310001023329", "第8到13位“010233”不是真实的日期");
        row("foreign15", "UT1310001020329", "前3位应为国家或地区的三个字母");
    }
    void vectors() {
        QFETCH(QString, kind);
        QFETCH(QString, value);
        QFETCH(QString, wrong);
        QCOMPARE(checkCode(codeKindNamed(kind).value(), value).wrong, wrong);
    }

    // MOD 11-2 and GB 32100 find every single wrong character.
    void anySingleWrongCharacterIsFound() {
        const QString id = QStringLiteral("440399195805030024");
        for (int i = 0; i < 18; ++i) {
            for (char c = '0'; c <= '9'; ++c) {
                QString other = id;
                other[i] = QLatin1Char(c);
                QCOMPARE(checkIdentityNumber(other).ok(), other == id);
            }
        }
        const QString credit = QStringLiteral("91350100M000100Y43");
        for (int i = 0; i < 18; ++i) {
            for (const QChar c : QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
                QString other = credit;
                other[i] = c;
                QCOMPARE(checkCreditCode(other).ok(), other == credit);
            }
        }
    }

    void anIdentityNumberSaysBirthAndSex() {
        const auto facts = identityFacts(QStringLiteral("440399195805030024"));
        QVERIFY(facts);
        QCOMPARE(facts->born, QDate(1958, 5, 3));
        QVERIFY(facts->sex == Sex::Female);
        QCOMPARE(facts->ageOn(QDate(2026, 5, 2)), 67);
        QCOMPARE(facts->ageOn(QDate(2026, 5, 3)), 68);
        QVERIFY(identityFacts(QStringLiteral("911840190203040011"))->foreigner);
    }

    void anItemCodeFallsIntoItsParts() {
        const auto parts =
            itemCodeParts(QStringLiteral("12441500196720244T3442199806003202206230068"));
        QVERIFY(parts);
        QCOMPARE(parts->authority, QStringLiteral("12441500196720244T"));
        QCOMPARE(parts->level, QStringLiteral("3"));
        QCOMPARE(parts->type, QStringLiteral("21"));
        QCOMPARE(parts->day, QDate(2022, 6, 23));
        QCOMPARE(parts->serial, QStringLiteral("0068"));
        QCOMPARE(itemCodeParts(QStringLiteral("H-000185-001-4444444444"))->scheme,
                 QStringLiteral("sczwfw"));
        QCOMPARE(organisationCheck(u"MB2T0001"), QLatin1Char('9'));
    }

    void aLongValueIsRefusedWithoutReadingIt() {
        QVERIFY(!checkCode(CodeKind::Item, QString(100'000, u'1')).ok());
    }
};

QTEST_GUILESS_MAIN(TestCodes)
#include "tst_codes.moc"

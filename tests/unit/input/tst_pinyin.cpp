// Typing pinyin gives Chinese, and nothing typed reaches a disk.
#include "services/input/pinyin_engine.h"

#include <QTest>

using namespace tongban::input;

class TestPinyin : public QObject {
    Q_OBJECT

    static QString typed(PinyinEngine& engine, const QString& letters) {
        QString out;
        for (const QChar c : letters)
            out += engine.letter(c);
        return out + engine.choose(0);
    }

private Q_SLOTS:
    void typesWords() {
        PinyinEngine engine;
        const auto started = engine.start(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/rime"));
        QVERIFY2(started.has_value(), qPrintable(started ? QString() : started.error().detail));
        QCOMPARE(typed(engine, "shenzhen"), QStringLiteral("深圳"));
        QCOMPARE(typed(engine, "juzhuzheng"), QStringLiteral("居住证"));
        // Fuzzy: z for zh.
        QCOMPARE(typed(engine, "juzuzeng"), QStringLiteral("居住证"));
        QVERIFY(engine.composition().isEmpty());

        bool consumed = false;
        engine.letter(u'n');
        engine.letter(u'i');
        QVERIFY(engine.composition().candidates.contains(QStringLiteral("你")));
        engine.backspace(&consumed);
        QVERIFY(consumed);
        engine.clear();
        QVERIFY(engine.composition().isEmpty());
        engine.backspace(&consumed);
        QVERIFY(!consumed);
    }

    void withoutTheLibraryLettersPassThrough() {
        PinyinEngine engine;
        QCOMPARE(engine.letter(u'a'), QStringLiteral("a"));
        QVERIFY(!engine.isReady());
    }
};

QTEST_GUILESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"

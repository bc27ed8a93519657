// The session's memory: containers live in it, the wipe leaves nothing, the proof is looked at and
// not asserted.
#include "services/crypto/secret_arena.h"

#include <QTest>
#include <memory_resource>
#include <string>
#include <vector>

using namespace tongban::crypto;

class TestSecretArena : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWipeLeavesNothing() {
        auto arena = SecretArena::create(1 << 20).value();
        {
            std::pmr::vector<std::pmr::string> answers(arena.get());
            for (int i = 0; i < 40; ++i)
                answers.emplace_back("planted-token-440399-" + std::to_string(i));
            QVERIFY(arena->count("planted-token-440399-") >= 40);
            const WipeProof proof = arena->wipe();
            QVERIFY(proof.clean());
            QVERIFY(proof.octets > 40 * 20);
            QCOMPARE(arena->count("planted-token"), 0);
            new (&answers) std::pmr::vector<std::pmr::string>(arena.get()); // what it held is gone
        }
        QCOMPARE(arena->used(), 0);
    }

    void whatIsFreedIsOverwrittenAtOnce() {
        auto arena = SecretArena::create(1 << 20).value();
        {
            std::pmr::string name("a name that is long enough to need memory", arena.get());
            QCOMPARE(arena->count("a name that is long"), 1);
        }
        QCOMPARE(arena->count("a name that is long"), 0);
    }

    void theEndIsReported() {
        auto arena = SecretArena::create(4096).value();
        QVERIFY_EXCEPTION_THROWN(std::pmr::string(5000, 'x', arena.get()), std::bad_alloc);
        std::pmr::string fits(3000, 'x', arena.get());
        QCOMPARE(arena->count("xxx"), 2998);
    }

    void memoryIsKeptOutOfDumps() {
        auto arena = SecretArena::create(1 << 20).value();
        const WipeProof proof = arena->wipe();
        QVERIFY(proof.excluded);
        if (!proof.locked)
            QSKIP("this user may not lock memory (RLIMIT_MEMLOCK)");
    }
};

QTEST_GUILESS_MAIN(TestSecretArena)
#include "tst_secret_arena.moc"

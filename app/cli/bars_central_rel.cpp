// Bars of the central service's reliability: nothing lost, nothing doubled, quick enough.
#include "app/cli/bar_central.h"
#include "services/storage/database.h"

#include <QRandomGenerator>
#include <mutex>
#include <thread>

namespace tongban::cli {

namespace {

using test::Answer;
using test::askOnce;
using test::CentralProcess;
using test::DraftApplication;
using test::KioskDouble;
using test::LoopbackClient;
using Steady = std::chrono::steady_clock;

// Every acknowledged id exactly once among the "stored" events, and the numbers without a gap.
struct FeedCheck {
    QHash<QString, int> stored;
    qint64 gaps = 0;
};
FeedCheck readWholeFeed(const KioskDouble& kiosk) {
    FeedCheck check;
    qint64 after = 0;
    while (true) {
        const auto page = protocol::readFeedPage(
            askOnce(kiosk.port, "GET",
                    "/v1/device/feed?limit=500&after=" + QByteArray::number(after), {},
                    {kiosk.authorization})
                .body);
        if (!page.has_value() || page->events.isEmpty())
            return check;
        for (const protocol::FeedEvent& event : page->events) {
            check.gaps += event.sequence == after + 1 ? 0 : 1;
            after = event.sequence;
            if (event.kind == QLatin1String("stored"))
                ++check.stored[event.application];
        }
    }
}

// ---- rel-dup

BarOutcome relDup() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    Findings findings;
    if (!ready(central, kiosk))
        return notStarted();
    const QList<DraftApplication> all = drafts(kiosk, 200);
    QRandomGenerator random(1);
    QList<int> order;
    for (int i = 0; i < all.size(); ++i) {
        for (int times = random.bounded(1, 4); times > 0; --times)
            order.append(i);
    }
    std::shuffle(order.begin(), order.end(), random);
    QHash<int, QByteArray> answers;
    int dropped = 0;
    for (const int i : order) {
        LoopbackClient client(kiosk.port);
        const QByteArray head = "PUT /v1/applications/" + all[i].manifest.id.toLatin1() +
                                " HTTP/1.1\r\nHost: a\r\n" + kiosk.authorization +
                                "\r\nContent-Length: " + QByteArray::number(all[i].bytes.size()) +
                                "\r\n\r\n";
        client.send(head + all[i].bytes);
        if (random.bounded(5) == 0) { // the answer is lost on the way
            ++dropped;
            continue;
        }
        const Answer answer = client.receive();
        findings.expect(answer.status == 201 || answer.status == 200,
                        QStringLiteral("status %1").arg(answer.status));
        findings.expect(!answers.contains(i) || answers.value(i) == answer.body,
                        QStringLiteral("another answer the second time"));
        answers.insert(i, answer.body);
    }
    for (int i = 0; i < all.size(); ++i) {
        DraftApplication bent = all[i];
        ++bent.manifest.filledAt.mono;
        bent.bytes = *protocol::signManifest(bent.manifest, kiosk.key);
        findings.expect(kiosk.put(all[i]).status / 100 == 2,
                        QStringLiteral("not there at the end"));
        findings.expect(kiosk.put(bent).status == 422, QStringLiteral("changed bytes accepted"));
    }
    const FeedCheck feed = readWholeFeed(kiosk);
    for (const DraftApplication& draft : all)
        findings.expect(
            feed.stored.value(draft.manifest.id) == 1,
            QStringLiteral("stored %1 times").arg(feed.stored.value(draft.manifest.id)));
    findings.expect(feed.gaps == 0, QStringLiteral("gaps in the feed"));
    return findings.outcome({{QStringLiteral("sent"), order.size() + 2 * all.size()},
                             {QStringLiteral("answers_dropped"), dropped},
                             {QStringLiteral("effects"), feed.stored.size()}});
}

// ---- rel-kill9-central: the process dies at random points while four kiosks deliver.

struct Delivery {
    std::mutex guard;
    QSet<QString> acknowledged;
    std::atomic<bool> stop{false};
};

void deliverUntilStopped(const KioskDouble& kiosk, const QList<DraftApplication>& mine,
                         Delivery& delivery) {
    for (const DraftApplication& draft : mine) {
        while (!delivery.stop) {
            LoopbackClient client(kiosk.port);
            const int status = client.connected() ? putOn(client, kiosk, draft) : 0;
            if (status == 200 || status == 201) {
                const std::lock_guard lock(delivery.guard);
                delivery.acknowledged.insert(draft.manifest.id);
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
}

BarOutcome relKill9Central() {
    CentralProcess central(unhurried);
    KioskDouble kiosk;
    Findings findings;
    if (!ready(central, kiosk))
        return notStarted();
    QList<QList<DraftApplication>> shares;
    for (int i = 0; i < 4; ++i)
        shares.append(drafts(kiosk, 2'000));
    Delivery delivery;
    std::vector<std::thread> kiosks;
    for (const auto& share : shares)
        kiosks.emplace_back(
            [&kiosk, &share, &delivery] { deliverUntilStopped(kiosk, share, delivery); });
    QRandomGenerator random(9);
    int kills = 0;
    const auto until = Steady::now() + std::chrono::seconds(40);
    while (Steady::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(random.bounded(30, 300)));
        central.kill9();
        ++kills;
        if (!central.start()) {
            findings.expect(false, QStringLiteral("did not start again after kill %1").arg(kills));
            break;
        }
    }
    delivery.stop = true;
    for (std::thread& thread : kiosks)
        thread.join();
    const FeedCheck feed = readWholeFeed(kiosk);
    for (const QString& id : std::as_const(delivery.acknowledged))
        findings.expect(feed.stored.value(id) == 1,
                        QStringLiteral("acknowledged, stored %1 times").arg(feed.stored.value(id)));
    for (const int times : feed.stored)
        findings.expect(times == 1, QStringLiteral("doubled"));
    findings.expect(feed.gaps == 0, QStringLiteral("gaps in the feed"));
    findings.expect(kills >= 40, QStringLiteral("only %1 kills").arg(kills));
    return findings.outcome({{QStringLiteral("kills"), kills},
                             {QStringLiteral("acknowledged"), delivery.acknowledged.size()},
                             {QStringLiteral("stored"), feed.stored.size()}});
}

} // namespace

QList<Bar> centralReliabilityBars() {
    return {{"rel-dup-central",
             "every request sent 1 to 3 times, reordered, a fifth of the answers lost: each effect "
             "once",
             relDup},
            {"rel-kill9-central",
             "the central service killed at random under load: acknowledged = stored, once",
             relKill9Central}};
}

} // namespace tongban::cli

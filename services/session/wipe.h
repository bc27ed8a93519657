// Wipe: forgets one citizen and proves it. Each thing that must go is erased, then looked for
// again.
#pragma once

#include "services/core/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <functional>

namespace tongban::session {

struct WipeCheck {
    QString id; // identity, answers, scans, signature, input, clipboard, spool, portal …
    bool gone = false;
    bool used = false; // whether this visit had put anything there
};

struct WipeReport {
    QList<WipeCheck> checks;
    Instant at{};
    QByteArray digest; // SHA-256 over time and checks: the line on the wipe certificate
    bool complete() const;
};

class Wipe {
public:
    // `erase` may be called more than once; `isGone` looks again afterwards; `wasUsed` is asked
    // first.
    void add(const QString& id, std::function<void()> erase, std::function<bool()> isGone,
             std::function<bool()> wasUsed);
    WipeReport run(Instant at) const;

private:
    struct Thing {
        QString id;
        std::function<void()> erase;
        std::function<bool()> isGone;
        std::function<bool()> wasUsed;
    };
    QList<Thing> m_things;
};

} // namespace tongban::session

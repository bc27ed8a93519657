// Erases twice if needed, then reports what it found.
#include "services/session/wipe.h"

#include <QCryptographicHash>

namespace tongban::session {

bool WipeReport::complete() const {
    return std::all_of(checks.begin(), checks.end(),
                       [](const WipeCheck& check) { return check.gone; });
}

void Wipe::add(const QString& id, std::function<void()> erase, std::function<bool()> isGone,
               std::function<bool()> wasUsed) {
    m_things.append({id, std::move(erase), std::move(isGone), std::move(wasUsed)});
}

WipeReport Wipe::run(Instant at) const {
    WipeReport report;
    report.at = at;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(toIso(at).toUtf8());
    for (const Thing& thing : m_things) {
        WipeCheck check{thing.id, false, thing.wasUsed()};
        for (int attempt = 0; attempt < 2 && !check.gone; ++attempt) {
            thing.erase();
            check.gone = thing.isGone();
        }
        hash.addData(
            (check.id + (check.gone ? QStringLiteral("=gone;") : QStringLiteral("=there;")))
                .toUtf8());
        report.checks.append(check);
    }
    report.digest = hash.result();
    return report;
}

} // namespace tongban::session

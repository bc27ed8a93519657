// The checks in the order of the specification; nothing is kept before the last of them.
#include "services/packs/trusted_set.h"

#include <QSet>

namespace tongban::packs {

namespace {

tl::unexpected<Fault> refused(const char* why) {
    return fail(FaultKind::Crypto, QStringLiteral("TUF: %1").arg(QLatin1String(why)));
}

Result<void> notExpired(Instant expires, Instant now, const char* why) {
    if (now >= expires)
        return refused(why);
    return {};
}

bool sameRole(const Root& left, const Root& right, const QString& role) {
    const Role a = left.roles.value(role);
    const Role b = right.roles.value(role);
    return QSet<QString>(a.keyIds.begin(), a.keyIds.end()) ==
               QSet<QString>(b.keyIds.begin(), b.keyIds.end()) &&
           a.threshold == b.threshold;
}

} // namespace

Result<TrustedSet> TrustedSet::startFrom(const QByteArray& text) {
    TRY_ASSIGN(const Envelope envelope, readEnvelope(text, rootRole));
    TrustedSet set;
    TRY_ASSIGN(set.m_root, readRoot(envelope.signedPart));
    TRY(enoughSignatures(envelope, set.m_root, rootRole));
    return set;
}

Result<void> TrustedSet::updateRoot(const QByteArray& text) {
    TRY_ASSIGN(const Envelope envelope, readEnvelope(text, rootRole));
    TRY_ASSIGN(const Root next, readRoot(envelope.signedPart));
    TRY(enoughSignatures(envelope, m_root, rootRole));
    TRY(enoughSignatures(envelope, next, rootRole));
    if (next.version != m_root.version + 1)
        return refused("root: not the next version");
    // §5.3.11: after a key change old versions no longer bind, so that a fast-forward attack can be
    // recovered from.
    if (!sameRole(m_root, next, timestampRole) || !sameRole(m_root, next, snapshotRole)) {
        m_timestamp.reset();
        m_snapshot.reset();
    }
    m_root = next;
    return {};
}

Result<void> TrustedSet::checkRoot(Instant now) const {
    return notExpired(m_root.expires, now, "root: expired");
}

Result<Timestamp> TrustedSet::acceptTimestamp(const QByteArray& text) const {
    TRY_ASSIGN(const Envelope envelope, readEnvelope(text, timestampRole));
    TRY(enoughSignatures(envelope, m_root, timestampRole));
    TRY_ASSIGN(Timestamp next, readTimestamp(envelope.signedPart));
    if (m_timestamp) {
        if (next.version < m_timestamp->version)
            return refused("timestamp: older than the one here");
        if (next.snapshot.version < m_timestamp->snapshot.version)
            return refused("timestamp: names an older snapshot");
    }
    return next;
}

Result<Snapshot> TrustedSet::acceptSnapshot(const QByteArray& text) const {
    if (!m_timestamp)
        return refused("snapshot: no timestamp");
    if (!fits(text, m_timestamp->snapshot.length, m_timestamp->snapshot.sha256))
        return refused("snapshot: not the one that the timestamp names");
    TRY_ASSIGN(const Envelope envelope, readEnvelope(text, snapshotRole));
    TRY(enoughSignatures(envelope, m_root, snapshotRole));
    TRY_ASSIGN(Snapshot next, readSnapshot(envelope.signedPart));
    if (next.version != m_timestamp->snapshot.version)
        return refused("snapshot: another version than the timestamp names");
    if (m_snapshot) {
        for (auto it = m_snapshot->files.begin(); it != m_snapshot->files.end(); ++it) {
            if (!next.files.contains(it.key()) ||
                next.files.value(it.key()).version < it.value().version)
                return refused("snapshot: a file went back or away");
        }
    }
    return next;
}

Result<Targets> TrustedSet::acceptTargets(const QByteArray& text) const {
    if (!m_snapshot)
        return refused("targets: no snapshot");
    const FileMeta meta = m_snapshot->files.value(QStringLiteral("targets.json"));
    if (!fits(text, meta.length, meta.sha256))
        return refused("targets: not the one that the snapshot names");
    TRY_ASSIGN(const Envelope envelope, readEnvelope(text, targetsRole));
    TRY(enoughSignatures(envelope, m_root, targetsRole));
    TRY_ASSIGN(Targets next, readTargets(envelope.signedPart));
    if (next.version != meta.version)
        return refused("targets: another version than the snapshot names");
    return next;
}

Result<bool> TrustedSet::updateTimestamp(const QByteArray& text, Instant now) {
    TRY_ASSIGN(const Timestamp next, acceptTimestamp(text));
    TRY(notExpired(next.expires, now, "timestamp: expired"));
    const bool newer = !m_timestamp || next.version > m_timestamp->version;
    m_timestamp = next;
    return newer;
}

Result<void> TrustedSet::updateSnapshot(const QByteArray& text, Instant now) {
    TRY_ASSIGN(const Snapshot next, acceptSnapshot(text));
    TRY(notExpired(next.expires, now, "snapshot: expired"));
    m_snapshot = next;
    return {};
}

Result<void> TrustedSet::updateTargets(const QByteArray& text, Instant now) {
    TRY_ASSIGN(const Targets next, acceptTargets(text));
    TRY(notExpired(next.expires, now, "targets: expired"));
    m_targets = next;
    return {};
}

Result<void> TrustedSet::restore(const QByteArray& timestamp, const QByteArray& snapshot,
                                 const QByteArray& targets) {
    TrustedSet copy = *this;
    const auto whole = [&]() -> Result<void> {
        TRY_ASSIGN(copy.m_timestamp, copy.acceptTimestamp(timestamp));
        TRY_ASSIGN(copy.m_snapshot, copy.acceptSnapshot(snapshot));
        TRY_ASSIGN(copy.m_targets, copy.acceptTargets(targets));
        return {};
    }();
    if (whole.has_value()) {
        *this = std::move(copy);
        return {};
    }
    TRY_ASSIGN(const Envelope envelope, readEnvelope(targets, targetsRole));
    TRY(enoughSignatures(envelope, m_root, targetsRole));
    TRY_ASSIGN(m_targets, readTargets(envelope.signedPart));
    return {};
}

const PackTarget* TrustedSet::find(const QString& pack) const {
    if (!m_targets)
        return nullptr;
    const auto found = m_targets->packs.constFind(pack);
    return found == m_targets->packs.constEnd() ? nullptr : &*found;
}

PackState TrustedSet::stateOf(const QString& pack, Instant now) const {
    if (!m_targets)
        return PackState::Unknown;
    for (const Revocation& one : m_targets->revoked) {
        const PackTarget* target = find(pack);
        if (one.name == pack && (target == nullptr || one.sha256 == target->sha256))
            return one.severity == Severity::FinishCurrent ? PackState::FinishCurrent
                                                           : PackState::Stopped;
    }
    const PackTarget* target = find(pack);
    if (target == nullptr)
        return PackState::Unknown;
    const Instant until = target->useUntil.value_or(
        (m_timestamp ? m_timestamp->expires : m_targets->expires) + defaultUse);
    return now < until ? PackState::Usable : PackState::TooOld;
}

} // namespace tongban::packs

// TrustedSet: the metadata that this machine believes, and the only steps by which it may change
// (TUF §5.3–5.6). An expired timestamp stops updating, not using: what was verified stays usable
// until each pack's `use_until`.
#pragma once

#include "services/packs/tuf_metadata.h"

namespace tongban::packs {

enum class PackState {
    Usable,
    FinishCurrent, // revoked: cases under way may be finished, no new ones
    Stopped,       // revoked at once
    TooOld,        // past its use_until
    Unknown,
};

class TrustedSet {
public:
    // The root that came with the installation or the enrolment, or the newest one kept on disk:
    // signed by itself.
    static Result<TrustedSet> startFrom(const QByteArray& root);

    // Each checks everything and changes the set only when all of it holds. `now` is trusted time.
    // The next root: version + 1, signed by the old keys and by its own.
    Result<void> updateRoot(const QByteArray& text);
    // Whether the newest root is in force still; call it after the last updateRoot.
    Result<void> checkRoot(Instant now) const;
    // True when it is newer than the one here.
    Result<bool> updateTimestamp(const QByteArray& text, Instant now);
    Result<void> updateSnapshot(const QByteArray& text, Instant now);
    Result<void> updateTargets(const QByteArray& text, Instant now);

    // From the disk at start: the same checks without expiry. When timestamp or snapshot no longer
    // hold (their keys were replaced just before a power cut), targets signed by their two people
    // still may be used.
    Result<void> restore(const QByteArray& timestamp, const QByteArray& snapshot,
                         const QByteArray& targets);

    const Root& root() const { return m_root; }
    const std::optional<Timestamp>& timestamp() const { return m_timestamp; }
    const std::optional<Snapshot>& snapshot() const { return m_snapshot; }
    const std::optional<Targets>& targets() const { return m_targets; }

    PackState stateOf(const QString& pack, Instant now) const;
    const PackTarget* find(const QString& pack) const;

    // Days a pack may be used when its metadata does not say otherwise, from the timestamp's end.
    static constexpr std::chrono::hours defaultUse{30 * 24};

private:
    Result<Timestamp> acceptTimestamp(const QByteArray& text) const;
    Result<Snapshot> acceptSnapshot(const QByteArray& text) const;
    Result<Targets> acceptTargets(const QByteArray& text) const;

    Root m_root;
    std::optional<Timestamp> m_timestamp;
    std::optional<Snapshot> m_snapshot;
    std::optional<Targets> m_targets;
};

} // namespace tongban::packs

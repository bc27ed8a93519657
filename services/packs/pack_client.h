// PackClient: keeps this machine's packs up to date from a repository of TUF files; asynchronous,
// resumable, rolled back whole.
#pragma once

#include "services/packs/trusted_set.h"

#include <functional>
#include <memory>

namespace tongban::packs {

// Gets one file below the repository's root; NotFound when there is none, Invalid when it is larger
// than `limit`.
using Fetch = std::function<void(const QString& path, qint64 limit,
                                 std::function<void(Result<QByteArray>)> done)>;

// Whether a machine could work with a set: every pack's bytes by name. A refusal keeps the set that
// is in use.
using Judge = std::function<Result<void>(const QMap<QString, QByteArray>& packs)>;

class PackClient {
public:
    // `folder` holds metadata and packs; `initialRoot` is used when nothing is there yet. Files
    // that do not hold any more are refused one by one, never the whole folder.
    static Result<std::unique_ptr<PackClient>> open(const QString& folder,
                                                    const QByteArray& initialRoot, Fetch fetch,
                                                    std::function<Instant()> now);

    // Answers whether anything changed. A fault leaves everything as it was; files got so far are
    // kept for the next try. Asked again while one is under way: Conflict.
    void refresh(std::function<void(Result<bool>)> done);

    // Asked before a new set is believed; without a judge, signatures and digests decide.
    void setJudge(Judge judge) { m_judge = std::move(judge); }

    const TrustedSet& trusted() const { return m_trusted; }
    // The bytes of a pack that is trusted now, checked again on reading; for one that is not
    // Usable, Denied.
    Result<QByteArray> pack(const QString& name) const;
    PackState stateOf(const QString& name) const { return m_trusted.stateOf(name, m_now()); }

private:
    struct Refresh; // one run
    PackClient(QString folder, TrustedSet trusted, Fetch fetch, std::function<Instant()> now);

    Result<void> keep(const QString& file, const QByteArray& bytes) const;
    QString pathOf(const PackTarget& target) const;
    void removeUnused() const;

    QString m_folder;
    TrustedSet m_trusted;
    Fetch m_fetch;
    std::function<Instant()> m_now;
    Judge m_judge;
    std::shared_ptr<Refresh> m_refresh;
};

} // namespace tongban::packs

// The npm peers of `tongban bench`: run with node on the same task, in the same run.
#pragma once

#include <QByteArrayList>
#include <QStringList>
#include <optional>

namespace tongban::cli {

// Runs a module with node against an installed npm package and returns the rate it prints.
// `--peers FOLDER` (or TONGBAN_PEERS) holds node_modules; without it a folder of the user's cache
// does, into which npm installs what is missing. Nothing, with a line that says which ratio is
// missing and why, when that cannot be done.
std::optional<double> peerRate(const QStringList& arguments, const QString& package,
                               const QByteArray& module, const QByteArrayList& inputs);

// A line of the table: the peer's rate and how many times as fast ours is.
void tellRatio(const QString& what, double theirs, double ours);

} // namespace tongban::cli

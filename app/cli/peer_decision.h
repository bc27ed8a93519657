// The npm peer of `tongban bench dmn`: dmn-eval-js, in the same run, where it is installed.
#pragma once

#include <QByteArrayList>
#include <QStringList>

namespace tongban::cli {

// `--peers FOLDER` (or TONGBAN_PEERS) names a folder with node_modules/@hbtgmbh/dmn-eval-js. Prints
// its rate and the ratio, or what is missing.
void tellPeer(const QStringList& arguments, const QByteArray& model, const QByteArrayList& inputs,
              double ours);

} // namespace tongban::cli

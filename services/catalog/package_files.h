// The files of an item package as a value: from a folder or from one archive, within limits, named
// by one digest.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace tongban::catalog {

// Several times what our largest item needs: a file at the limit is still judged within 50 ms.
struct PackageLimits {
    qsizetype bytes = 2 * 1024 * 1024;
    qsizetype fileBytes = 256 * 1024;
    int files = 64;
    int pathLength = 100;
    int depth = 3; // folders below the package
};

// Relative path with forward slashes → content.
using PackageFiles = QMap<QString, QByteArray>;

// Invalid for anything that is not a plain relative path of small letters, digits, '-', '_' and
// '.'.
Result<void> checkPackagePath(const QString& path, const PackageLimits& limits = {});

// Reads a folder; refuses links, odd names, too many or too large files.
Result<PackageFiles> readPackageFolder(const QString& folder, const PackageLimits& limits = {});

// One file for transport: a line of magic, a canonical manifest (path, size, SHA-256), then the
// contents in its order. Not compressed, so that nothing can unfold; the same files always give the
// same bytes.
QByteArray packArchive(const PackageFiles& files);
Result<PackageFiles> unpackArchive(const QByteArray& archive, const PackageLimits& limits = {});

// SHA-256 over the manifest, in hexadecimal: the name of exactly these files.
QString digestOf(const PackageFiles& files);

} // namespace tongban::catalog

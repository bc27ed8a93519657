// Files of a package, checked before anything reads them.
#include "services/catalog/package_files.h"

#include "services/core/json_reader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace tongban::catalog {

namespace {

constexpr char magic[] = "TONGBAN-PACKAGE 1\n";

QString sha256(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject manifestOf(const PackageFiles& files) {
    QJsonArray list;
    for (auto it = files.begin(); it != files.end(); ++it)
        list.append(QJsonObject{{QStringLiteral("path"), it.key()},
                                {QStringLiteral("sha256"), sha256(it.value())},
                                {QStringLiteral("size"), it.value().size()}});
    return {{QStringLiteral("files"), list}};
}

Result<void> addFile(PackageFiles& files, qsizetype& total, const QString& path,
                     const QByteArray& content, const PackageLimits& limits) {
    TRY(checkPackagePath(path, limits));
    total += content.size();
    if (files.contains(path))
        return fail(FaultKind::Invalid, path + QStringLiteral(": twice in the package"));
    if (content.size() > limits.fileBytes)
        return fail(FaultKind::Invalid, path + QStringLiteral(": larger than a file may be"));
    if (total > limits.bytes || files.size() >= limits.files)
        return fail(FaultKind::Invalid, path + QStringLiteral(": the package is too large"));
    files.insert(path, content);
    return {};
}

} // namespace

Result<void> checkPackagePath(const QString& path, const PackageLimits& limits) {
    static const QRegularExpression allowed(
        QStringLiteral("^[a-z0-9_][A-Za-z0-9_.-]*(/[a-z0-9_][A-Za-z0-9_.-]*)*\\z"));
    if (path.size() > limits.pathLength || path.count(u'/') > limits.depth ||
        path.contains(QLatin1String("..")) || !allowed.match(path).hasMatch())
        return fail(
            FaultKind::Invalid,
            QStringLiteral("“%1” is not a file name a package may have").arg(path.left(120)));
    return {};
}

Result<PackageFiles> readPackageFolder(const QString& folder, const PackageLimits& limits) {
    const QDir root(QDir(folder).absolutePath());
    if (!root.exists())
        return fail(FaultKind::NotFound, folder + QStringLiteral(": no such folder"));
    PackageFiles files;
    qsizetype total = 0;
    QDirIterator it(root.path(),
                    QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString full = it.next();
        const QString path = root.relativeFilePath(full);
        if (it.fileInfo().isDir() && !it.fileInfo().isSymLink())
            continue;
        if (it.fileInfo().isSymLink() || !it.fileInfo().isFile())
            return fail(FaultKind::Invalid, path + QStringLiteral(": not a plain file"));
        if (it.fileInfo().size() > limits.fileBytes)
            return fail(FaultKind::Invalid, path + QStringLiteral(": larger than a file may be"));
        QFile file(full);
        if (!file.open(QIODevice::ReadOnly))
            return fail(FaultKind::Storage, path + QStringLiteral(": cannot be read"));
        TRY(addFile(files, total, path, file.readAll(), limits));
    }
    return files;
}

QByteArray packArchive(const PackageFiles& files) {
    QByteArray out(magic);
    out += canonicalJson(manifestOf(files)) + '\n';
    for (const QByteArray& content : files)
        out += content;
    return out;
}

Result<PackageFiles> unpackArchive(const QByteArray& archive, const PackageLimits& limits) {
    constexpr qsizetype head = sizeof magic - 1;
    const JsonLimits small{64 * 1024, 8};
    // Before anything is looked for or digested in it.
    if (archive.size() > limits.bytes + small.bytes + head)
        return fail(FaultKind::Invalid, QStringLiteral("larger than a package may be"));
    const qsizetype end = archive.indexOf('\n', head);
    if (!archive.startsWith(magic) || end < 0)
        return fail(FaultKind::Invalid, QStringLiteral("not a package archive"));
    TRY_ASSIGN(const QJsonObject manifest, parseJsonObject(archive.mid(head, end - head), small));
    PackageFiles files;
    qsizetype total = 0;
    qsizetype at = end + 1;
    for (const QJsonValue& entry : manifest[QStringLiteral("files")].toArray()) {
        const QString path = entry[QStringLiteral("path")].toString();
        const double size = entry[QStringLiteral("size")].toDouble(-1);
        if (size < 0 || size > static_cast<double>(archive.size() - at))
            return fail(FaultKind::Invalid, path.left(120) + QStringLiteral(": cut short"));
        if (size > static_cast<double>(limits.fileBytes))
            return fail(FaultKind::Invalid,
                        path.left(120) + QStringLiteral(": larger than a file may be"));
        const QByteArray content = archive.mid(at, static_cast<qsizetype>(size));
        at += content.size();
        if (sha256(content) != entry[QStringLiteral("sha256")].toString())
            return fail(FaultKind::Crypto,
                        path.left(120) + QStringLiteral(": content was changed"));
        TRY(addFile(files, total, path, content, limits));
    }
    if (at != archive.size() || packArchive(files) != archive)
        return fail(FaultKind::Invalid, QStringLiteral("not in the one order a package has"));
    return files;
}

QString digestOf(const PackageFiles& files) {
    return sha256(canonicalJson(manifestOf(files)));
}

} // namespace tongban::catalog

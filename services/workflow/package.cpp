// Digest and reading of packages.
#include "services/workflow/package.h"

#include "services/workflow/limits.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>

namespace tongban::workflow {

Package::Package(QMap<QString, QByteArray> files)
    : m_files(std::move(files)) {}

Package Package::ofProcess(QByteArray bpmn) {
    Package package;
    package.set(QLatin1String(processFile), std::move(bpmn));
    return package;
}

void Package::set(const QString& path, QByteArray bytes) {
    m_files.insert(path, std::move(bytes));
}

QString Package::digest() const {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        hash.addData(it.key().toUtf8());
        hash.addData(QByteArray(1, '\0'));
        hash.addData(QByteArray::number(it.value().size()));
        hash.addData(QByteArray(1, '\0'));
        hash.addData(it.value());
    }
    return QStringLiteral("sha256:") + QString::fromLatin1(hash.result().toHex());
}

qsizetype Package::bytes() const {
    qsizetype total = 0;
    for (const QByteArray& file : m_files)
        total += file.size();
    return total;
}

Result<Package> readPackage(const QString& folder) {
    const QDir root(folder);
    Package package;
    qsizetype left = Limits{}.packageBytes;
    QDirIterator files(
        folder, {QStringLiteral("*.bpmn"), QStringLiteral("*.dmn"), QStringLiteral("*.json")},
        QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return fail(FaultKind::NotFound,
                        QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
        const QByteArray bytes = file.read(left + 1);
        left -= bytes.size();
        if (left < 0)
            return fail(FaultKind::Invalid,
                        QStringLiteral("%1: the package is over its limit").arg(folder));
        package.set(root.relativeFilePath(file.fileName()), bytes);
    }
    if (!package.has(QLatin1String(processFile)))
        return fail(FaultKind::NotFound, QStringLiteral("%1 holds no process.bpmn").arg(folder));
    return package;
}

} // namespace tongban::workflow

// Overwrites before removing, so that a found disk image holds nothing readable of a visit.
#include "services/session/private_space.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <unistd.h>

namespace tongban::session {

Result<PrivateSpace> PrivateSpace::open(const QString& parent) {
    PrivateSpace space;
    space.m_path = QDir(parent).filePath(QStringLiteral("visit"));
    if (!QDir().mkpath(space.m_path))
        return fail(FaultKind::Storage, QStringLiteral("cannot make %1").arg(space.m_path));
    QFile::setPermissions(space.m_path,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    space.erase();
    return space;
}

bool PrivateSpace::isEmpty() const {
    return QDir(m_path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                                QDir::NoDotAndDotDot);
}

void PrivateSpace::erase() const {
    QDirIterator files(m_path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadWrite)) {
            const QByteArray zeros(64 * 1024, '\0');
            for (qint64 left = file.size(); left > 0; left -= zeros.size())
                file.write(zeros.constData(), qMin<qint64>(left, zeros.size()));
            file.flush();
            fsync(file.handle());
        }
        file.remove();
    }
    const QStringList folders =
        QDir(m_path).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString& folder : folders)
        QDir(QDir(m_path).filePath(folder)).removeRecursively();
}

} // namespace tongban::session

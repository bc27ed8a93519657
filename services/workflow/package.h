// A package: the files that define one item's process, named by one digest. Not a running case.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace tongban::workflow {

// process.bpmn, decisions.dmn and forms/*.json by their path inside the package. Everything a case
// is pinned to.
class Package {
public:
    Package() = default;
    explicit Package(QMap<QString, QByteArray> files);

    // A package of one process file, for tools and tests.
    static Package ofProcess(QByteArray bpmn);

    const QMap<QString, QByteArray>& files() const { return m_files; }
    QByteArray file(const QString& path) const { return m_files.value(path); }
    bool has(const QString& path) const { return m_files.contains(path); }
    void set(const QString& path, QByteArray bytes);

    // "sha256:…" over the sorted paths, sizes and bytes; the same on kiosk, counter and centre.
    QString digest() const;
    qsizetype bytes() const;

private:
    QMap<QString, QByteArray> m_files;
};

inline constexpr char processFile[] = "process.bpmn";
inline constexpr char decisionsFile[] = "decisions.dmn";

// Reads every .bpmn, .dmn and .json below a folder. Invalid when it is over the limit, NotFound
// without process.bpmn.
Result<Package> readPackage(const QString& folder);

} // namespace tongban::workflow

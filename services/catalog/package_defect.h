// A defect of a package: where it is, what it is, and what to do about it, in the words of
// officials.
#pragma once

#include <QList>
#include <QString>

namespace tongban::catalog {

enum class Gravity {
    Advised, // could be better
    Warned,  // publish only with a reason
    Refused, // must not be published
};

QString nameOf(Gravity gravity);

struct PackageDefect {
    Gravity gravity = Gravity::Refused;
    QString code; // stable, in kebab case; `defectKinds` lists them all
    QString file;
    QString path; // "$.materials[2].standard", "materials 规则 3", element id
    QString message;
    QString remedy;
    bool operator==(const PackageDefect&) const = default;
};

// "file path: message。remedy [code]"
QString lineOf(const PackageDefect& defect);

// Collects findings; the checks write to it.
class Findings {
public:
    explicit Findings(QString file = {})
        : m_file(std::move(file)) {}
    void setFile(const QString& file) { m_file = file; }
    void refuse(const char* code, const QString& path, const QString& message,
                const QString& remedy);
    void warn(const char* code, const QString& path, const QString& message, const QString& remedy);
    void advise(const char* code, const QString& path, const QString& message,
                const QString& remedy);
    const QList<PackageDefect>& all() const { return m_all; }
    bool anyRefused() const;

private:
    void add(Gravity gravity, const char* code, const QString& path, const QString& message,
             const QString& remedy);
    QString m_file;
    QList<PackageDefect> m_all;
};

struct DefectKind {
    const char* code;
    const char16_t* meaning;
};
// Every kind the checks can find, for the manual and for tests.
QList<DefectKind> defectKinds();

} // namespace tongban::catalog

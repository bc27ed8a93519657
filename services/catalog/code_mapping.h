// The same fact under different numbers: code tables of provinces against the national ones, both
// ways.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace tongban::catalog {

enum class Dialect { National, Guangdong, Zhejiang, Sichuan };

std::optional<Dialect> dialectNamed(const QString& word); // national, guangdong, zhejiang, sichuan
QString nameOf(Dialect dialect);

// Tables: task_type, project_type, satisfaction, applicant_type. Nothing when the code has no
// counterpart.
std::optional<QString> mapCode(const QString& table, const QString& code, Dialect from, Dialect to);
QStringList mappedTables();
QStringList codesOf(const QString& table, Dialect dialect);

} // namespace tongban::catalog

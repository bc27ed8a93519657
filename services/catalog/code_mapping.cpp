// Each table lists its meanings once, with the number each dialect gives them; “-” where it has
// none.
#include "services/catalog/code_mapping.h"

#include <QMap>
#include <array>

namespace tongban::catalog {

namespace {

using Row = std::array<const char*, 4>; // national, guangdong, zhejiang, sichuan

const QMap<QString, QList<Row>>& tables() {
    static const QMap<QString, QList<Row>> all{
        // 许可, 处罚, 强制, 征收, 给付, 检查, 确认, 奖励, 裁决, 其他行政权力, 公共服务
        {QStringLiteral("task_type"),
         {{"01", "01", "01", "1"},
          {"02", "02", "02", "2"},
          {"03", "03", "03", "3"},
          {"04", "04", "04", "4"},
          {"05", "05", "05", "5"},
          {"06", "06", "06", "6"},
          {"07", "07", "07", "7"},
          {"08", "08", "08", "8"},
          {"09", "09", "09", "9"},
          {"10", "20", "10", "10"},
          {"20", "21", "20", "20"}}},
        // 即办件, 承诺件
        {QStringLiteral("project_type"), {{"1", "1", "2", "1"}, {"2", "2", "1", "2"}}},
        // 非常满意 … 非常不满意
        {QStringLiteral("satisfaction"),
         {{"1", "1", "5", "1"},
          {"2", "2", "4", "2"},
          {"3", "3", "3", "3"},
          {"4", "4", "2", "4"},
          {"5", "5", "1", "5"}}},
        // 自然人, 企业法人; the device push of Guangdong knows only these two
        {QStringLiteral("applicant_type"),
         {{"1", "0", "1", "1"}, {"2", "1", "2", "2"}, {"3", "-", "3", "3"}}},
    };
    return all;
}

} // namespace

std::optional<Dialect> dialectNamed(const QString& word) {
    for (const Dialect dialect :
         {Dialect::National, Dialect::Guangdong, Dialect::Zhejiang, Dialect::Sichuan}) {
        if (nameOf(dialect) == word)
            return dialect;
    }
    return std::nullopt;
}

QString nameOf(Dialect dialect) {
    static const QStringList names{QStringLiteral("national"), QStringLiteral("guangdong"),
                                   QStringLiteral("zhejiang"), QStringLiteral("sichuan")};
    return names.at(static_cast<int>(dialect));
}

std::optional<QString> mapCode(const QString& table, const QString& code, Dialect from,
                               Dialect to) {
    for (const Row& row : tables().value(table)) {
        const char* there = row.at(static_cast<size_t>(to));
        if (code == QLatin1String(row.at(static_cast<size_t>(from))) && *there != '-')
            return QString::fromLatin1(there);
    }
    return std::nullopt;
}

QStringList mappedTables() {
    return tables().keys();
}

QStringList codesOf(const QString& table, Dialect dialect) {
    QStringList codes;
    for (const Row& row : tables().value(table)) {
        if (const QString code = QLatin1String(row.at(static_cast<size_t>(dialect)));
            code != QLatin1String("-"))
            codes << code;
    }
    return codes;
}

} // namespace tongban::catalog

// The national element model (GB/T 39554, 39046) as one table: machine name, Chinese name, group,
// kind, length, codes.
#pragma once

#include <QList>
#include <QString>
#include <span>

namespace tongban::catalog {

// Date: yyyy-MM-dd. Flag: 0 or 1. Code: one of the code table. Codes: several of it, separated by
// commas.
enum class FieldKind { Text, Number, Date, Flag, Code, Codes, CreditCode, ItemCode };

struct ElementField {
    const char* name; // machine name of the exchange database
    const char16_t* chinese;
    const char16_t* group;
    FieldKind kind;
    int length;        // longest text
    bool mandatory;    // of a published item
    const char* codes; // code table, or nullptr
};

std::span<const ElementField> itemFields();
std::span<const ElementField> materialFields();
std::span<const ElementField> feeFields();
const ElementField* itemField(const QString& name);

struct CodeEntry {
    QString code;
    QString name;
};

// task_type, use_level, dept_type, server_type, handle_type, project_type, special_procedure,
// day_type …
QList<CodeEntry> codeTable(const QString& name);
QString codeName(const QString& table, const QString& code);

} // namespace tongban::catalog

// Codes of service items: 基本编码 12, 实施编码 31, 业务办理项编码 33, 办件编号 43, and the local
// schemes seen in the wild.
#pragma once

#include "services/core/codes.h"

#include <QDate>

namespace tongban {

struct ItemCodeParts {
    QString scheme;    // basic12, task31, item33, case43, sczwfw, hex32, local34
    QString authority; // credit code of the 实施主体; empty in basic12 and local schemes
    QString level;     // 行使层级 1…7
    QString region;    // first two characters of the basic code
    QString type;      // 事项类型
    QString subject;   // 主项, five characters
    QString variant;   // 子项, three characters
    QString serial;    // 业务办理项 or case serial
    QDate day;         // of a case number
};

CodeVerdict checkItemCode(const QString& code);
std::optional<ItemCodeParts> itemCodeParts(const QString& code);

} // namespace tongban

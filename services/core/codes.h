// Codes with check characters: what each kind is, whether a value is right, and if not, why in
// plain Chinese.
#pragma once

#include <QString>
#include <optional>

namespace tongban {

// Right, or wrong with one sentence a citizen can act on ("第18位校验码应为 X").
struct CodeVerdict {
    QString wrong;
    QString scheme; // which numbering the value follows, where a kind knows several
    bool ok() const { return wrong.isEmpty(); }
    static CodeVerdict bad(QString reason) { return {std::move(reason), {}}; }
};

enum class CodeKind {
    Identity, // 公民身份号码 GB 11643, also the 18-digit numbers of residence permits and 永居证
    CreditCode,   // 统一社会信用代码 GB 32100
    Organisation, // 组织机构代码 GB 11714
    Item,         // 事项编码: 12, 31, 33, 43 characters, or a local scheme
    Licence,      // 电子证照标识 GB/T 36904
    Foreign15,    // 外国人永久居留证 of 2017: 15 characters
};

// id, uscc, org, item, licence, foreign15.
std::optional<CodeKind> codeKindNamed(const QString& word);

// People type spaces, dashes, full-width digits and a small x; none of that is an error. Dashes
// belong to item codes and stay there.
QString tidied(CodeKind kind, const QString& typed);

// Checks the tidied value.
CodeVerdict checkCode(CodeKind kind, const QString& typed);

// The two alphabets' positions, -1 for a character that is not in them.
int creditCodeValue(QChar character);   // 0-9 A-Y without I O S V Z
int alphanumericValue(QChar character); // 0-9 A-Z

// 44, 11 …: the first two digits of GB/T 2260.
bool isProvinceCode(QStringView twoDigits);

} // namespace tongban

// The list of defects the checks know.
#include "services/catalog/package_defect.h"

#include <algorithm>

namespace tongban::catalog {

QString nameOf(Gravity gravity) {
    return gravity == Gravity::Refused  ? QStringLiteral("refused")
           : gravity == Gravity::Warned ? QStringLiteral("warned")
                                        : QStringLiteral("advised");
}

QString lineOf(const PackageDefect& defect) {
    return QStringLiteral("%1 %2 %3：%4 → %5 [%6]")
        .arg(nameOf(defect.gravity), defect.file, defect.path, defect.message, defect.remedy,
             defect.code);
}

void Findings::add(Gravity gravity, const char* code, const QString& path, const QString& message,
                   const QString& remedy) {
    constexpr qsizetype most = 1000;
    if (m_all.size() < most)
        m_all.append({gravity, QLatin1String(code), m_file, path, message, remedy});
}

void Findings::refuse(const char* code, const QString& path, const QString& message,
                      const QString& remedy) {
    add(Gravity::Refused, code, path, message, remedy);
}

void Findings::warn(const char* code, const QString& path, const QString& message,
                    const QString& remedy) {
    add(Gravity::Warned, code, path, message, remedy);
}

void Findings::advise(const char* code, const QString& path, const QString& message,
                      const QString& remedy) {
    add(Gravity::Advised, code, path, message, remedy);
}

bool Findings::anyRefused() const {
    return std::any_of(m_all.begin(), m_all.end(), [](const PackageDefect& defect) {
        return defect.gravity == Gravity::Refused;
    });
}

QList<DefectKind> defectKinds() {
    return {
        {"file-missing", u"缺文件"},
        {"file-unknown", u"多出不认识的文件"},
        {"file-unreadable", u"文件读不出来"},
        {"schema", u"写法不合格式"},
        {"field-unknown", u"没有这个字段"},
        {"element-missing", u"缺必填要素"},
        {"element-value", u"要素的值不合代码表或长度"},
        {"code-check", u"编码校验不过"},
        {"code-mismatch", u"几个编码对不上"},
        {"date-order", u"日期先后不对"},
        {"vague-word", u"含糊的字眼"},
        {"banned-word", u"公文腔或机器话"},
        {"title-long", u"题目太长"},
        {"id-duplicate", u"编号重复"},
        {"promise-over-legal", u"承诺时限超过法定时限"},
        {"limit-mismatch", u"同一时限两处不一致"},
        {"limit-steps", u"各步骤时限加起来超过承诺时限"},
        {"clause-missing", u"没有依据"},
        {"explanation-missing", u"没有说明"},
        {"translation-missing", u"没有英文"},
        {"translation-unused", u"多余的译文"},
        {"condition-unknown", u"提问条件指向不存在或靠后的题"},
        {"assume-unknown", u"“还没想好”没有可用的假定"},
        {"question-no-reason", u"问题没有理由"},
        {"question-useless", u"问题不影响结果"},
        {"question-unreachable", u"问题永远问不到"},
        {"option-useless", u"几个选项结果完全一样"},
        {"rule-input", u"规则用了不存在的题"},
        {"rule-option", u"规则用了不存在的选项"},
        {"rule-unreachable", u"规则永远用不上"},
        {"rules-contradict", u"规则互相矛盾"},
        {"rule-duplicate", u"规则重复"},
        {"rule-output", u"规则的结果不认识"},
        {"material-unknown", u"规则要的材料没有定义"},
        {"material-unused", u"材料没有规则要"},
        {"material-shareable", u"能共享取得的材料还要人交"},
        {"material-ladder", u"取得办法的次序不对或没有"},
        {"material-incomplete", u"材料缺受理标准、来源或样例"},
        {"promise-text-missing", u"承诺没有承诺书内容"},
        {"source-missing", u"数据查询没有写从哪里查"},
        {"grace-missing", u"可容缺的材料没有补交期限"},
        {"exit-unknown", u"规则的出口没有定义"},
        {"exit-unused", u"出口没有规则用到"},
        {"exit-no-alternative", u"不能办却没给别的办法"},
        {"exit-late", u"问了三题以上才知道不能办"},
        {"situation-no-limit", u"有的情形没有时限"},
        {"situation-no-channel", u"有的情形没有办理渠道"},
        {"situation-no-step", u"有的情形没有步骤"},
        {"step-not-drawn", u"步骤不在流程图里"},
        {"step-dead", u"步骤永远走不到"},
        {"step-unlisted", u"流程图里有没登记的步骤"},
        {"fee-unknown", u"收费没有登记"},
        {"fee-mismatch", u"收费与“是否收费”不符"},
        {"example-as-law", u"示例数字没有标“示例”"},
        {"case-missing", u"测试用例太少"},
        {"case-count", u"测试用例的个数和 item.json 写的不一样"},
        {"case-failed", u"测试用例不通过"},
        {"case-uncovered", u"有出口或材料没有用例"},
        {"form-source-missing", u"自动填的内容没说明来源"},
        {"form-asks-known", u"身份证上有的还要人填"},
        {"form-unreadable", u"表格读不出来"},
        {"form-unused", u"表格没有步骤用到"},
        {"knowledge-field", u"知识条目绑定了不存在的要素"},
        {"alias-duplicate", u"别名重复"},
        {"process", u"流程图有问题"},
        {"decision", u"决策表有问题"},
        {"too-many-paths", u"情形太多，没法逐一证明"},
    };
}

} // namespace tongban::catalog

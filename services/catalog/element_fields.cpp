// Field and code tables of the national model; corrected here when the standard's own text is at
// hand.
#include "services/catalog/element_fields.h"

#include <QMap>
#include <array>

namespace tongban::catalog {

namespace {

using K = FieldKind;

constexpr std::array<ElementField, 78> items{{
    {"task_code", u"实施编码", u"身份", K::ItemCode, 36, true, nullptr},
    {"task_handle_item", u"业务办理项编码", u"身份", K::ItemCode, 50, false, nullptr},
    {"local_task_code", u"地方实施编码", u"身份", K::Text, 64, false, nullptr},
    {"catalog_code", u"基本编码", u"身份", K::ItemCode, 12, true, nullptr},
    {"local_catalog_code", u"地方基本编码", u"身份", K::Text, 64, false, nullptr},
    {"task_name", u"事项名称", u"身份", K::Text, 200, true, nullptr},
    {"task_type", u"事项类型", u"身份", K::Code, 2, true, "task_type"},
    {"task_state", u"事项状态", u"身份", K::Code, 1, true, "task_state"},
    {"task_version", u"事项版本", u"身份", K::Number, 8, true, nullptr},
    {"plan_effective_date", u"计划生效日期", u"身份", K::Date, 10, true, nullptr},
    {"plan_cancel_date", u"计划取消日期", u"身份", K::Date, 10, false, nullptr},
    {"row_guid", u"记录唯一标识", u"身份", K::Text, 36, false, nullptr},
    {"dept_name", u"实施主体", u"主体", K::Text, 100, true, nullptr},
    {"dept_code", u"实施主体编码", u"主体", K::CreditCode, 18, true, nullptr},
    {"dept_type", u"实施主体性质", u"主体", K::Code, 1, true, "dept_type"},
    {"entrust_name", u"委托部门", u"主体", K::Text, 100, false, nullptr},
    {"use_level", u"行使层级", u"主体", K::Codes, 20, true, "use_level"},
    {"power_source", u"权力来源", u"主体", K::Code, 2, false, "power_source"},
    {"by_law", u"设定依据", u"主体", K::Text, 4000, true, nullptr},
    {"anticipate_day", u"法定办结时限", u"时限", K::Number, 6, true, nullptr},
    {"anticipate_type", u"法定办结时限单位", u"时限", K::Code, 1, true, "day_type"},
    {"anticipate_explain", u"法定办结时限说明", u"时限", K::Text, 500, false, nullptr},
    {"promise_day", u"承诺办结时限", u"时限", K::Number, 6, true, nullptr},
    {"promise_type", u"承诺办结时限单位", u"时限", K::Code, 1, true, "day_type"},
    {"promise_explain", u"承诺办结时限说明", u"时限", K::Text, 500, false, nullptr},
    {"special_procedure", u"特别程序", u"时限", K::Codes, 20, false, "special_procedure"},
    {"project_type", u"办件类型", u"办理", K::Code, 1, true, "project_type"},
    {"handle_type", u"办理形式", u"办理", K::Codes, 20, true, "handle_type"},
    {"handle_flow", u"办理流程", u"办理", K::Text, 4000, true, nullptr},
    {"accept_condition", u"受理条件", u"办理", K::Text, 4000, true, nullptr},
    {"limit_scene_num", u"到办事现场次数", u"办理", K::Number, 2, true, nullptr},
    {"server_type", u"服务对象", u"办理", K::Codes, 20, true, "server_type"},
    {"transact_addr", u"办理地点", u"办理", K::Text, 500, true, nullptr},
    {"transact_time", u"办理时间", u"办理", K::Text, 500, true, nullptr},
    {"is_fee", u"是否收费", u"收费", K::Flag, 1, true, "flag"},
    {"fee_basis", u"收费依据", u"收费", K::Text, 2000, false, nullptr},
    {"link_way", u"咨询方式", u"联系", K::Text, 500, true, nullptr},
    {"supervise_way", u"监督投诉方式", u"联系", K::Text, 500, true, nullptr},
    {"remedy_way", u"救济途径", u"联系", K::Text, 1000, true, nullptr},
    {"link_addr", u"在线办理跳转地址", u"网办", K::Text, 500, false, nullptr},
    {"mobile_terminal_url", u"移动端地址", u"网办", K::Text, 500, false, nullptr},
    {"is_single_login", u"是否支持单点登录", u"网办", K::Flag, 1, false, "flag"},
    {"app_is_single_login", u"移动端是否支持单点登录", u"网办", K::Flag, 1, false, "flag"},
    {"is_entry_center", u"是否进驻政务大厅", u"扩展", K::Flag, 1, true, "flag"},
    {"is_online", u"是否网办", u"扩展", K::Flag, 1, true, "flag"},
    {"online_handle_depth", u"网上办理深度", u"扩展", K::Code, 1, false, "online_handle_depth"},
    {"online_handle_url", u"网上办理地址", u"扩展", K::Text, 500, false, nullptr},
    {"is_schedule", u"是否支持预约办理", u"扩展", K::Flag, 1, true, "flag"},
    {"is_service_terminals", u"是否支持自助终端办理", u"扩展", K::Flag, 1, true, "flag"},
    {"is_pay_online", u"是否支持网上支付", u"扩展", K::Flag, 1, true, "flag"},
    {"is_express", u"是否支持物流快递", u"扩展", K::Flag, 1, true, "flag"},
    {"handle_area", u"通办范围", u"扩展", K::Code, 1, false, "handle_area"},
    {"other_dept", u"联办机构", u"扩展", K::Text, 500, false, nullptr},
    {"service_type", u"中介服务", u"扩展", K::Text, 500, false, nullptr},
    {"limit_explain", u"数量限制", u"扩展", K::Text, 500, false, nullptr},
    {"limit_scene_explain", u"必须现场办理原因", u"扩展", K::Text, 500, false, nullptr},
    {"result_type", u"审批结果类型", u"扩展", K::Codes, 20, true, "result_type"},
    {"result_name", u"审批结果名称", u"扩展", K::Text, 200, true, nullptr},
    {"result_guid", u"审批结果样本", u"扩展", K::Text, 64, false, nullptr},
    {"user_topic_type", u"自然人主题分类", u"扩展", K::Text, 100, false, nullptr},
    {"corp_topic_type", u"法人主题分类", u"扩展", K::Text, 100, false, nullptr},
    {"local_user_topic_type", u"地方特色自然人主题", u"扩展", K::Text, 100, false, nullptr},
    {"local_corp_topic_type", u"地方特色法人主题", u"扩展", K::Text, 100, false, nullptr},
    {"town_code", u"乡镇街道代码", u"扩展", K::Text, 12, false, nullptr},
    {"town_name", u"乡镇街道名称", u"扩展", K::Text, 100, false, nullptr},
    {"village_code", u"村居代码", u"扩展", K::Text, 12, false, nullptr},
    {"village_name", u"村居名称", u"扩展", K::Text, 100, false, nullptr},
    {"cd_batch", u"批次号", u"同步", K::Text, 50, false, nullptr},
    {"cd_operation", u"同步类型", u"同步", K::Code, 1, false, "cd_operation"},
    {"cd_time", u"同步时间", u"同步", K::Text, 30, false, nullptr},
    {"cd_source", u"数据来源", u"同步", K::Text, 50, false, nullptr},
    {"division_code", u"行政区划代码", u"身份", K::Text, 12, true, nullptr},
    {"public_class", u"公共服务分类", u"身份", K::Text, 50, false, nullptr},
    {"approve_condition", u"予以办理的条件", u"办理", K::Text, 2000, false, nullptr},
    {"reject_condition", u"不予办理的情形", u"办理", K::Text, 2000, false, nullptr},
    {"window_name", u"窗口名称", u"办理", K::Text, 100, false, nullptr},
    {"traffic_guide", u"交通指引", u"办理", K::Text, 500, false, nullptr},
    {"remark", u"备注", u"身份", K::Text, 1000, false, nullptr},
}};

constexpr std::array<ElementField, 26> materials{{
    {"material_name", u"材料名称", u"材料", K::Text, 200, true, nullptr},
    {"is_need", u"材料必要性", u"材料", K::Code, 1, true, "is_need"},
    {"material_type", u"材料类型", u"材料", K::Code, 1, true, "material_type"},
    {"material_format", u"材料形式", u"材料", K::Code, 1, true, "material_format"},
    {"page_num", u"纸质份数", u"材料", K::Number, 3, false, nullptr},
    {"page_format", u"纸质规格", u"材料", K::Text, 50, false, nullptr},
    {"source_type", u"来源渠道", u"材料", K::Code, 2, true, "source_type"},
    {"source_explain", u"来源渠道说明", u"材料", K::Text, 500, false, nullptr},
    {"form_guid", u"空白表格", u"材料", K::Text, 64, false, nullptr},
    {"example_guid", u"示例样表", u"材料", K::Text, 64, false, nullptr},
    {"accept_stand", u"受理标准", u"材料", K::Text, 1000, true, nullptr},
    {"by_law", u"依据", u"材料", K::Text, 1000, true, nullptr},
    {"fill_explain", u"填报须知", u"材料", K::Text, 1000, false, nullptr},
    {"order_num", u"序号", u"材料", K::Number, 4, false, nullptr},
    {"remark", u"备注", u"材料", K::Text, 1000, false, nullptr},
    {"issuer", u"出具机构", u"材料", K::Text, 100, false, nullptr},
    {"issue_time", u"出具时间要求", u"材料", K::Text, 200, false, nullptr},
    {"handle_explain", u"材料办理说明", u"材料", K::Text, 500, false, nullptr},
    {"handle_addr", u"材料办理地点", u"材料", K::Text, 200, false, nullptr},
    {"use_explain", u"材料使用说明", u"材料", K::Text, 500, false, nullptr},
    {"original_num", u"原件份数", u"材料", K::Number, 3, false, nullptr},
    {"copy_num", u"复印件份数", u"材料", K::Number, 3, false, nullptr},
    {"is_required", u"是否必备", u"材料", K::Flag, 1, false, "flag"},
    {"is_tolerance", u"是否可容缺", u"材料", K::Flag, 1, false, "flag"},
    {"is_promise", u"是否可承诺", u"材料", K::Flag, 1, false, "flag"},
    {"is_exempt", u"是否免提交", u"材料", K::Flag, 1, false, "flag"},
}};

constexpr std::array<ElementField, 7> fees{{
    {"fee_name", u"收费项目", u"收费", K::Text, 200, true, nullptr},
    {"fee_stand", u"收费标准", u"收费", K::Text, 500, true, nullptr},
    {"by_law", u"收费依据", u"收费", K::Text, 1000, true, nullptr},
    {"is_desc", u"是否允许减免", u"收费", K::Flag, 1, true, "flag"},
    {"desc_explain", u"减免依据", u"收费", K::Text, 1000, false, nullptr},
    {"order_num", u"序号", u"收费", K::Number, 4, false, nullptr},
    {"remark", u"备注", u"收费", K::Text, 1000, false, nullptr},
}};

// "code name|code name|…"
const QMap<QString, QString>& tables() {
    static const QMap<QString, QString> all{
        {QStringLiteral("task_type"),
         QStringLiteral(
             "00 行政权力|01 行政许可|02 行政处罚|03 行政强制|04 行政征收|05 行政给付|06 行政检查|"
             "07 行政确认|08 行政奖励|09 行政裁决|10 其他行政权力|20 公共服务")},
        {QStringLiteral("task_state"), QStringLiteral("1 在用|2 暂停|3 取消")},
        {QStringLiteral("use_level"),
         QStringLiteral("1 国家级|2 省级|3 市级|4 县级|5 镇街级|6 村社区级|7 分级管理")},
        {QStringLiteral("dept_type"), QStringLiteral("1 法定机关|2 授权组织|3 受委托组织|9 其他")},
        {QStringLiteral("power_source"),
         QStringLiteral("1 法定本级行使|2 上级下放|3 上级授权|4 同级授权|5 上级委托|6 同级委托")},
        {QStringLiteral("day_type"), QStringLiteral("1 工作日|2 自然日|3 小时|4 当场")},
        {QStringLiteral("special_procedure"), QStringLiteral("1 延长审批|2 其他情况")},
        {QStringLiteral("project_type"), QStringLiteral("1 即办件|2 承诺件|9 其他")},
        {QStringLiteral("handle_type"),
         QStringLiteral("1 窗口办理|2 电脑端办理|3 移动端办理|4 快递申请|5 自助终端办理|9 其他")},
        {QStringLiteral("server_type"),
         QStringLiteral("1 自然人|2 企业法人|3 事业法人|4 社会组织法人|5 行政机关|6 其他组织")},
        {QStringLiteral("flag"), QStringLiteral("0 否|1 是")},
        {QStringLiteral("online_handle_depth"),
         QStringLiteral("1 信息发布|2 网上咨询|3 网上收件|4 网上预审|5 网上受理|6 网上办理|7 "
                        "网上支付|8 结果电子化")},
        {QStringLiteral("handle_area"),
         QStringLiteral("1 全国|2 跨省|3 全省|4 全市|5 全县|6 镇街")},
        {QStringLiteral("result_type"), QStringLiteral("10 证照|20 批文|30 其他")},
        {QStringLiteral("cd_operation"), QStringLiteral("I 新增|U 修改|D 删除")},
        {QStringLiteral("is_need"), QStringLiteral("1 必要|2 非必要|3 容缺后补")},
        {QStringLiteral("material_type"), QStringLiteral("1 证件证书证明|2 申请表格文书|3 其他")},
        {QStringLiteral("material_format"), QStringLiteral("1 纸质|2 电子化|3 纸质和电子化")},
        {QStringLiteral("source_type"), QStringLiteral("10 申请人自备|20 政府部门核发|99 其他")},
    };
    return all;
}

} // namespace

std::span<const ElementField> itemFields() {
    return items;
}
std::span<const ElementField> materialFields() {
    return materials;
}
std::span<const ElementField> feeFields() {
    return fees;
}

const ElementField* itemField(const QString& name) {
    for (const ElementField& field : items) {
        if (name == QLatin1String(field.name))
            return &field;
    }
    return nullptr;
}

QList<CodeEntry> codeTable(const QString& name) {
    QList<CodeEntry> entries;
    for (const QString& entry : tables().value(name).split(u'|', Qt::SkipEmptyParts))
        entries.append({entry.section(u' ', 0, 0), entry.section(u' ', 1)});
    return entries;
}

QString codeName(const QString& table, const QString& code) {
    for (const CodeEntry& entry : codeTable(table)) {
        if (entry.code == code)
            return entry.name;
    }
    return {};
}

} // namespace tongban::catalog

// materials.json: the ladder of ways, who supplies, what is acceptable.
#include "services/catalog/lints.h"

#include <QSet>

namespace tongban::catalog {

namespace {

void checkWays(const Material& material, const QString& path, Findings& findings) {
    if (material.ways.isEmpty())
        findings.refuse("material-ladder", path + QStringLiteral(".ways"),
                        QStringLiteral("没有取得办法"), QStringLiteral("至少写一种"));
    for (int i = 0; i < material.ways.size(); ++i) {
        const EvidenceWay& way = material.ways[i];
        const QString here = QStringLiteral("%1.ways[%2]").arg(path).arg(i);
        if (i > 0 && way.way <= material.ways[i - 1].way)
            findings.refuse("material-ladder", here,
                            QStringLiteral("次序应是电子证照、数据查询、承诺、上传、纸质"),
                            QStringLiteral("省事的排前面，每种一次"));
        if (way.reason.isEmpty())
            findings.refuse("explanation-missing", here + QStringLiteral(".reason"),
                            QStringLiteral("没说为什么这样取"),
                            QStringLiteral("写一句屏幕上显示的话"));
        if (isExempt(way.way) && way.source.isEmpty())
            findings.refuse("source-missing", here + QStringLiteral(".source"),
                            QStringLiteral("没写从哪个数据源取"), QStringLiteral("写数据源名称"));
        if (isExempt(way.way) && way.clause.isEmpty())
            findings.refuse("clause-missing", here + QStringLiteral(".clause"),
                            QStringLiteral("取用数据没有依据"), QStringLiteral("写明依据哪一条"));
        if (way.way == Way::Promise && way.clause.isEmpty())
            findings.refuse("clause-missing", here + QStringLiteral(".clause"),
                            QStringLiteral("用承诺代替没有依据"),
                            QStringLiteral("写明哪一条允许告知承诺"));
        // Where an original is the only way, the law must ask for it.
        if (way.way == Way::Paper && material.ways.size() == 1 && way.clause.isEmpty())
            findings.refuse("clause-missing", here + QStringLiteral(".clause"),
                            QStringLiteral("只收纸质原件没有依据"),
                            QStringLiteral("写明哪一条要交原件，或再给一种办法"));
        if (way.way == Way::Promise && way.text.isEmpty())
            findings.refuse("promise-text-missing", here + QStringLiteral(".text"),
                            QStringLiteral("没有承诺书内容"), QStringLiteral("写出要签的那几句话"));
        lintWords(way.reason, here + QStringLiteral(".reason"), true, findings);
    }
    // A dead source must leave a way to go on.
    if (!material.ways.isEmpty() && isExempt(material.ways.last().way))
        findings.refuse("material-ladder", path + QStringLiteral(".ways"),
                        QStringLiteral("数据源断了就没有办法了"),
                        QStringLiteral("在后面加上传或纸质"));
}

} // namespace

void lintMaterials(const ItemPackage& package, Findings& findings) {
    findings.setFile(QStringLiteral("materials.json"));
    QSet<QString> ids;
    const QList<Material>& all = package.guide.materials().all();
    for (int i = 0; i < all.size(); ++i) {
        const Material& material = all[i];
        const QString path = QStringLiteral("$.materials[%1]").arg(i);
        if (ids.contains(material.id))
            findings.refuse("id-duplicate", path,
                            QStringLiteral("材料编号 %1 用了两次").arg(material.id),
                            QStringLiteral("每份材料一个编号"));
        ids.insert(material.id);
        if (material.clause.isEmpty())
            findings.refuse("clause-missing", path + QStringLiteral(".clause"),
                            QStringLiteral("材料“%1”没有依据").arg(material.name),
                            QStringLiteral("写明依据；没有依据就不要"));
        for (const auto& [name, value] : {std::pair{"standard", material.standard},
                                          {"supplier", material.supplier},
                                          {"sample", material.sample}}) {
            if (value.isEmpty())
                findings.refuse("material-incomplete", path + u'.' + QLatin1String(name),
                                QStringLiteral("材料“%1”没写这一项").arg(material.name),
                                QStringLiteral("写明受理标准、谁能出具、样例长什么样"));
        }
        lintWords(material.name, path + QStringLiteral(".name"), true, findings);
        lintWords(material.hint, path + QStringLiteral(".hint"), true, findings);
        lintWords(material.standard, path + QStringLiteral(".standard"), true, findings);
        checkWays(material, path, findings);
    }
}

} // namespace tongban::catalog

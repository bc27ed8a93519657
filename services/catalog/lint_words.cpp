// Vague words (catch-alls the law forbids in a guide) and words no citizen should have to read.
#include "services/catalog/lints.h"

#include <QRegularExpression>

namespace tongban::catalog {

namespace {

// Titles of laws may say what they like.
QString withoutTitles(QString text) {
    static const QRegularExpression title(QStringLiteral("《[^》]*》"));
    return text.remove(title);
}

} // namespace

QString vagueWordIn(const QString& text) {
    static const QRegularExpression vague(
        QStringLiteral("其他(材料|情形|条件|证明|要求|文件|事项)|(有关|相关)(材料|证明|规定|部门|"
                       "文件|手续|要求|情况)|"
                       "等(材料|证明|文件|情形|条件|资料|手续)|等(?=[。；，、）]|$)|如需|视情况|"
                       "必要时|按(有关|相关)?规定|"
                       "法律法规规定的其他|原则上|一般情况下|以及其他|或其他"));
    const auto match = vague.match(withoutTitles(text));
    return match.hasMatch() ? match.captured(0) : QString();
}

void lintWords(const QString& text, const QString& path, bool condition, Findings& findings) {
    if (condition) {
        if (const QString word = vagueWordIn(text); !word.isEmpty())
            findings.refuse("vague-word", path, QStringLiteral("“%1”说不清要什么").arg(word),
                            QStringLiteral("写明是哪一种；有几种就列几种"));
    }
    static const QRegularExpression banned(QStringLiteral(
        "请知悉|予以|该事项|系统异常|非法输入|校验失败|操作成功|敬请谅解|特此告知|[!！]"));
    const auto match = banned.match(withoutTitles(text));
    if (match.hasMatch())
        findings.refuse("banned-word", path,
                        QStringLiteral("“%1”不是说话的话").arg(match.captured(0)),
                        QStringLiteral("换成当面会说的话"));
}

} // namespace tongban::catalog

// FontFamilies: substitutions rather than a list, because a QML font takes one family only.
#include "ui/theme/font_families.h"

#include <QFont>

namespace tongban::theme {

FontFamilies::FontFamilies(QObject* parent)
    : QObject(parent) {
    const QStringList chinese{QStringLiteral("Noto Sans CJK SC")};
    if (QFont::substitutes(sans()).isEmpty()) {
        QFont::insertSubstitutions(sans(), QStringList{QStringLiteral("Inter")} + chinese);
        QFont::insertSubstitutions(
            digits(),
            QStringList{QStringLiteral("Inter Display"), QStringLiteral("Inter")} + chinese);
    }
}

} // namespace tongban::theme

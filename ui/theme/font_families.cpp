// FontFamilies: substitutions rather than a list, because a QML font takes one family only.
#include "ui/theme/font_families.h"

#include "ui/theme/latin_subset.h"

#include <QFont>
#include <QFontDatabase>

namespace tongban::theme {

namespace {

// Registers Inter without its punctuation; plain Inter does when that fails.
QString latinFamily() {
    const QString inter = QStringLiteral("Inter");
    const QString family = QStringLiteral("Tongban Latin");
    bool registered = true;
    for (const bool bold : {false, true}) {
        QFont font(inter);
        font.setWeight(bold ? QFont::Bold : QFont::Normal);
        const QRawFont raw = QRawFont::fromFont(font);
        const QByteArray subset =
            raw.familyName().startsWith(inter) ? latinSubset(raw, family, bold) : QByteArray();
        registered = registered && !subset.isEmpty() &&
                     QFontDatabase::addApplicationFontFromData(subset) >= 0;
    }
    return registered ? family : inter;
}

} // namespace

FontFamilies::FontFamilies(QObject* parent)
    : QObject(parent) {
    const QString chinese = QStringLiteral("Noto Sans CJK SC");
    if (QFont::substitutes(sans()).isEmpty()) {
        QFont::insertSubstitutions(sans(), {latinFamily(), chinese});
        QFont::insertSubstitutions(
            digits(), {QStringLiteral("Inter Display"), QStringLiteral("Inter"), chinese});
    }
}

} // namespace tongban::theme

// Loads :/i18n/tongban_<language>.qm into the one translator.
#include "translations/strings.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTranslator>

namespace tongban::translations {

QStringList languages() {
    return {QStringLiteral("zh_CN"), QStringLiteral("en")};
}

bool install(const QString& language) {
    auto* fresh = new QTranslator(QCoreApplication::instance());
    if (!fresh->load(QStringLiteral(":/i18n/tongban_%1.qm").arg(language))) {
        delete fresh;
        return false;
    }
    // The application owns it; the pointer forgets it when the application ends.
    static QPointer<QTranslator> installed;
    if (installed) {
        QCoreApplication::removeTranslator(installed);
        delete installed.data();
    }
    installed = fresh;
    return QCoreApplication::installTranslator(fresh);
}

} // namespace tongban::translations

// Loads :/i18n/tongban_<language>.qm into the one translator.
#include "translations/strings.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTranslator>

namespace tongban::translations {

namespace {

// lupdate names a class by the last part of its name, moc by the whole: ask for the last part when
// the whole is unknown.
class ContextTranslator : public QTranslator {
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* disambiguation,
                      int n) const override {
        const QString found = QTranslator::translate(context, source, disambiguation, n);
        const QByteArray whole(context);
        const qsizetype last = whole.lastIndexOf("::");
        if (!found.isNull() || last < 0)
            return found;
        return QTranslator::translate(whole.mid(last + 2).constData(), source, disambiguation, n);
    }
};

} // namespace

QStringList languages() {
    return {QStringLiteral("zh_CN"), QStringLiteral("en")};
}

bool install(const QString& language) {
    auto* fresh = new ContextTranslator(QCoreApplication::instance());
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

// Runs the QML tests of this folder with the modules of the kiosk and its words.
#include "translations/strings.h"

#include <QDir>
#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>

// What the tests ask of the outside: the fixtures there are, and another language.
class PageSetup : public QObject {
    Q_OBJECT
    Q_PROPERTY(QStringList fixtures READ fixtures CONSTANT)
    Q_PROPERTY(QString pictures READ pictures CONSTANT) // folder to leave pictures in; empty: none

public:
    QStringList fixtures() const {
        QStringList names;
        const auto files = QDir(QStringLiteral(QUICK_TEST_SOURCE_DIR "/fixtures"))
                               .entryList({QStringLiteral("*.qml")});
        for (const QString& file : files) {
            if (!file.startsWith(QLatin1String("Sample")))
                names.append(file.chopped(4));
        }
        return names;
    }

    QString pictures() const { return qEnvironmentVariable("TONGBAN_PICTURES"); }

    Q_INVOKABLE bool useLanguage(const QString& language) {
        if (language == m_language)
            return true;
        if (!tongban::translations::install(language))
            return false;
        m_language = language;
        m_engine->retranslate();
        return true;
    }

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine) {
        m_engine = engine;
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine->rootContext()->setContextProperty(QStringLiteral("pageSetup"), this);
        useLanguage(QStringLiteral("zh_CN"));
    }

private:
    QQmlEngine* m_engine = nullptr;
    QString m_language;
};

QUICK_TEST_MAIN_WITH_SETUP(tongban, PageSetup)

#include "qml_tests.moc"

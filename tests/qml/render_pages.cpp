// Renders the fixtures of tests/qml/fixtures to PNG: render_pages OUT [--size 1080x1920] [--mode
// elder] [--low]
// [--language en] [--qml FOLDER] [fixture…]
#include "translations/strings.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>
#include <QTextStream>

namespace {

// Settings of the Theme singleton for one picture.
struct Setting {
    QString mode;
    bool low = false;
    QSize size;
    QString qml; // a folder of modules to prefer over the built-in ones
};

bool render(const QString& fixture, const Setting& setting, const QString& out) {
    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    if (!setting.qml.isEmpty())
        view.engine()->addImportPath(setting.qml);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setWidth(setting.size.width());
    view.setHeight(setting.size.height());
    view.setInitialProperties({{QStringLiteral("fixture"), QUrl::fromLocalFile(fixture)},
                               {QStringLiteral("mode"), setting.mode},
                               {QStringLiteral("low"), setting.low}});
    view.setSource(QUrl::fromLocalFile(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/qml/Stage.qml")));
    if (view.status() != QQuickView::Ready)
        return false;
    view.show();
    QTest::qWait(350);
    const QImage picture = view.grabWindow();
    return picture.save(out + u'/' + QFileInfo(fixture).baseName() + QStringLiteral(".png"));
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({QStringLiteral("size"), QStringLiteral("window size"), QStringLiteral("WxH"),
                       QStringLiteral("1080x1920")});
    options.addOption({QStringLiteral("mode"), QStringLiteral("light, elder or highContrast"),
                       QStringLiteral("mode"), QStringLiteral("light")});
    options.addOption({QStringLiteral("language"), QStringLiteral("zh_CN or en"),
                       QStringLiteral("language"), QStringLiteral("zh_CN")});
    options.addOption({QStringLiteral("low"), QStringLiteral("low position")});
    options.addOption({QStringLiteral("qml"),
                       QStringLiteral("folder of QML modules to use instead of the built-in ones"),
                       QStringLiteral("folder")});
    options.addPositionalArgument(QStringLiteral("out"), QStringLiteral("folder for the pictures"));
    options.process(app);
    QStringList names = options.positionalArguments();
    if (names.isEmpty())
        options.showHelp(2);
    const QString out = names.takeFirst();
    QDir().mkpath(out);
    if (!tongban::translations::install(options.value(QStringLiteral("language"))))
        qWarning("no translation for this language");
    const QStringList wide = options.value(QStringLiteral("size")).split(u'x');
    const Setting setting{
        options.value(QStringLiteral("mode")), options.isSet(QStringLiteral("low")),
        QSize(wide.value(0).toInt(), wide.value(1).toInt()), options.value(QStringLiteral("qml"))};
    const QDir fixtures(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/qml/fixtures"));
    int failed = 0;
    const auto files = fixtures.entryInfoList({QStringLiteral("*.qml")}, QDir::Files, QDir::Name);
    for (const QFileInfo& file : files) {
        if (file.baseName().startsWith(QLatin1String("Sample")) ||
            (!names.isEmpty() && !names.contains(file.baseName())))
            continue;
        QElapsedTimer clock;
        clock.start();
        const bool drawn = render(file.filePath(), setting, out);
        failed += drawn ? 0 : 1;
        QTextStream(stdout) << (drawn ? "drew " : "FAILED ") << file.baseName() << " in "
                            << clock.elapsed() << " ms\n";
    }
    return failed;
}

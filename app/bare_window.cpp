// tongban-bare-window: an empty Qt Quick window of the kiosk's size: the baseline of `tongban bench
// start`.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <cstdio>

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\n"
                    "Window { width: 1080; height: 1920; visible: true; color: \"white\"\n"
                    "Text { anchors.centerIn: parent; text: \"通办\"; font.pixelSize: 40 } }");
    auto* window = engine.rootObjects().isEmpty()
                       ? nullptr
                       : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (window == nullptr)
        return 1;
    QObject::connect(window, &QQuickWindow::frameSwapped, &application, [] {
        std::puts("first frame");
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    window->update();
    return QGuiApplication::exec();
}

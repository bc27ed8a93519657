// Times are those of frames handed to the screen (QQuickWindow::frameSwapped).
#include "app/tour/stopwatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <cstdio>

namespace tongban::tour {

namespace {

void print(const char* what, qint64 nanoseconds) {
    std::printf("%s %.2f\n", what, double(nanoseconds) / 1e6);
    std::fflush(stdout);
}

constexpr int noFrame = 1000; // a frame that has not come by then does not come

} // namespace

void Stopwatch::tell(const char* line) {
    std::puts(line);
    std::fflush(stdout);
}

void Stopwatch::restingPage() {
    connect(m_kiosk.window(), &QQuickWindow::frameSwapped, this, [] {
        tell("resting page");
        QCoreApplication::quit();
    });
    m_kiosk.window()->update();
}

void Stopwatch::waitForFrame() {
    QEventLoop loop;
    connect(m_kiosk.window(), &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit);
    QTimer::singleShot(noFrame, &loop, &QEventLoop::quit);
    loop.exec();
}

bool Stopwatch::touch(const QString& name, const QString& page) {
    Spoken::settle(700); // the page stands still, and the debounce of the last touch is over
    QElapsedTimer since;
    since.start();
    if (!m_spoken.down(name))
        return false;
    waitForFrame();
    print("feedback", since.nsecsElapsed());
    Spoken::settle(60);
    since.restart();
    m_spoken.up();
    const auto moving = [this] { return m_kiosk.window()->property("moving").toBool(); };
    while ((m_kiosk.model().page() != page || moving()) && since.elapsed() < 5 * noFrame)
        waitForFrame();
    print("page", since.nsecsElapsed());
    return m_kiosk.model().page() == page;
}

bool Stopwatch::touches(int rounds) {
    m_kiosk.model().wake();
    for (int i = 0; i < rounds; ++i) {
        if (!touch(inLanguage("SearchBar", "Search: type what you need"),
                   QStringLiteral("search")) ||
            !touch(inLanguage("SearchPage", "Home"), QStringLiteral("home")))
            return false;
    }
    return true;
}

} // namespace tongban::tour

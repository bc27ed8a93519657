// Lines and pictures of a tour.
#include "app/tour/diary.h"

#include "app/tour/spoken.h"

#include <QDir>
#include <QImage>
#include <cstdio>

namespace tongban::tour {

Diary::Diary(QString folder)
    : m_folder(std::move(folder)) {
    QDir().mkpath(m_folder);
}

void Diary::say(const QString& line) {
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

bool Diary::picture(QQuickWindow* window, const QString& name) {
    Spoken::settle(700); // page slide and line drawing come to rest
    const QImage image = window->grabWindow();
    const bool saved = image.save(QDir(m_folder).filePath(name + QStringLiteral(".png")));
    m_pictures += saved ? 1 : 0;
    return expect(saved, QStringLiteral("picture %1").arg(name));
}

bool Diary::expect(bool holds, const QString& what) {
    if (!holds) {
        m_good = false;
        say(QStringLiteral("  FAILED: %1").arg(what));
    }
    return holds;
}

} // namespace tongban::tour

// Diary: what a tour did, line by line on standard output, and its pictures in a folder.
#pragma once

#include <QQuickWindow>
#include <QString>

namespace tongban::tour {

class Diary {
public:
    explicit Diary(QString folder);

    void say(const QString& line);
    // 03-guide.png: numbered by the caller, so that parts of a tour fit together.
    bool picture(QQuickWindow* window, const QString& name);
    // Records a step that did not work; the tour then fails as a whole.
    bool expect(bool holds, const QString& what);
    bool good() const { return m_good; }
    int pictures() const { return m_pictures; }

private:
    QString m_folder;
    bool m_good = true;
    int m_pictures = 0;
};

} // namespace tongban::tour

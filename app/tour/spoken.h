// Spoken: uses a window the way a person with a screen reader does: finds controls by what they are
// called, and presses them.
#pragma once

#include <QAccessible>
#include <QQuickWindow>
#include <QStringList>

namespace tongban::tour {

// A text of the user interface in the language now shown.
QString inLanguage(const char* context, const char* source);

class Spoken {
public:
    explicit Spoken(QQuickWindow* window);

    // The first visible control whose name is, or contains, `name`; role NoRole means any.
    bool has(const QString& name, QAccessible::Role role = QAccessible::NoRole) const;
    // Waits for it up to `ms`, spinning the event loop.
    bool waitFor(const QString& name, int ms = 5000) const;
    // Presses by a real mouse press and release at its centre; false when there is no such control.
    bool press(const QString& name, int ms = 5000, QAccessible::Role role = QAccessible::NoRole);
    // The two halves of a press; `up` lets go where `down` touched.
    bool down(const QString& name);
    void up();
    // Presses every visible control of that name, in reading order; how many there were.
    int pressEach(const QString& name, QAccessible::Role role);
    // Types into the control that has the focus, or into the edit field called `name`.
    bool type(const QString& text, const QString& name = {});
    // Draws strokes (points in 0…1 of the control's box) with the mouse.
    bool draw(const QString& name, const QList<QList<QPointF>>& strokes);
    // The names of all visible controls, for messages and for tests.
    QStringList names(QAccessible::Role role = QAccessible::NoRole) const;

    QQuickWindow* window() const { return m_window; }
    static void settle(int ms); // runs the event loop for so long

private:
    void touch(const QRect& box);
    void pressAt(const QRect& box);
    QAccessibleInterface* find(const QString& name, QAccessible::Role role) const;

    QQuickWindow* m_window;
    QPointF m_finger; // where it last touched
};

} // namespace tongban::tour

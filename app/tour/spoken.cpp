// Walks the accessibility tree of a Qt Quick window.
#include "app/tour/spoken.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <functional>

namespace tongban::tour {

namespace {

// Depth first, so that the order is the reading order; `visit` returns true to stop.
bool walk(QAccessibleInterface* node, const std::function<bool(QAccessibleInterface*)>& visit) {
    if (node == nullptr || !node->isValid() || node->state().invisible)
        return false;
    if (visit(node))
        return true;
    for (int i = 0; i < node->childCount(); ++i) {
        if (walk(node->child(i), visit))
            return true;
    }
    return false;
}

void mouse(QQuickWindow* window, QEvent::Type type, QPointF at) {
    const bool moving = type == QEvent::MouseMove;
    QMouseEvent event(type, at, window->mapToGlobal(at), moving ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(window, &event);
}

} // namespace

QString inLanguage(const char* context, const char* source) {
    return QCoreApplication::translate(context, source);
}

Spoken::Spoken(QQuickWindow* window)
    : m_window(window) {
    QAccessible::setActive(true);
}

void Spoken::settle(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

QAccessibleInterface* Spoken::find(const QString& name, QAccessible::Role role) const {
    QAccessibleInterface* exact = nullptr;
    QAccessibleInterface* part = nullptr;
    walk(QAccessible::queryAccessibleInterface(m_window), [&](QAccessibleInterface* node) {
        if (role != QAccessible::NoRole && node->role() != role)
            return false;
        const QString spoken = node->text(QAccessible::Name);
        if (spoken == name)
            exact = node;
        else if (part == nullptr && spoken.contains(name))
            part = node;
        return exact != nullptr;
    });
    return exact != nullptr ? exact : part;
}

bool Spoken::has(const QString& name, QAccessible::Role role) const {
    return find(name, role) != nullptr;
}

bool Spoken::waitFor(const QString& name, int ms) const {
    QElapsedTimer since;
    since.start();
    while (!has(name)) {
        if (since.elapsed() > ms)
            return false;
        settle(20);
    }
    return true;
}

bool Spoken::press(const QString& name, int ms, QAccessible::Role role) {
    if (!waitFor(name, ms))
        return false;
    QAccessibleInterface* control = find(name, role);
    if (control == nullptr)
        return false;
    pressAt(control->rect());
    return true;
}

bool Spoken::down(const QString& name) {
    QAccessibleInterface* control = find(name, QAccessible::NoRole);
    if (control == nullptr)
        return false;
    touch(control->rect());
    return true;
}

void Spoken::touch(const QRect& box) {
    m_finger = m_window->mapFromGlobal(QPointF(box.center()));
    mouse(m_window, QEvent::MouseButtonPress, m_finger);
}

void Spoken::pressAt(const QRect& box) {
    touch(box);
    settle(30);
    up();
    settle(30);
}

void Spoken::up() {
    mouse(m_window, QEvent::MouseButtonRelease, m_finger);
}

int Spoken::pressEach(const QString& name, QAccessible::Role role) {
    QList<QRect> places;
    walk(QAccessible::queryAccessibleInterface(m_window), [&](QAccessibleInterface* node) {
        if (node->role() == role && node->text(QAccessible::Name) == name)
            places.append(node->rect());
        return false;
    });
    for (const QRect& place : places) {
        pressAt(place);
        settle(400); // beyond the debounce of a control
    }
    return static_cast<int>(places.size());
}

bool Spoken::type(const QString& text, const QString& name) {
    if (!name.isEmpty()) {
        if (!press(name, 5000, QAccessible::EditableText))
            return false;
    }
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(m_window, &down);
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(m_window, &up);
    }
    settle(30);
    return true;
}

bool Spoken::draw(const QString& name, const QList<QList<QPointF>>& strokes) {
    if (!waitFor(name))
        return false;
    const QRect box = find(name, QAccessible::NoRole)->rect();
    const auto place = [&](QPointF p) {
        return m_window->mapFromGlobal(
            QPointF(box.x() + p.x() * box.width(), box.y() + p.y() * box.height()));
    };
    for (const QList<QPointF>& stroke : strokes) {
        mouse(m_window, QEvent::MouseButtonPress, place(stroke.first()));
        for (const QPointF& point : stroke) {
            QMouseEvent move(QEvent::MouseMove, place(point), m_window->mapToGlobal(place(point)),
                             Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_window, &move);
            settle(2);
        }
        mouse(m_window, QEvent::MouseButtonRelease, place(stroke.last()));
    }
    settle(30);
    return true;
}

QStringList Spoken::names(QAccessible::Role role) const {
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(m_window), [&](QAccessibleInterface* node) {
        const QString spoken = node->text(QAccessible::Name);
        if (!spoken.isEmpty() && (role == QAccessible::NoRole || node->role() == role))
            found.append(spoken);
        return false;
    });
    return found;
}

} // namespace tongban::tour

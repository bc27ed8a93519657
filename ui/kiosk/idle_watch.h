// IdleWatch: nobody touches the machine: warn, count down, end. Counts in seconds that somebody
// else ticks.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class IdleWatch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(bool warning READ warning NOTIFY changed FINAL)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed FINAL)
    Q_PROPERTY(int countdown READ countdown CONSTANT FINAL)
    Q_PROPERTY(int extensionsLeft READ extensionsLeft NOTIFY changed FINAL)

public:
    static constexpr int countdownSeconds = 30;
    static constexpr int extensionSeconds = 300;
    static constexpr int mostExtensions = 12;

    using QObject::QObject;

    // 0: never. A new limit starts counting afresh.
    void setLimit(int seconds);
    void
    setBusy(bool busy); // a device moves, an answer is pending, speech reads: time stands still
    bool warning() const { return m_left <= 0 && m_limit > 0; }
    int secondsLeft() const { return countdownSeconds + m_left; }
    int countdown() const { return countdownSeconds; }
    int extensionsLeft() const { return m_extensions; }

    void touch(); // somebody did something
    void tick();  // one second went by
    void reset(); // a new visit

    Q_INVOKABLE void keepGoing() { restart(m_limit); }
    Q_INVOKABLE void extend();

Q_SIGNALS:
    void changed();
    void expired();

private:
    void restart(int seconds);

    int m_limit = 0;
    int m_left = 0; // until the warning; below zero it counts the warning down
    int m_extensions = mostExtensions;
    bool m_busy = false;
};

} // namespace tongban::kiosk

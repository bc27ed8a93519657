// ChecklistModel: the list to take away after the questions were played through: what to bring,
// what not, how long, where; nothing personal in it.
#pragma once

#include "services/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class ChecklistModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed FINAL) // {title, icon, rows}
    Q_PROPERTY(QStringList qr READ qr NOTIFY changed FINAL)        // rows of 0 and 1
    // none, printing, printed, paperOut
    Q_PROPERTY(QString printState READ printState NOTIFY changed FINAL)

public:
    explicit ChecklistModel(const session::Session& session, QObject* parent = nullptr);

    QVariantList parts() const;
    QStringList qr() const;
    QString printState() const { return m_printState; }
    void setPrintState(const QString& state);

    // The list as plain lines, for the printer; empty when no item is open.
    QStringList lines() const;

    Q_INVOKABLE void print() { Q_EMIT printWanted(); }

Q_SIGNALS:
    void changed();
    void printWanted();

private:
    const session::Session& m_session;
    QString m_printState = QStringLiteral("none");
};

} // namespace tongban::kiosk

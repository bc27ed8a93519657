// IdentifyModel: the ID card step in words: what the reader does, what went wrong and what to do
// about it.
#pragma once

#include "services/session/card_desk.h"

#include <QObject>
#include <QTimer>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class IdentifyModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString readerState READ readerState NOTIFY changed
                   FINAL) // waiting, reading, ok, failed, unsupported
    Q_PROPERTY(QVariant failure READ failure NOTIFY changed FINAL) // {heading, text} or null
    Q_PROPERTY(QString personName READ personName NOTIFY changed FINAL)
    Q_PROPERTY(bool alternativesFirst READ alternativesFirst NOTIFY changed FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL) // what laying the card agrees to

public:
    IdentifyModel(session::Session& session, session::CardDesk& desk, QObject* parent = nullptr);

    QString readerState() const;
    QVariant failure() const;
    QString personName() const;
    bool alternativesFirst() const;
    QString notice() const { return m_session.noticeText(); }

    Q_INVOKABLE void next() { m_session.next(); }
    Q_INVOKABLE void back() { m_session.back(); }

Q_SIGNALS:
    void changed();

private:
    session::Session& m_session;
    session::CardDesk& m_desk;
    QTimer m_moveOn;  // a read card is shown for a moment, then the page turns
    QTimer m_waiting; // nobody laid a card for a minute
    bool m_waitedLong = false;
};

} // namespace tongban::kiosk

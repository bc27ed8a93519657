// PortalModel: the hosted department page that is open: whose it is, what it asked, what it may
// know.
#pragma once

#include "services/session/session.h"

#include <QObject>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

// A department site the hall hosts.
struct PortalSite {
    QString id;
    QString department;
    QString title;
    QUrl address;
    QStringList origins; // "scheme://host:port" it may load from
};

class PortalModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QVariantList sites READ sites CONSTANT FINAL) // {id, title, hint, icon}
    Q_PROPERTY(QString department READ department NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QUrl address READ address NOTIFY changed FINAL)
    Q_PROPERTY(QStringList origins READ origins NOTIFY changed FINAL)
    Q_PROPERTY(bool asked READ asked NOTIFY changed FINAL)
    Q_PROPERTY(QString purpose READ purpose NOTIFY changed FINAL)
    Q_PROPERTY(bool cardNeeded READ cardNeeded NOTIFY changed FINAL) // nobody is identified yet

public:
    PortalModel(session::Session& session, QList<PortalSite> sites, QObject* parent = nullptr);

    QVariantList sites() const;
    QString department() const { return m_open.department; }
    QString title() const { return m_open.title; }
    QUrl address() const { return m_open.address; }
    QStringList origins() const { return m_open.origins; }
    bool asked() const { return m_asked; }
    QString purpose() const { return m_purpose; }
    bool cardNeeded() const { return !m_session.visit().card.has_value(); }

    bool open(const QString& id);
    void close();
    bool isClean() const { return m_open.id.isEmpty(); }

    Q_INVOKABLE void ask(const QString& purpose);
    // After consent only: what the page may know, as JSON; empty when there is nothing to tell.
    Q_INVOKABLE QString consent();
    Q_INVOKABLE void refuse();

Q_SIGNALS:
    void changed();

private:
    session::Session& m_session;
    const QList<PortalSite> m_sites;
    PortalSite m_open;
    QString m_purpose;
    bool m_asked = false;
};

} // namespace tongban::kiosk

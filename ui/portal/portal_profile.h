// PortalProfile: a web profile for one visit to one department site; in memory only, allow-listed,
// dies with its page.
#pragma once

#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <QtWebEngineQuick/qquickwebengineprofile.h>

namespace tongban::portal {

class PortalProfile : public QQuickWebEngineProfile {
    Q_OBJECT
    QML_ELEMENT
    // "scheme://host:port" of every origin the site may load from; anything else is blocked and
    // reported.
    Q_PROPERTY(QStringList allowedOrigins READ allowedOrigins WRITE setAllowedOrigins NOTIFY
                   allowedOriginsChanged FINAL)

public:
    explicit PortalProfile(QObject* parent = nullptr);

    QStringList allowedOrigins() const { return m_allowedOrigins; }
    void setAllowedOrigins(const QStringList& origins);
    Q_INVOKABLE bool allows(const QUrl& address) const;

Q_SIGNALS:
    void allowedOriginsChanged();
    void requestBlocked(const QString& origin); // origin only: a path may be personal

private:
    class AllowList;
    QStringList m_allowedOrigins;
};

} // namespace tongban::portal

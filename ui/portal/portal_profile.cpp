// The allow list is an interceptor: images, scripts, fetches and frames pass it too, not only
// navigation.
#include "ui/portal/portal_profile.h"

#include <QUrl>
#include <QWebEngineUrlRequestInfo>
#include <QWebEngineUrlRequestInterceptor>

namespace tongban::portal {

namespace {

QString originOf(const QUrl& address) {
    const int standard = address.scheme() == QLatin1String("https") ? 443 : 80;
    return QStringLiteral("%1://%2:%3")
        .arg(address.scheme(), address.host())
        .arg(address.port(standard));
}

} // namespace

class PortalProfile::AllowList : public QWebEngineUrlRequestInterceptor {
public:
    explicit AllowList(PortalProfile* profile)
        : QWebEngineUrlRequestInterceptor(profile)
        , m_profile(profile) {}

    void interceptRequest(QWebEngineUrlRequestInfo& request) override {
        if (m_profile->allows(request.requestUrl()))
            return;
        request.block(true);
        Q_EMIT m_profile->requestBlocked(originOf(request.requestUrl()));
    }

private:
    PortalProfile* m_profile;
};

PortalProfile::PortalProfile(QObject* parent)
    : QQuickWebEngineProfile(parent) {
    setOffTheRecord(true);
    setHttpCacheType(QQuickWebEngineProfile::NoCache);
    setPersistentCookiesPolicy(QQuickWebEngineProfile::NoPersistentCookies);
    setSpellCheckEnabled(false);
    setUrlRequestInterceptor(new AllowList(this));
}

void PortalProfile::setAllowedOrigins(const QStringList& origins) {
    if (origins == m_allowedOrigins)
        return;
    m_allowedOrigins = origins;
    Q_EMIT allowedOriginsChanged();
}

bool PortalProfile::allows(const QUrl& address) const {
    // Qt's own channel script and inlined pictures never leave the machine.
    if (address.scheme() == QLatin1String("qrc"))
        return address.path() == QLatin1String("/qtwebchannel/qwebchannel.js");
    if (address.scheme() == QLatin1String("data"))
        return address.path().startsWith(QLatin1String("image/"));
    if (address.scheme() != QLatin1String("http") && address.scheme() != QLatin1String("https"))
        return false;
    return m_allowedOrigins.contains(originOf(address));
}

} // namespace tongban::portal

// Identity leaves this machine's own pages only through consent().
#include "ui/kiosk/portal_model.h"

#include "services/core/json_reader.h"

namespace tongban::kiosk {

PortalModel::PortalModel(session::Session& session, QList<PortalSite> sites, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_sites(std::move(sites)) {
    connect(&session, &session::Session::changed, this, &PortalModel::changed);
}

QVariantList PortalModel::sites() const {
    QVariantList list;
    for (const PortalSite& site : m_sites)
        list.append(QVariantMap{{QStringLiteral("id"), site.id},
                                {QStringLiteral("title"), site.title},
                                {QStringLiteral("hint"), site.department},
                                {QStringLiteral("icon"), QStringLiteral("water")}});
    return list;
}

bool PortalModel::open(const QString& id) {
    for (const PortalSite& site : m_sites) {
        if (site.id == id) {
            m_open = site;
            Q_EMIT changed();
            return true;
        }
    }
    return false;
}

void PortalModel::close() {
    m_open = {};
    m_purpose.clear();
    m_asked = false;
    Q_EMIT changed();
}

void PortalModel::ask(const QString& purpose) {
    m_purpose = purpose;
    m_asked = true;
    Q_EMIT changed();
}

QString PortalModel::consent() {
    m_asked = false;
    QString told;
    if (const auto& card = m_session.visit().card)
        told = QString::fromUtf8(canonicalJson({{QStringLiteral("name"), card->name},
                                                {QStringLiteral("number"), card->number},
                                                {QStringLiteral("purpose"), m_purpose}}));
    Q_EMIT changed();
    return told;
}

void PortalModel::refuse() {
    m_asked = false;
    Q_EMIT changed();
}

} // namespace tongban::kiosk

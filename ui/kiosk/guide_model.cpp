// The guide in words: figures come from the item package, sentences from here.
#include "ui/kiosk/guide_model.h"

#include "ui/kiosk/route_picture.h"
#include "ui/kiosk/wording.h"

namespace tongban::kiosk {

GuideModel::GuideModel(session::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &session::Session::changed, this, &GuideModel::changed);
}

void GuideModel::setAvailability(const catalog::Availability& availability) {
    QString said = availability.reasons.join(QStringLiteral("；"));
    if (const auto& near = availability.nearest)
        said = tr("%1. Nearest: %2, %3").arg(said, near->place.name, near->when);
    m_closed = availability.doable == catalog::Doable::NotHere ? said : QString();
    m_partly = availability.doable == catalog::Doable::Partly
                   ? availability.reasons.join(QStringLiteral("；"))
                   : QString();
    Q_EMIT changed();
}

QString GuideModel::title() const {
    return m_session.package() != nullptr ? m_session.package()->item().name : QString();
}

QString GuideModel::summary() const {
    return m_session.package() != nullptr ? m_session.package()->item().summary : QString();
}

QVariantList GuideModel::facts() const {
    if (m_session.package() == nullptr)
        return {};
    const catalog::ServiceItem& item = m_session.package()->item();
    const catalog::Assessment& assessment = m_session.assessment();
    const QString fee = assessment.totalFee();
    const bool free = fee.isEmpty() || fee == QLatin1String("0");
    const QString legal = catalog::limitText(assessment.time.legal);
    return {
        QVariantMap{{QStringLiteral("icon"), QStringLiteral("users")},
                    {QStringLiteral("label"), tr("Who")},
                    {QStringLiteral("value"), item.who},
                    {QStringLiteral("note"), item.whoDetail}},
        QVariantMap{
            {QStringLiteral("icon"), QStringLiteral("clock")},
            {QStringLiteral("label"), tr("How long")},
            {QStringLiteral("value"), catalog::limitText(assessment.time.promised)},
            {QStringLiteral("note"), legal.isEmpty() ? QString() : tr("by law %1").arg(legal)}},
        QVariantMap{{QStringLiteral("icon"), QStringLiteral("wallet")},
                    {QStringLiteral("label"), tr("Fee")},
                    {QStringLiteral("value"), free ? tr("Free") : tr("%1 yuan").arg(fee)},
                    {QStringLiteral("note"), QString()}},
        QVariantMap{{QStringLiteral("icon"), QStringLiteral("footprints")},
                    {QStringLiteral("label"), tr("Trips")},
                    {QStringLiteral("value"), tr("%n trip(s)", "", assessment.time.trips)},
                    {QStringLiteral("note"), QString()}},
    };
}

QVariantList GuideModel::shapes() const {
    return m_session.package() == nullptr
               ? QVariantList()
               : plannedRoute(m_session.definition(), m_session.assessment()).shapes;
}

QVariantList GuideModel::edges() const {
    return m_session.package() == nullptr
               ? QVariantList()
               : plannedRoute(m_session.definition(), m_session.assessment()).edges;
}

QString GuideModel::materialsHeading() const {
    const int all = static_cast<int>(m_session.assessment().materials.size());
    return tr("%1 papers; %2 of them you need not hand in").arg(all).arg(exempt().size());
}

QStringList GuideModel::exempt() const {
    QStringList names;
    for (const catalog::NeededMaterial& needed : m_session.assessment().materials) {
        if (needed.exempt())
            names.append(needed.material.name);
    }
    return names;
}

QVariantList GuideModel::wanted() const {
    QVariantList list;
    for (const catalog::NeededMaterial& needed : m_session.assessment().materials) {
        if (needed.exempt())
            continue;
        list.append(QVariantMap{{QStringLiteral("id"), needed.material.id},
                                {QStringLiteral("title"), needed.material.name},
                                {QStringLiteral("hint"), needed.material.hint},
                                {QStringLiteral("icon"), QStringLiteral("file-text")},
                                {QStringLiteral("why"), true},
                                {QStringLiteral("sample"), !needed.material.sample.isEmpty()}});
    }
    return list;
}

QString GuideModel::startNote() const {
    if (m_session.package() == nullptr)
        return {};
    const QString time = tr("about %n minute(s)", "", m_session.package()->item().minutes);
    return m_partly.isEmpty() ? time : time + QStringLiteral(" · ") + m_partly;
}

QVariantMap GuideModel::why(const QString& material) const {
    return whyOf(m_session.assessment(), material);
}

} // namespace tongban::kiosk

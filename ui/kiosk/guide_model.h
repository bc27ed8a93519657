// GuideModel: the guide of the chosen item as GuidePage shows it: who, how long, fee, trips,
// papers, and why each.
#pragma once

#include "services/catalog/availability.h"
#include "services/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class GuideModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed FINAL)   // {icon, label, value, note}
    Q_PROPERTY(QVariantList shapes READ shapes NOTIFY changed FINAL) // see RouteMapItem
    Q_PROPERTY(QVariantList edges READ edges NOTIFY changed FINAL)
    Q_PROPERTY(QString materialsHeading READ materialsHeading NOTIFY changed FINAL)
    Q_PROPERTY(QStringList exempt READ exempt NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList wanted READ wanted NOTIFY changed FINAL) // {id, title, hint, icon, why}
    Q_PROPERTY(QString startNote READ startNote NOTIFY changed FINAL)
    Q_PROPERTY(QString closed READ closed NOTIFY changed FINAL) // why it cannot be done here now

public:
    explicit GuideModel(session::Session& session, QObject* parent = nullptr);

    QString title() const;
    QString summary() const;
    QVariantList facts() const;
    QVariantList shapes() const;
    QVariantList edges() const;
    QString materialsHeading() const;
    QStringList exempt() const;
    QVariantList wanted() const;
    QString startNote() const;
    QString closed() const { return m_closed; }
    // Whether it can be finished here now, before the first question.
    void setAvailability(const catalog::Availability& availability);

    Q_INVOKABLE void start() { m_session.start(); }
    Q_INVOKABLE void back() { m_session.back(); }
    // {title, why, rule, removedBy} of one material, for WhySheet.
    Q_INVOKABLE QVariantMap why(const QString& material) const;

Q_SIGNALS:
    void changed();

private:
    session::Session& m_session;
    QString m_closed;
    QString m_partly;
};

} // namespace tongban::kiosk

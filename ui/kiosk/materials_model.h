// MaterialsModel: the papers of the visit: what is exempt and why, what lies under the camera, what
// is still to come.
#pragma once

#include "services/session/capture_desk.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class MaterialsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(int done READ done NOTIFY changed FINAL)
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QVariant exempt READ exempt NOTIFY changed FINAL) // {title, names, tag} or null
    Q_PROPERTY(
        QVariantList exemptRows READ exemptRows NOTIFY changed FINAL) // {title, reason, clause}
    Q_PROPERTY(QVariant open READ open NOTIFY changed FINAL)          // see MaterialsPage
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(bool canFinish READ canFinish NOTIFY changed FINAL)

public:
    MaterialsModel(session::Session& session, session::CaptureDesk& desk,
                   QObject* parent = nullptr);

    int done() const;
    int total() const { return static_cast<int>(m_session.assessment().materials.size()); }
    QVariant exempt() const;
    QVariantList exemptRows() const;
    QVariant open() const;
    QVariantList waiting() const;
    bool canFinish() const {
        return m_session.package() != nullptr && m_session.openMaterials().isEmpty();
    }

    Q_INVOKABLE void shoot() { m_desk.shoot(); }
    Q_INVOKABLE void chooseWay(const QString& material, const QString& way);
    Q_INVOKABLE void next();
    Q_INVOKABLE void back() { m_session.back(); }
    Q_INVOKABLE QVariantMap why(const QString& material) const;

Q_SIGNALS:
    void changed();

private:
    void openNext(); // the first paper still to come goes under the camera
    void watch();    // a steady, good picture is taken by itself after 1.5 s
    QVariantList checks() const;
    QString advice() const;

    session::Session& m_session;
    session::CaptureDesk& m_desk;
    QTimer m_autoShot;
    quint64 m_frame = 0; // a new picture address for each frame
};

} // namespace tongban::kiosk

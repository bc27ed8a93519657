// CheckModel: everything to be handed in, once more, and what the signature means.
#pragma once

#include "services/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class CheckModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QVariantList sections READ sections NOTIFY changed FINAL)     // see CheckPage
    Q_PROPERTY(QVariantList statements READ statements NOTIFY changed FINAL) // see SignPage
    Q_PROPERTY(bool submitting READ submitting NOTIFY changed FINAL)

public:
    explicit CheckModel(session::Session& session, QObject* parent = nullptr);

    QVariantList sections() const;
    QVariantList statements() const;
    bool submitting() const { return m_session.stage() == session::Stage::Submitting; }

    Q_INVOKABLE void edit(const QString& section);
    Q_INVOKABLE void next() { m_session.next(); }
    Q_INVOKABLE void back() { m_session.back(); }
    // Strokes as SignaturePad gives them: [[{x, y, t}…]…].
    Q_INVOKABLE void sign(const QVariantList& strokes);

Q_SIGNALS:
    void changed();
    void submitWanted();

private:
    QVariantMap person() const;
    QVariantMap situation() const;
    QVariantMap form() const;
    QVariantMap papers() const;

    session::Session& m_session;
};

} // namespace tongban::kiosk

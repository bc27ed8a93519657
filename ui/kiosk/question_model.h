// QuestionModel: the situation question on the page, its options, and what the present answers come
// to.
#pragma once

#include "services/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class QuestionModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString question READ question NOTIFY changed FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    Q_PROPERTY(QString why READ why NOTIFY changed FINAL)
    Q_PROPERTY(bool multiple READ multiple NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList options READ options NOTIFY changed
                   FINAL) // {id, title, hint, icon, chosen, plain}
    Q_PROPERTY(int number READ number NOTIFY changed FINAL)
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString consequence READ consequence NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList shapes READ shapes NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList edges READ edges NOTIFY changed FINAL)
    Q_PROPERTY(bool missing READ missing NOTIFY changed FINAL)
    Q_PROPERTY(bool returning READ returning NOTIFY changed FINAL)
    // Not eligible: {title, reason, clause, alternatives, earliest}; empty map when eligible.
    Q_PROPERTY(QVariantMap exit READ exit NOTIFY changed FINAL)

public:
    explicit QuestionModel(session::Session& session, QObject* parent = nullptr);

    QString question() const;
    QString hint() const;
    QString why() const;
    bool multiple() const;
    QVariantList options() const;
    int number() const { return m_session.questionNumber(); }
    int total() const { return static_cast<int>(m_session.assessment().way.size()); }
    QString consequence() const;
    QVariantList shapes() const;
    QVariantList edges() const;
    bool missing() const { return m_missing; }
    bool returning() const { return m_session.changing(); }
    QVariantMap exit() const;

    Q_INVOKABLE void choose(const QString& option);
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    const catalog::Question* asked() const;
    QStringList chosen() const;

    session::Session& m_session;
    bool m_missing = false;
};

} // namespace tongban::kiosk

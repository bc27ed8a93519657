// CounterModel: the clerk's workstation: sign in, what waits, one case, and the acts allowed on it.
#pragma once

#include "services/sync/staff_client.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::counter {

class CounterModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the counter")
    Q_PROPERTY(QString page READ page NOTIFY changed FINAL) // login, inbox, case
    Q_PROPERTY(QString hall READ hall CONSTANT FINAL)
    Q_PROPERTY(QString windowName READ windowName CONSTANT FINAL)
    Q_PROPERTY(QString staffName READ staffName NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList tiles READ tiles NOTIFY changed FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)
    Q_PROPERTY(QString selected READ selected WRITE setSelected NOTIFY changed FINAL)
    Q_PROPERTY(QVariant preview READ preview NOTIFY changed FINAL)
    Q_PROPERTY(QVariant view READ view NOTIFY changed FINAL)
    Q_PROPERTY(QString document READ document NOTIFY changed FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)

public:
    CounterModel(sync::StaffClient& client, QString hall, QString windowName,
                 QObject* parent = nullptr);

    QString page() const;
    QString hall() const { return m_hall; }
    QString windowName() const { return m_windowName; }
    QString staffName() const { return m_staff.value(QStringLiteral("name")).toString(); }
    bool busy() const { return m_busy; }
    QString fault() const { return m_fault; }
    QString headline() const;
    QVariantList tiles() const;
    QString filter() const { return m_filter; }
    void setFilter(const QString& lamp);
    QVariantList rows() const;
    QString selected() const { return m_selected; }
    void setSelected(const QString& task);
    QVariant preview() const;
    QVariant view() const;
    QString document() const { return m_document; }
    int waiting() const { return static_cast<int>(m_tasks.size()); }
    QImage picture(const QString& document) const { return m_pictures.value(document); }

    Q_INVOKABLE void signIn(const QString& account, const QString& password, const QString& code);
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void open(const QString& task);
    Q_INVOKABLE void closeCase();
    Q_INVOKABLE void showDocument(const QString& id);
    Q_INVOKABLE void approve(const QString& opinion);
    Q_INVOKABLE void refuse(const QString& reason, const QString& clause);
    // items: [{material, name, problem, remedy}]
    Q_INVOKABLE void supplement(const QVariantList& items);
    Q_INVOKABLE QString supplementDay() const;

Q_SIGNALS:
    void changed();
    void decided(const QString& decision);

private:
    QJsonObject task(const QString& id) const;
    QVariantMap row(const QJsonObject& task) const;
    QString lampText(const QJsonObject& task) const;
    QVariantList milestones() const;
    void begin();
    void fail(const Fault& fault);
    void loadCase(const QString& id);
    void decide(sync::StaffDecision decision);

    sync::StaffClient& m_client;
    const QString m_hall;
    const QString m_windowName;
    QJsonObject m_staff;
    QList<QJsonObject> m_tasks;
    QJsonObject m_task; // the one that is open, with our lease
    QJsonObject m_case;
    QHash<QString, QImage> m_pictures; // by document id; what the clerk has looked at
    QString m_filter;
    QString m_selected;
    QString m_document;
    QString m_fault;
    bool m_busy = false;
};

} // namespace tongban::counter

// ReceiptModel: what is shown after COMMIT: the proof, its code, what comes next; then what was
// erased.
#pragma once

#include "services/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class ReceiptModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString lead READ lead NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL) // {label, value, strong, digits}
    Q_PROPERTY(QStringList qr READ qr NOTIFY changed FINAL)      // rows of 0 and 1
    Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
    // none, printing, printed; paperOut: nothing came out; unknown: it may have come out.
    Q_PROPERTY(QString printState READ printState NOTIFY changed FINAL)
    Q_PROPERTY(int printCopy READ printCopy NOTIFY changed FINAL)    // 补打; 0: the first print
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed FINAL)   // {state, date, title, note}
    Q_PROPERTY(QVariantList erased READ erased NOTIFY changed FINAL) // {text, ok} after the end
    Q_PROPERTY(QVariantList take READ take NOTIFY changed FINAL)     // {text, icon}

public:
    ReceiptModel(session::Session& session, const session::Machine& machine,
                 QObject* parent = nullptr);

    QString headline() const;
    QString lead() const;
    QVariantList rows() const;
    QStringList qr() const;
    QString place() const { return m_machine.hall.left(3); } // on the seal: 示范区
    QString printState() const { return m_printState; }
    int printCopy() const { return m_printCopy; }
    void setPrintState(const QString& state, int copy);
    bool mayLieInTheSlot() const;
    QVariantList steps() const;
    QVariantList erased() const { return m_erased; }
    QVariantList take() const { return m_take; }

    void setOffline(bool offline) { m_offline = offline; }
    void showWipe(const session::WipeReport& report);

    Q_INVOKABLE void print() { Q_EMIT printWanted(); }
    Q_INVOKABLE void finish() { Q_EMIT finishWanted(); }

Q_SIGNALS:
    void changed();
    void printWanted();
    void finishWanted();

private:
    QString promiseText() const;
    session::Session& m_session;
    const session::Machine& m_machine;
    QString m_printState = QStringLiteral("none");
    int m_printCopy = 0;
    QVariantList m_erased;
    QVariantList m_take;
    bool m_offline = false;
};

} // namespace tongban::kiosk

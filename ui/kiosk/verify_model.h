// VerifyModel: a receipt shown to the machine: genuine or not, and where its case stands. An
// altered one shows nothing of itself.
#pragma once

#include "services/catalog/catalog.h"
#include "services/session/receipt_desk.h"
#include "services/session/session.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class VerifyModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(
        QString verdict READ verdict NOTIFY changed FINAL) // waiting, valid, altered, unknown
    Q_PROPERTY(QString itemTitle READ itemTitle NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed FINAL)
    Q_PROPERTY(QString keyNote READ keyNote NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed FINAL)
    Q_PROPERTY(bool online READ online NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL) // of the progress page
    Q_PROPERTY(QVariantList shapes READ shapes NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList edges READ edges NOTIFY changed FINAL)
    Q_PROPERTY(QVariant ask READ ask NOTIFY changed FINAL) // {title, note, action} or null

public:
    VerifyModel(session::ReceiptDesk& desk, const catalog::Catalog& catalog,
                QObject* parent = nullptr);

    QString verdict() const;
    QString itemTitle() const;
    QVariantList rows() const;
    QString keyNote() const;
    QVariantList steps() const;
    bool online() const { return !m_finding || m_finding->known.has_value(); }
    QString headline() const;
    QVariantList shapes() const { return m_shapes; }
    QVariantList edges() const { return m_edges; }
    QVariant ask() const;
    // What the centre wants of this case; nothing wanted: no names.
    session::SupplementAsk supplementAsk() const;
    bool isClean() const { return !m_finding; }

    Q_INVOKABLE void check(const QString& url);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();
    void checked();

private:
    void take(const session::ReceiptFinding& finding);
    const cases::StatusEvent* wish() const; // the last word, if it asks for something

    session::ReceiptDesk& m_desk;
    const catalog::Catalog& m_catalog;
    std::optional<session::ReceiptFinding> m_finding;
    QVariantList m_shapes;
    QVariantList m_edges;
};

} // namespace tongban::kiosk

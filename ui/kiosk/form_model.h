// FormModel: one page of the application form: what is known, what is asked, what is being typed,
// and what is wrong with it.
#pragma once

#include "services/session/session.h"
#include "ui/kiosk/typing_model.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class FormModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString pageTitle READ pageTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString over READ over NOTIFY changed FINAL)
    Q_PROPERTY(int step READ step NOTIFY changed FINAL)
    Q_PROPERTY(int steps READ steps NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList filled READ filled NOTIFY changed
                   FINAL) // {id, label, value, source, correctable}
    Q_PROPERTY(QVariantList fields READ fields NOTIFY changed FINAL) // see FormPage
    Q_PROPERTY(QVariant problem READ problem NOTIFY changed FINAL)   // {heading, text} or null
    Q_PROPERTY(QString pad READ pad NOTIFY changed FINAL)            // "", pinyin, number, id
    Q_PROPERTY(bool returning READ returning NOTIFY changed FINAL)
    Q_PROPERTY(tongban::kiosk::TypingModel* typing READ typing CONSTANT FINAL)

public:
    FormModel(session::Session& session, TypingModel& typing, QObject* parent = nullptr);

    QString pageTitle() const;
    QString over() const;
    int step() const { return m_session.formPage(); }
    int steps() const { return m_session.package() != nullptr ? m_session.formPages() : 0; }
    QVariantList filled() const;
    QVariantList fields() const;
    QVariant problem() const;
    QString pad() const;
    bool returning() const { return m_session.changing(); }
    TypingModel* typing() const { return &m_typing; }

    Q_INVOKABLE void activate(const QString& id);
    Q_INVOKABLE void clearField(const QString& id);
    Q_INVOKABLE void chooseOption(const QString& id, const QString& choice);
    Q_INVOKABLE void correct(const QString& id); // a prefilled value is not right
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void enterPage();
    void store();
    QList<workflow::FormRow> rows() const;
    bool isFilled(const workflow::FormRow& row) const;
    const workflow::FormRow* row(const QList<workflow::FormRow>& rows, const QString& id) const;
    static QString text(const workflow::FormRow& row);

    session::Session& m_session;
    TypingModel& m_typing;
    QString m_active;
    bool m_tried = false; // "next" was pressed: gaps are errors now
};

} // namespace tongban::kiosk

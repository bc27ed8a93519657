// The form part of a session: rows grouped into pages of few questions.
#include "services/session/session.h"

namespace tongban::session {

const workflow::Form* Session::form() const {
    return m_definition ? m_definition->form(QStringLiteral("application")).get() : nullptr;
}

QJsonObject Session::variables() const {
    QJsonObject known =
        catalog::caseValues(m_package->guide.questions(), m_assessment.way, m_visit.facts());
    known.insert(QStringLiteral("register"), m_visit.records);
    if (m_visit.card) {
        const devices::IdCard& card = *m_visit.card;
        known.insert(QStringLiteral("card"),
                     QJsonObject{{QStringLiteral("name"), card.name},
                                 {QStringLiteral("number"), card.number},
                                 {QStringLiteral("sex"), card.sexName()},
                                 {QStringLiteral("nation"), card.nationName()},
                                 {QStringLiteral("birth"), card.birth.toString(Qt::ISODate)},
                                 {QStringLiteral("address"),
                                  card.newAddress.isEmpty() ? card.address : card.newAddress},
                                 {QStringLiteral("issuer"), card.issuer}});
    }
    return known;
}

// Prefilled rows stand together on the first page; what is asked follows, section by section, few
// at a time.
QList<QList<workflow::FormRow>> Session::pagesOfForm() const {
    QList<QList<workflow::FormRow>> pages;
    const workflow::Form* known = form();
    if (known == nullptr)
        return pages;
    QList<workflow::FormRow> filled;
    QList<workflow::FormRow> page;
    const QList<workflow::FormRow> rows =
        known->rows(m_visit.form, variables(), m_around.clock->now());
    for (const workflow::FormRow& row : rows) {
        if (!row.visible || row.kind == workflow::FieldKind::Group)
            continue;
        if (row.prefilled && !m_visit.form.contains(row.key)) {
            filled.append(row);
            continue;
        }
        if (!page.isEmpty() &&
            (page.size() >= fieldsOnPage || page.first().section != row.section)) {
            pages.append(page);
            page.clear();
        }
        page.append(row);
    }
    if (!page.isEmpty())
        pages.append(page);
    if (!filled.isEmpty()) {
        // A few known rows stand above the first questions; many have a page of their own, so that
        // the keyboard fits.
        if (pages.isEmpty() || filled.size() > 2)
            pages.prepend(QList<workflow::FormRow>());
        pages.first() = filled + pages.first();
    }
    return pages;
}

QList<workflow::FormRow> Session::allFormRows() const {
    QList<workflow::FormRow> visible;
    if (const workflow::Form* known = form()) {
        const QList<workflow::FormRow> rows =
            known->rows(m_visit.form, variables(), m_around.clock->now());
        for (const workflow::FormRow& row : rows) {
            if (row.visible && row.kind != workflow::FieldKind::Group)
                visible.append(row);
        }
    }
    return visible;
}

QList<workflow::FormRow> Session::formRows() const {
    return pagesOfForm().value(m_formPage);
}

int Session::formPages() const {
    return static_cast<int>(pagesOfForm().size());
}

void Session::setField(const QString& key, const QJsonValue& value) {
    m_visit.form.insert(key, value);
    Q_EMIT changed();
}

bool Session::formPageComplete() const {
    const QList<workflow::FormRow> rows = formRows();
    return std::all_of(rows.begin(), rows.end(), [](const workflow::FormRow& row) {
        return row.message.isEmpty() &&
               !(row.required && (row.value.isNull() || row.value.isUndefined() ||
                                  row.value == QJsonValue(QString())));
    });
}

} // namespace tongban::session

// Rows of the workflow form as fields of a page; validation speaks in the form's own words.
#include "ui/kiosk/form_model.h"

#include "ui/kiosk/wording.h"

#include "services/session/visit.h"

#include <QRegularExpression>

namespace tongban::kiosk {

using workflow::FieldKind;
using workflow::FormRow;

FormModel::FormModel(session::Session& session, TypingModel& typing, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_typing(typing) {
    connect(&session, &session::Session::stageChanged, this, &FormModel::enterPage);
    connect(&session, &session::Session::changed, this, &FormModel::changed);
    connect(&typing, &TypingModel::edited, this, &FormModel::store);
    connect(&typing, &TypingModel::hideWanted, this, [this] {
        if (m_session.stage() == session::Stage::Form)
            activate({});
    });
}

QList<FormRow> FormModel::rows() const {
    return m_session.stage() == session::Stage::Form ? m_session.formRows() : QList<FormRow>();
}

bool FormModel::isFilled(const FormRow& row) const {
    return row.prefilled && !m_session.visit().form.contains(row.key) && m_active != row.path;
}

const FormRow* FormModel::row(const QList<FormRow>& rows, const QString& id) const {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const FormRow& row) { return row.path == id; });
    return found == rows.end() ? nullptr : &*found;
}

QString FormModel::text(const FormRow& row) {
    QString value =
        row.value.isDouble() ? QString::number(row.value.toDouble()) : row.value.toString();
    for (const workflow::FieldChoice& choice : row.choices) {
        if (choice.value == row.value)
            return choice.label;
    }
    return value;
}

void FormModel::enterPage() {
    if (m_session.stage() != session::Stage::Form)
        return;
    m_tried = false;
    m_active.clear();
    m_typing.clear();
    for (const FormRow& row : rows()) {
        if (!isFilled(row) && row.choices.isEmpty() && text(row).isEmpty())
            return activate(row.path);
    }
}

QString FormModel::pageTitle() const {
    for (const FormRow& row : rows()) {
        if (!isFilled(row))
            return row.section.isEmpty() ? row.label : row.section;
    }
    return tr("Please look this over");
}

QString FormModel::over() const {
    return tr("page %1 of %2").arg(step() + 1).arg(steps());
}

QVariantList FormModel::filled() const {
    QVariantList list;
    for (const FormRow& row : rows()) {
        if (!isFilled(row))
            continue;
        const bool number = row.format == QLatin1String("id-number");
        list.append(QVariantMap{
            {QStringLiteral("id"), row.path},
            {QStringLiteral("label"), row.label},
            {QStringLiteral("value"), number ? session::maskedNumber(text(row)) : text(row)},
            {QStringLiteral("source"), row.source},
            {QStringLiteral("correctable"), !row.readOnly}});
    }
    return list;
}

QVariantList FormModel::fields() const {
    QVariantList list;
    for (const FormRow& row : rows()) {
        if (isFilled(row))
            continue;
        const bool active = row.path == m_active;
        const QString value = active ? m_typing.value() : text(row);
        const bool gap = value.isEmpty();
        const bool wrong = gap ? (m_tried && row.required) : !row.message.isEmpty();
        QVariantList choices;
        for (const workflow::FieldChoice& choice : row.choices) {
            choices.append(QVariantMap{{QStringLiteral("id"), choice.value.toString()},
                                       {QStringLiteral("title"), choice.label},
                                       {QStringLiteral("chosen"), choice.value == row.value}});
        }
        list.append(QVariantMap{
            {QStringLiteral("id"), row.path},
            {QStringLiteral("label"), row.label},
            {QStringLiteral("hint"), row.help},
            {QStringLiteral("value"), value},
            {QStringLiteral("composition"), active ? m_typing.composition() : QString()},
            {QStringLiteral("placeholder"), row.placeholder},
            {QStringLiteral("kind"),
             !choices.isEmpty() ? QStringLiteral("choice") : QStringLiteral("text")},
            {QStringLiteral("active"), active},
            {QStringLiteral("state"), wrong                          ? QStringLiteral("error")
                                      : gap || row.required == false ? QString()
                                                                     : QStringLiteral("ok")},
            {QStringLiteral("message"), wrong && gap ? tr("Please fill this in") : row.message},
            {QStringLiteral("choices"), choices}});
    }
    return list;
}

QVariant FormModel::problem() const {
    if (!m_tried)
        return nothing();
    for (const FormRow& row : rows()) {
        const QString value = text(row);
        if (row.required && value.isEmpty())
            return QVariantMap{
                {QStringLiteral("heading"), tr("“%1” is still empty").arg(row.label)},
                {QStringLiteral("text"), row.help}};
        if (!row.message.isEmpty())
            return QVariantMap{{QStringLiteral("heading"), row.label},
                               {QStringLiteral("text"), row.message}};
    }
    return nothing();
}

QString FormModel::pad() const {
    const QList<FormRow> all = rows();
    const FormRow* active = row(all, m_active);
    if (active == nullptr)
        return {};
    if (active->format == QLatin1String("id-number"))
        return QStringLiteral("id");
    if (active->format == QLatin1String("phone") || active->format == QLatin1String("date") ||
        active->kind == FieldKind::Date || active->kind == FieldKind::Number ||
        active->kind == FieldKind::Integer)
        return QStringLiteral("number");
    return QStringLiteral("pinyin");
}

void FormModel::activate(const QString& id) {
    const QList<FormRow> all = rows();
    const FormRow* next = row(all, id);
    m_active.clear();
    m_typing.clear();
    m_active = next != nullptr && next->choices.isEmpty() ? id : QString();
    if (next != nullptr)
        m_typing.setValue(text(*next));
    Q_EMIT changed();
}

void FormModel::store() {
    const QList<FormRow> all = rows();
    const FormRow* active = row(all, m_active);
    if (active == nullptr)
        return;
    QString value = m_typing.value().trimmed();
    // The pad has digits only: eight of them are a day.
    if (active->format == QLatin1String("date") || active->kind == FieldKind::Date) {
        static const QRegularExpression day(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
        value.replace(day, QStringLiteral("\\1-\\2-\\3"));
    }
    if (active->kind == FieldKind::Number || active->kind == FieldKind::Integer)
        m_session.setField(active->key,
                           value.isEmpty() ? QJsonValue() : QJsonValue(value.toDouble()));
    else
        m_session.setField(active->key, value);
}

void FormModel::clearField(const QString& id) {
    activate(id);
    m_typing.press(QStringLiteral("clear"));
}

void FormModel::chooseOption(const QString& id, const QString& choice) {
    const QList<FormRow> all = rows();
    const FormRow* asked = row(all, id);
    if (asked == nullptr)
        return;
    for (const workflow::FieldChoice& known : asked->choices) {
        if (known.value.toString() == choice)
            m_session.setField(asked->key, known.value);
    }
}

void FormModel::correct(const QString& id) {
    const QList<FormRow> all = rows();
    const FormRow* asked = row(all, id);
    if (asked == nullptr || asked->readOnly)
        return;
    m_session.setField(asked->key, asked->value); // from now on it is an answer, not a prefill
    activate(id);
}

void FormModel::next() {
    m_tried = true;
    store();
    if (!m_session.formPageComplete()) {
        for (const FormRow& row : rows()) {
            if (!isFilled(row) &&
                (!row.message.isEmpty() || (row.required && text(row).isEmpty()))) {
                activate(row.path);
                break;
            }
        }
        Q_EMIT changed();
        return;
    }
    m_session.next();
}

void FormModel::back() {
    m_session.back();
}

} // namespace tongban::kiosk

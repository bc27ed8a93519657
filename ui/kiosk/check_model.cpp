// The summary in sections that can each be changed.
#include "ui/kiosk/check_model.h"

#include "ui/kiosk/wording.h"

#include <QJsonArray>

namespace tongban::kiosk {

namespace {

QVariantMap line(const QString& label, const QString& value, bool digits = false) {
    return {{QStringLiteral("label"), label},
            {QStringLiteral("value"), value},
            {QStringLiteral("digits"), digits}};
}

QVariantMap section(const char* id, const QString& title, const char* icon, bool editable,
                    const QString& tag, const QVariantList& rows) {
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("title"), title},
            {QStringLiteral("icon"), QLatin1String(icon)},
            {QStringLiteral("editable"), editable},
            {QStringLiteral("tag"), tag},
            {QStringLiteral("rows"), rows}};
}

} // namespace

CheckModel::CheckModel(session::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &session::Session::changed, this, &CheckModel::changed);
}

QVariantMap CheckModel::person() const {
    QVariantList rows;
    if (const auto& card = m_session.visit().card) {
        rows.append(line(tr("Name"), card->name));
        rows.append(line(tr("ID number"), session::maskedNumber(card->number), true));
    }
    return section("person", tr("Applicant"), "user", false, tr("from the ID card"), rows);
}

QVariantMap CheckModel::situation() const {
    QVariantList rows;
    for (const catalog::AskedQuestion& asked : m_session.assessment().way) {
        QStringList labels;
        for (const QString& value : asked.value) {
            if (const catalog::Option* option = asked.question->option(value))
                labels.append(option->label);
        }
        rows.append(line(asked.question->text, labels.join(QStringLiteral("、"))));
    }
    return section("situation", tr("Situation"), "route", true, {}, rows);
}

QVariantMap CheckModel::form() const {
    QVariantList rows;
    for (const workflow::FormRow& row : m_session.allFormRows()) {
        QString value = row.value.toString();
        for (const workflow::FieldChoice& choice : row.choices) {
            if (choice.value == row.value)
                value = choice.label;
        }
        if (row.readOnly || value.isEmpty())
            continue; // already among the applicant's lines
        const bool digits =
            row.format == QLatin1String("phone") || row.format == QLatin1String("id-number");
        rows.append(
            line(row.label,
                 row.format == QLatin1String("id-number") ? session::maskedNumber(value) : value,
                 digits));
    }
    return section("form", tr("What you filled in"), "pencil", true, {}, rows);
}

QVariantMap CheckModel::papers() const {
    QVariantList rows;
    const session::Visit& visit = m_session.visit();
    for (const catalog::NeededMaterial& needed : m_session.assessment().materials) {
        const QString& id = needed.material.id;
        QString state = tr("need not be handed in");
        if (visit.pictures.contains(id))
            state = tr("%n page(s) taken", "", static_cast<int>(visit.pictures.value(id).size()));
        else if (visit.promised.contains(id))
            state = tr("promised in writing");
        else if (visit.later.contains(id))
            state = tr("to be brought later");
        rows.append(line(needed.material.name, state));
    }
    return section("papers", tr("Papers"), "file-text", true, {}, rows);
}

QVariantList CheckModel::sections() const {
    if (m_session.package() == nullptr)
        return {};
    QVariantList list;
    for (const QVariantMap& part : {person(), situation(), form(), papers()}) {
        if (!part.value(QStringLiteral("rows")).toList().isEmpty())
            list.append(part);
    }
    return list;
}

QVariantList CheckModel::statements() const {
    QVariantList list{
        QVariantMap{{QStringLiteral("text"), tr("What I filled in is true.")}},
        QVariantMap{{QStringLiteral("text"),
                     tr("I agree that the hall fetches the papers marked as fetched.")},
                    {QStringLiteral("note"), tr("for this matter only")}}};
    for (const catalog::NeededMaterial& needed : m_session.assessment().materials) {
        const catalog::EvidenceWay* way = needed.material.wayOf(catalog::Way::Promise);
        if (m_session.visit().promised.contains(needed.material.id) && way != nullptr)
            list.append(QVariantMap{{QStringLiteral("text"), way->text}});
    }
    list.append(QVariantMap{
        {QStringLiteral("text"), tr("I agree that the departments concerned handle my matter.")},
        {QStringLiteral("note"), tr("each view of my papers is recorded for me to see")}});
    return list;
}

void CheckModel::edit(const QString& id) {
    if (id == QLatin1String("situation"))
        m_session.change(session::Stage::Question);
    else if (id == QLatin1String("form"))
        m_session.change(session::Stage::Form);
    else if (id == QLatin1String("papers"))
        m_session.change(session::Stage::Materials);
}

void CheckModel::sign(const QVariantList& strokes) {
    QJsonArray drawn;
    for (const QVariant& stroke : strokes) {
        QJsonArray points;
        const QVariantList list = stroke.toList();
        for (const QVariant& entry : list) {
            const QVariantMap point = entry.toMap();
            // Three decimals of the pad's width are finer than a finger; the receipt's payload
            // stays small.
            points.append(QJsonArray{qRound(point.value(QStringLiteral("x")).toDouble() * 1000),
                                     qRound(point.value(QStringLiteral("y")).toDouble() * 1000),
                                     point.value(QStringLiteral("t")).toInt()});
        }
        drawn.append(points);
    }
    m_session.sign(drawn);
    Q_EMIT submitWanted();
}

} // namespace tongban::kiosk

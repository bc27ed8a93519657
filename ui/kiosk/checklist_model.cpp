// The parts of the list as sections of the page.
#include "ui/kiosk/checklist_model.h"

#include "services/catalog/checklist.h"
#include "ui/kiosk/wording.h"

namespace tongban::kiosk {

using catalog::ChecklistPart;

ChecklistModel::ChecklistModel(const session::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &session::Session::changed, this, &ChecklistModel::changed);
    connect(&session, &session::Session::stageChanged, this,
            [this] { setPrintState(QStringLiteral("none")); });
}

void ChecklistModel::setPrintState(const QString& state) {
    m_printState = state;
    Q_EMIT changed();
}

QVariantList ChecklistModel::parts() const {
    if (m_session.package() == nullptr)
        return {};
    const auto head = [](ChecklistPart::Kind kind) -> std::pair<QString, QString> {
        switch (kind) {
        case ChecklistPart::Kind::NotYet:
            return {tr("Not possible yet"), QStringLiteral("alert")};
        case ChecklistPart::Kind::Nothing:
        case ChecklistPart::Kind::Bring:
            return {tr("To bring along"), QStringLiteral("file-text")};
        case ChecklistPart::Kind::Exempt:
            return {tr("You need not hand in"), QStringLiteral("shield-check")};
        case ChecklistPart::Kind::Time:
            return {tr("How long it takes"), QStringLiteral("clock")};
        case ChecklistPart::Kind::Fee:
            return {tr("What it costs"), QStringLiteral("wallet")};
        case ChecklistPart::Kind::Where:
            break;
        }
        return {tr("Where to go"), QStringLiteral("footprints")};
    };
    QVariantList list;
    for (const ChecklistPart& part :
         catalog::checklistParts(m_session.package()->item(), m_session.assessment())) {
        QVariantList rows;
        for (const catalog::ChecklistLine& line : part.lines)
            rows.append(QVariantMap{{QStringLiteral("label"), QString::number(rows.size() + 1)},
                                    {QStringLiteral("value"), line.text},
                                    {QStringLiteral("note"), line.note}});
        const auto [title, icon] = head(part.kind);
        list.append(QVariantMap{{QStringLiteral("title"), title},
                                {QStringLiteral("icon"), icon},
                                {QStringLiteral("rows"), rows}});
    }
    return list;
}

QStringList ChecklistModel::lines() const {
    return m_session.package() == nullptr
               ? QStringList()
               : catalog::checklist(m_session.package()->item(), m_session.assessment());
}

QStringList ChecklistModel::qr() const {
    return qrRows(catalog::checklistForCode(lines()), receipt::ErrorCorrection::L);
}

} // namespace tongban::kiosk

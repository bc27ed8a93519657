// One question a page; an answer shows its consequence at once, and only the button moves on.
#include "ui/kiosk/question_model.h"

#include "ui/kiosk/route_picture.h"
#include "ui/kiosk/wording.h"

namespace tongban::kiosk {

QuestionModel::QuestionModel(session::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&session, &session::Session::stageChanged, this, [this] { m_missing = false; });
    connect(&session, &session::Session::changed, this, &QuestionModel::changed);
}

const catalog::Question* QuestionModel::asked() const {
    const catalog::AskedQuestion* current = m_session.package() ? m_session.question() : nullptr;
    return current != nullptr ? current->question : nullptr;
}

QStringList QuestionModel::chosen() const {
    return asked() != nullptr ? m_session.visit().answers.value(asked()->id) : QStringList();
}

QString QuestionModel::question() const {
    return asked() != nullptr ? asked()->text : QString();
}

QString QuestionModel::hint() const {
    return asked() != nullptr ? asked()->hint : QString();
}

QString QuestionModel::why() const {
    return asked() != nullptr ? asked()->why : QString();
}

bool QuestionModel::multiple() const {
    return asked() != nullptr && asked()->several;
}

QVariantList QuestionModel::options() const {
    QVariantList list;
    if (asked() == nullptr)
        return list;
    const QStringList taken = chosen();
    // Pictures only where every option has one and there are few; otherwise rows.
    const bool pictures =
        asked()->options.size() <= 4 &&
        std::all_of(asked()->options.begin(), asked()->options.end(),
                    [](const catalog::Option& option) { return !option.picture.isEmpty(); });
    for (const catalog::Option& option : asked()->options) {
        list.append(
            QVariantMap{{QStringLiteral("id"), option.id},
                        {QStringLiteral("title"), option.label},
                        {QStringLiteral("hint"), option.hint.isEmpty() ? option.tag : option.hint},
                        {QStringLiteral("icon"), glyphOf(option.picture)},
                        {QStringLiteral("chosen"), taken.contains(option.id)},
                        {QStringLiteral("plain"), !pictures}});
    }
    list.append(QVariantMap{{QStringLiteral("id"), catalog::unsure},
                            {QStringLiteral("title"), tr("Not sure yet")},
                            {QStringLiteral("hint"), asked()->assumeNote},
                            {QStringLiteral("icon"), QStringLiteral("question")},
                            {QStringLiteral("chosen"), taken.contains(catalog::unsure)},
                            {QStringLiteral("plain"), true}});
    return list;
}

QString QuestionModel::consequence() const {
    const catalog::Assessment& assessment = m_session.assessment();
    int toHandIn = 0;
    for (const catalog::NeededMaterial& needed : assessment.materials)
        toHandIn += needed.exempt() ? 0 : 1;
    const QString time = catalog::limitText(assessment.time.promised);
    return toHandIn == 0 ? tr("%1, nothing to hand in").arg(time)
                         : tr("%1, %n paper(s) to hand in", "", toHandIn).arg(time);
}

QVariantList QuestionModel::shapes() const {
    return m_session.package() == nullptr
               ? QVariantList()
               : plannedRoute(m_session.definition(), m_session.assessment()).shapes;
}

QVariantList QuestionModel::edges() const {
    return m_session.package() == nullptr
               ? QVariantList()
               : plannedRoute(m_session.definition(), m_session.assessment()).edges;
}

QVariantMap QuestionModel::exit() const {
    const auto& found = m_session.assessment().exit;
    if (!found)
        return {};
    return {{QStringLiteral("title"), found->title},
            {QStringLiteral("reason"), found->reason},
            {QStringLiteral("clause"), found->clause},
            {QStringLiteral("alternatives"), found->alternatives.join(QLatin1Char('\n'))},
            {QStringLiteral("earliest"),
             found->earliest.isValid() ? dayText(found->earliest) : QString()}};
}

void QuestionModel::choose(const QString& option) {
    if (asked() == nullptr)
        return;
    m_missing = false;
    QStringList taken = chosen();
    if (!asked()->several || option == catalog::unsure || taken.contains(catalog::unsure))
        taken = QStringList{option};
    else if (taken.contains(option))
        taken.removeAll(option);
    else
        taken.append(option);
    m_session.answer(asked()->id, taken);
}

void QuestionModel::next() {
    if (chosen().isEmpty()) {
        m_missing = true;
        Q_EMIT changed();
        return;
    }
    m_session.next();
}

void QuestionModel::back() {
    m_session.back();
}

} // namespace tongban::kiosk

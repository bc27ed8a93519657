// The counter's model in words: rows, tiles, preview and the open case as its pages show them.
#include "ui/counter/counter_model.h"

#include <QDateTime>
#include <QLocale>

namespace tongban::counter {

namespace {

QDateTime timeOf(const QJsonObject& object, const char* key) {
    return QDateTime::fromString(object.value(QLatin1String(key)).toString(), Qt::ISODateWithMs)
        .toLocalTime();
}

QString dayText(const QDateTime& at) {
    if (!at.isValid())
        return {};
    if (at.date() == QDate::currentDate())
        return CounterModel::tr("today %1").arg(at.toString(QStringLiteral("HH:mm")));
    const QLocale locale;
    return locale.toString(at.date(), locale.language() == QLocale::Chinese
                                          ? QStringLiteral("M月d日")
                                          : QStringLiteral("d MMM"));
}

QString lampOf(const QJsonObject& task) {
    return task.value(QStringLiteral("state")).toString() == QLatin1String("waiting")
               ? QStringLiteral("paused")
               : task.value(QStringLiteral("light")).toString(QStringLiteral("green"));
}

} // namespace

QString CounterModel::lampText(const QJsonObject& task) const {
    const int days = task.value(QStringLiteral("days_left")).toInt();
    if (lampOf(task) == QLatin1String("paused"))
        return tr("waits");
    if (days < 0)
        return tr("%n day(s) late", "", -days);
    return days == 0 ? tr("due today") : tr("%n day(s) left", "", days);
}

QVariantMap CounterModel::row(const QJsonObject& task) const {
    const auto text = [&task](const char* key) {
        return task.value(QLatin1String(key)).toString();
    };
    return {{QStringLiteral("id"), text("id")},
            {QStringLiteral("lamp"), lampOf(task)},
            {QStringLiteral("lampText"), lampText(task)},
            {QStringLiteral("item"), text("title")},
            {QStringLiteral("number"), text("number").right(13)},
            {QStringLiteral("applicant"), text("applicant")},
            {QStringLiteral("source"), tr("kiosk")},
            {QStringLiteral("step"), text("step")},
            {QStringLiteral("materials"), QString()},
            {QStringLiteral("due"), dayText(timeOf(task, "due"))}};
}

QVariantList CounterModel::rows() const {
    QVariantList list;
    for (const QJsonObject& one : m_tasks) {
        if (m_filter.isEmpty() || lampOf(one) == m_filter)
            list.append(row(one));
    }
    return list;
}

QVariantList CounterModel::tiles() const {
    const auto tile = [this](const char* lamp, const QString& label, const QString& note) {
        const auto count =
            std::count_if(m_tasks.begin(), m_tasks.end(), [lamp](const QJsonObject& one) {
                return lampOf(one) == QLatin1String(lamp);
            });
        return QVariantMap{{QStringLiteral("lamp"), QLatin1String(lamp)},
                           {QStringLiteral("count"), static_cast<int>(count)},
                           {QStringLiteral("label"), label},
                           {QStringLiteral("note"), note}};
    };
    return {tile("red", tr("urgent"), tr("a day or less")),
            tile("amber", tr("soon"), tr("two days")), tile("green", tr("time enough"), {}),
            tile("paused", tr("waiting for papers"), tr("clock stands"))};
}

QString CounterModel::headline() const {
    const auto urgent = std::count_if(m_tasks.begin(), m_tasks.end(), [](const QJsonObject& one) {
        return lampOf(one) == QLatin1String("red");
    });
    if (m_tasks.isEmpty())
        return tr("All done");
    return urgent > 0 ? tr("Do these %n first, the rest can wait", "", static_cast<int>(urgent))
                      : tr("Nothing is urgent");
}

void CounterModel::setFilter(const QString& lamp) {
    m_filter = lamp;
    Q_EMIT changed();
}

void CounterModel::setSelected(const QString& id) {
    m_selected = id;
    Q_EMIT changed();
}

QVariant CounterModel::preview() const {
    const QJsonObject one = task(m_selected);
    if (one.isEmpty())
        return {};
    QVariantMap shown = row(one);
    shown[QStringLiteral("title")] = one.value(QStringLiteral("title")).toString();
    shown[QStringLiteral("numberLine")] = tr("Number %1 · %2")
                                              .arg(one.value(QStringLiteral("number")).toString(),
                                                   dayText(timeOf(one, "received_at")));
    shown[QStringLiteral("milestones")] = QVariantList{
        QVariantMap{{QStringLiteral("name"), tr("Handed in")},
                    {QStringLiteral("state"), QStringLiteral("done")},
                    {QStringLiteral("caption"), dayText(timeOf(one, "received_at"))}},
        QVariantMap{{QStringLiteral("name"), one.value(QStringLiteral("step")).toString()},
                    {QStringLiteral("state"), QStringLiteral("here")},
                    {QStringLiteral("caption"), tr("with you")}},
        QVariantMap{{QStringLiteral("name"), tr("Due")},
                    {QStringLiteral("state"), QStringLiteral("todo")},
                    {QStringLiteral("caption"), dayText(timeOf(one, "due"))}}};
    shown[QStringLiteral("checked")] =
        QStringList{tr("Identity read from the card's chip"),
                    tr("Receipt and signature of the machine are good"),
                    tr("The process was decided again here and agrees")};
    return shown;
}

QVariantList CounterModel::milestones() const {
    QVariantList list;
    const QJsonArray known = m_case.value(QStringLiteral("milestones")).toArray();
    for (const QJsonValue& value : known) {
        const QJsonObject one = value.toObject();
        const QString state = one.value(QStringLiteral("state")).toString();
        list.append(QVariantMap{
            {QStringLiteral("name"), one.value(QStringLiteral("name")).toString()},
            {QStringLiteral("state"),
             state == QLatin1String("next") ? QStringLiteral("todo") : state},
            {QStringLiteral("caption"), one.value(QStringLiteral("actor")).toString()}});
    }
    return list;
}

QVariant CounterModel::view() const {
    if (m_case.isEmpty())
        return {};
    const QVariantList steps = milestones();
    QVariantList shapes;
    QVariantList edges;
    for (int i = 0; i < steps.size(); ++i) {
        const QVariantMap step = steps.at(i).toMap();
        shapes.append(
            QVariantMap{{QStringLiteral("id"), QString::number(i)},
                        {QStringLiteral("kind"), QStringLiteral("task")},
                        {QStringLiteral("x"), i * 180},
                        {QStringLiteral("y"), 100},
                        {QStringLiteral("w"), 100},
                        {QStringLiteral("h"), 60},
                        {QStringLiteral("label"), step.value(QStringLiteral("name"))},
                        {QStringLiteral("caption"), step.value(QStringLiteral("caption"))},
                        {QStringLiteral("state"), step.value(QStringLiteral("state"))}});
        if (i > 0)
            edges.append(QVariantMap{
                {QStringLiteral("points"),
                 QVariantList{
                     QVariantMap{{QStringLiteral("x"), i * 180 - 80}, {QStringLiteral("y"), 130}},
                     QVariantMap{{QStringLiteral("x"), i * 180}, {QStringLiteral("y"), 130}}}},
                {QStringLiteral("state"),
                 step.value(QStringLiteral("state")) == QLatin1String("todo")
                     ? QStringLiteral("todo")
                     : QStringLiteral("done")}});
    }
    QVariantList documents;
    QVariantList points{QVariantMap{{QStringLiteral("id"), QStringLiteral("identity")},
                                    {QStringLiteral("title"), tr("Identity")},
                                    {QStringLiteral("note"), tr("read from the card's chip")},
                                    {QStringLiteral("state"), QStringLiteral("ok")},
                                    {QStringLiteral("material"), QString()}}};
    bool unseen = false;
    const QJsonArray papers = m_case.value(QStringLiteral("materials")).toArray();
    for (const QJsonValue& value : papers) {
        const QJsonObject paper = value.toObject();
        const QString id = QString::number(paper.value(QStringLiteral("n")).toInt());
        const QString name = paper.value(QStringLiteral("name")).toString();
        const bool seen = m_pictures.contains(id);
        unseen = unseen || !seen;
        documents.append(
            QVariantMap{{QStringLiteral("id"), id},
                        {QStringLiteral("name"), name},
                        {QStringLiteral("picture"),
                         seen ? QStringLiteral("image://case/%1/%2")
                                    .arg(m_case.value(QStringLiteral("id")).toString(), id)
                              : QString()},
                        {QStringLiteral("note"), tr("taken at the kiosk, as it was")},
                        {QStringLiteral("seen"), seen}});
        points.append(QVariantMap{
            {QStringLiteral("id"), QStringLiteral("paper") + id},
            {QStringLiteral("title"), name},
            {QStringLiteral("note"), seen ? tr("seen by you") : tr("needs a look")},
            {QStringLiteral("state"), seen ? QStringLiteral("ok") : QStringLiteral("unseen")},
            {QStringLiteral("material"), id}});
    }
    const QJsonObject person = m_case.value(QStringLiteral("applicant")).toObject();
    const QJsonObject answers = m_case.value(QStringLiteral("answers")).toObject();
    QVariantList compare;
    const QList<std::pair<const char*, QString>> both{
        {"name", tr("Name")}, {"number", tr("ID number")}, {"birth", tr("Born")}};
    for (const auto& [key, label] : both) {
        const QString card = person.value(QLatin1String(key)).toString();
        const QString form = answers.value(QLatin1String(key)).toString();
        compare.append(QVariantMap{{QStringLiteral("label"), label},
                                   {QStringLiteral("form"), form},
                                   {QStringLiteral("source"), card},
                                   {QStringLiteral("same"), form.isEmpty() || form == card}});
    }
    compare.append(
        QVariantMap{{QStringLiteral("label"), tr("Address")},
                    {QStringLiteral("form"), answers.value(QStringLiteral("address")).toString()},
                    {QStringLiteral("source"), tr("as on the contract?")},
                    {QStringLiteral("same"), false}});
    const QJsonArray views = m_case.value(QStringLiteral("views")).toArray();
    return QVariantMap{
        {QStringLiteral("title"), m_case.value(QStringLiteral("title")).toString()},
        {QStringLiteral("number"), m_case.value(QStringLiteral("number")).toString()},
        {QStringLiteral("lamp"), lampOf(m_task)},
        {QStringLiteral("lampText"), lampText(m_task)},
        {QStringLiteral("milestones"), steps},
        {QStringLiteral("points"), points},
        {QStringLiteral("documents"), documents},
        {QStringLiteral("compare"), compare},
        {QStringLiteral("shapes"), shapes},
        {QStringLiteral("edges"), edges},
        {QStringLiteral("views"), tr("looked at %n time(s); the applicant can see this", "",
                                     static_cast<int>(views.size()))},
        {QStringLiteral("acts"),
         QStringList{QStringLiteral("approve"), QStringLiteral("supplement"),
                     QStringLiteral("refuse")}},
        {QStringLiteral("applicant"), person.value(QStringLiteral("name")).toString()},
        {QStringLiteral("blocked"), unseen ? tr("A paper has not been looked at yet") : QString()},
        {QStringLiteral("approveText"), tr("Approve")}};
}

QString CounterModel::supplementDay() const {
    return dayText(QDateTime::currentDateTime().addDays(7));
}

} // namespace tongban::counter

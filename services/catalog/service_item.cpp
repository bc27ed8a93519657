// Reading item.json.
#include "services/catalog/service_item.h"

#include "services/core/json_reader.h"

#include <QRegularExpression>
#include <QTime>
#include <algorithm>

namespace tongban::catalog {

namespace {

QDate readDate(JsonReader& reader, const QString& key) {
    const QString text = reader.text(key);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !date.isValid())
        reader.refuse(key, QStringLiteral("expected a date such as 2026-01-31"));
    return date;
}

int minuteOf(JsonReader& reader, const QString& key) {
    const QString text = reader.requiredText(key);
    if (text == QLatin1String("24:00"))
        return 24 * 60;
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid())
        reader.refuse(key, QStringLiteral("expected a time such as 09:00"));
    return time.isValid() ? time.hour() * 60 + time.minute() : 0;
}

void readPackage(JsonReader reader, ServiceItem& item, JsonReader& file) {
    item.id = reader.requiredText(QStringLiteral("id"));
    const QString kind = reader.requiredText(QStringLiteral("kind"));
    if (kind == QLatin1String("package"))
        item.kind = ItemKind::Package;
    else if (kind == QLatin1String("guide"))
        item.kind = ItemKind::Guide;
    else if (kind != QLatin1String("item"))
        reader.refuse(QStringLiteral("kind"), QStringLiteral("expected item, package or guide"));
    item.version = reader.requiredNumber(QStringLiteral("version"));
    item.validFrom = readDate(reader, QStringLiteral("validFrom"));
    item.validTo = readDate(reader, QStringLiteral("validTo"));
    item.sample = reader.flag(QStringLiteral("sample"));
    item.cases = reader.number(QStringLiteral("cases"));
    item.exampleFigures = reader.texts(QStringLiteral("exampleFigures"));
    item.parts = reader.texts(QStringLiteral("parts"));
    for (const QString& defect : reader.defects())
        file.refuse(QStringLiteral("package"), defect);
}

Place readPlace(JsonReader& reader) {
    Place place;
    place.name = reader.requiredText(QStringLiteral("name"));
    place.address = reader.text(QStringLiteral("address"));
    place.phone = reader.text(QStringLiteral("phone"));
    place.kiosk = reader.flag(QStringLiteral("kiosk"));
    place.metres = reader.number(QStringLiteral("metres"));
    reader.each(QStringLiteral("hours"), [&place](JsonReader& hours) {
        place.hours.append(
            {hours.number(QStringLiteral("fromDay"), 1), hours.number(QStringLiteral("toDay"), 5),
             minuteOf(hours, QStringLiteral("from")), minuteOf(hours, QStringLiteral("to"))});
    });
    return place;
}

void readLists(JsonReader& reader, ServiceItem& item) {
    reader.each(QStringLiteral("steps"), [&item](JsonReader& step) {
        item.steps.append(
            {step.requiredText(QStringLiteral("id")), step.requiredText(QStringLiteral("name")),
             step.text(QStringLiteral("phase")), step.text(QStringLiteral("department")),
             step.text(QStringLiteral("limit")), step.text(QStringLiteral("clause"))});
    });
    reader.each(QStringLiteral("fees"), [&item](JsonReader& fee) {
        item.fees.append({fee.requiredText(QStringLiteral("id")),
                          fee.requiredText(QStringLiteral("fee_name")),
                          fee.text(QStringLiteral("fee_stand")), fee.text(QStringLiteral("by_law")),
                          fee.text(QStringLiteral("is_desc")) == QLatin1String("1"),
                          fee.text(QStringLiteral("desc_explain"))});
    });
    reader.each(QStringLiteral("answers"), [&item](JsonReader& entry) {
        item.answers.append({entry.requiredText(QStringLiteral("question")),
                             entry.requiredText(QStringLiteral("answer"))});
    });
    reader.each(QStringLiteral("places"),
                [&item](JsonReader& place) { item.places.append(readPlace(place)); });
    reader.each(QStringLiteral("knowledge"), [&item](JsonReader& binding) {
        item.knowledge.append({binding.requiredText(QStringLiteral("article")),
                               binding.requiredText(QStringLiteral("field"))});
    });
}

const QRegularExpression& limitPattern() {
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,3})(wd|d|h)$"));
    return pattern;
}

void readUse(JsonReader reader, PersonalUse& use) {
    use.purpose = reader.text(QStringLiteral("purpose"));
    use.basis = reader.text(QStringLiteral("basis"));
    use.retentionDays = reader.number(QStringLiteral("retentionDays"));
    const QJsonObject fields = reader.object(QStringLiteral("fields"));
    for (auto it = fields.begin(); it != fields.end(); ++it)
        use.fields.insert(it.key(), it.value().toString());
}

} // namespace

bool Place::openAt(int weekday, int minute) const {
    return std::any_of(hours.begin(), hours.end(), [&](const OpenHours& open) {
        return weekday >= open.fromDay && weekday <= open.toDay && minute >= open.fromMinute &&
               minute < open.toMinute;
    });
}

namespace {

// day_type of the national tables: 1 working days, 2 days, 3 hours, 4 on the spot.
QString limitOf(const QString& count, const QString& unit) {
    if (unit == QLatin1String("4") || count.isEmpty())
        return unit == QLatin1String("4") ? QStringLiteral("now") : QString();
    return count + QLatin1String(unit == QLatin1String("2")   ? "d"
                                 : unit == QLatin1String("3") ? "h"
                                                              : "wd");
}

} // namespace

QString ServiceItem::promisedLimit() const {
    return limitOf(element("promise_day"), element("promise_type"));
}

QString ServiceItem::legalLimit() const {
    return limitOf(element("anticipate_day"), element("anticipate_type"));
}

Result<ServiceItem> ServiceItem::read(const QJsonObject& file) {
    ServiceItem item;
    JsonReader reader(file);
    readPackage(JsonReader(reader.object(QStringLiteral("package")), QStringLiteral("$.package")),
                item, reader);
    item.elements = reader.object(QStringLiteral("elements"));
    item.name = reader.requiredText(QStringLiteral("name"));
    item.summary = reader.text(QStringLiteral("summary"));
    item.who = reader.text(QStringLiteral("who"));
    item.whoDetail = reader.text(QStringLiteral("whoDetail"));
    item.aliases = reader.texts(QStringLiteral("aliases"));
    item.topics = reader.texts(QStringLiteral("topics"));
    item.minutes = reader.number(QStringLiteral("minutes"));
    item.devices = reader.texts(QStringLiteral("devices"));
    item.network = reader.text(QStringLiteral("network"));
    readLists(reader, item);
    readUse(JsonReader(reader.object(QStringLiteral("use")), QStringLiteral("$.use")), item.use);
    TRY(reader.check());
    return item;
}

QString limitText(const QString& limit) {
    if (limit == QLatin1String("now"))
        return QStringLiteral("当场");
    const auto match = limitPattern().match(limit);
    if (!match.hasMatch())
        return limit;
    const QString unit = match.captured(2);
    return match.captured(1) + (unit == QLatin1String("wd")  ? QStringLiteral(" 个工作日")
                                : unit == QLatin1String("d") ? QStringLiteral(" 天")
                                                             : QStringLiteral(" 小时"));
}

double limitDays(const QString& limit) {
    const auto match = limitPattern().match(limit);
    if (!match.hasMatch())
        return 0;
    const double count = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    return unit == QLatin1String("wd")  ? count * 1.4
           : unit == QLatin1String("d") ? count
                                        : count / 24;
}

bool isLimit(const QString& limit) {
    return limit == QLatin1String("now") || limitPattern().match(limit).hasMatch();
}

} // namespace tongban::catalog

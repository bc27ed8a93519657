// Entry: validity, the source line, JSON.
#include "knowledgebase/entry.h"

#include "services/core/json_reader.h"

namespace tongban::knowledgebase {

namespace {

const QStringList typeNames{QStringLiteral("item"),   QStringLiteral("guide"),
                            QStringLiteral("faq"),    QStringLiteral("policy"),
                            QStringLiteral("notice"), QStringLiteral("outside")};
const QStringList markNames{QStringLiteral("L"), QStringLiteral("G"), QStringLiteral("D"),
                            QStringLiteral("M")};
const QStringList statusNames{QStringLiteral("draft"), QStringLiteral("published"),
                              QStringLiteral("withdrawn")};

template <typename Enum>
Enum oneOf(JsonReader& reader, const QString& key, const QStringList& names, Enum otherwise) {
    if (!reader.has(key))
        return otherwise;
    const qsizetype place = names.indexOf(reader.text(key));
    if (place < 0) {
        reader.refuse(key, QStringLiteral("expected one of ") + names.join(u'|'));
        return otherwise;
    }
    return static_cast<Enum>(place);
}

QDate dateOf(JsonReader& reader, const QString& key) {
    const QString text = reader.text(key);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !date.isValid())
        reader.refuse(key, QStringLiteral("expected a date like 2026-01-31"));
    return date;
}

Source readSource(JsonReader& reader) {
    Source source;
    source.mark = oneOf(reader, QStringLiteral("mark"), markNames, SourceMark::Design);
    source.title = reader.requiredText(QStringLiteral("title"));
    source.documentNumber = reader.text(QStringLiteral("document_number"));
    source.clause = reader.text(QStringLiteral("clause"));
    source.issuer = reader.text(QStringLiteral("issuer"));
    source.url = reader.text(QStringLiteral("url"));
    source.published = dateOf(reader, QStringLiteral("published"));
    source.retrieved = dateOf(reader, QStringLiteral("retrieved"));
    return source;
}

QJsonObject toJson(const Source& source) {
    return {{QStringLiteral("mark"), nameOf(source.mark)},
            {QStringLiteral("title"), source.title},
            {QStringLiteral("document_number"), source.documentNumber},
            {QStringLiteral("clause"), source.clause},
            {QStringLiteral("issuer"), source.issuer},
            {QStringLiteral("url"), source.url},
            {QStringLiteral("published"), source.published.toString(Qt::ISODate)},
            {QStringLiteral("retrieved"), source.retrieved.toString(Qt::ISODate)}};
}

} // namespace

QString nameOf(EntryType type) {
    return typeNames.value(static_cast<int>(type));
}

QString nameOf(SourceMark mark) {
    return markNames.value(static_cast<int>(mark));
}

QString nameOf(EntryStatus status) {
    return statusNames.value(static_cast<int>(status));
}

bool isInForce(const Entry& entry, QDate day) {
    return entry.status == EntryStatus::Published &&
           (!entry.effectiveFrom.isValid() || entry.effectiveFrom <= day) &&
           (!entry.expiresOn.isValid() || day <= entry.expiresOn);
}

QString sourceLine(const Entry& entry) {
    const Source& source = entry.source;
    QString line = source.mark == SourceMark::Example ? QStringLiteral("示例 · ") : QString();
    line += source.title;
    if (!source.documentNumber.isEmpty())
        line += u'（' + source.documentNumber + u'）';
    line += source.clause;
    if (!source.issuer.isEmpty())
        line += QStringLiteral(" · ") + source.issuer;
    if (source.published.isValid())
        line += QStringLiteral(" · ") + source.published.toString(Qt::ISODate);
    return line;
}

QString plainText(const Entry& entry) {
    QString text;
    for (const EntrySection& section : entry.sections) {
        if (!section.heading.isEmpty())
            text += section.heading + u'\n';
        text += section.text + u'\n';
    }
    return text;
}

QJsonObject toJson(const Entry& entry) {
    QJsonArray sections;
    for (const EntrySection& section : entry.sections)
        sections.append(QJsonObject{{QStringLiteral("anchor"), section.anchor},
                                    {QStringLiteral("heading"), section.heading},
                                    {QStringLiteral("text"), section.text}});
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("type"), nameOf(entry.type)},
            {QStringLiteral("title"), entry.title},
            {QStringLiteral("aliases"), QJsonArray::fromStringList(entry.aliases)},
            {QStringLiteral("keywords"), QJsonArray::fromStringList(entry.keywords)},
            {QStringLiteral("audience"), entry.audience},
            {QStringLiteral("department"), entry.department},
            {QStringLiteral("region"), entry.region},
            {QStringLiteral("item_ref"), entry.itemRef},
            {QStringLiteral("step"), entry.step},
            {QStringLiteral("sections"), sections},
            {QStringLiteral("source"), toJson(entry.source)},
            {QStringLiteral("effective_from"), entry.effectiveFrom.toString(Qt::ISODate)},
            {QStringLiteral("expires_on"), entry.expiresOn.toString(Qt::ISODate)},
            {QStringLiteral("review_by"), entry.reviewBy.toString(Qt::ISODate)},
            {QStringLiteral("supersedes"), entry.supersedes},
            {QStringLiteral("superseded_by"), entry.supersededBy},
            {QStringLiteral("status"), nameOf(entry.status)},
            {QStringLiteral("version"), entry.version},
            {QStringLiteral("authors"), QJsonArray::fromStringList(entry.authors)},
            {QStringLiteral("reviewer"), entry.reviewer}};
}

Result<Entry> entryFromJson(const QJsonObject& object) {
    static const QSet<QString> known = [] {
        const QStringList keys = toJson(Entry()).keys();
        return QSet<QString>(keys.begin(), keys.end());
    }();
    JsonReader reader(object);
    for (const QString& key : object.keys()) {
        if (!known.contains(key))
            reader.refuse(key, QStringLiteral("is not a field of an entry"));
    }
    Entry entry;
    entry.id = reader.requiredText(QStringLiteral("id"));
    entry.type = oneOf(reader, QStringLiteral("type"), typeNames, EntryType::Faq);
    entry.title = reader.requiredText(QStringLiteral("title"));
    entry.aliases = reader.texts(QStringLiteral("aliases"));
    entry.keywords = reader.texts(QStringLiteral("keywords"));
    entry.audience = reader.text(QStringLiteral("audience"));
    entry.department = reader.text(QStringLiteral("department"));
    entry.region = reader.text(QStringLiteral("region"));
    entry.itemRef = reader.text(QStringLiteral("item_ref"));
    entry.step = reader.text(QStringLiteral("step"));
    reader.each(QStringLiteral("sections"), [&entry](JsonReader& section) {
        entry.sections.append({section.text(QStringLiteral("anchor")),
                               section.text(QStringLiteral("heading")),
                               section.requiredText(QStringLiteral("text"))});
    });
    if (reader.has(QStringLiteral("source"))) {
        JsonReader source(reader.object(QStringLiteral("source")), QStringLiteral("$.source"));
        entry.source = readSource(source);
        TRY(source.check());
    }
    entry.effectiveFrom = dateOf(reader, QStringLiteral("effective_from"));
    entry.expiresOn = dateOf(reader, QStringLiteral("expires_on"));
    entry.reviewBy = dateOf(reader, QStringLiteral("review_by"));
    entry.supersedes = reader.text(QStringLiteral("supersedes"));
    entry.supersededBy = reader.text(QStringLiteral("superseded_by"));
    entry.status = oneOf(reader, QStringLiteral("status"), statusNames, EntryStatus::Draft);
    entry.version = reader.number(QStringLiteral("version"), 1);
    entry.authors = reader.texts(QStringLiteral("authors"));
    entry.reviewer = reader.text(QStringLiteral("reviewer"));
    TRY(reader.check());
    return entry;
}

} // namespace tongban::knowledgebase

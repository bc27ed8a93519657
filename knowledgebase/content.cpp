// Content: reading the folder and filling bindings.
#include "knowledgebase/content.h"

#include "knowledgebase/entry_reader.h"
#include "services/core/json_reader.h"

#include <QDir>
#include <QRegularExpression>

namespace tongban::knowledgebase {

namespace {

constexpr qint64 questionsLimit = 8 * 1024 * 1024;

Result<QByteArray> readFile(const QString& path, qint64 limit) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound, path + QStringLiteral(": ") + file.errorString());
    if (file.size() > limit)
        return fail(FaultKind::Invalid, path + QStringLiteral(": too large"));
    return file.readAll();
}

Result<QList<RegressionQuestion>> readQuestions(const QString& path) {
    TRY_ASSIGN(const QByteArray bytes, readFile(path, questionsLimit));
    QList<RegressionQuestion> questions;
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty() || lines[i].startsWith(u'#'))
            continue;
        const QStringList cells = lines[i].split(u'\t');
        if (cells.size() != 2 || cells[0].trimmed().isEmpty() || cells[1].trimmed().isEmpty())
            return fail(
                FaultKind::Invalid,
                QStringLiteral("%1:%2: expected question, tab, ids or -").arg(path).arg(i + 1));
        const QString ids = cells[1].trimmed();
        questions.append(
            {cells[0].trimmed(), ids == QLatin1String("-") ? QStringList() : ids.split(u',')});
    }
    return questions;
}

void readItems(const QString& folder, ReadContent& into) {
    for (const QFileInfo& info :
         QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString path = info.filePath() + QStringLiteral("/item.json");
        if (!QFile::exists(path))
            continue;
        const auto bytes = readFile(path, 4 * 1024 * 1024);
        const auto item =
            bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(fail(bytes.error()));
        if (!item) {
            into.defects.append({path, item.error().detail});
            continue;
        }
        into.content.items.insert(info.fileName(), *item);
    }
}

QJsonValue stepInto(const QJsonValue& value, const QString& step) {
    if (value.isObject())
        return value.toObject().value(step);
    if (!value.isArray())
        return QJsonValue(QJsonValue::Undefined);
    bool number = false;
    const int place = step.toInt(&number);
    const QJsonArray array = value.toArray();
    if (number)
        return array.at(place);
    for (const QJsonValue& element : array) {
        if (element.toObject().value(QStringLiteral("id")).toString() == step)
            return element;
    }
    return QJsonValue(QJsonValue::Undefined);
}

Result<QString> fieldOf(const QJsonObject& item, const QString& path) {
    QJsonValue value(item);
    for (const QString& step : path.split(u'.'))
        value = stepInto(value, step);
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (!value.isString() || value.toString().isEmpty())
        return fail(FaultKind::Invalid, QStringLiteral("the item has no text at ") + path);
    return value.toString();
}

} // namespace

Result<ReadContent> readContent(const QString& folder, const QString& items) {
    const QDir directory(folder);
    if (!directory.exists())
        return fail(FaultKind::NotFound, folder + QStringLiteral(": no such folder"));
    ReadContent read;
    for (const QFileInfo& info :
         directory.entryInfoList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        if (info.fileName() == QLatin1String("README.md"))
            continue;
        const auto bytes = readFile(info.filePath(), EntryLimits().bytes + 1);
        const auto entry =
            bytes ? readEntry(*bytes, info.fileName()) : Result<Entry>(fail(bytes.error()));
        if (!entry) {
            read.defects.append({info.fileName(), entry.error().detail});
            continue;
        }
        if (read.content.files.contains(entry->id))
            read.defects.append(
                {info.fileName() + QStringLiteral(":id"),
                 entry->id + QStringLiteral(" is also in ") + read.content.files.value(entry->id)});
        read.content.files.insert(entry->id, info.fileName());
        read.content.entries.append(*entry);
    }
    const QString questions = directory.filePath(QStringLiteral("questions.tsv"));
    if (QFile::exists(questions)) {
        auto list = readQuestions(questions);
        if (list)
            read.content.questions = *list;
        else
            read.defects.append({QStringLiteral("questions.tsv"), list.error().detail});
    }
    const QString words = directory.filePath(QStringLiteral("words.tsv"));
    if (QFile::exists(words)) {
        const auto bytes = readFile(words, questionsLimit);
        auto everyday = bytes ? Everyday::read(*bytes, QStringLiteral("words.tsv"))
                              : Result<Everyday>(fail(bytes.error()));
        if (everyday)
            read.content.everyday = *everyday;
        else
            read.defects.append({QStringLiteral("words.tsv"), everyday.error().detail});
    }
    const QString outside = directory.filePath(QStringLiteral("outside.txt"));
    if (QFile::exists(outside)) {
        const auto bytes = readFile(outside, questionsLimit);
        if (!bytes)
            read.defects.append({QStringLiteral("outside.txt"), bytes.error().detail});
        for (const QString& line : QString::fromUtf8(bytes.value_or(QByteArray())).split(u'\n')) {
            if (!line.trimmed().isEmpty() && !line.startsWith(u'#'))
                read.content.outside.append(line.trimmed());
        }
    }
    readItems(items, read);
    return read;
}

Result<QString> filled(const QString& text, const QString& itemRef,
                       const QMap<QString, QJsonObject>& items) {
    static const QRegularExpression binding(
        QStringLiteral("\\{\\{(?:([a-z0-9-]+):)?([A-Za-z0-9_.-]+)\\}\\}"));
    QString result;
    qsizetype done = 0;
    auto matches = binding.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString item = match.captured(1).isEmpty() ? itemRef : match.captured(1);
        if (!items.contains(item))
            return fail(FaultKind::Invalid,
                        match.captured(0) + QStringLiteral(": there is no item “%1”").arg(item));
        const auto field = fieldOf(items.value(item), match.captured(2));
        if (!field)
            return fail(FaultKind::Invalid,
                        match.captured(0) + QStringLiteral(": ") + field.error().detail);
        result += text.mid(done, match.capturedStart() - done) + *field;
        done = match.capturedEnd();
    }
    result += text.mid(done);
    if (result.contains(QLatin1String("{{")))
        return fail(FaultKind::Invalid, QStringLiteral("a binding that cannot be read"));
    return result;
}

Entry itemEntry(const QString& id, const QJsonObject& item) {
    const QJsonObject elements = item.value(QStringLiteral("elements")).toObject();
    const QJsonObject package = item.value(QStringLiteral("package")).toObject();
    const auto element = [&elements](const char* key) {
        return elements.value(QLatin1String(key)).toString();
    };
    Entry entry;
    entry.id = id;
    entry.type = EntryType::Item;
    entry.title = item.value(QStringLiteral("name")).toString();
    for (const QJsonValue& alias : item.value(QStringLiteral("aliases")).toArray())
        entry.aliases.append(alias.toString());
    for (const QJsonValue& topic : item.value(QStringLiteral("topics")).toArray())
        entry.keywords.append(topic.toString());
    entry.audience = item.value(QStringLiteral("who")).toString();
    entry.department = element("dept_name");
    entry.region = element("division_code");
    entry.itemRef = id;
    QString text = item.value(QStringLiteral("summary")).toString() + u'\n' +
                   item.value(QStringLiteral("whoDetail")).toString() + u'\n';
    if (element("task_name") != entry.title)
        text += element("task_name") + u'\n';
    text += element("accept_condition");
    entry.sections.append({QStringLiteral("summary"), QString(), text.trimmed()});
    entry.source.mark =
        package.value(QStringLiteral("sample")).toBool() ? SourceMark::Example : SourceMark::Law;
    entry.source.title = element("by_law");
    entry.source.issuer = entry.department;
    entry.effectiveFrom =
        QDate::fromString(package.value(QStringLiteral("validFrom")).toString(), Qt::ISODate);
    entry.expiresOn =
        QDate::fromString(package.value(QStringLiteral("validTo")).toString(), Qt::ISODate);
    entry.status = EntryStatus::Published;
    entry.version = package.value(QStringLiteral("version")).toInt(1);
    return entry;
}

Result<QList<Entry>> boundEntries(const Content& content) {
    QList<Entry> entries;
    for (auto it = content.items.begin(); it != content.items.end(); ++it)
        entries.append(itemEntry(it.key(), it.value()));
    for (Entry entry : content.entries) {
        for (EntrySection& section : entry.sections) {
            auto text = filled(section.text, entry.itemRef, content.items);
            if (!text)
                return fail(FaultKind::Invalid, content.files.value(entry.id) +
                                                    QStringLiteral(": ") + text.error().detail);
            section.text = *text;
        }
        entries.append(std::move(entry));
    }
    if (!content.outside.isEmpty()) {
        Entry outside;
        outside.id = QStringLiteral("outside");
        outside.type = EntryType::Outside;
        outside.title = QStringLiteral("范围之外");
        outside.aliases = content.outside;
        outside.source.title = QStringLiteral("outside.txt");
        outside.status = EntryStatus::Published;
        entries.append(std::move(outside));
    }
    return entries;
}

} // namespace tongban::knowledgebase

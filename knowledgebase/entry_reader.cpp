// Entry files: the head becomes JSON, so that one reader checks fields of files and of packs.
#include "knowledgebase/entry_reader.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringDecoder>

namespace tongban::knowledgebase {

namespace {

class HeadReader {
public:
    HeadReader(QString name, const EntryLimits& limits)
        : m_name(std::move(name))
        , m_limits(limits) {}

    Result<void> line(int number, const QString& raw) {
        const QString text = raw.trimmed();
        if (text.isEmpty() || text.startsWith(u'#'))
            return {};
        if (raw.contains(u'\t'))
            return wrong(number, QStringLiteral("a tab in the head"));
        const auto indent = static_cast<int>(raw.size() - QString(raw).remove(leading()).size());
        if (text.startsWith(QLatin1String("- ")))
            return element(number, text.mid(2));
        const qsizetype colon = text.indexOf(u':');
        static const QRegularExpression key(QStringLiteral("^[a-z][a-z_]*$"));
        if (colon < 1 || !key.match(text.left(colon)).hasMatch())
            return wrong(number, QStringLiteral("expected “key: value”"));
        if (++m_keys > m_limits.headKeys)
            return wrong(number, QStringLiteral("too many keys"));
        return entry(number, indent, text.left(colon), text.mid(colon + 1).trimmed());
    }

    QJsonObject take() const { return m_object; }

private:
    static const QRegularExpression& leading() {
        static const QRegularExpression spaces(QStringLiteral("^ +"));
        return spaces;
    }

    tl::unexpected<Fault> wrong(int number, const QString& why) const {
        return fail(FaultKind::Invalid,
                    QStringLiteral("%1:%2: %3").arg(m_name).arg(number).arg(why));
    }

    Result<void> entry(int number, int indent, const QString& key, const QString& text) {
        TRY_ASSIGN(const QJsonValue value, valueOf(number, key, text));
        if (indent == 0) {
            if (m_object.contains(key))
                return wrong(number, QStringLiteral("%1 stands twice").arg(key));
            m_key = text.isEmpty() ? key : QString();
            m_object.insert(key, value);
            return {};
        }
        if (m_key.isEmpty() || indent > 4)
            return wrong(number, QStringLiteral("nested too deeply or under a value"));
        if (m_object.value(m_key).isArray())
            return wrong(number, QStringLiteral("a key inside a list"));
        QJsonObject nested = m_object.value(m_key).toObject();
        if (nested.contains(key))
            return wrong(number, QStringLiteral("%1.%2 stands twice").arg(m_key, key));
        nested.insert(key, value);
        m_object.insert(m_key, nested);
        return {};
    }

    Result<void> element(int number, const QString& text) {
        if (m_key.isEmpty() || m_object.value(m_key).isObject())
            return wrong(number, QStringLiteral("a list element without a list"));
        QJsonArray list = m_object.value(m_key).toArray();
        if (list.size() >= m_limits.listLength)
            return wrong(number, QStringLiteral("the list is too long"));
        TRY_ASSIGN(const QString value, scalar(number, text));
        list.append(value);
        m_object.insert(m_key, list);
        return {};
    }

    Result<QString> scalar(int number, QString text) const {
        text = text.trimmed();
        if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
            text = text.mid(1, text.size() - 2).replace(QLatin1String("\\\""), QLatin1String("\""));
        if (text.size() > m_limits.valueLength)
            return wrong(number, QStringLiteral("the value is too long"));
        return text;
    }

    Result<QJsonValue> valueOf(int number, const QString& key, const QString& text) const {
        if (text.isEmpty())
            return QJsonValue(QJsonValue::Null);
        if (text.startsWith(u'[') && text.endsWith(u']')) {
            QJsonArray list;
            static const QRegularExpression comma(QStringLiteral("[,，、]"));
            for (const QString& part :
                 text.mid(1, text.size() - 2).split(comma, Qt::SkipEmptyParts)) {
                TRY_ASSIGN(const QString value, scalar(number, part));
                list.append(value);
            }
            if (list.size() > m_limits.listLength)
                return wrong(number, QStringLiteral("the list is too long"));
            return QJsonValue(list);
        }
        if (text.startsWith(u'{') || text.startsWith(u'&') || text.startsWith(u'*') ||
            text.startsWith(u'|') || text.startsWith(u'>') || text.startsWith(u'!'))
            return wrong(number, QStringLiteral("this form of YAML is not read"));
        TRY_ASSIGN(const QString value, scalar(number, text));
        if (key == QLatin1String("version")) {
            bool whole = false;
            const int version = value.toInt(&whole);
            if (!whole)
                return wrong(number, QStringLiteral("version is no number"));
            return QJsonValue(version);
        }
        return QJsonValue(value);
    }

    QString m_name;
    const EntryLimits& m_limits;
    QJsonObject m_object;
    QString m_key; // the last key without a value: nested keys and elements go there
    int m_keys = 0;
};

QList<EntrySection> readBody(const QStringList& lines, qsizetype from) {
    static const QRegularExpression head(QStringLiteral("^## +(.*?) *(?:\\{#([a-z0-9-]+)\\})?$"));
    QList<EntrySection> sections;
    EntrySection now;
    const auto close = [&] {
        now.text = now.text.trimmed();
        if (!now.text.isEmpty() || !now.heading.isEmpty())
            sections.append(now);
    };
    for (qsizetype i = from; i < lines.size(); ++i) {
        const auto match = head.match(lines[i]);
        if (!match.hasMatch()) {
            now.text += lines[i] + u'\n';
            continue;
        }
        close();
        const QString anchor = match.captured(2);
        now = {anchor.isEmpty() ? QStringLiteral("s%1").arg(sections.size() + 1) : anchor,
               match.captured(1),
               {}};
    }
    close();
    return sections;
}

} // namespace

Result<Entry> readEntry(const QByteArray& file, const QString& name, const EntryLimits& limits) {
    const auto wrong = [&name](const QString& why) {
        return fail(FaultKind::Invalid, name + QStringLiteral(": ") + why);
    };
    if (file.size() > limits.bytes)
        return wrong(QStringLiteral("larger than %1 bytes").arg(limits.bytes));
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(file);
    if (decode.hasError() || text.contains(QChar(0)))
        return wrong(QStringLiteral("not UTF-8 text"));
    QStringList lines = text.split(u'\n');
    if (lines.size() > limits.lines)
        return wrong(QStringLiteral("more than %1 lines").arg(limits.lines));
    for (QString& line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    if (lines.first() != QLatin1String("---"))
        return wrong(QStringLiteral("1: the head must begin with ---"));
    const qsizetype end = lines.indexOf(QStringLiteral("---"), 1);
    if (end < 0)
        return wrong(QStringLiteral("the head has no end"));
    HeadReader head(name, limits);
    for (qsizetype i = 1; i < end; ++i)
        TRY(head.line(static_cast<int>(i) + 1, lines[i]));
    QJsonObject object = head.take();
    for (const QString& key : object.keys()) {
        if (object.value(key).isNull())
            object.remove(key);
    }
    if (object.contains(QStringLiteral("sections")))
        return wrong(QStringLiteral("sections belong into the body"));
    auto entry = entryFromJson(object);
    if (!entry)
        return wrong(entry.error().detail);
    entry->sections = readBody(lines, end + 1);
    return entry;
}

QByteArray entryFile(const Entry& entry) {
    QString text = QStringLiteral("---\n");
    const QJsonObject object = toJson(entry);
    const auto put = [&text](const QString& indent, const QString& key, const QJsonValue& value) {
        if (value.isArray() && !value.toArray().isEmpty()) {
            text += indent + key + QStringLiteral(":\n");
            for (const QJsonValue& element : value.toArray())
                text += indent + QStringLiteral("  - ") + element.toString() + u'\n';
        } else if (value.isDouble()) {
            text += indent + key + QStringLiteral(": %1\n").arg(value.toInt());
        } else if (!value.toString().isEmpty()) {
            text += indent + key + QStringLiteral(": ") + value.toString() + u'\n';
        }
    };
    static const QStringList order{QStringLiteral("id"),         QStringLiteral("type"),
                                   QStringLiteral("title"),      QStringLiteral("aliases"),
                                   QStringLiteral("keywords"),   QStringLiteral("audience"),
                                   QStringLiteral("department"), QStringLiteral("region"),
                                   QStringLiteral("item_ref"),   QStringLiteral("step"),
                                   QStringLiteral("source"),     QStringLiteral("effective_from"),
                                   QStringLiteral("expires_on"), QStringLiteral("review_by"),
                                   QStringLiteral("supersedes"), QStringLiteral("superseded_by"),
                                   QStringLiteral("status"),     QStringLiteral("version"),
                                   QStringLiteral("authors"),    QStringLiteral("reviewer")};
    for (const QString& key : order) {
        if (key != QLatin1String("source")) {
            put(QString(), key, object.value(key));
            continue;
        }
        text += QStringLiteral("source:\n");
        const QJsonObject source = object.value(key).toObject();
        for (const QString& part : source.keys())
            put(QStringLiteral("  "), part, source.value(part));
    }
    text += QStringLiteral("---\n");
    for (const EntrySection& section : entry.sections) {
        if (!section.heading.isEmpty())
            text += QStringLiteral("\n## %1 {#%2}\n").arg(section.heading, section.anchor);
        text += section.text + u'\n';
    }
    return text.toUtf8();
}

} // namespace tongban::knowledgebase

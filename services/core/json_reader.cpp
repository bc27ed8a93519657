// JSON within limits, read by path.
#include "services/core/json_reader.h"

#include <QJsonDocument>

namespace tongban {

namespace {

// Depth is checked before parsing so that a hostile nesting never reaches the parser.
bool tooDeep(const QByteArray& text, int limit) {
    int depth = 0;
    bool inText = false;
    bool escaped = false;
    for (const char c : text) {
        if (inText) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<QJsonValue> parseJson(const QByteArray& text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return fail(FaultKind::Invalid, QStringLiteral("JSON of %1 bytes is over the limit of %2")
                                            .arg(text.size())
                                            .arg(limits.bytes));
    if (tooDeep(text, limits.depth))
        return fail(FaultKind::Invalid,
                    QStringLiteral("JSON is nested deeper than %1").arg(limits.depth));
    QJsonParseError error;
    // Wrapped so that a bare value (RFC 8259) is accepted by Qt 6.4, whose documents are containers
    // only.
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray("[" + text + "]"), &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return fail(FaultKind::Invalid, QStringLiteral("JSON at byte %1: %2")
                                            .arg(qMax(0, error.offset - 1))
                                            .arg(error.error == QJsonParseError::NoError
                                                     ? QStringLiteral("not one value")
                                                     : error.errorString()));
    return document.array().first();
}

Result<QJsonObject> parseJsonObject(const QByteArray& text, const JsonLimits& limits) {
    TRY_ASSIGN(const QJsonValue value, parseJson(text, limits));
    if (!value.isObject())
        return fail(FaultKind::Invalid, QStringLiteral("$: expected an object"));
    return value.toObject();
}

QByteArray canonicalJson(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

JsonReader::JsonReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path)) {}

void JsonReader::refuse(const QString& key, const QString& why) {
    m_defects.append(QStringLiteral("%1.%2: %3").arg(m_path, key, why));
}

QJsonValue JsonReader::expect(const QString& key, QJsonValue::Type type, const char* word,
                              bool required) {
    QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        if (required)
            refuse(key, QStringLiteral("is missing"));
        return {};
    }
    if (value.type() != type) {
        refuse(key, QStringLiteral("expected %1").arg(QLatin1String(word)));
        return {};
    }
    return value;
}

QString JsonReader::requiredText(const QString& key) {
    QString found = expect(key, QJsonValue::String, "a string", true).toString();
    if (found.isEmpty() && m_object.value(key).isString())
        refuse(key, QStringLiteral("is empty"));
    return found;
}

QString JsonReader::text(const QString& key, const QString& otherwise) {
    return expect(key, QJsonValue::String, "a string", false).toString(otherwise);
}

int JsonReader::number(const QString& key, int otherwise) {
    return expect(key, QJsonValue::Double, "a number", false).toInt(otherwise);
}

int JsonReader::requiredNumber(const QString& key) {
    return expect(key, QJsonValue::Double, "a number", true).toInt();
}

double JsonReader::real(const QString& key, double otherwise) {
    return expect(key, QJsonValue::Double, "a number", false).toDouble(otherwise);
}

bool JsonReader::flag(const QString& key, bool otherwise) {
    return expect(key, QJsonValue::Bool, "true or false", false).toBool(otherwise);
}

QStringList JsonReader::texts(const QString& key) {
    QStringList found;
    const QJsonArray list = expect(key, QJsonValue::Array, "a list", false).toArray();
    for (const QJsonValue& value : list) {
        if (value.isString())
            found.append(value.toString());
        else
            refuse(QStringLiteral("%1[%2]").arg(key).arg(found.size()),
                   QStringLiteral("expected a string"));
    }
    return found;
}

QJsonObject JsonReader::object(const QString& key) {
    return expect(key, QJsonValue::Object, "an object", false).toObject();
}

QJsonArray JsonReader::array(const QString& key) {
    return expect(key, QJsonValue::Array, "a list", false).toArray();
}

void JsonReader::each(const QString& key, const std::function<void(JsonReader&)>& read) {
    const QJsonArray list = array(key);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(key).arg(i);
        if (!list.at(i).isObject()) {
            refuse(place, QStringLiteral("expected an object"));
            continue;
        }
        JsonReader element(list.at(i).toObject(), m_path + u'.' + place);
        read(element);
        m_defects += element.m_defects;
    }
}

Result<void> JsonReader::check() const {
    if (m_defects.isEmpty())
        return {};
    return fail(FaultKind::Invalid, m_defects.join(QStringLiteral("; ")));
}

} // namespace tongban

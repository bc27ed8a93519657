// Typed JSON reading whose faults name the path: "$.materials[2].name: expected a string".
#pragma once

#include "services/core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <functional>

namespace tongban {

struct JsonLimits {
    qsizetype bytes = 4 * 1024 * 1024;
    int depth = 64;
};

// Parses an object within limits; the fault names the offset.
Result<QJsonObject> parseJsonObject(const QByteArray& text, const JsonLimits& limits = {});
Result<QJsonValue> parseJson(const QByteArray& text, const JsonLimits& limits = {});

// The same value always gives the same bytes: keys sorted, no spaces.
QByteArray canonicalJson(const QJsonObject& object);

// A view of one object. Every `required…` and every wrong type is remembered; ask `fault()` once at
// the end.
class JsonReader {
public:
    explicit JsonReader(QJsonObject object, QString path = QStringLiteral("$"));

    QString requiredText(const QString& key);
    QString text(const QString& key, const QString& otherwise = {});
    int number(const QString& key, int otherwise = 0);
    int requiredNumber(const QString& key);
    double real(const QString& key, double otherwise = 0);
    bool flag(const QString& key, bool otherwise = false);
    QStringList texts(const QString& key);
    QJsonObject object(const QString& key);
    QJsonArray array(const QString& key);
    // Reads each element, which must be an object.
    void each(const QString& key, const std::function<void(JsonReader&)>& read);

    bool has(const QString& key) const { return m_object.contains(key); }
    const QJsonObject& value() const { return m_object; }
    const QString& path() const { return m_path; }
    void refuse(const QString& key, const QString& why); // adds a defect of the caller's own
    const QStringList& defects() const { return m_defects; }
    Result<void> check() const; // Invalid with the defects, or nothing

private:
    QJsonValue expect(const QString& key, QJsonValue::Type type, const char* word, bool required);

    QJsonObject m_object;
    QString m_path;
    QStringList m_defects;
};

} // namespace tongban

// FormReader: reads either form format into one kind of field list. Internal to this library.
#pragma once

#include "services/core/json_reader.h"
#include "services/workflow/form.h"

namespace tongban::workflow {

class FormReader {
public:
    Result<Form> read(const QByteArray& json);

private:
    // form_reader.cpp: our own format
    void readOwn(const QJsonObject& root);
    FormField readSchema(const QString& key, const QJsonObject& schema, const QString& path);
    void readSchemaOf(FormField& field, const QJsonObject& schema, const QString& path);
    QList<FormField> readProperties(const QJsonObject& schema, const QString& path);
    QList<FormField> arrange(const QJsonArray& layout, QList<FormField> fields,
                             const QString& path);
    void applyLayout(FormField& field, const QJsonObject& layout, const QString& path);
    // form_js.cpp
    void readFormJs(const QJsonObject& root);
    QList<FormField> readComponents(const QJsonArray& components, const QString& path);
    void readComponent(const QJsonObject& component, const QString& path, QList<FormField>& fields);
    void readValidation(const QJsonObject& rules, FormField& field);

    Formula formula(const QJsonValue& text, const QString& path);
    void refuse(const QString& path, const QString& why);
    void gatherKeys(const QList<FormField>& fields);
    bool roomForOne(const QString& path);

    Form m_form;
    QStringList m_names;
    QStringList m_faults;
    int m_count = 0;
    int m_depth = 0;
};

// A pattern of a form, with a bound on the work it may cause; invalid when it does not compile.
class BoundedPattern {
public:
    explicit BoundedPattern(const QString& pattern);
    bool isValid() const { return m_valid; }
    // False also when the bound is hit.
    bool matches(const QString& text) const;

private:
    QString m_pattern;
    bool m_valid = false;
};

} // namespace tongban::workflow

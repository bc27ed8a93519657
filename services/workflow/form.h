// Form: what a step asks a person, as fields and as rows to show; the same rules on kiosk, counter,
// phone and centre.
#pragma once

#include "services/core/result.h"
#include "services/workflow/formula.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace tongban::workflow {

enum class FieldKind {
    Text,
    LongText,
    Number,
    Integer,
    Date,
    Choice,
    MultiChoice,
    Check,
    Group,
    List,
    Note,
    File
};
QString nameOf(FieldKind kind);

struct FieldChoice {
    QJsonValue value;
    QString label;
};

// One question, or a group or list of questions.
struct FormField {
    QString key; // under which the answer is kept; empty for notes and groups without a key
    FieldKind kind = FieldKind::Text;
    QString label;
    QString help;
    QString placeholder;
    QString
        source; // where a prefilled value comes from, for the citizen: "居民身份证", "电子证照库"
    QString checkMessage; // said when `check` is false
    QString pattern;
    QString patternMessage;
    QString format; // "date", "email", "id-number", "phone" …
    bool required = false;
    bool readOnly = false;
    bool unique = false; // items of a list
    std::optional<double> minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf;
    std::optional<int> minLength, maxLength, minItems, maxItems;
    QList<FieldChoice> choices;
    Formula visible; // none: always
    Formula hidden;  // form-js says it the other way round
    Formula requiredWhen;
    Formula prefill;
    Formula check;           // must be true when there is an answer; the answer itself is `value`
    QJsonValue standard;     // default
    QList<FormField> fields; // of a group, or of one item of a list
};

// A field as it is to be shown now. Lists and groups are flattened; `path` is "members[0].name".
struct FormRow {
    QString path;
    QString key;
    FieldKind kind = FieldKind::Text;
    QString label;
    QString help;
    QString placeholder;
    QString section;  // label of the group it stands in
    QJsonValue value; // the answer, or the prefilled value
    bool prefilled = false;
    QString source; // of a prefilled value
    bool visible = true;
    bool required = false;
    bool readOnly = false;
    QString message; // what is wrong with the answer; empty when nothing is
    QList<FieldChoice> choices;
    QString format;
    int maxLength = 0;
    int items = 0; // rows of a list
};

struct FormFault {
    QString path;
    QString message; // in Chinese, ready to be shown beside the field
    bool operator==(const FormFault&) const = default;
};

class Form {
public:
    // Our own format (JSON Schema subset + layout) or a form-js file, told apart by their keys.
    // Invalid with the path.
    static Result<Form> read(const QByteArray& json);

    const QString& id() const { return m_id; }
    const QString& title() const { return m_title; }
    // The first half of a SHA-256; enough to tell the forms of one package apart.
    const QString& digest() const { return m_digest; }
    const QList<FormField>& fields() const { return m_fields; }
    QStringList keys() const; // every answer's key at the outermost level

    // `answers` is what the person has said so far, `variables` what the case knows.
    QList<FormRow> rows(const QJsonObject& answers, const QJsonObject& variables,
                        Instant now) const;
    // Everything wrong with the answers; empty means acceptable. Answers to hidden or unknown
    // fields are faults, too.
    QList<FormFault> validate(const QJsonObject& answers, const QJsonObject& variables,
                              Instant now) const;
    // First values of every field that has one.
    QJsonObject prefill(const QJsonObject& variables, Instant now) const;
    // The answers without hidden fields and with defaults of those left out; what a case keeps.
    QJsonObject cleaned(const QJsonObject& answers, const QJsonObject& variables,
                        Instant now) const;

private:
    friend class FormReader;
    QString m_id;
    QString m_title;
    QString m_digest;
    QList<FormField> m_fields;
};

} // namespace tongban::workflow

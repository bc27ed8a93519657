// Every sentence a citizen can meet has its English.
#include "services/catalog/lints.h"
#include "services/catalog/process_outline.h"
#include "services/core/json_reader.h"

#include <QRegularExpression>
#include <QSet>

namespace tongban::catalog {

namespace {

class SentenceList {
public:
    void file(const QString& name) { m_file = name; }
    void add(const QString& path, const QString& text) {
        static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
        if (text.contains(chinese))
            sentences.append({m_file, path, text});
    }
    QList<Sentence> sentences;

private:
    QString m_file;
};

void addItem(const ServiceItem& item, SentenceList& out) {
    out.file(QStringLiteral("item.json"));
    out.add(QStringLiteral("$.name"), item.name);
    out.add(QStringLiteral("$.summary"), item.summary);
    out.add(QStringLiteral("$.who"), item.who);
    out.add(QStringLiteral("$.whoDetail"), item.whoDetail);
    for (const StepFact& step : item.steps) {
        out.add(QStringLiteral("$.steps：") + step.id, step.name);
        out.add(QStringLiteral("$.steps：") + step.id, step.department);
    }
    for (const FeeFact& fee : item.fees) {
        out.add(QStringLiteral("$.fees：") + fee.id, fee.name);
        out.add(QStringLiteral("$.fees：") + fee.id, fee.standard);
        out.add(QStringLiteral("$.fees：") + fee.id, fee.reduction);
    }
    for (const QuestionAndAnswer& entry : item.answers) {
        out.add(QStringLiteral("$.answers"), entry.question);
        out.add(QStringLiteral("$.answers"), entry.answer);
    }
    for (const Place& place : item.places) {
        out.add(QStringLiteral("$.places"), place.name);
        out.add(QStringLiteral("$.places"), place.address);
    }
}

void addQuestions(const Guide& guide, SentenceList& out) {
    out.file(QStringLiteral("questions.json"));
    for (const Question& question : guide.questions().questions()) {
        for (const QString& text :
             {question.text, question.hint, question.why, question.assumeNote, question.source})
            out.add(question.id, text);
        for (const Option& option : question.options) {
            for (const QString& text : {option.label, option.hint, option.tag})
                out.add(question.id + u'.' + option.id, text);
        }
    }
    for (const Exit& exit : guide.exits()) {
        out.add(exit.id, exit.title);
        out.add(exit.id, exit.reason);
        for (const QString& text : exit.alternatives)
            out.add(exit.id, text);
    }
}

void addMaterialsAndRules(const Guide& guide, SentenceList& out) {
    out.file(QStringLiteral("materials.json"));
    for (const Material& material : guide.materials().all()) {
        for (const QString& text :
             {material.name, material.hint, material.supplier, material.standard, material.sample})
            out.add(material.id, text);
        for (const EvidenceWay& way : material.ways) {
            out.add(material.id + u'.' + nameOf(way.way), way.reason);
            out.add(material.id + u'.' + nameOf(way.way), way.text);
        }
    }
    out.file(QStringLiteral("decisions.dmn"));
    for (const RuleTable& table : guide.rules().tables()) {
        for (const Rule& rule : table.rules)
            out.add(rule.id, rule.explanation);
    }
}

// Titles, labels, notes, sources and messages, wherever they stand in a form.
void addForm(const QJsonValue& value, const QString& path, SentenceList& out) {
    static const QSet<QString> spoken{
        QStringLiteral("title"),       QStringLiteral("description"),
        QStringLiteral("group"),       QStringLiteral("note"),
        QStringLiteral("source"),      QStringLiteral("message"),
        QStringLiteral("label"),       QStringLiteral("help"),
        QStringLiteral("placeholder"), QStringLiteral("patternMessage")};
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (int i = 0; i < array.size(); ++i)
            addForm(array.at(i), QStringLiteral("%1[%2]").arg(path).arg(i), out);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inner = path + u'.' + it.key();
        if (it.value().isString() && spoken.contains(it.key()))
            out.add(inner, it.value().toString());
        else if (!it.value().isString())
            addForm(it.value(), inner, out);
    }
}

} // namespace

QList<Sentence> citizenSentences(const ItemPackage& package) {
    SentenceList out;
    addItem(package.item(), out);
    addQuestions(package.guide, out);
    addMaterialsAndRules(package.guide, out);
    out.file(QStringLiteral("process.bpmn"));
    if (const auto outline = outlineProcess(package.process())) {
        for (const QString& name : outline->names)
            out.add(name, name);
    }
    for (const QString& path : package.formPaths()) {
        out.file(path);
        if (const auto form = parseJsonObject(package.files.value(path)))
            addForm(*form, QStringLiteral("$"), out);
    }
    return out.sentences;
}

void lintTexts(const ItemPackage& package, Findings& findings) {
    const QString english = QStringLiteral("en");
    QSet<QString> used;
    for (const Sentence& sentence : citizenSentences(package)) {
        if (used.contains(sentence.text))
            continue;
        used.insert(sentence.text);
        findings.setFile(sentence.file);
        if (!package.texts.has(sentence.text, english))
            findings.refuse("translation-missing", sentence.path,
                            QStringLiteral("“%1”没有英文").arg(sentence.text.left(40)),
                            QStringLiteral("在 texts/en.json 里补上"));
    }
    findings.setFile(QStringLiteral("texts/en.json"));
    const QMap<QString, QString>& all = package.texts.all(english);
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!used.contains(it.key()))
            findings.advise("translation-unused", QStringLiteral("$"),
                            QStringLiteral("“%1”没有地方用到").arg(it.key().left(40)),
                            QStringLiteral("删掉"));
    }
}

} // namespace tongban::catalog

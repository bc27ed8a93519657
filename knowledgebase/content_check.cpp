// defectsOf: the rules a pack is refused by, one function each.
#include "knowledgebase/content.h"
#include "knowledgebase/folding.h"

#include <QJsonArray>
#include <QSet>

namespace tongban::knowledgebase {

namespace {

class Check {
public:
    Check(const Content& content, QDate today)
        : m_content(content)
        , m_today(today) {}

    QList<Defect> run() {
        for (const Entry& entry : m_content.entries) {
            m_file = m_content.files.value(entry.id);
            form(entry);
            source(entry);
            dates(entry);
            people(entry);
            links(entry);
            aliases(entry);
        }
        itemAliases();
        questions();
        return m_defects;
    }

private:
    void defect(const char* field, const QString& what, bool blocks = true) {
        m_defects.append({m_file + u':' + QLatin1String(field), what, blocks});
    }

    void form(const Entry& entry) {
        if (entry.type == EntryType::Item || entry.type == EntryType::Outside)
            defect("type", QStringLiteral("articles are guide, faq, policy or notice"));
        if (entry.department.isEmpty())
            defect("department", QStringLiteral("no owner"));
        if (entry.region.size() != 6)
            defect("region", QStringLiteral("expected six digits"));
        if (entry.sections.isEmpty() || plainText(entry).trimmed().size() < 10)
            defect("body", QStringLiteral("says nothing"));
        QSet<QString> anchors;
        for (const EntrySection& section : entry.sections) {
            if (anchors.contains(section.anchor))
                defect("body", QStringLiteral("two sections have the anchor ") + section.anchor);
            anchors.insert(section.anchor);
        }
    }

    void source(const Entry& entry) {
        const Source& source = entry.source;
        if (source.title.isEmpty())
            defect("source.title", QStringLiteral("no source"));
        if (source.issuer.isEmpty())
            defect("source.issuer", QStringLiteral("no issuer"));
        if (source.mark == SourceMark::Law && source.clause.isEmpty())
            defect("source.clause", QStringLiteral("a statement of law names its clause"));
        if (entry.type == EntryType::Policy &&
            (source.documentNumber.isEmpty() || !source.published.isValid()))
            defect("source", QStringLiteral("a policy names document number and date"));
        // Figures that nobody has checked are never shown as fact.
        if (source.mark == SourceMark::Example &&
            !plainText(entry).contains(QStringLiteral("示例")))
            defect("body", QStringLiteral("an example does not say 示例"));
    }

    void dates(const Entry& entry) {
        if (!entry.expiresOn.isValid())
            defect("expires_on", QStringLiteral("no last day"));
        else if (entry.expiresOn < m_today)
            defect("expires_on", QStringLiteral("is over"), false);
        if (entry.expiresOn.isValid() && entry.effectiveFrom.isValid() &&
            entry.expiresOn < entry.effectiveFrom)
            defect("expires_on", QStringLiteral("before effective_from"));
        if (entry.reviewBy.isValid() && entry.reviewBy < m_today)
            defect("review_by", QStringLiteral("review is due"), false);
    }

    void people(const Entry& entry) {
        if (entry.status != EntryStatus::Published)
            return;
        if (entry.authors.isEmpty() || entry.reviewer.isEmpty())
            defect("reviewer", QStringLiteral("no author or no reviewer"));
        else if (entry.authors.contains(entry.reviewer))
            defect("reviewer", QStringLiteral("the author may not review"));
    }

    void links(const Entry& entry) {
        if (!entry.itemRef.isEmpty() && !m_content.items.contains(entry.itemRef))
            defect("item_ref", QStringLiteral("there is no item ") + entry.itemRef);
        for (const QString& other : {entry.supersedes, entry.supersededBy}) {
            if (!other.isEmpty() && !m_content.files.contains(other))
                defect("superseded_by", QStringLiteral("there is no entry ") + other);
        }
        for (const EntrySection& section : entry.sections) {
            const auto text = filled(section.text, entry.itemRef, m_content.items);
            if (!text)
                defect("body", text.error().detail);
        }
    }

    void aliases(const Entry& entry) {
        m_itemOf.insert(entry.id, entry.itemRef);
        for (const QString& alias : entry.aliases)
            claim(folded(alias), entry.id);
    }

    // An article may repeat a phrasing of the item it leads to.
    void itemAliases() {
        for (auto it = m_content.items.begin(); it != m_content.items.end(); ++it) {
            m_file = it.key() + QStringLiteral("/item.json");
            for (const QJsonValue& alias : it.value().value(QStringLiteral("aliases")).toArray())
                claim(folded(alias.toString()), it.key());
        }
    }

    void claim(const QString& phrase, const QString& id) {
        const QString other = m_phrases.value(phrase);
        if (!other.isEmpty() && other != id && m_itemOf.value(other) != id)
            defect("aliases", QStringLiteral("“%1” already leads to %2").arg(phrase, other));
        m_phrases.insert(phrase, id);
    }

    void questions() {
        m_file = QStringLiteral("questions.tsv");
        for (const RegressionQuestion& question : m_content.questions) {
            for (const QString& id : question.right) {
                if (!m_content.files.contains(id) && !m_content.items.contains(id))
                    defect("ids", QStringLiteral("there is no entry ") + id);
            }
            // The gate measures whether the pack generalises, not whether it remembers.
            if (m_phrases.contains(folded(question.text)) ||
                m_content.outside.contains(question.text))
                defect("question", question.text + QStringLiteral(" is also an alias"));
        }
    }

    const Content& m_content;
    QDate m_today;
    QString m_file;
    QHash<QString, QString> m_phrases;
    QHash<QString, QString> m_itemOf; // entry → the item it leads to
    QList<Defect> m_defects;
};

} // namespace

QList<Defect> defectsOf(const Content& content, QDate today) {
    return Check(content, today).run();
}

} // namespace tongban::knowledgebase

// buildIndex: measures field lengths, then writes each unit's terms, vector and suggestion keys.
#include "knowledgebase/index_builder.h"

#include "knowledgebase/folding.h"
#include "knowledgebase/passage.h"
#include "knowledgebase/posting_writer.h"
#include "knowledgebase/suggest_writer.h"
#include "knowledgebase/vectors.h"
#include "services/core/json_reader.h"

#include <QSet>
#include <algorithm>

namespace tongban::knowledgebase {

namespace {

constexpr std::uint32_t aliasUnit = 0x80000000U;

struct Lengths {
    double title = 1;
    double body = 1;
    double alias = 1;
};

class Builder {
public:
    Builder(const std::vector<Document>& documents, const IndexOptions& options)
        : m_documents(documents)
        , m_options(options) {}

    QByteArray build() {
        measure();
        for (size_t i = 0; i < m_documents.size(); ++i)
            addDocument(static_cast<std::uint32_t>(i));
        m_postings.write(m_file);
        m_file.add(Section::Units, m_units);
        writeTexts();
        writeSuggestions(m_documents, m_file);
        if (m_options.encoder != nullptr) {
            m_file.add(Section::Vectors, m_vectors);
            m_file.add(Section::Encoder, m_options.encoder->bytes());
        }
        m_file.add(Section::Settings, canonicalJson(settings()));
        return m_file.file();
    }

private:
    // Average field lengths, in units of the analyzer.
    void measure() {
        std::vector<Placed> units;
        const auto count = [&units](const QString& text) {
            units.clear();
            Analyzer::units(folded(text), units);
            return static_cast<double>(units.size());
        };
        double title = 0;
        double body = 0;
        double alias = 0;
        double titles = 0;
        double bodies = 0;
        double aliases = 0;
        for (const Document& document : m_documents) {
            title += count(document.title);
            titles += document.title.isEmpty() ? 0 : 1;
            body += count(document.text);
            bodies +=
                static_cast<double>(passages(document.text, m_options.lexical.passage).size());
            for (const QString& text : document.aliases) {
                alias += count(text);
                aliases += 1;
            }
        }
        m_average = {std::max(1.0, title / std::max(1.0, titles)),
                     std::max(1.0, body / std::max(1.0, bodies)),
                     std::max(1.0, alias / std::max(1.0, aliases))};
    }

    void addDocument(std::uint32_t number) {
        const Document& document = m_documents[number];
        const QString title = folded(document.title);
        const QString text = folded(document.text);
        m_titleTerms.clear();
        m_analyzer.terms(title, m_titleTerms);
        for (const Span& span : passages(document.text, m_options.lexical.passage)) {
            const QStringView passage = QStringView(text).mid(span.start, span.length);
            m_terms.clear();
            m_analyzer.terms(passage, m_terms);
            m_weighted.clear();
            weigh(m_titleTerms, m_options.lexical.title, m_average.title);
            weigh(m_terms, 1, m_average.body);
            m_terms.insert(m_terms.end(), m_titleTerms.begin(), m_titleTerms.end());
            addUnit(number, QString(title + u'\n').append(passage));
        }
        for (const QString& alias : document.aliases) {
            const QString phrase = folded(alias);
            m_terms.clear();
            m_analyzer.terms(phrase, m_terms);
            m_weighted.clear();
            weigh(m_terms, 1, m_average.alias);
            addUnit(number | aliasUnit, phrase);
        }
    }

    void weigh(const std::vector<Term>& terms, double field, double average) {
        double length = 0;
        for (const Term& term : terms)
            length += channelOf(term.key) == Channel::Character ? 1 : 0;
        const double b = m_options.lexical.b;
        const auto weight = static_cast<float>(field / (1 - b + b * length / average));
        for (const Term& term : terms)
            m_weighted.push_back({term.key, weight});
    }

    void addUnit(std::uint32_t unit, QStringView text) {
        m_postings.add(static_cast<std::uint32_t>(m_units.size()), m_weighted,
                       m_options.lexical.k1);
        m_units.push_back(unit);
        if (m_options.encoder == nullptr)
            return;
        std::vector<float> vector(static_cast<size_t>(m_options.encoder->dimensions()));
        m_options.encoder->encode(text, m_terms, vector);
        appendQuantized(vector, m_vectors);
    }

    void writeTexts() {
        QByteArray texts;
        std::vector<std::uint32_t> ends;
        QByteArray kinds;
        for (const Document& document : m_documents) {
            for (const QString* part : {&document.id, &document.title}) {
                texts += part->toUtf8();
                ends.push_back(static_cast<std::uint32_t>(texts.size()));
            }
            kinds.append(document.item ? '\1' : '\0');
        }
        m_file.add(Section::Texts, texts);
        m_file.add(Section::TextEnds, ends);
        m_file.add(Section::DocumentKinds, kinds);
    }

    QJsonObject settings() const {
        const bool aliased = std::any_of(m_documents.begin(), m_documents.end(),
                                         [](const Document& d) { return !d.aliases.isEmpty(); });
        return {{QStringLiteral("analyzer"), analyzerVersion},
                {QStringLiteral("lexical"), toJson(m_options.lexical)},
                {QStringLiteral("fusion"), toJson(aliased ? m_options.aliased : m_options.bare)},
                {QStringLiteral("everyday"), m_options.everyday.toJson()},
                {QStringLiteral("dimensions"),
                 m_options.encoder == nullptr ? 0 : m_options.encoder->dimensions()}};
    }

    const std::vector<Document>& m_documents;
    const IndexOptions& m_options;
    Lengths m_average;
    Analyzer m_analyzer;
    PostingWriter m_postings;
    IndexWriter m_file;
    std::vector<std::uint32_t> m_units;
    std::vector<std::int8_t> m_vectors;
    std::vector<Term> m_titleTerms;
    std::vector<Term> m_terms;
    std::vector<Weighted> m_weighted;
};

} // namespace

Result<QByteArray> buildIndex(const std::vector<Document>& documents, const IndexOptions& options) {
    if (documents.size() > 16'000'000)
        return fail(FaultKind::Invalid, QStringLiteral("index: too many documents"));
    QSet<QString> ids;
    ids.reserve(static_cast<qsizetype>(documents.size()));
    for (size_t i = 0; i < documents.size(); ++i) {
        const QString& id = documents[i].id;
        if (id.isEmpty())
            return fail(FaultKind::Invalid, QStringLiteral("document %1 has no id").arg(i + 1));
        if (ids.contains(id))
            return fail(FaultKind::Invalid, QStringLiteral("two documents have the id ") + id);
        ids.insert(id);
    }
    return Builder(documents, options).build();
}

} // namespace tongban::knowledgebase

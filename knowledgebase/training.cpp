// trainModel: a first table on four fifths of the pairs fits the fusion, the second is the model.
#include "knowledgebase/training.h"

#include "knowledgebase/fusion_fit.h"

#include <QSet>
#include <algorithm>
#include <map>

namespace tongban::knowledgebase {

namespace {

using Tell = std::function<void(const QString&)>;

class Training {
public:
    Training(const std::vector<Document>& documents, const std::vector<TrainingPair>& pairs,
             const TrainingOptions& options, Tell tell)
        : m_documents(documents)
        , m_pairs(pairs)
        , m_options(options)
        , m_tell(std::move(tell)) {
        m_model.lexical = suitedTo(documents);
        for (const TrainingPair& pair : pairs)
            m_right[pair.text].push_back(pair.document);
    }

    Result<Model> run() {
        TRY_ASSIGN(m_words, indexOf(nullptr, {}));
        if (m_right.size() >= fewestPairsToFit)
            TRY(fit());
        m_model.encoder = table(m_pairs);
        return std::move(m_model);
    }

private:
    Result<std::shared_ptr<const SearchIndex>> indexOf(const Encoder* encoder,
                                                       const std::vector<TrainingPair>& aliases) {
        std::vector<Document> documents = m_documents;
        for (Document& document : documents)
            document.listed = false;
        for (const TrainingPair& pair : aliases)
            documents[pair.document].aliases.append(pair.text);
        TRY_ASSIGN(QByteArray bytes, buildIndex(documents, {m_model.lexical, {}, {}, {}, encoder}));
        return SearchIndex::fromBytes(std::move(bytes));
    }

    // Documents that share words with the question without answering it.
    WrongAnswers wrongAnswers(const std::vector<TrainingPair>& pairs) const {
        WrongAnswers wrong;
        if (!m_options.hard)
            return wrong;
        SearchOptions options;
        options.limit = 24;
        std::map<QString, std::vector<std::uint32_t>> known;
        for (const TrainingPair& pair : pairs) {
            auto found = known.find(pair.text);
            if (found == known.end()) {
                std::vector<std::uint32_t> list;
                const auto& right = m_right.at(pair.text);
                for (const Hit& hit : m_words->search(pair.text, options)) {
                    if (std::find(right.begin(), right.end(), hit.document) == right.end())
                        list.push_back(hit.document);
                }
                found = known.emplace(pair.text, std::move(list)).first;
            }
            wrong.push_back(found->second);
        }
        return wrong;
    }

    std::unique_ptr<NgramEncoder> table(const std::vector<TrainingPair>& pairs) const {
        const TrainingSet set(m_documents, pairs, m_model.lexical.passage, m_options.ngrams);
        const WrongAnswers wrong = wrongAnswers(pairs);
        say(QStringLiteral("%1 n-grams, %2 pairs").arg(set.keys().size()).arg(pairs.size()));
        NgramTrainer trainer(set, wrong, m_options);
        trainer.run([this](int epoch, double loss) {
            say(QStringLiteral("epoch %1: loss %2").arg(epoch).arg(loss, 0, 'f', 4));
        });
        return trainer.encoder();
    }

    Result<void> fit() {
        // Every fifth question is held back, by the order of their texts.
        std::vector<TrainingPair> seen;
        std::vector<Judged> judged;
        QSet<std::uint32_t> asked;
        size_t number = 0;
        for (const auto& [text, documents] : m_right) {
            if (number++ % 5 == 0) {
                judged.push_back({text, documents, false});
                continue;
            }
            for (const std::uint32_t document : documents) {
                seen.push_back({text, document});
                asked.insert(document);
            }
        }
        for (Judged& one : judged)
            one.rare = std::none_of(one.right.begin(), one.right.end(),
                                    [&](std::uint32_t d) { return asked.contains(d); });
        const std::unique_ptr<NgramEncoder> first = table(seen);
        TRY_ASSIGN(const auto bare, indexOf(first.get(), {}));
        m_model.bare = report("bare", fitFusion(*bare, judged, false));
        TRY_ASSIGN(const auto full, indexOf(first.get(), seen));
        m_model.aliased = report("with aliases", fitFusion(*full, judged, true));
        return {};
    }

    FusionParameters report(const char* what, const Fitted& fitted) const {
        say(QStringLiteral("%1: text %2 alias %3 meaning %4 likeness %5, MRR %6, rare %7")
                .arg(QLatin1String(what))
                .arg(fitted.fusion.text)
                .arg(fitted.fusion.alias)
                .arg(fitted.fusion.meaning)
                .arg(fitted.fusion.likeness)
                .arg(fitted.reciprocal, 0, 'f', 4)
                .arg(fitted.rareReciprocal, 0, 'f', 4));
        return fitted.fusion;
    }

    void say(const QString& line) const {
        if (m_tell)
            m_tell(line);
    }

    const std::vector<Document>& m_documents;
    const std::vector<TrainingPair>& m_pairs;
    const TrainingOptions& m_options;
    Tell m_tell;
    Model m_model;
    std::map<QString, std::vector<std::uint32_t>> m_right;
    std::shared_ptr<const SearchIndex> m_words;
};

} // namespace

Result<Model> trainModel(const std::vector<Document>& documents,
                         const std::vector<TrainingPair>& pairs, const TrainingOptions& options,
                         const Tell& tell) {
    if (documents.empty())
        return fail(FaultKind::Invalid, QStringLiteral("nothing to train on"));
    if (options.dimensions < 8 || options.dimensions > NgramEncoder::dimensionLimit ||
        options.dimensions % 8 != 0)
        return fail(FaultKind::Invalid,
                    QStringLiteral("dimensions must be a multiple of eight up to 512"));
    for (const TrainingPair& pair : pairs) {
        if (pair.document >= documents.size())
            return fail(FaultKind::Invalid, QStringLiteral("a pair names no document"));
    }
    return Training(documents, pairs, options, tell).run();
}

Result<Model> trainModel(const QList<Entry>& entries, const TrainingOptions& options,
                         const Tell& tell) {
    std::vector<Document> documents;
    std::vector<TrainingPair> pairs;
    for (const Entry& entry : entries) {
        if (entry.type == EntryType::Outside)
            continue; // says nothing about what ours mean
        for (const QString& alias : entry.aliases)
            pairs.push_back({alias, static_cast<std::uint32_t>(documents.size())});
        Document document;
        document.id = entry.id;
        document.title = entry.title;
        document.text = plainText(entry);
        documents.push_back(std::move(document));
    }
    return trainModel(documents, pairs, options, tell);
}

} // namespace tongban::knowledgebase

// Search over an imported catalogue in citizens' words, and how good it is.
#pragma once

#include "knowledgebase/knowledge_base.h"
#include "services/catalog/catalogue_import.h"

namespace tongban::cli {

// An act that titles of items name (注销, 延续 …) and the words by which people ask for it.
struct Act {
    QString named;
    QStringList asked;
};

class GuideSearch {
public:
    // The guides as a knowledge base that knows the everyday words of resources/articles/words.tsv;
    // words and acts of titles from resources/catalogue.
    static Result<GuideSearch> over(const catalog::Import& import);

    // Best first. Of several items about one thing, the one about the act that was asked for; when
    // none was, the plain one.
    std::vector<knowledgebase::Card> find(const QString& text, size_t limit) const;

private:
    // What people say, as titles put it (resources/catalogue/words.tsv).
    QString inTitles(const QString& text) const;
    double fit(const QString& title, const QString& text) const;

    std::shared_ptr<const knowledgebase::KnowledgeBase> m_base;
    QList<Act> m_acts;
    QHash<QString, QString> m_words;
    qsizetype m_longest = 0;
};

// tongban catalogue eval FILE --queries Q.tsv [--misses]
int catalogueEval(const QStringList& words);

} // namespace tongban::cli

// KnowledgeBase: entries and their index as one immutable value: suggestions, cards, answers copied
// from the entries, or an honest “不知道”. Everything asks for the day, so that an entry vanishes
// at midnight without a network. Safe to use from several threads.
#pragma once

#include "knowledgebase/confidence.h"
#include "knowledgebase/entry.h"
#include "knowledgebase/model.h"
#include "knowledgebase/search_index.h"

#include <memory>

namespace tongban::knowledgebase {

struct Card {
    std::shared_ptr<const Entry> entry;
    double score = 0;
    double confidence = 0; // calibrated: how probable it is that this answers the question
    std::vector<Span> titleMatches;
    QString passage; // the best window of sentences, copied from the entry
    std::vector<Span> passageMatches;
    QString anchor;  // of the section the window is from
    QString heading; // of that section
    QString source;  // the source line
    // Set when the entry is shown although it is over; then the successor, if there is one.
    bool noLongerInForce = false;
    std::shared_ptr<const Entry> successor;
};

enum class AnswerKind {
    Answer,  // the first card answers; the others are alternatives
    Choices, // one of up to three may be meant
    Unknown, // 不知道: offer the counter or a ticket
};

struct Answer {
    AnswerKind kind = AnswerKind::Unknown;
    double confidence = 0;
    Evidence evidence; // what the confidence is made of
    QString heard;     // what was understood, when it differs from what was typed
    std::vector<Card> cards;
};

struct AskOptions {
    QDate day;      // required
    QString region; // empty: any
    int limit = 5;
    bool past = false; // counter staff: also entries that are over, with banner and successor
};

class KnowledgeBase {
public:
    static Result<std::shared_ptr<const KnowledgeBase>>
    fromEntries(QList<Entry> entries, const Model* model = nullptr, const Everyday& everyday = {});
    // `index` must have been built from these entries, in this order.
    static Result<std::shared_ptr<const KnowledgeBase>>
    fromParts(QList<Entry> entries, std::shared_ptr<const SearchIndex> index);

    // Best match first; entries that lead to the same item follow their best as one card.
    std::vector<Card> search(QStringView text, const AskOptions& options) const;
    Answer answer(QStringView text, const AskOptions& options) const;
    // Service items first.
    std::vector<Suggestion> suggest(QStringView typed, const AskOptions& options) const;

    const QList<std::shared_ptr<const Entry>>& entries() const { return m_entries; }
    std::shared_ptr<const Entry> entry(const QString& id) const; // null when there is none
    const SearchIndex& index() const { return *m_index; }

private:
    Card card(const Hit& hit, const Query& query, const AskOptions& options) const;
    // Nearer to what staff have marked as out of scope than to the best of ours.
    bool isOutside(QStringView text, const Hit& best) const;
    bool admits(std::uint32_t document, const AskOptions& options) const;

    QList<std::shared_ptr<const Entry>> m_entries;
    QHash<QString, std::shared_ptr<const Entry>> m_byId;
    std::shared_ptr<const SearchIndex> m_index;
};

// What the index is built from: title and keywords, text, aliases.
std::vector<Document> documentsOf(const QList<Entry>& entries);
Result<QByteArray> indexOf(const QList<Entry>& entries, const Model* model,
                           const Everyday& everyday);

} // namespace tongban::knowledgebase

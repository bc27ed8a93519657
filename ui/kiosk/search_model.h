// SearchModel: what the citizen types or says, and what it leads to: items and answers of the
// knowledge base, suggestions at every key, or an honest “nothing found”.
#pragma once

#include "knowledgebase/knowledge_base.h"
#include "services/catalog/catalog.h"
#include "ui/kiosk/typing_model.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <functional>

namespace tongban::kiosk {

class SearchModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString query READ query NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList queryParts READ queryParts NOTIFY changed FINAL) // {text, matched}
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(QVariant best READ best NOTIFY changed FINAL) // see SearchPage
    Q_PROPERTY(QVariant answer READ answer NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList others READ others NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList nearest READ nearest NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList frequent READ frequent NOTIFY changed FINAL) // home tiles
    Q_PROPERTY(int itemCount READ itemCount CONSTANT FINAL)
    Q_PROPERTY(bool typingNow READ typingNow WRITE setTypingNow NOTIFY changed FINAL)
    Q_PROPERTY(tongban::kiosk::TypingModel* typing READ typing CONSTANT FINAL)

public:
    enum class Outcome { Done, Rephrased, Left, CalledStaff };

    SearchModel(const catalog::Catalog& catalog, TypingModel& typing, QObject* parent = nullptr);

    // Until there is one, the catalogue alone is searched. `today` is asked at every search, so
    // that an entry vanishes at midnight.
    void setKnowledge(std::shared_ptr<const knowledgebase::KnowledgeBase> base,
                      std::function<QDate()> today = QDate::currentDate);

    // Why an item cannot be done here now, empty when it can; said where the item is named.
    void setLack(std::function<QString(const catalog::ServiceItem&)> lack);

    QString query() const { return m_query; }
    QVariantList queryParts() const;
    int count() const { return static_cast<int>(m_rows.size()); }
    QVariant best() const;
    QVariant answer() const;
    QVariantList others() const;
    QVariantList nearest() const;
    QVariantList frequent() const;
    int itemCount() const { return static_cast<int>(m_catalog.entries().size()); }
    bool typingNow() const { return m_typingNow; }
    void setTypingNow(bool on);
    TypingModel* typing() const { return &m_typing; }
    bool isClean() const { return m_query.isEmpty() && m_rows.isEmpty() && m_asked.isEmpty(); }
    void concluded(Outcome outcome); // what became of the last question

    Q_INVOKABLE void search(const QString& text);
    Q_INVOKABLE void confirm(); // what was typed is the question
    // Shows the article as the answer; false for an item, which is begun instead.
    Q_INVOKABLE bool open(const QString& id);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();
    // A question whose answer was not found or not taken up; `outcome` as in Outcome.
    void unanswered(const QString& text, tongban::kiosk::SearchModel::Outcome outcome);

private:
    static constexpr int shown = 5;
    static constexpr double sureEnough = 0.5; // of the catalogue's own ranking

    // One result: an item of the catalogue or an article.
    struct Row {
        QString id;
        std::shared_ptr<const knowledgebase::Entry> article; // null: an item
        QString passage;
    };
    void searchCatalogue(const QString& text);
    void suggest(const QString& text);
    void ask(const QString& text);
    void add(const knowledgebase::Card& card);
    bool has(const QString& id) const;
    QVariantMap row(const catalog::CatalogEntry& entry) const;
    QString lackOf(const catalog::CatalogEntry& entry) const;
    QString feeText(const catalog::CatalogEntry& entry) const;
    QVariantMap row(const Row& row) const;
    bool lead() const; // the first result stands out

    const catalog::Catalog& m_catalog;
    TypingModel& m_typing;
    std::shared_ptr<const knowledgebase::KnowledgeBase> m_base;
    std::function<QDate()> m_today = QDate::currentDate;
    std::function<QString(const catalog::ServiceItem&)> m_lack;
    QString m_query;
    QList<Row> m_rows;
    QString m_matched; // what the first result has of the question
    QString m_asked;   // a question that nothing has answered yet
    QString m_opened;  // the article that was chosen
    bool m_sure = false;
    bool m_typingNow = false;
};

} // namespace tongban::kiosk

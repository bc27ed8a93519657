// SearchModel: what the citizen types or says, and what it leads to; results follow every key.
#pragma once

#include "services/catalog/catalog.h"
#include "ui/kiosk/typing_model.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class SearchModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString query READ query NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList queryParts READ queryParts NOTIFY changed FINAL) // {text, matched}
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(QVariant best READ best NOTIFY changed FINAL) // see SearchPage
    Q_PROPERTY(QVariantList others READ others NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList nearest READ nearest NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList frequent READ frequent NOTIFY changed FINAL) // home tiles
    Q_PROPERTY(int itemCount READ itemCount CONSTANT FINAL)
    Q_PROPERTY(bool typingNow READ typingNow WRITE setTypingNow NOTIFY changed FINAL)
    Q_PROPERTY(tongban::kiosk::TypingModel* typing READ typing CONSTANT FINAL)

public:
    SearchModel(const catalog::Catalog& catalog, TypingModel& typing, QObject* parent = nullptr);

    QString query() const { return m_query; }
    QVariantList queryParts() const;
    int count() const { return static_cast<int>(m_hits.size()); }
    QVariant best() const;
    QVariantList others() const;
    QVariantList nearest() const;
    QVariantList frequent() const;
    int itemCount() const { return static_cast<int>(m_catalog.entries().size()); }
    bool typingNow() const { return m_typingNow; }
    void setTypingNow(bool on);
    TypingModel* typing() const { return &m_typing; }
    bool isClean() const { return m_query.isEmpty() && m_hits.isEmpty(); }

    Q_INVOKABLE void search(const QString& text);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();

private:
    static constexpr double sureEnough = 0.5; // below, no single best card is shown
    QVariantMap row(const catalog::CatalogEntry& entry) const;
    QString feeText(const catalog::CatalogEntry& entry) const;

    const catalog::Catalog& m_catalog;
    TypingModel& m_typing;
    QString m_query;
    QList<catalog::CatalogHit> m_hits;
    bool m_typingNow = false;
};

} // namespace tongban::kiosk

// Visit: everything one citizen has told or shown this machine, in memory only, until `forget`.
#pragma once

#include "services/catalog/evidence.h"
#include "services/devices/id_card.h"
#include "services/protocol/manifest.h"

#include <QByteArray>
#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <optional>

namespace tongban::session {

struct Visit {
    catalog::Answers answers;
    std::optional<devices::IdCard> card;
    QJsonObject form;
    QMap<QString, QList<QByteArray>> pictures; // material id → pages as JPEG
    QSet<QString> promised;                    // materials replaced by a signed promise
    QSet<QString> later;                       // 容缺: to be handed in within the rule's days
    QJsonArray signature; // strokes: [[x, y, ms], …] each, in units of the pad
    QString code;         // of the receipt, printed beside the QR
    QString consent;      // to ask the registers in this visit; empty: refused or not yet asked for
    std::optional<protocol::Consent> agreed; // to the notice beside the card reader
    QJsonObject records;                     // what the registers gave for the form
    QList<catalog::EvidenceResult> evidence; // a material each, with what was tried

    bool isEmpty() const;
    catalog::Facts facts() const { return m_facts; }
    void identify(const devices::IdCard& who, QDate today);
    void learn(const catalog::PersonRecords& known); // the card's own facts stay as they are
    const catalog::EvidenceResult* evidenceFor(const QString& material) const;
    // Overwrites what can be overwritten, then lets go.
    void forget();
    void forgetPictures();

private:
    catalog::Facts m_facts; // what the card tells the guide: age, sex, home division
};

// 林女士 / 林先生; 林** where the card names no sex.
QString courtesyName(const devices::IdCard& card);
QString maskedNumber(const QString& number); // 4403••••••••••1228

} // namespace tongban::session

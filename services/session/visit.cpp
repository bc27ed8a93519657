// What a visit holds, and how it is forgotten.
#include "services/session/visit.h"

#include "services/crypto/secret_bytes.h"

namespace tongban::session {

namespace {

// Strings shared with others are only released; a sole owner's buffer is zeroed first.
void erase(QString& text) {
    if (text.isDetached())
        text.fill(u'\0');
    text.clear();
}

} // namespace

bool Visit::isEmpty() const {
    return answers.isEmpty() && !card && form.isEmpty() && pictures.isEmpty() &&
           promised.isEmpty() && later.isEmpty() && signature.isEmpty() && code.isEmpty() &&
           consent.isEmpty() && !agreed && records.isEmpty() && evidence.isEmpty();
}

void Visit::forget() {
    if (card) {
        erase(card->name);
        erase(card->latinName);
        erase(card->address);
        erase(card->newAddress);
        erase(card->number);
        erase(card->passNumber);
        for (auto& field : card->fields)
            erase(field.second);
        crypto::wipe(card->photo);
        crypto::wipe(card->fingerprint);
    }
    forgetPictures();
    erase(code);
    for (catalog::EvidenceResult& result : evidence) {
        if (result.answer) {
            erase(result.answer->summary);
            erase(result.answer->identifier);
        }
    }
    *this = Visit();
}

void Visit::forgetPictures() {
    for (QList<QByteArray>& pages : pictures) {
        for (QByteArray& page : pages)
            crypto::wipe(page);
    }
    pictures.clear();
}

void Visit::identify(const devices::IdCard& who, QDate today) {
    card = who;
    int months = (today.year() - who.birth.year()) * 12 + today.month() - who.birth.month();
    if (today.day() < who.birth.day())
        --months;
    m_facts = {{QStringLiteral("ageMonths"), months},
               {QStringLiteral("age"), months / 12},
               {QStringLiteral("sex"), who.sexCode},
               {QStringLiteral("division"), who.number.left(6)}};
}

void Visit::learn(const catalog::PersonRecords& known) {
    records = known.fields;
    for (auto it = known.facts.begin(); it != known.facts.end(); ++it) {
        if (!m_facts.contains(it.key()))
            m_facts.insert(it.key(), it.value());
    }
}

const catalog::EvidenceResult* Visit::evidenceFor(const QString& material) const {
    for (const catalog::EvidenceResult& result : evidence) {
        if (result.material == material)
            return &result;
    }
    return nullptr;
}

QString courtesyName(const devices::IdCard& card) {
    static const QStringList doubled{QStringLiteral("欧阳"), QStringLiteral("司马"),
                                     QStringLiteral("上官"), QStringLiteral("诸葛"),
                                     QStringLiteral("司徒"), QStringLiteral("皇甫"),
                                     QStringLiteral("尉迟"), QStringLiteral("公孙")};
    const bool two = doubled.contains(card.name.left(2)) && card.name.size() > 2;
    const QString surname = card.name.left(two ? 2 : 1);
    if (card.sexCode == QLatin1String("2"))
        return surname + QStringLiteral("女士");
    if (card.sexCode == QLatin1String("1"))
        return surname + QStringLiteral("先生");
    return surname + QStringLiteral("**");
}

QString maskedNumber(const QString& number) {
    if (number.size() < 9)
        return QString(number.size(), QChar(0x2022));
    return number.left(4) + QString(number.size() - 8, QChar(0x2022)) + number.right(4);
}

} // namespace tongban::session

// The simulated registers.
#include "services/catalog/district_source.h"

#include "services/core/codes.h"
#include "services/core/json_reader.h"

namespace tongban::catalog {

Result<DistrictSource> DistrictSource::read(const QByteArray& file) {
    TRY_ASSIGN(const QJsonObject object, parseJsonObject(file));
    DistrictSource source;
    source.m_people = object.value(QLatin1String("people")).toObject();
    for (const QString& number : source.m_people.keys()) {
        if (!number.startsWith(QLatin1String("440399")) ||
            !checkCode(CodeKind::Identity, number).ok())
            return fail(FaultKind::Invalid,
                        QStringLiteral("$.people: only invented people of 440399"));
    }
    return source;
}

Result<void> DistrictSource::admit(const EvidenceQuery& query) {
    ++m_asked;
    if (query.consent.isEmpty() || query.clause.isEmpty() || query.purpose.isEmpty())
        return fail(FaultKind::Denied,
                    query.source + QStringLiteral(": no consent, clause or purpose"));
    if (m_dead.contains(QString()) || m_dead.contains(query.source))
        return fail(FaultKind::Timeout, query.source + QStringLiteral(": no answer"));
    return {};
}

Result<EvidenceAnswer> DistrictSource::ask(const EvidenceQuery& query) {
    TRY(admit(query));
    const QJsonObject records =
        m_people.value(query.holder.reveal()).toObject().value(QLatin1String("records")).toObject();
    const QJsonObject record = records.value(query.source).toObject();
    if (record.isEmpty())
        return fail(FaultKind::NotFound, query.source + QStringLiteral(": no record"));
    return EvidenceAnswer{
        record.value(QLatin1String("summary")).toString(),
        record.value(QLatin1String("identifier")).toString(),
        QDate::fromString(record.value(QLatin1String("validTo")).toString(), Qt::ISODate)};
}

Result<PersonRecords> DistrictSource::recordsOf(const EvidenceQuery& query) {
    TRY(admit(query));
    const QJsonObject person = m_people.value(query.holder.reveal()).toObject();
    if (person.isEmpty())
        return fail(FaultKind::NotFound, query.source + QStringLiteral(": no such person"));
    return PersonRecords{person.value(QLatin1String("facts")).toObject(),
                         person.value(QLatin1String("register")).toObject()};
}

} // namespace tongban::catalog

// A simulated district data source with invented people of 440399; can be told to be dead.
#pragma once

#include "services/catalog/evidence.h"

namespace tongban::catalog {

class DistrictSource final : public EvidenceSource {
public:
    // resources/simulator/district.json.
    static Result<DistrictSource> read(const QByteArray& file);

    Result<EvidenceAnswer> ask(const EvidenceQuery& query) override;

    Result<PersonRecords> recordsOf(const EvidenceQuery& query) override;

    // A source that does not answer; the empty name kills all of them.
    void kill(const QString& source) { m_dead.insert(source); }
    void revive() { m_dead.clear(); }
    int asked() const { return m_asked; }

private:
    Result<void> admit(const EvidenceQuery& query);

    QJsonObject m_people;
    QSet<QString> m_dead;
    int m_asked = 0;
};

} // namespace tongban::catalog

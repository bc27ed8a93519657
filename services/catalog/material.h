// A material of an item: what it is, who issues it, and the ladder of ways to have it without
// troubling the citizen.
#pragma once

#include "services/core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace tongban::catalog {

// From the least to the most trouble for the citizen.
enum class Way { Licence, Query, Promise, Upload, Paper };

QString nameOf(Way way); // licence, query, promise, upload, paper
std::optional<Way> wayNamed(const QString& word);

// Nothing to hand in: the hall fetches it, or a signature replaces it.
inline bool isExempt(Way way) {
    return way == Way::Licence || way == Way::Query;
}

struct EvidenceWay {
    Way way = Way::Upload;
    QString source; // connector name, for Licence and Query
    QString reason; // why this way, on the screen
    QString clause; // what allows it
    QString text;   // of the promise that is signed
};

struct Material {
    QString id;
    QString name;
    QString hint;     // half a line: how to bring it
    QString supplier; // who can give it to the citizen
    QString type;     // material_type: 1 证件证书证明, 2 申请表格文书, 3 其他
    QString standard; // accept_stand 受理标准, shown while scanning
    QString clause;   // by_law
    QString sample;   // what the sample looks like, in words
    int originals = 1;
    int copies = 0;
    int pages = 1;           // expected at the camera
    int graceDays = 0;       // 容缺: working days to hand in later; 0: may not be missing
    QList<EvidenceWay> ways; // in the order of Way

    const EvidenceWay* wayOf(Way way) const;
};

class MaterialList {
public:
    static Result<MaterialList> read(const QJsonObject& file);
    const QList<Material>& all() const { return m_materials; }
    const Material* find(const QString& id) const;

private:
    QList<Material> m_materials;
};

} // namespace tongban::catalog

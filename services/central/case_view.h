// CaseView: a case as JSON for one viewer, masked as the ruling says; and the record that he
// looked.
#pragma once

#include "services/central/case_file.h"

namespace tongban::central {

struct Viewing {
    Subject subject;
    QString terminal;
    QString what;    // "case", "material 2"
    QString purpose; // what the viewer says, or the task he holds
};
// The citizen sees it: 谁看过我的材料. The same look within ten minutes is one record.
Result<void> recordView(Sql& sql, const CaseFile& file, const Viewing& viewing, Instant now);

struct ViewRecord {
    Instant at{};
    QString unit;
    QString role;
    QString staff;
    QString what;
    QString purpose;
};
Result<QList<ViewRecord>> viewsOf(Sql& sql, const QString& application);

struct MaterialRow {
    qint64 n = 0;
    QByteArray hash;
    QString kind;
    QString mime;
    qint64 size = 0;
    QString name;
    QJsonObject keys; // what opens it
};
Result<QList<MaterialRow>> materialsOf(Sql& sql, const Centre& centre, const QString& application);
// Reads from disk: never on a server thread.
Result<crypto::SecretBytes> openMaterial(const Centre& centre, const MaterialRow& row);

QJsonObject caseJson(const CaseFile& file, const Centre& centre, const Ruling& ruling);
QJsonArray milestonesJson(const CaseFile& file);
QJsonArray deadlinesJson(const CaseFile& file, const Centre& centre);
QJsonObject masked(const QJsonObject& object);

// What the policy needs to know about the case for one person, break-glass included.
Result<Matter> matterOf(Sql& sql, const CaseFile& file, const Subject& subject,
                        const QString& pool = {});

} // namespace tongban::central

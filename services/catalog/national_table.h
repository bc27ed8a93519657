// Items in the shape of the national exchange tables (GB/T 39554): basic, extend, material, fee,
// questions, conditions.
#pragma once

#include "services/catalog/item_package.h"

#include <QJsonArray>

namespace tongban::catalog {

struct FieldFault {
    QString field; // up_task_general_material[2].accept_stand
    QString message;
};

// One object with a list of rows for each table; the question graph goes down to flat situations,
// one for each question and option that changes the materials.
Result<QJsonObject> exportItem(const ItemPackage& package);

// The elements of exported tables, row by row; every field that breaks the model is reported.
struct ImportedItem {
    QJsonObject elements;
    QJsonArray materials;
    QJsonArray fees;
    QJsonArray questions;
    QJsonArray conditions;
    QList<FieldFault> faults;
};
Result<ImportedItem> importItem(const QByteArray& json);
// The same bytes that were read, when nothing was wrong.
QByteArray exportAgain(const ImportedItem& item);

} // namespace tongban::catalog

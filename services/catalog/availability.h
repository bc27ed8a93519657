// Honest availability: can this be finished here and now, and if not, why, and where is the nearest
// place that can?
#pragma once

#include "services/catalog/service_item.h"

#include <QDateTime>
#include <QSet>
#include <optional>

namespace tongban::catalog {

enum class Doable { Here, Partly, NotHere }; // 可办, 部分可办, 不可办

QString nameOf(Doable doable); // in Chinese, for the tile

// Why this machine takes no new application at all, however well its devices work.
enum class Stopped { No, Full, AloneTooLong, NotConnectedYet, ItemsTooOld };
QString reasonOf(Stopped stopped); // one sentence for the citizen; empty for No

// This machine at this moment. Device names as in item.json: card-reader, document-camera,
// receipt-printer …
struct MachineNow {
    QDateTime at;
    QSet<QString> ready; // devices that work; a printer without paper does not
    bool online = true;
    Stopped stopped = Stopped::No;
};

struct NearPlace {
    Place place;
    bool openNow = false;
    QString when; // "今天 18:00 前", "明天 09:00 开门"
};

struct Availability {
    Doable doable = Doable::Here;
    QStringList reasons; // what is missing and what to do, in spoken Chinese
    std::optional<NearPlace> nearest;
};

// `channels` of an assessment, or empty before the questions: then only the item itself decides.
Availability availability(const ServiceItem& item, const QStringList& channels,
                          const MachineNow& now);

} // namespace tongban::catalog

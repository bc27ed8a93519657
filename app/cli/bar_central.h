// What bars of the central service share: the real process, one enrolled kiosk, figures.
#pragma once

#include "app/cli/bar.h"
#include "app/cli/percentile.h"
#include "tests/support/central_process.h"
#include "tests/support/kiosk_double.h"

#include <algorithm>
#include <sys/resource.h>
#include <vector>

namespace tongban::cli {

// No limits by device or address: what is measured is something else.
inline const QStringList unhurried{QStringLiteral("--device-rate"), QStringLiteral("1000000"),
                                   QStringLiteral("--stranger-rate"), QStringLiteral("1000000")};

inline bool ready(test::CentralProcess& central, test::KioskDouble& kiosk) {
    return central.start() &&
           kiosk.enrol(central.port(), central.enrolmentCode(), test::certificateRequest(kiosk.key))
                   .status == 200;
}

inline BarOutcome notStarted() {
    return {false, {{QStringLiteral("why"), QStringLiteral("central did not start")}}, {}};
}

// Applications without materials: what is measured is the manifest's way.
inline QList<test::DraftApplication> drafts(test::KioskDouble& kiosk, int count) {
    QList<test::DraftApplication> all;
    for (int i = 0; i < count; ++i) {
        test::DraftApplication draft = kiosk.draft(QStringLiteral("residence-permit"));
        draft.blobs.clear();
        draft.manifest.blobs.clear();
        draft.bytes = *protocol::signManifest(draft.manifest, kiosk.key);
        all.append(std::move(draft));
    }
    return all;
}

inline int putOn(test::LoopbackClient& client, const test::KioskDouble& kiosk,
                 const test::DraftApplication& draft) {
    return client
        .ask("PUT", "/v1/applications/" + draft.manifest.id.toLatin1(), draft.bytes,
             {kiosk.authorization})
        .status;
}

inline void raiseFileLimit() {
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

} // namespace tongban::cli

// IPP keywords in order of what stops a print first.
#include "services/devices/page_printer_status.h"

#include <algorithm>

namespace tongban::devices {

namespace {

struct Meaning {
    const char* keyword;
    DeviceState device;
    PaperState paper; // Unknown: says nothing about paper
    PaperState toner;
    const char* detail;
};

constexpr Meaning meanings[] = {
    {"media-jam", DeviceState::HardwareError, PaperState::Jammed, PaperState::Unknown, "paper-jam"},
    {"media-empty", DeviceState::UserError, PaperState::Out, PaperState::Unknown, "paper-out"},
    {"media-needed", DeviceState::UserError, PaperState::Out, PaperState::Unknown, "paper-out"},
    {"input-tray-missing", DeviceState::UserError, PaperState::Unknown, PaperState::Unknown,
     "tray-missing"},
    {"cover-open", DeviceState::UserError, PaperState::Unknown, PaperState::Unknown, "cover-open"},
    {"door-open", DeviceState::UserError, PaperState::Unknown, PaperState::Unknown, "cover-open"},
    {"interlock-open", DeviceState::UserError, PaperState::Unknown, PaperState::Unknown,
     "cover-open"},
    {"toner-empty", DeviceState::UserError, PaperState::Unknown, PaperState::Out, "toner-out"},
    {"marker-supply-empty", DeviceState::UserError, PaperState::Unknown, PaperState::Out,
     "toner-out"},
    {"marker-waste-full", DeviceState::UserError, PaperState::Unknown, PaperState::Unknown,
     "waste-full"},
    {"output-area-full", DeviceState::UserError, PaperState::Unknown, PaperState::Unknown,
     "output-full"},
    {"spool-area-full", DeviceState::UserError, PaperState::Unknown, PaperState::Unknown,
     "spool-full"},
    {"connecting-to-device", DeviceState::Offline, PaperState::Unknown, PaperState::Unknown,
     "no-answer"},
    {"timed-out", DeviceState::Offline, PaperState::Unknown, PaperState::Unknown, "no-answer"},
    {"shutdown", DeviceState::PowerOff, PaperState::Unknown, PaperState::Unknown, "power-off"},
    {"offline", DeviceState::Offline, PaperState::Unknown, PaperState::Unknown, "no-answer"},
    {"paused", DeviceState::Offline, PaperState::Unknown, PaperState::Unknown, "paused"},
    {"media-low", DeviceState::Online, PaperState::Low, PaperState::Unknown, "paper-low"},
    {"toner-low", DeviceState::Online, PaperState::Unknown, PaperState::Low, "toner-low"},
    {"marker-supply-low", DeviceState::Online, PaperState::Unknown, PaperState::Low, "toner-low"},
};

QString withoutSeverity(QString reason) {
    for (const char* end : {"-report", "-warning", "-error"}) {
        if (reason.endsWith(QLatin1String(end)))
            reason.chop(static_cast<qsizetype>(qstrlen(end)));
    }
    return reason;
}

} // namespace

DeviceStatus pagePrinterStatus(int state, const QStringList& reasons) {
    DeviceStatus status;
    if (state < 3 || state > 5)
        return status;
    status.device = state == 5 ? DeviceState::Offline : DeviceState::Online;
    status.detail = state == 5 ? QStringLiteral("stopped") : QString();
    // No reason against it: a page printer that is idle has what it needs.
    status.paper = PaperState::Full;
    status.toner = PaperState::Full;
    QStringList plain;
    for (const QString& reason : reasons)
        plain.append(withoutSeverity(reason));
    bool first = true;
    for (const Meaning& meaning : meanings) {
        if (!plain.contains(QLatin1String(meaning.keyword)))
            continue;
        if (meaning.paper != PaperState::Unknown && status.paper == PaperState::Full)
            status.paper = meaning.paper;
        if (meaning.toner != PaperState::Unknown && status.toner == PaperState::Full)
            status.toner = meaning.toner;
        if (!std::exchange(first, false))
            continue;
        status.device = state == 5 && meaning.device == DeviceState::Online ? DeviceState::Offline
                                                                            : meaning.device;
        status.detail = QLatin1String(meaning.detail);
    }
    return status;
}

} // namespace tongban::devices

// Item × devices × paper × network × hours.
#include "services/catalog/availability.h"

#include <algorithm>

namespace tongban::catalog {

namespace {

constexpr int daysAhead = 7;

struct Lack {
    const char* device;
    Doable leaves; // what is still possible without it
    const char16_t* reason;
};

// Without a card reader nobody can be known; the rest has another way.
constexpr Lack lacks[] = {
    {"card-reader", Doable::NotHere, u"这台机器读不了身份证"},
    {"document-camera", Doable::Partly, u"这台机器拍不了材料，原件要带到窗口"},
    {"report-printer", Doable::Partly, u"这台机器打不了纸，可以发到手机"},
    {"receipt-printer", Doable::Partly, u"这台机器打不出凭证，凭证发到手机"},
    {"signature-pad", Doable::Partly, u"这台机器签不了字，可以在手机上签"},
    {"code-scanner", Doable::Partly, u"这台机器扫不了码，可以输入编号"},
};

QString clock(int minute) {
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString dayWord(int days, const QDate& date) {
    static const QStringList weekdays{QStringLiteral("星期一"), QStringLiteral("星期二"),
                                      QStringLiteral("星期三"), QStringLiteral("星期四"),
                                      QStringLiteral("星期五"), QStringLiteral("星期六"),
                                      QStringLiteral("星期日")};
    if (days < 2)
        return days == 0 ? QStringLiteral("今天") : QStringLiteral("明天");
    return QStringLiteral("%1月%2日（%3）")
        .arg(date.month())
        .arg(date.day())
        .arg(weekdays.at(date.dayOfWeek() - 1));
}

// Minutes until it opens; 0 when open; nothing within a week: -1.
int opensIn(const Place& place, const QDateTime& at, QString& when) {
    const int minute = at.time().hour() * 60 + at.time().minute();
    for (int ahead = 0; ahead <= daysAhead; ++ahead) {
        const QDate date = at.date().addDays(ahead);
        for (const OpenHours& open : place.hours) {
            if (date.dayOfWeek() < open.fromDay || date.dayOfWeek() > open.toDay)
                continue;
            if (ahead == 0 && minute >= open.fromMinute && minute < open.toMinute) {
                when = open.fromMinute == 0 && open.toMinute == 24 * 60
                           ? QStringLiteral("全天开放")
                           : QStringLiteral("今天 %1 前").arg(clock(open.toMinute));
                return 0;
            }
            if (ahead > 0 || minute < open.fromMinute) {
                when =
                    QStringLiteral("%1 %2 开门").arg(dayWord(ahead, date), clock(open.fromMinute));
                return ahead * 24 * 60 + open.fromMinute - minute;
            }
        }
    }
    return -1;
}

// Another machine helps when this one is the trouble; a counter always does.
std::optional<NearPlace> nearestOf(const ServiceItem& item, bool machineHelps,
                                   const QDateTime& at) {
    std::optional<NearPlace> best;
    double bestCost = 0;
    for (const Place& place : item.places) {
        const bool thisMachine = place.kiosk && place.metres == 0;
        if (thisMachine || (place.kiosk && !machineHelps))
            continue;
        NearPlace near{place, false, {}};
        const int wait = opensIn(place, at, near.when);
        if (wait < 0)
            continue;
        near.openNow = wait == 0;
        // Walking 80 m takes a minute; waiting costs what it costs.
        const double cost = wait + place.metres / 80.0;
        if (!best || cost < bestCost) {
            best = near;
            bestCost = cost;
        }
    }
    return best;
}

} // namespace

QString nameOf(Doable doable) {
    return doable == Doable::Here     ? QStringLiteral("可办")
           : doable == Doable::Partly ? QStringLiteral("部分可办")
                                      : QStringLiteral("不可办");
}

QString reasonOf(Stopped stopped) {
    switch (stopped) {
    case Stopped::Full:
        return QStringLiteral("这台机器存满了，暂时收不了新的");
    case Stopped::AloneTooLong:
        return QStringLiteral("这台机器断网太久，暂时收不了新的");
    case Stopped::NotConnectedYet:
        return QStringLiteral("这台机器还没接通，暂时收不了新的");
    case Stopped::ItemsTooOld:
        return QStringLiteral("这台机器的办事资料过期了，暂时收不了新的");
    case Stopped::No:
        break;
    }
    return {};
}

Availability availability(const ServiceItem& item, const QStringList& channels,
                          const MachineNow& now) {
    Availability result;
    bool machineHelps = true;
    const auto worsen = [&result](Doable to, const QString& reason) {
        result.doable = std::max(result.doable, to);
        result.reasons << reason;
    };
    if (item.kind == ItemKind::Guide ||
        item.element("is_service_terminals") != QLatin1String("1")) {
        machineHelps = false;
        worsen(Doable::NotHere, QStringLiteral("这件事要到窗口办，这里可以看指南"));
    } else if (!channels.isEmpty() && !channels.contains(QLatin1String("kiosk"))) {
        machineHelps = false;
        worsen(Doable::NotHere, QStringLiteral("您这种情形要到窗口办"));
    }
    if (now.stopped != Stopped::No)
        worsen(Doable::NotHere, reasonOf(now.stopped));
    if (!now.online) {
        if (item.network == QLatin1String("needed"))
            worsen(Doable::NotHere, QStringLiteral("这件事要联网，现在网络断了"));
        else
            worsen(Doable::Partly, QStringLiteral("现在网络断了，先收下，连上后接着办"));
    }
    for (const Lack& lack : lacks) {
        const QString device = QLatin1String(lack.device);
        if (item.devices.contains(device) && !now.ready.contains(device))
            worsen(lack.leaves, QString::fromUtf16(lack.reason));
    }
    if (result.doable != Doable::Here)
        result.nearest = nearestOf(item, machineHelps, now.at);
    return result;
}

} // namespace tongban::catalog

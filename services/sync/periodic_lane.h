// Lanes that do one thing now and then: the machine's report, the packs.
#pragma once

#include "services/sync/lane.h"

namespace tongban::sync {

// Posts the machine's report each `period` ± 20 %; the countersigned head comes back.
class ReportLane final : public Lane {
public:
    using Make = std::function<void(Reply<protocol::DeviceReport>)>;
    using Answered = std::function<void(const protocol::ReportAnswer&)>;

    ReportLane(LaneWorld& world, milliseconds period, Make make, Answered answered)
        : Lane(QStringLiteral("telemetry"), world)
        , m_period(period)
        , m_make(std::move(make))
        , m_answered(std::move(answered)) {}

protected:
    void work(Done done) override;

private:
    void post(const protocol::DeviceReport& report, const Done& done);

    milliseconds m_period;
    Make m_make;
    Answered m_answered;
    // Repeated unchanged until answered, so that its id has one meaning.
    std::optional<protocol::DeviceReport> m_unanswered;
};

// Refreshes packs each `period` ± 20 %. What that means belongs to the packs themselves.
class PackLane final : public Lane {
public:
    // Answers whether anything new was installed.
    using Refresh = std::function<void(Reply<bool>)>;

    PackLane(LaneWorld& world, milliseconds period, Refresh refresh)
        : Lane(QStringLiteral("packs"), world)
        , m_period(period)
        , m_refresh(std::move(refresh)) {}

protected:
    void work(Done done) override;

private:
    milliseconds m_period;
    Refresh m_refresh;
};

} // namespace tongban::sync

// Both wait with chance, so that a district's machines do not march in step.
#include "services/sync/periodic_lane.h"

namespace tongban::sync {

namespace {

milliseconds around(milliseconds period, const Chance& chance) {
    return milliseconds(
        static_cast<qint64>(static_cast<double>(period.count()) * (0.8 + 0.4 * chance())));
}

} // namespace

void ReportLane::work(Done done) {
    if (m_unanswered)
        return post(*m_unanswered, done);
    m_make(guarded([this, done](const Result<protocol::DeviceReport>& report) {
        if (!report.has_value())
            return done(failed());
        m_unanswered = *report;
        post(*report, done);
    }));
}

void ReportLane::post(const protocol::DeviceReport& report, const Done& done) {
    Call call{"POST",
              "/v1/device/report",
              {{"Content-Type", "application/json"}, {"Idempotency-Key", report.id.toLatin1()}},
              protocol::toJson(report)};
    send(call, guarded([this, done](const Answer& answer) {
             const AnswerSort sort = sortOf(answer);
             if (sort == AnswerSort::CentralTrouble || sort == AnswerSort::NotWelcome)
                 return done(failedBy(answer));
             m_unanswered.reset(); // also when refused: the next one says the newer state
             if (sort != AnswerSort::Good)
                 return done(failedBy(answer));
             const auto read = protocol::readReportAnswer(answer.body);
             if (read.has_value() && m_answered)
                 m_answered(*read);
             done(idle(around(m_period, world().chance)));
         }));
}

void PackLane::work(Done done) {
    m_refresh(guarded([this, done](const Result<bool>& fresh) {
        if (!fresh.has_value())
            return done(failed());
        done(idle(around(m_period, world().chance)));
    }));
}

} // namespace tongban::sync

// An unknown status is trouble of the item: it is tried again and blocks nothing.
#include "services/sync/answer_sort.h"

#include "services/protocol/device_messages.h"

namespace tongban::sync {

AnswerSort sortOf(const Answer& answer) {
    switch (answer.status) {
    case 0:
    case 429:
    case 502:
    case 503:
    case 504:
        return AnswerSort::CentralTrouble;
    case 400:
    case 413:
    case 415:
    case 422:
        return AnswerSort::Refused;
    case 401:
    case 403:
        return AnswerSort::NotWelcome;
    case 424:
        return AnswerSort::BlobsMissing;
    case 409: {
        // Two applications under one running number can never both be kept; any other conflict
        // passes.
        const auto problem = protocol::readProblem(answer.body);
        return problem.has_value() && problem->code == QLatin1String("sequence_taken")
                   ? AnswerSort::Refused
                   : AnswerSort::ItemTrouble;
    }
    default:
        return answer.good() ? AnswerSort::Good : AnswerSort::ItemTrouble;
    }
}

QString nameOf(const Answer& answer) {
    if (!answer.arrived())
        return QStringLiteral("no answer");
    const auto problem = protocol::readProblem(answer.body);
    return problem.has_value()
               ? QStringLiteral("%1 %2").arg(answer.status).arg(problem->code.left(64))
               : QString::number(answer.status);
}

} // namespace tongban::sync

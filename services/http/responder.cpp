// The one-shot answer behind a Responder.
#include "services/http/responder.h"

namespace tongban::http {

Owed::~Owed() {
    if (!m_answered)
        answer(Response::problem(500, QStringLiteral("no-answer")));
}

void Owed::answer(Response response) {
    if (!m_answered.exchange(true) && m_deliver)
        m_deliver(std::move(response));
}

} // namespace tongban::http

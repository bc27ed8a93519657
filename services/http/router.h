// Router: which function answers which method and path, and how large and slow its body may be.
#pragma once

#include "services/http/message.h"
#include "services/http/responder.h"

#include <chrono>
#include <functional>
#include <vector>

namespace tongban::http {

// Runs on a server thread: must not block. Answer now, or keep the Responder and answer later.
using Action = std::function<void(const Request&, Responder)>;

struct RouteLimits {
    qint64 body = 0; // bytes; a longer one is 413 before it is read
    std::chrono::milliseconds bodyDeadline{15'000};
    // When set, the body goes to this sink piece by piece and Request::body stays empty.
    std::function<std::shared_ptr<BodySink>(const Request&)> openSink;
};

struct Route {
    Method method = Method::Get;
    QString pattern; // "/v1/cases/{id}" or, with a fixed beginning of a segment, "/1{token}"
    QStringList segments;
    RouteLimits limits;
    Action action;
};

class Router {
public:
    Router& add(Method method, const QString& pattern, Action action, RouteLimits limits = {});

    struct Match {
        const Route* route = nullptr;
        QHash<QString, QString> parameters;
        QList<Method> allowed; // for 405: the path exists, the method does not
    };
    // A fixed segment wins over a parameter; GET does not imply HEAD.
    Match match(Method method, const QStringList& segments) const;
    const std::vector<Route>& routes() const { return m_routes; }

private:
    std::vector<Route> m_routes;
};

} // namespace tongban::http

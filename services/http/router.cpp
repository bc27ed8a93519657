// Matching of path segments against the patterns of the routes.
#include "services/http/router.h"

namespace tongban::http {

namespace {

constexpr int noMatch = -1;

// How much of the path is fixed text (more is better), or noMatch.
int score(const QStringList& pattern, const QStringList& segments,
          QHash<QString, QString>& parameters) {
    if (pattern.size() != segments.size())
        return noMatch;
    int fixed = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QString& want = pattern[i];
        const qsizetype brace = want.indexOf(u'{');
        if (brace < 0) {
            if (want != segments[i])
                return noMatch;
            fixed += 1000;
            continue;
        }
        if (!segments[i].startsWith(QStringView(want).first(brace)) || segments[i].size() == brace)
            return noMatch;
        fixed += static_cast<int>(brace);
        parameters.insert(want.mid(brace + 1, want.size() - brace - 2), segments[i].mid(brace));
    }
    return fixed;
}

} // namespace

Router& Router::add(Method method, const QString& pattern, Action action, RouteLimits limits) {
    const QStringList segments = pattern.split(u'/', Qt::SkipEmptyParts);
    m_routes.push_back({method, pattern, segments, std::move(limits), std::move(action)});
    return *this;
}

Router::Match Router::match(Method method, const QStringList& segments) const {
    Match best;
    int bestScore = noMatch;
    for (const Route& route : m_routes) {
        QHash<QString, QString> parameters;
        const int found = score(route.segments, segments, parameters);
        if (found == noMatch)
            continue;
        best.allowed.append(route.method);
        if (route.method == method && found > bestScore) {
            bestScore = found;
            best.route = &route;
            best.parameters = parameters;
        }
    }
    return best;
}

} // namespace tongban::http

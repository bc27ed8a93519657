// One reply, one answer.
#include "services/sync/central_client.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

namespace tongban::sync {

CentralClient::CentralClient(CentralAddress address)
    : m_address(std::move(address)) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
    // A kiosk talks to its own centre only; a proxy from the environment is not for it.
    m_network.setProxy(QNetworkProxy::NoProxy);
}

QNetworkRequest CentralClient::requestFor(const Call& call) const {
    QUrl url = m_address.url;
    const QByteArray path = call.path;
    const qsizetype mark = path.indexOf('?');
    url.setPath(QString::fromLatin1(mark < 0 ? path : path.left(mark)));
    if (mark >= 0)
        url.setQuery(QString::fromLatin1(path.mid(mark + 1)));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    if (m_address.tls)
        request.setSslConfiguration(*m_address.tls);
    if (!m_address.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_address.token);
    for (const auto& [name, value] : call.headers)
        request.setRawHeader(name, value);
    return request;
}

void CentralClient::send(const Call& call, std::function<void(Answer)> done) {
    QNetworkReply* reply =
        call.body.isEmpty() ? m_network.sendCustomRequest(requestFor(call), call.method)
                            : m_network.sendCustomRequest(requestFor(call), call.method, call.body);
    watch(reply, call.deadline, answerLimit, std::move(done));
}

void CentralClient::fetch(const QByteArray& path, qint64 limit, std::function<void(Answer)> done) {
    const Call call{"GET", path, {}, {}, milliseconds(300'000)};
    watch(m_network.sendCustomRequest(requestFor(call), call.method), call.deadline, limit,
          std::move(done));
}

void CentralClient::watch(QNetworkReply* reply, milliseconds deadline, qint64 limit,
                          std::function<void(Answer)> done) {
    // The transfer timeout of Qt 6.4 starts anew with each octet; a deadline does not.
    auto* timer = new QTimer(reply);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, reply, &QNetworkReply::abort);
    timer->start(deadline);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, limit] {
        if (reply->bytesAvailable() > limit)
            reply->abort();
    });
    QElapsedTimer started;
    started.start();
    QObject::connect(
        reply, &QNetworkReply::finished, reply, [reply, started, limit, done = std::move(done)] {
            reply->deleteLater();
            Answer answer;
            answer.took = milliseconds(started.elapsed());
            const bool whole = reply->error() == QNetworkReply::NoError ||
                               (reply->error() >= QNetworkReply::ContentAccessDenied &&
                                reply->error() <= QNetworkReply::UnknownServerError);
            if (whole && reply->bytesAvailable() <= limit) {
                answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                answer.body = reply->readAll();
                for (const auto& [name, value] : reply->rawHeaderPairs())
                    answer.headers.insert(name.toLower(), value);
            }
            done(answer);
        });
}

} // namespace tongban::sync

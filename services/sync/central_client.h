// CentralClient: HTTP calls to the central service over QNetworkAccessManager. Asynchronous, with
// absolute deadlines; never follows a redirect, never reads more than its limit.
#pragma once

#include "services/sync/ports.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>
#include <optional>

namespace tongban::sync {

struct CentralAddress {
    QUrl url;         // https://central.example:8443; http only on loopback
    QByteArray token; // practice machines on loopback; real ones use their certificate
    std::optional<QSslConfiguration> tls; // client certificate and pinned authority
};

class CentralClient final : public CentralPort {
public:
    static constexpr qint64 answerLimit = 8LL * 1024 * 1024;

    explicit CentralClient(CentralAddress address);

    void send(const Call& call, std::function<void(Answer)> done) override;
    // A target or metadata file: the same with another limit.
    void fetch(const QByteArray& path, qint64 limit, std::function<void(Answer)> done);

private:
    QNetworkRequest requestFor(const Call& call) const;
    void watch(QNetworkReply* reply, milliseconds deadline, qint64 limit,
               std::function<void(Answer)> done);

    CentralAddress m_address;
    QNetworkAccessManager m_network;
};

} // namespace tongban::sync

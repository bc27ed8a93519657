// Request and Response as values, free of the server library; the rest of the product sees only
// these.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"
#include "services/http/target.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <memory>
#include <optional>

namespace tongban::http {

enum class Method { Get, Head, Post, Put, Patch, Delete };

QByteArray nameOf(Method method);
std::optional<Method> methodFrom(QByteArrayView name);

struct Header {
    QByteArray name;
    QByteArray value;
};

// A short list in order of arrival; names compare without case (RFC 9110 §5.1).
class Headers {
public:
    void add(QByteArray name, QByteArray value) {
        m_all.append({std::move(name), std::move(value)});
    }
    void set(const QByteArray& name, QByteArray value); // replaces every one of that name
    QByteArray value(QByteArrayView name) const;        // the first, or empty
    qsizetype count(QByteArrayView name) const;
    bool has(QByteArrayView name) const { return count(name) > 0; }
    const QList<Header>& all() const { return m_all; }

private:
    QList<Header> m_all;
};

// Takes a body piece by piece while it arrives, so that no body need fit in memory.
class BodySink {
public:
    virtual ~BodySink() = default;
    virtual Result<void> take(QByteArrayView piece) = 0;
};

// What TLS proved about the other side.
struct ClientCertificate {
    QString commonName;
    QByteArray sha256; // of the DER bytes
    bool expired = false;
};

struct Request {
    Method method = Method::Get;
    Target target;
    Headers headers;
    QByteArray body;                    // empty when the route streams
    std::shared_ptr<BodySink> sink;     // set when the route streams
    QHash<QString, QString> parameters; // what {name} in the route's pattern matched
    QString route;                      // the pattern itself: fit for logs and metrics
    QString requestId;
    QString peer; // address only
    std::optional<ClientCertificate> client;
    Instant receivedAt;
};

struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;

    static Response json(int status, const QJsonObject& object);
    static Response of(int status, const QByteArray& type, QByteArray body);
    static Response empty(int status);
    // RFC 9457: `code` is a stable word for programs, `detail` says what to change; never personal.
    static Response problem(int status, const QString& code, const QString& detail = {});
};

QByteArray reasonOf(int status);

} // namespace tongban::http

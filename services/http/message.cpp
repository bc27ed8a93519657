// Headers, method names and the usual kinds of answer.
#include "services/http/message.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <utility>

namespace tongban::http {

namespace {

constexpr std::array<std::pair<Method, const char*>, 6> methodNames{{{Method::Get, "GET"},
                                                                     {Method::Head, "HEAD"},
                                                                     {Method::Post, "POST"},
                                                                     {Method::Put, "PUT"},
                                                                     {Method::Patch, "PATCH"},
                                                                     {Method::Delete, "DELETE"}}};

constexpr std::array<std::pair<int, const char*>, 32> reasons{
    {{200, "OK"},
     {201, "Created"},
     {202, "Accepted"},
     {204, "No Content"},
     {206, "Partial Content"},
     {303, "See Other"},
     {304, "Not Modified"},
     {400, "Bad Request"},
     {401, "Unauthorized"},
     {403, "Forbidden"},
     {404, "Not Found"},
     {405, "Method Not Allowed"},
     {408, "Request Timeout"},
     {409, "Conflict"},
     {410, "Gone"},
     {411, "Length Required"},
     {412, "Precondition Failed"},
     {413, "Content Too Large"},
     {414, "URI Too Long"},
     {415, "Unsupported Media Type"},
     {417, "Expectation Failed"},
     {421, "Misdirected Request"},
     {422, "Unprocessable Content"},
     {423, "Locked"},
     {424, "Failed Dependency"},
     {425, "Too Early"},
     {429, "Too Many Requests"},
     {431, "Request Header Fields Too Large"},
     {460, "Checksum Mismatch"},
     {500, "Internal Server Error"},
     {503, "Service Unavailable"},
     {505, "HTTP Version Not Supported"}}};

bool sameName(QByteArrayView one, QByteArrayView other) {
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray nameOf(Method method) {
    for (const auto& [known, name] : methodNames) {
        if (known == method)
            return name;
    }
    return {};
}

std::optional<Method> methodFrom(QByteArrayView name) {
    for (const auto& [known, text] : methodNames) {
        if (name == QByteArrayView(text))
            return known;
    }
    return std::nullopt;
}

QByteArray reasonOf(int status) {
    for (const auto& [known, text] : reasons) {
        if (known == status)
            return text;
    }
    return "Status";
}

void Headers::set(const QByteArray& name, QByteArray value) {
    m_all.removeIf([&](const Header& header) { return sameName(header.name, name); });
    m_all.append({name, std::move(value)});
}

QByteArray Headers::value(QByteArrayView name) const {
    for (const Header& header : m_all) {
        if (sameName(header.name, name))
            return header.value;
    }
    return {};
}

qsizetype Headers::count(QByteArrayView name) const {
    return std::count_if(m_all.begin(), m_all.end(),
                         [&](const Header& header) { return sameName(header.name, name); });
}

Response Response::of(int status, const QByteArray& type, QByteArray body) {
    Response response;
    response.status = status;
    response.headers.set("Content-Type", type);
    response.body = std::move(body);
    return response;
}

Response Response::json(int status, const QJsonObject& object) {
    Response response =
        of(status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Response Response::empty(int status) {
    Response response;
    response.status = status;
    return response;
}

Response Response::problem(int status, const QString& code, const QString& detail) {
    QJsonObject object{{QStringLiteral("status"), status},
                       {QStringLiteral("title"), QString::fromLatin1(reasonOf(status))},
                       {QStringLiteral("code"), code}};
    if (!detail.isEmpty())
        object.insert(QStringLiteral("detail"), detail);
    Response response = json(status, object);
    response.headers.set("Content-Type", "application/problem+json");
    return response;
}

} // namespace tongban::http

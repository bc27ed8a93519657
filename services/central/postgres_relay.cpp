// One connection that listens and notifies, looked after every 25 ms.
#include "services/central/postgres_relay.h"

#include <QByteArray>
#include <QStringList>
#include <libpq-fe.h>
#include <memory>
#include <poll.h>

namespace tongban::central {

namespace {

constexpr int roundMs = 25;
constexpr qsizetype longestPayload = 7'000; // PostgreSQL allows 8,000 bytes

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Connection = std::unique_ptr<PGconn, Finish>;

bool run(PGconn* connection, const QByteArray& statement) {
    PGresult* result = PQexec(connection, statement.constData());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    return done;
}

Connection listening(const QString& where) {
    Connection connection(PQconnectdb(where.toUtf8().constData()));
    if (PQstatus(connection.get()) != CONNECTION_OK ||
        !run(connection.get(), "LISTEN tongban_feed"))
        return nullptr;
    return connection;
}

// Several notices when one would be too long; keys hold no line feed.
bool notify(PGconn* connection, const QSet<QString>& keys) {
    QByteArray payload;
    bool good = true;
    const auto flush = [&] {
        if (payload.isEmpty())
            return;
        char* quoted =
            PQescapeLiteral(connection, payload.constData(), static_cast<size_t>(payload.size()));
        good = quoted != nullptr && run(connection, QByteArray("NOTIFY tongban_feed, ") + quoted) &&
               good;
        PQfreemem(quoted);
        payload.clear();
    };
    for (const QString& key : keys) {
        if (payload.size() + key.size() * 3 > longestPayload)
            flush();
        payload += key.toUtf8() + '\n';
    }
    flush();
    return good;
}

QSet<QString> heardOn(PGconn* connection) {
    QSet<QString> keys;
    while (PGnotify* notice = PQnotifies(connection)) {
        if (notice->be_pid != PQbackendPID(connection)) {
            for (const QString& key :
                 QString::fromUtf8(notice->extra).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                keys.insert(key);
        }
        PQfreemem(notice);
    }
    return keys;
}

} // namespace

PostgresRelay::PostgresRelay(QString connection, std::function<void(const QSet<QString>&)> heard)
    : m_where(std::move(connection))
    , m_heard(std::move(heard))
    , m_thread([this] { loop(); }) {}

PostgresRelay::~PostgresRelay() {
    m_ending = true;
    m_thread.join();
}

void PostgresRelay::announce(const QSet<QString>& keys) {
    const std::lock_guard lock(m_guard);
    m_pending += keys;
}

void PostgresRelay::loop() {
    Connection connection;
    while (!m_ending) {
        if (!connection || PQstatus(connection.get()) != CONNECTION_OK)
            connection = listening(m_where);
        if (!connection) {
            std::this_thread::sleep_for(std::chrono::milliseconds(500));
            continue;
        }
        pollfd wait{PQsocket(connection.get()), POLLIN, 0};
        ::poll(&wait, 1, roundMs);
        QSet<QString> mine;
        {
            const std::lock_guard lock(m_guard);
            mine = std::exchange(m_pending, {});
        }
        if (!notify(connection.get(), mine) || PQconsumeInput(connection.get()) == 0) {
            connection.reset();
            continue;
        }
        if (const QSet<QString> others = heardOn(connection.get()); !others.isEmpty())
            m_heard(others);
    }
}

} // namespace tongban::central

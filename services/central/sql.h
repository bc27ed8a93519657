// Sql: one open transaction on SQLite or PostgreSQL, so that every rule of the centre is written
// once.
#pragma once

#include "services/core/result.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <functional>
#include <optional>
#include <variant>

namespace tongban::central {

// NULL, a whole number (also times, in milliseconds since 1970), text, or bytes.
using SqlValue = std::variant<std::monostate, qint64, QString, QByteArray>;
using SqlValues = QList<SqlValue>;

// One row of an answer; valid inside the callback only. Columns count from 0.
class SqlRow {
public:
    virtual ~SqlRow() = default;
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
    virtual bool isNull(int column) const = 0;
};

class Sql {
public:
    using Visit = std::function<void(const SqlRow&)>;
    virtual ~Sql() = default;

    // Each `?` stands for the next value. Returns the number of changed rows.
    virtual Result<qint64> each(const QString& statement, const SqlValues& values,
                                const Visit& visit) = 0;
    // What a claiming SELECT needs behind it so that two claimants never meet.
    virtual QString skipLocked() const = 0;
    // A condition on `xid` that hides rows of transactions that an older, still open one may
    // precede.
    virtual QString settled() const = 0;
    // True for one transaction at a time in the whole installation; held until its end.
    virtual Result<bool> alone(qint64 lock) = 0;

    Result<qint64> run(const QString& statement, const SqlValues& values = {}) {
        return each(statement, values, {});
    }
    // The first row made into a value; nothing when there is none.
    template <typename Read>
    auto first(const QString& statement, const SqlValues& values, Read read)
        -> Result<std::optional<std::invoke_result_t<Read, const SqlRow&>>> {
        std::optional<std::invoke_result_t<Read, const SqlRow&>> value;
        TRY(each(statement, values, [&](const SqlRow& row) {
            if (!value)
                value = read(row);
        }));
        return value;
    }
    template <typename Read>
    auto list(const QString& statement, const SqlValues& values, Read read)
        -> Result<QList<std::invoke_result_t<Read, const SqlRow&>>> {
        QList<std::invoke_result_t<Read, const SqlRow&>> all;
        TRY(each(statement, values, [&](const SqlRow& row) { all.append(read(row)); }));
        return all;
    }

    // This device's feed has grown: whoever waits for it is woken after COMMIT.
    void wake(const QString& device) { m_woken.insert(device); }
    QSet<QString> takeWoken() { return std::exchange(m_woken, {}); }

private:
    QSet<QString> m_woken;
};

} // namespace tongban::central

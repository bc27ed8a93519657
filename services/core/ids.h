// Identifiers that are unique without a network: UUIDv7 (RFC 9562 §5.7) and strongly typed
// wrappers.
#pragma once

#include "services/core/clock.h"

#include <QHashFunctions>
#include <QString>
#include <utility>

namespace tongban {

// A lower-case UUIDv7; strictly increasing within one process, random otherwise.
QString newUuid7(Instant at);
bool isUuid7(const QString& text);

// A string that cannot be mistaken for another kind of string.
template <typename Tag>
class Id {
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text)) {}
    const QString& text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const Id&) const = default;
    auto operator<=>(const Id&) const = default;
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using CaseId = Id<struct CaseTag>;
using ItemCode = Id<struct ItemTag>;
using DeviceId = Id<struct DeviceTag>;

} // namespace tongban

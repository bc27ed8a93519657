// Log categories and Sensitive<T>, which prints as *** wherever it is logged.
#pragma once

#include <QDebug>
#include <QLoggingCategory>
#include <utility>

namespace tongban {

Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logDevices)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logCentral)

// A personal value: usable through `reveal()`, invisible to the log.
template <typename T>
class Sensitive {
public:
    Sensitive() = default;
    explicit Sensitive(T value)
        : m_value(std::move(value)) {}
    const T& reveal() const { return m_value; }
    bool operator==(const Sensitive&) const = default;
    friend QDebug operator<<(QDebug debug, const Sensitive&) { return debug << "***"; }

private:
    T m_value{};
};

// Replaces digit runs that look like ID numbers or phones, so that a careless message stays
// harmless.
QString redacted(QString message);

// Installs the product's message format on stderr; every message passes `redacted`.
void installLogging();

} // namespace tongban

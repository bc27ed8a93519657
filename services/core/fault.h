// Fault: what went wrong, sorted by what the caller can do next. Not a form error (that is a value
// of the form).
#pragma once

#include <QMetaType>
#include <QString>

namespace tongban {

// The closed list. People read what the interface says for a kind in a place; `detail` is for the
// log.
enum class FaultKind {
    Cancelled, // the caller asked to stop
    Offline,   // no way to the other side; try later
    Timeout,   // no answer in time; the outcome is unknown
    NotFound,  // the thing named does not exist
    Conflict,  // somebody else changed it first
    Invalid,   // the input is wrong; detail names what and where
    Denied,    // not allowed
    Device,    // a machine part failed
    Storage,   // disk or database failed
    Crypto,    // a signature, key or cipher failed
    Internal,  // our own mistake
};

QString nameOf(FaultKind kind);

struct Fault {
    FaultKind kind = FaultKind::Internal;
    QString detail; // for the log; never personal, never shown
    bool operator==(const Fault&) const = default;
};

} // namespace tongban

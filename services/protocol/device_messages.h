// What machines and the central service say to each other beside applications: answers, feed,
// reports, enrolment. JSON; readers are strict in what they need and keep what they do not know.
#pragma once

#include "services/core/clock.h"
#include "services/core/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <optional>

namespace tongban::protocol {

// 200 and 201 of PUT /v1/applications/{id}: the stored answer, the same for every repetition.
struct ApplicationAnswer {
    QString id;
    QString state;      // "stored", or "held" when a person must look first
    Instant receivedAt; // the legal time of acceptance
    qint64 events = 0;  // how many journal events were accepted
    bool operator==(const ApplicationAnswer&) const = default;
};

// 424: these blobs must come first.
struct MissingBlobs {
    QList<QByteArray> hashes;
};

// Every 4xx and 5xx (RFC 9457). `detail` is for logs and staff, never personal.
struct Problem {
    int status = 0;
    QString code; // "conflict", "wrong_offset", "missing_blobs", …
    QString detail;
    QString requestId;
};

struct FeedEvent {
    qint64 sequence = 0; // gapless per machine
    QString kind;        // "stored", "status", "supplement_wanted", "command", "audit_head", …
    QString application; // empty for what concerns the machine
    Instant at;
    QJsonObject body;
    bool operator==(const FeedEvent&) const = default;
};

// 200 of GET /v1/device/feed. `last` is where the machine stands in the central service's order.
struct FeedPage {
    QList<FeedEvent> events;
    qint64 last = 0;
    bool more = false; // ask again at once
};

// 410 of the feed: the cursor is too old; take this state of all open cases and go on from `last`.
struct FeedSnapshot {
    QList<FeedEvent> states;
    qint64 last = 0;
};

struct AuditHead {
    qint64 n = 0;
    QByteArray hash; // 32 octets
    bool operator==(const AuditHead&) const = default;
};

struct DeviceReport {
    QString id; // UUIDv7, the Idempotency-Key
    Instant at;
    QString version;
    qint64 uptimeSeconds = 0;
    qint64 waiting = 0; // outbox items of all lanes
    qint64 quarantined = 0;
    qint64 diskFree = 0;    // octets
    qint64 clockOffset = 0; // milliseconds
    qint64 clockAge = 0;    // seconds
    AuditHead audit;
    QString packsDate;  // of the newest verified set
    QJsonObject parts;  // card reader, printer, …: state words
    QStringList alarms; // tamper, usb, database-damaged, wipe-failed: since the last report
};

struct ReportAnswer {
    AuditHead audit;
    QString kid;
    QByteArray countersignature; // 64 octets over the machine's head
};

struct Enrolment {
    QString code;    // single use
    QString request; // certificate request, PEM
    QString name;
    QByteArray receiptKey; // public key that will sign receipts, compressed
    QString receiptAlgorithm;
};

struct EnrolmentAnswer {
    QString device;
    qint64 deviceNumber = 0; // of receipt keys
    QString certificate;     // PEM chain
    QJsonObject root;        // TUF root version 1
    QJsonObject sealKeys;
    Instant now;
};

QByteArray toJson(const ApplicationAnswer& message);
QByteArray toJson(const MissingBlobs& message);
QByteArray toJson(const Problem& message);
QByteArray toJson(const FeedPage& message);
QByteArray toJson(const FeedSnapshot& message);
QByteArray toJson(const DeviceReport& message);
QByteArray toJson(const ReportAnswer& message);
QByteArray toJson(const Enrolment& message);
QByteArray toJson(const EnrolmentAnswer& message);

Result<ApplicationAnswer> readApplicationAnswer(const QByteArray& text);
Result<MissingBlobs> readMissingBlobs(const QByteArray& text);
Result<Problem> readProblem(const QByteArray& text);
Result<FeedPage> readFeedPage(const QByteArray& text);
Result<FeedSnapshot> readFeedSnapshot(const QByteArray& text);
Result<DeviceReport> readDeviceReport(const QByteArray& text);
Result<ReportAnswer> readReportAnswer(const QByteArray& text);
Result<Enrolment> readEnrolment(const QByteArray& text);
Result<EnrolmentAnswer> readEnrolmentAnswer(const QByteArray& text);

} // namespace tongban::protocol

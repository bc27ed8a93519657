// Centre: everything the central service's routes share; built once, outlives the server.
#pragma once

#include "services/central/alarms.h"
#include "services/central/blob_store.h"
#include "services/central/device_authority.h"
#include "services/central/devices.h"
#include "services/central/feed_hub.h"
#include "services/central/item_library.h"
#include "services/central/rate_limits.h"
#include "services/central/store.h"
#include "services/core/clock.h"
#include "services/crypto/seal.h"
#include "services/crypto/vault.h"
#include "services/http/server.h"
#include "services/protocol/notice.h"
#include "services/workflow/work_calendar.h"

#include <QThreadPool>

namespace tongban::central {

struct CentreOptions {
    QString folder;            // the data directory, 0700
    QString resources;         // resources/ of the product
    QString items;             // folder of item packages; empty: resources/items
    QString postgres;          // libpq connection string; empty: embedded SQLite
    bool behindProxy = false;  // HAProxy ends TLS and sets X-Device-Cert-Sha256 and X-Forwarded-For
    bool tokensWelcome = true; // device tokens instead of certificates: loopback only
    Rate deviceRate{200, 1'000};
    Rate strangerRate{20, 60}; // per address: login, enrolment, receipts
    int retentionDays = 365 * 5;
};

class Centre {
public:
    // Opens or creates everything in the folder: database, keys, certificate authority, first
    // accounts.
    static Result<std::unique_ptr<Centre>> open(const CentreOptions& options, const Clock& clock);
    ~Centre();
    Centre(const Centre&) = delete;
    Centre& operator=(const Centre&) = delete;

    const CentreOptions& options() const { return m_options; }
    Instant now() const { return m_clock.now(); }
    Store& store() { return *m_store; }
    FeedHub& hub() { return m_hub; }
    const BlobStore& blobs() const { return *m_blobs; }
    const crypto::Vault& vault() const { return *m_vault; }
    const crypto::SealKeyRing& sealRing() const { return m_sealRing; }
    const crypto::SealKeySet& sealKeys() const { return m_sealKeys; }
    const DeviceAuthority& authority() const { return *m_authority; }
    KeyRegister& keys() { return m_keys; }
    const ItemLibrary& items() const { return m_items; }
    const QList<protocol::Notice>& notices() const { return m_notices; }
    AlarmBell& bell() { return m_bell; }
    const workflow::WorkCalendar& calendar() const { return m_calendar; }
    RateLimits& limits() { return m_limits; }
    // For work that takes CPU or disk time: password checks, blobs.
    QThreadPool& workers() { return m_workers; }
    Result<QByteArray> signHead(const QByteArray& statement) const;
    bool headSignatureGood(const QByteArray& statement, const QByteArray& signature) const;

    // A certificate of the own authority for our own TLS, made anew at each start; haproxy.pem
    // beside it holds chain and key in one file, as HAProxy wants them.
    Result<http::TlsFiles> serverCertificate(const QStringList& hosts) const;

    // Signing keys changed: read them again; `then` runs on a store thread when they are in force.
    void refreshKeys(std::function<void()> then = {});

private:
    Centre(const CentreOptions& options, const Clock& clock);
    Result<void> openKeys();

    CentreOptions m_options;
    const Clock& m_clock;
    std::optional<BlobStore> m_blobs;
    std::optional<crypto::Vault> m_vault;
    std::optional<DeviceAuthority> m_authority;
    crypto::SealKeyRing m_sealRing;
    crypto::SealKeySet m_sealKeys;
    crypto::PrivateKey m_auditKey;
    KeyRegister m_keys;
    ItemLibrary m_items;
    QList<protocol::Notice> m_notices;
    AlarmBell m_bell;
    workflow::WorkCalendar m_calendar;
    RateLimits m_limits;
    QThreadPool m_workers;
    FeedHub m_hub;
    std::unique_ptr<Store> m_store; // last in, first out: its thread uses the rest
};

} // namespace tongban::central

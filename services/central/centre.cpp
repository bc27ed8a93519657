// Opening of the data directory: keys, authority, blobs, database.
#include "services/central/centre.h"

#include "services/crypto/private_file.h"
#include "services/crypto/signature.h"

#include <QDir>
#include <QFile>

namespace tongban::central {

Centre::Centre(const CentreOptions& options, const Clock& clock)
    : m_options(options)
    , m_clock(clock) {
    m_workers.setMaxThreadCount(3);
}

Centre::~Centre() {
    m_hub.release();
    m_workers.waitForDone();
    m_store.reset();
}

Result<std::unique_ptr<Centre>> Centre::open(const CentreOptions& options, const Clock& clock) {
    std::unique_ptr<Centre> centre(new Centre(options, clock));
    if (!QDir().mkpath(options.folder))
        return fail(FaultKind::Storage, QStringLiteral("cannot make %1").arg(options.folder));
    QFile::setPermissions(options.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    TRY(centre->openKeys());
    TRY_ASSIGN(centre->m_blobs, BlobStore::open(options.folder + QStringLiteral("/blobs")));
    TRY_ASSIGN(centre->m_items, ItemLibrary::load(options.items.isEmpty()
                                                      ? options.resources + QStringLiteral("/items")
                                                      : options.items));
    TRY_ASSIGN(centre->m_notices,
               protocol::loadNotices(options.resources + QStringLiteral("/notices")));
    TRY_ASSIGN(centre->m_calendar,
               workflow::WorkCalendar::load(options.resources + QStringLiteral("/calendars")));
    StoreOptions store;
    store.sqliteFile = options.folder + QStringLiteral("/central.db");
    store.postgres = options.postgres;
    store.migrations = options.resources + QStringLiteral("/sql/central");
    TRY_ASSIGN(centre->m_store, Store::open(store));
    centre->m_store->onWake([hub = &centre->m_hub](const QSet<QString>& keys) { hub->wake(keys); });
    centre->refreshKeys();
    return centre;
}

Result<void> Centre::openKeys() {
    const QString& folder = m_options.folder;
    TRY_ASSIGN(m_vault, crypto::Vault::open(folder + QStringLiteral("/vault.key")));
    TRY_ASSIGN(m_auditKey, crypto::PrivateKey::loadOrGenerate(folder + QStringLiteral("/audit.key"),
                                                              crypto::Algorithm::P256));
    TRY_ASSIGN(m_authority, DeviceAuthority::open(folder, now()));
    struct Kind {
        crypto::Suite suite;
        const char* kid;
    };
    for (const Kind& kind :
         {Kind{crypto::Suite::Intl, "intl-1"}, Kind{crypto::Suite::Gm, "gm-1"}}) {
        const QString kid = QLatin1String(kind.kid);
        TRY_ASSIGN(const crypto::PrivateKey key,
                   crypto::PrivateKey::loadOrGenerate(
                       QStringLiteral("%1/seal-%2.key").arg(folder, kid),
                       crypto::softwareSealProvider(kind.suite).keyAlgorithm()));
        m_sealKeys.add(
            {kid, kind.suite, key.publicKey(), Instant{}, now() + std::chrono::days(180)});
        m_sealRing.add(kid, key);
    }
    return {};
}

Result<QByteArray> Centre::signHead(const QByteArray& statement) const {
    return crypto::sign(m_auditKey, statement);
}

bool Centre::headSignatureGood(const QByteArray& statement, const QByteArray& signature) const {
    return crypto::verify(m_auditKey.publicKey(), statement, signature);
}

Result<http::TlsFiles> Centre::serverCertificate(const QStringList& hosts) const {
    const QString base = m_options.folder + QStringLiteral("/server");
    http::TlsFiles files;
    files.certificate = base + QStringLiteral(".pem");
    files.key = base + QStringLiteral(".key");
    files.clientAuthority = m_options.folder + QStringLiteral("/ca.pem");
    files.expiredClientsWelcome = true;
    files.strangersWelcome = true; // enrolment, citizens and staff have no certificate
    TRY_ASSIGN(const crypto::PrivateKey key,
               crypto::PrivateKey::loadOrGenerate(files.key, crypto::Algorithm::P256));
    TRY_ASSIGN(const DeviceCertificate certificate, m_authority->signServer(key, hosts, now()));
    const QByteArray chain = certificate.pem + m_authority->certificate();
    TRY(crypto::writePrivateFile(files.certificate, chain));
    QFile source(files.key);
    if (!source.open(QIODevice::ReadOnly))
        return fail(FaultKind::Storage, QStringLiteral("cannot read %1").arg(files.key));
    TRY(crypto::writePrivateFile(m_options.folder + QStringLiteral("/haproxy.pem"),
                                 chain + source.readAll()));
    return files;
}

void Centre::refreshKeys(std::function<void()> then) {
    m_store->run<bool>(
        [this](Sql& sql) -> Result<bool> {
            TRY(m_keys.reload(sql));
            return true;
        },
        [then = std::move(then)](const Result<bool>&) {
            if (then)
                then();
        });
}

} // namespace tongban::central

// Packs from the program's folder and the machine's shelf; the log in a database of its own.
#include "app/knowledge_desk.h"

#include "knowledgebase/unanswered_log.h"
#include "services/core/async.h"
#include "services/core/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QUuid>
#include <QtConcurrentRun>

namespace tongban::app {

using knowledgebase::Pack;

namespace {

QString shipped(const char* name) {
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../knowledge"));
    return folder.filePath(QLatin1String(name));
}

Result<QList<crypto::PublicKey>> publishers() {
    QFile file(shipped("publisher.pem"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultKind::NotFound,
                    file.fileName() + QStringLiteral(": ") + file.errorString());
    TRY_ASSIGN(crypto::PublicKey key, crypto::PublicKey::fromPem(file.readAll()));
    return QList<crypto::PublicKey>{std::move(key)};
}

knowledgebase::AskOutcome asLogged(kiosk::SearchModel::Outcome outcome) {
    switch (outcome) {
    case kiosk::SearchModel::Outcome::Done:
        return knowledgebase::AskOutcome::Done;
    case kiosk::SearchModel::Outcome::Rephrased:
        return knowledgebase::AskOutcome::Rephrased;
    case kiosk::SearchModel::Outcome::CalledStaff:
        return knowledgebase::AskOutcome::CalledStaff;
    case kiosk::SearchModel::Outcome::Left:
        break;
    }
    return knowledgebase::AskOutcome::Left;
}

} // namespace

Result<Pack> openKnowledge(const QString& data) {
    TRY_ASSIGN(const QList<crypto::PublicKey> trusted, publishers());
    auto own = knowledgebase::PackShelf(QDir(data).filePath(QStringLiteral("knowledge")), trusted)
                   .current();
    auto came = knowledgebase::mapPack(shipped("knowledge.tbkb"), trusted);
    if (own && (!came || own->manifest.version > came->manifest.version))
        return own;
    return came;
}

KnowledgeDesk::KnowledgeDesk(const Options& options, kiosk::SearchModel& search, const Clock& clock,
                             QObject* parent)
    : QObject(parent)
    , m_data(options.data)
    , m_search(search)
    , m_clock(clock) {
    connect(&search, &kiosk::SearchModel::unanswered, this, &KnowledgeDesk::record);
    connect(&search, &kiosk::SearchModel::changed, this, [this] {
        if (m_search.isClean())
            m_visit.clear();
    });
}

KnowledgeDesk::~KnowledgeDesk() = default;

void KnowledgeDesk::start() {
    const QString folder = QDir(m_data).filePath(QStringLiteral("knowledge"));
    QDir().mkpath(folder);
    auto log = storage::StorageThread::start(folder + QStringLiteral("/unanswered.db"), {});
    auto vault = crypto::Vault::open(folder + QStringLiteral("/unanswered.key"));
    if (log && vault) {
        m_log = std::move(*log);
        m_vault = std::make_shared<const crypto::Vault>(std::move(*vault));
    } else {
        qCWarning(logApp).noquote() << "unanswered questions are not kept:"
                                    << (log ? vault.error().detail : log.error().detail);
    }
    whenDone(QtConcurrent::run([data = m_data] { return openKnowledge(data); }), this,
             [this](const Result<Pack>& pack) {
                 if (pack)
                     m_search.setKnowledge(pack->base);
                 else
                     qCWarning(logApp).noquote() << "no knowledge base:" << pack.error().detail;
             });
}

void KnowledgeDesk::record(const QString& text, Outcome outcome) {
    if (m_log == nullptr)
        return;
    if (m_visit.isEmpty())
        m_visit = QUuid::createUuid().toByteArray();
    const auto write = [vault = m_vault, visit = QString::fromLatin1(m_visit), text,
                        as = asLogged(outcome),
                        now = m_clock.now()](storage::Database& database) -> Result<void> {
        TRY_ASSIGN(auto log, knowledgebase::UnansweredLog::open(database, *vault));
        TRY(log.forget(now));
        return log.record(visit, text, as, now);
    };
    whenDone(m_log->run(write), this, [](const Result<void>& written) {
        if (!written)
            qCWarning(logApp).noquote() << "a question was not kept:" << written.error().detail;
    });
}

} // namespace tongban::app

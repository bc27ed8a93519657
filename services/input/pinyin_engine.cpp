// The thin seam to librime's C interface (rime_api.h, 1.8).
#include "services/input/pinyin_engine.h"

#include <QDir>
#include <QFile>
#include <QLibrary>
#include <mutex>
#include <rime_api.h>

namespace tongban::input {

namespace {

constexpr int keyBackspace = 0xff08; // X11 keysym, as librime expects

} // namespace

struct PinyinEngine::Rime {
    QLibrary library{QStringLiteral("rime"), 1};
    RimeApi* api = nullptr;
    RimeSessionId session = 0;
    QTemporaryDir userDir; // compiled tables only; gone with the engine
    QByteArray sharedPath;
    QByteArray userPath;

    QString takeCommit() const {
        RIME_STRUCT(RimeCommit, commit);
        if (!api->get_commit(session, &commit))
            return {};
        QString text = QString::fromUtf8(commit.text);
        api->free_commit(&commit);
        return text;
    }
};

PinyinEngine::PinyinEngine()
    : m_rime(std::make_unique<Rime>()) {}

PinyinEngine::~PinyinEngine() {
    if (m_rime->api == nullptr)
        return;
    if (m_rime->session != 0)
        m_rime->api->destroy_session(m_rime->session);
    m_rime->api->finalize();
}

bool PinyinEngine::isReady() const {
    return m_rime->session != 0;
}

Result<void> PinyinEngine::start(const QString& schemaDir) {
    if (!m_rime->library.load())
        return fail(FaultKind::NotFound, m_rime->library.errorString());
    const auto getApi = reinterpret_cast<RimeApi* (*)()>(m_rime->library.resolve("rime_get_api"));
    if (getApi == nullptr || !m_rime->userDir.isValid())
        return fail(FaultKind::Internal, QStringLiteral("librime has no rime_get_api"));
    const QStringList files = QDir(schemaDir).entryList({QStringLiteral("*.yaml")}, QDir::Files);
    if (files.isEmpty())
        return fail(FaultKind::NotFound, QStringLiteral("no schema in %1").arg(schemaDir));
    for (const QString& name : files)
        QFile::copy(schemaDir + u'/' + name, m_rime->userDir.filePath(name));

    m_rime->sharedPath = QByteArrayLiteral("/usr/share/rime-data");
    m_rime->userPath = QFile::encodeName(m_rime->userDir.path());
    RIME_STRUCT(RimeTraits, traits);
    traits.shared_data_dir = m_rime->sharedPath.constData();
    traits.user_data_dir = m_rime->userPath.constData();
    traits.distribution_name = "Tongban";
    traits.distribution_code_name = "tongban";
    traits.distribution_version = "1";
    traits.app_name = "rime.tongban";
    traits.min_log_level = 3;
    traits.log_dir = ""; // no log files
    RimeApi* api = getApi();
    static std::once_flag logging; // setup() aborts the process when its log is set up twice
    std::call_once(logging, [&] { api->setup(&traits); });
    api->initialize(&traits);
    if (api->start_maintenance(True))
        api->join_maintenance_thread();
    m_rime->api = api;
    m_rime->session = api->create_session();
    if (m_rime->session == 0 || !api->select_schema(m_rime->session, "tongban")) {
        m_rime->session = 0;
        return fail(FaultKind::Internal, QStringLiteral("librime does not accept the schema"));
    }
    return {};
}

QString PinyinEngine::letter(QChar letter) {
    if (!isReady())
        return QString(letter);
    const QChar lower = letter.toLower();
    if (!m_rime->api->process_key(m_rime->session, lower.unicode(), 0))
        return QString(letter);
    return m_rime->takeCommit();
}

QString PinyinEngine::choose(int index) {
    if (!isReady() || index < 0 ||
        !m_rime->api->select_candidate(m_rime->session, static_cast<size_t>(index)))
        return {};
    return m_rime->takeCommit();
}

QString PinyinEngine::backspace(bool* consumed) {
    *consumed = isReady() && !composition().isEmpty();
    if (!*consumed)
        return {};
    m_rime->api->process_key(m_rime->session, keyBackspace, 0);
    return m_rime->takeCommit();
}

QString PinyinEngine::commit() {
    if (!isReady() || composition().isEmpty())
        return {};
    m_rime->api->commit_composition(m_rime->session);
    return m_rime->takeCommit();
}

void PinyinEngine::clear() {
    if (isReady())
        m_rime->api->clear_composition(m_rime->session);
}

Composition PinyinEngine::composition() const {
    Composition found;
    if (!isReady())
        return found;
    RIME_STRUCT(RimeContext, context);
    if (!m_rime->api->get_context(m_rime->session, &context))
        return found;
    if (context.composition.length > 0)
        found.preedit = QString::fromUtf8(context.composition.preedit);
    for (int i = 0; i < context.menu.num_candidates; ++i)
        found.candidates.append(QString::fromUtf8(context.menu.candidates[i].text));
    m_rime->api->free_context(&context);
    return found;
}

} // namespace tongban::input

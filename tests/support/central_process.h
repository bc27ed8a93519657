// CentralProcess: the real tongban-central on a free loopback port with a data directory of its
// own, for end-to-end tests.
#pragma once

#include "services/core/clock.h"
#include "services/crypto/base32.h"
#include "services/crypto/totp.h"
#include "tests/support/loopback_client.h"
#include "tests/support/postgres_process.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <cstdlib>
#include <memory>

namespace tongban::test {

class CentralProcess {
public:
    // Extra arguments, such as {"--postgres", "…"}.
    explicit CentralProcess(QStringList arguments = {})
        : m_arguments(std::move(arguments)) {}
    ~CentralProcess() { stop(); }
    CentralProcess(const CentralProcess&) = delete;
    CentralProcess& operator=(const CentralProcess&) = delete;

    // With TONGBAN_TEST_STORE=postgresql in the environment the same test runs on a real
    // PostgreSQL. True when it answers. The port stays the same over restarts, so that clients find
    // it again.
    bool start() {
        if (!usePostgres())
            return false;
        m_process = std::make_unique<QProcess>();
        m_process->setProcessEnvironment(m_environment);
        if (m_log.isEmpty())
            m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        else
            m_process->setStandardErrorFile(m_log, QIODevice::Append);
        m_process->start(program(), QStringList{QStringLiteral("--listen"),
                                                QStringLiteral("127.0.0.1:%1").arg(m_port),
                                                QStringLiteral("--data"), dataDir(),
                                                QStringLiteral("--print-port")} +
                                        m_arguments);
        if (!m_process->waitForStarted(5000))
            return false;
        while (!m_process->canReadLine()) {
            if (!m_process->waitForReadyRead(20000))
                return false;
        }
        m_port = static_cast<quint16>(m_process->readLine().trimmed().toInt());
        return m_port != 0;
    }
    // For the next start.
    void add(const QStringList& arguments) { m_arguments += arguments; }
    // Its wall clock at the next start, as libfaketime says it ("+30d"); empty: the true one. False
    // when faketime is not installed.
    bool setClock(const QString& shift) {
        static const QString library =
            QStringLiteral("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
        m_environment = QProcessEnvironment::systemEnvironment();
        if (shift.isEmpty())
            return true;
        m_environment.insert(QStringLiteral("LD_PRELOAD"), library);
        m_environment.insert(QStringLiteral("FAKETIME"), shift);
        m_environment.insert(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
        return QFile::exists(library);
    }
    // Where its log goes; without it, to our own standard error.
    void logTo(const QString& file) { m_log = file; }
    // SIGTERM; true when it ended by itself with 0.
    bool stop() {
        if (!m_process || m_process->state() == QProcess::NotRunning)
            return true;
        m_process->terminate();
        const bool ended = m_process->waitForFinished(15000);
        if (!ended)
            m_process->kill();
        m_process->waitForFinished(1000);
        return ended && m_process->exitCode() == 0;
    }
    void kill9() {
        m_process->kill();
        m_process->waitForFinished(5000);
    }

    quint16 port() const { return m_port; }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QString dataDir() const { return m_folder.path() + QStringLiteral("/central"); }
    qint64 pid() const { return m_process ? m_process->processId() : 0; }

    QJsonObject firstRun() const {
        QFile file(dataDir() + QStringLiteral("/first-run.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    // A code for "kiosk" or "counter" that is good once.
    QString enrolmentCode(const QString& kind = QStringLiteral("kiosk")) const {
        for (const QJsonValue& one : firstRun().value(QStringLiteral("enrolment")).toArray()) {
            if (one.toObject().value(QStringLiteral("kind")).toString() == kind)
                return one.toObject().value(QStringLiteral("code")).toString();
        }
        return {};
    }
    QJsonObject account(const QString& role) const {
        for (const QJsonValue& one : firstRun().value(QStringLiteral("accounts")).toArray()) {
            if (one.toObject().value(QStringLiteral("role")).toString() == role)
                return one.toObject();
        }
        return {};
    }
    // Signs a sample account in ("approver", "system-admin" …) and returns the header line for
    // further requests.
    QByteArray signIn(const QString& role) {
        const QJsonObject who = account(role);
        const Answer answer = askOnce(m_port, "POST", "/v1/staff/login", loginBody(who));
        return "Authorization: Bearer " +
               answer.json().value(QStringLiteral("token")).toString().toLatin1();
    }
    // A code is good once: the second login of one account within 30 s uses the next step's code.
    QByteArray loginBody(const QJsonObject& account) {
        const QString id = account.value(QStringLiteral("staff")).toString();
        const QByteArray secret =
            *crypto::fromBase32(account.value(QStringLiteral("totp_secret")).toString().toLatin1());
        qint64& last = m_lastStep[id];
        const qint64 step = qMax(crypto::totpStep(SystemClock().now()), last + 1);
        last = step;
        return QJsonDocument(QJsonObject{{QStringLiteral("staff"), id},
                                         {QStringLiteral("password"),
                                          account.value(QStringLiteral("password"))},
                                         {QStringLiteral("otp"), crypto::totpCode(secret, step)}})
            .toJson();
    }

private:
    bool usePostgres() {
        if (m_postgres || qEnvironmentVariable("TONGBAN_TEST_STORE") != QLatin1String("postgresql"))
            return true;
        if (!PostgresProcess::installed()) {
            qInfo("skipped: PostgreSQL is not installed (package postgresql-15)");
            std::exit(77);
        }
        m_postgres = std::make_unique<PostgresProcess>();
        if (!m_postgres->start() || !m_postgres->createDatabase(QStringLiteral("central")))
            return false;
        m_arguments +=
            {QStringLiteral("--postgres"), m_postgres->connection(QStringLiteral("central"))};
        return true;
    }
    // Beside this program, or in build/…/bin when this is a test in build/…/tests.
    static QString program() {
        const QString here = QCoreApplication::applicationDirPath();
        const QString beside = here + QStringLiteral("/tongban-central");
        return QFile::exists(beside) ? beside : here + QStringLiteral("/../bin/tongban-central");
    }
    QTemporaryDir m_folder;
    QStringList m_arguments;
    QString m_log;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::unique_ptr<PostgresProcess> m_postgres;
    std::unique_ptr<QProcess> m_process;
    QHash<QString, qint64> m_lastStep;
    quint16 m_port = 0;
};

} // namespace tongban::test

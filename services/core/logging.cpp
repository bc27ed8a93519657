// One line per message on stderr: time, level, category, redacted text.
#include "services/core/logging.h"

#include <QDateTime>
#include <QRegularExpression>
#include <cstdio>

namespace tongban {

Q_LOGGING_CATEGORY(logApp, "tongban.app", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "tongban.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logDevices, "tongban.devices", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "tongban.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logCentral, "tongban.central", QtInfoMsg)

QString redacted(QString message) {
    static const QRegularExpression idNumber(QStringLiteral("\\b\\d{6}(19|20)\\d{9}[\\dXx]\\b"));
    static const QRegularExpression phone(QStringLiteral("\\b1[3-9]\\d{9}\\b"));
    message.replace(idNumber, QStringLiteral("***"));
    message.replace(phone, QStringLiteral("***"));
    message.replace(u'\n', QStringLiteral("\\n"));
    message.replace(u'\r', QStringLiteral("\\r"));
    return message;
}

namespace {

void write(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const char* level = "info";
    switch (type) {
    case QtDebugMsg:
        level = "debug";
        break;
    case QtInfoMsg:
        break;
    case QtWarningMsg:
        level = "warn";
        break;
    case QtCriticalMsg:
        level = "error";
        break;
    case QtFatalMsg:
        level = "fatal";
        break;
    }
    const QByteArray line =
        QStringLiteral("%1 %2 %3: %4\n")
            .arg(QDateTime::currentDateTime().toString(Qt::ISODateWithMs), QLatin1String(level),
                 QLatin1String(context.category ? context.category : "default"), redacted(message))
            .toUtf8();
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace

void installLogging() {
    qInstallMessageHandler(write);
}

} // namespace tongban

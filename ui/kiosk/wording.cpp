// Words that are the same on every page.
#include "ui/kiosk/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>

namespace tongban::kiosk {

namespace {

QString answersText(const QList<catalog::AnswerRef>& answers) {
    QStringList parts;
    for (const catalog::AnswerRef& answer : answers)
        parts.append(QStringLiteral("“%1”").arg(answer.chosen));
    return parts.join(QCoreApplication::translate("Wording", " and "));
}

} // namespace

QVariantMap whyOf(const catalog::Assessment& assessment, const QString& material) {
    const catalog::NeededMaterial* needed = assessment.material(material);
    if (needed == nullptr)
        return {};
    QStringList reasons;
    QStringList clauses;
    for (const catalog::Reason& reason : needed->why.reasons) {
        QString line = reason.explanation;
        if (!reason.because.isEmpty())
            line +=
                QLatin1Char('\n') + QCoreApplication::translate("Wording", "Because you said %1.")
                                        .arg(answersText(reason.because));
        reasons.append(line);
        if (!clauses.contains(reason.clause))
            clauses.append(reason.clause);
    }
    QStringList removals;
    for (const catalog::Removal& removal : needed->why.removals) {
        const QString key =
            removal.gone
                ? QCoreApplication::translate("Wording", "With “%1” it would not be needed.")
                : QCoreApplication::translate("Wording",
                                              "With “%1” there would be nothing to hand in.");
        removals.append(key.arg(removal.chosen));
    }
    QString supplier;
    if (!needed->why.supplier.isEmpty())
        supplier =
            QLatin1Char('\n') +
            QCoreApplication::translate("Wording", "You get it from: %1").arg(needed->why.supplier);
    return {{QStringLiteral("title"), needed->material.name},
            {QStringLiteral("why"), reasons.join(QLatin1Char('\n')) + supplier},
            {QStringLiteral("rule"), clauses.join(QStringLiteral("；"))},
            {QStringLiteral("removedBy"), removals.join(QLatin1Char('\n'))},
            {QStringLiteral("sample"), needed->material.sample}};
}

QString dayText(QDate day) {
    const QLocale locale;
    if (locale.language() == QLocale::Chinese)
        return locale.toString(day, QStringLiteral("M月d日（dddd）"));
    return locale.toString(day, QStringLiteral("ddd d MMM"));
}

QString momentText(Instant at, QDate today) {
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    const QString time = local.toString(QStringLiteral("HH:mm"));
    if (local.date() == today)
        return QCoreApplication::translate("Wording", "today %1").arg(time);
    const QLocale locale;
    const bool chinese = locale.language() == QLocale::Chinese;
    return locale.toString(local.date(),
                           chinese ? QStringLiteral("M月d日") : QStringLiteral("d MMM")) +
           QLatin1Char(' ') + time;
}

QString glyphOf(const QString& picture) {
    static const QHash<QString, QString> glyphs{
        {QStringLiteral("calendar"), QStringLiteral("calendar-check")},
        {QStringLiteral("card-new"), QStringLiteral("id-card")},
        {QStringLiteral("card-lost"), QStringLiteral("search")},
        {QStringLiteral("card-broken"), QStringLiteral("refresh")},
        {QStringLiteral("house"), QStringLiteral("house")},
    };
    return glyphs.value(picture, picture.isEmpty() ? QStringLiteral("circle-check") : picture);
}

QStringList qrRows(const QString& text, receipt::ErrorCorrection level) {
    QStringList lines;
    const auto code = receipt::QrCode::encode(text, level);
    for (int y = 0; code && y < code->size(); ++y) {
        QString line;
        for (int x = 0; x < code->size(); ++x)
            line += code->dark(x, y) ? u'1' : u'0';
        lines.append(line);
    }
    return lines;
}

} // namespace tongban::kiosk

// CaseMaker: applications that open as real cases at the central service: the residence permit's
// own process, decided here as a kiosk would.
#pragma once

#include "services/workflow/engine.h"
#include "services/workflow/questions.h"
#include "tests/support/kiosk_double.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace tongban::test {

class CaseMaker {
public:
    static QString item() { return QStringLiteral("residence-permit"); }
    QString items() const { return m_items.path(); } // for --items

    // The product's item without its forms and decisions. False when it does not compile.
    bool prepare() {
        const QString source = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/") + item();
        const QString folder = m_items.filePath(item());
        QFile process(source + QStringLiteral("/process.bpmn"));
        QFile bare(folder + QStringLiteral("/process.bpmn"));
        if (!QDir().mkpath(folder) || !process.open(QIODevice::ReadOnly) ||
            !bare.open(QIODevice::WriteOnly))
            return false;
        QString text = QString::fromUtf8(process.readAll());
        text.remove(QRegularExpression(QStringLiteral("<zeebe:formDefinition[^>]*/>")));
        bare.write(text.toUtf8());
        bare.close();
        for (const char* name : {"/item.json", "/materials.json"})
            QFile::copy(source + QLatin1String(name), folder + QLatin1String(name));
        const auto package = workflow::readPackage(folder);
        if (!package.has_value())
            return false;
        auto definition = workflow::compile(*package);
        auto calendar =
            workflow::WorkCalendar::load(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/calendars"));
        if (!definition.has_value() || !calendar.has_value())
            return false;
        m_definition = std::move(*definition);
        m_calendar = std::move(*calendar);
        return true;
    }

    protocol::SealedContent content(const KioskDouble& kiosk, const QJsonObject& applicant,
                                    const QJsonObject& answers) const {
        protocol::SealedContent content;
        content.applicant = applicant;
        content.answers = answers;
        QJsonObject variables = answers; // as a kiosk does
        variables.insert(QStringLiteral("route"), QStringLiteral("review"));
        variables.insert(QStringLiteral("pending"), QJsonArray{QStringLiteral("photo")});
        workflow::Instance instance;
        add(content, instance, kiosk, workflow::Open{{}, variables, {}, {}},
            QStringLiteral("open"));
        add(content, instance, kiosk, workflow::HandOver{QStringLiteral("centre")},
            QStringLiteral("hand-over"));
        return content;
    }

private:
    void add(protocol::SealedContent& content, workflow::Instance& instance,
             const KioskDouble& kiosk, const workflow::Command& command, const QString& id) const {
        const auto events = workflow::decide(m_definition, instance, command,
                                             {SystemClock().now(), kiosk.device, id, &m_calendar});
        if (!events.has_value())
            return;
        for (const workflow::Event& event : *events) {
            workflow::evolve(instance, event);
            content.events.append({event.sequence, instance.epoch, event.at,
                                   workflow::nameOf(event.kind), event.toJson()});
        }
    }

    QTemporaryDir m_items;
    workflow::Definition m_definition;
    workflow::WorkCalendar m_calendar;
};

} // namespace tongban::test

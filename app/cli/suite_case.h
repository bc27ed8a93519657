// One case of a conformance suite: a model run with a virtual clock, its trace compared. The
// suite's scripts are fifteen fixed words; they become effects, which this host carries out.
#pragma once

#include "services/workflow/engine.h"

#include <QJsonObject>
#include <QStringList>

namespace tongban::cli {

class SuiteCase {
public:
    // The words and condition shapes of the suite in our dialect.
    static QByteArray translated(const QByteArray& bpmn);

    SuiteCase(const QByteArray& bpmn, const QString& process, const QJsonObject& input);
    // Runs and returns the trace, sorted.
    QStringList run();

private:
    struct Running {
        workflow::Instance instance;
        quint64 number = 0;
    };
    struct Later { // an effect that takes time
        Instant due{};
        qsizetype process = 0;
        quint32 key = 0;
    };

    void open(const QString& process, const QString& message = {}, const QString& signal = {});
    void command(qsizetype process, const workflow::Command& command);
    void follow(qsizetype process, const workflow::Events& events);
    void carryOut(qsizetype process, const workflow::Event& asked);
    void deliver(const workflow::Event& sent, qsizetype from);
    bool startsWith(int process, workflow::Trigger trigger, const QString& name);
    void log(const QString& line) { m_trace.append(line); }

    workflow::Definition m_definition;
    QString m_process;
    QJsonObject m_input;
    QList<Running> m_running;
    QList<Later> m_later;
    QStringList m_trace;
    QString m_refused;
    bool m_asksForMarker = false;
    QHash<int, QStringList>
        m_gathered; // triggers that have come to a parallel multiple start event
    Instant m_now{};
    QList<std::pair<Instant, Instant>> m_spans; // of the two timestamped tasks
};

} // namespace tongban::cli

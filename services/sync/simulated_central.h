// A central service in memory with the contract of sync.md §2.2, for one or many simulated
// machines.
#pragma once

#include "services/protocol/device_messages.h"
#include "services/sync/simulated_world.h"

#include <QHash>
#include <QSet>

namespace tongban::sync {

class SimulatedCentral {
public:
    struct Settings {
        // Controls that must be found out: every PUT is a new application; an acknowledged one is
        // forgotten.
        bool idempotent = true;
        double forgetsKept = 0;
        double losesBlob = 0.01; // an unreferenced blob expires before its manifest comes
    };

    SimulatedCentral(SimulatedTime& time, SeededChance& chance, Settings settings)
        : m_time(time)
        , m_chance(chance)
        , m_settings(settings) {}

    // The effect happens now; what comes back is the answer that a network may still lose.
    Answer answer(const QString& device, const Call& call);
    // For a long-poll: is there anything after `cursor`?
    bool hasNews(const QString& device, qint64 cursor) const {
        return m_feeds.value(device).size() > cursor;
    }
    // A decision by a clerk: one more event for the machine.
    void decide(const QString& application);

    int kept(const QString& application) const { return m_effects.value(application); }
    const QHash<QString, int>& effects() const { return m_effects; }
    const QList<protocol::FeedEvent>& feedOf(const QString& device) { return m_feeds[device]; }
    QByteArray blob(const QByteArray& hash) const { return m_blobs.value(hash); }

private:
    struct Part {
        qint64 size = 0;
        QByteArray bytes;
    };
    struct Stored {
        QString device;
        QByteArray body;
        QByteArray answer;
    };

    Answer putApplication(const QString& device, const QString& id, const QByteArray& body);
    Answer keep(const QString& device, const QString& id, const QByteArray& body);
    Answer headBlob(const QByteArray& hash) const;
    Answer patchBlob(const QByteArray& hash, const Call& call);
    Answer feed(const QString& device, const QByteArray& path);
    void tell(const QString& device, const QString& kind, const QString& application);

    SimulatedTime& m_time;
    SeededChance& m_chance;
    Settings m_settings;
    QHash<QString, Stored> m_applications;
    QHash<QString, int> m_effects; // how often an application came into being
    QHash<QByteArray, Part> m_parts;
    QHash<QByteArray, QByteArray> m_blobs;
    QSet<QByteArray> m_referenced;
    QHash<QString, QList<protocol::FeedEvent>> m_feeds;
};

// A manifest of the simulation: "application ID HASH HASH …" in hexadecimal; "poison …" is never
// accepted.
QByteArray simulatedManifest(const QString& id, const QList<QByteArray>& hashes, bool poison);

} // namespace tongban::sync

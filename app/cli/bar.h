// A bar: one promise of the product as a check with figures, that has been seen to fail (sync.md
// §4.2, §7.3).
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <functional>

namespace tongban::cli {

struct BarOutcome {
    bool held = false;
    QJsonObject figures;
    QString missing; // a package that is not installed: neither held nor broken
};

// How long a bar takes that can take as long as one likes: Short in `bar all`, Usual by itself.
enum class Length { Short, Usual, Long };

struct Bar {
    const char* name;
    const char* promise;
    std::function<BarOutcome()> run;
    std::function<BarOutcome(Length)> lasting; // instead of `run`
    BarOutcome outcome(Length length) const { return lasting ? lasting(length) : run(); }
};

// What did not hold, collected; a bar holds when nothing was.
class Findings {
public:
    void expect(bool good, const QString& what) {
        if (!good && m_all.size() < 20)
            m_all.append(what);
        m_count += good ? 0 : 1;
    }
    bool none() const { return m_count == 0; }
    BarOutcome outcome(QJsonObject figures) const;

private:
    QStringList m_all;
    qint64 m_count = 0;
};

// Each group of bars has a file of its own and a line in bar.cpp.
QList<Bar> syncBars();
QList<Bar> sealingBars();
QList<Bar> centralReliabilityBars();
QList<Bar> centralSecurityBars();
QList<Bar> httpBars();
QList<Bar> loadBars();
QList<Bar> kioskDiskBars();
QList<Bar> networkBars();
QList<Bar> fuzzBars();
QList<Bar> clusterBars();
QList<Bar> accessBars();
QList<Bar> intrusionBars();
QList<Bar> storeBars();
QList<Bar> clockBars();
QList<Bar> rightsBars();
QList<Bar> adminBars();
QList<Bar> packBars();
QList<Bar> kioskLifeBars();
QList<Bar> keepingBars();
QList<Bar> residualBars();

} // namespace tongban::cli

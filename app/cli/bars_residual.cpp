// Bar of what stays behind in a kiosk's memory when the citizen has gone.
#include "app/cli/bar_central.h"

#include <QImage>

namespace tongban::cli {

namespace {

// What the tour's citizen shows and types, as text and as the screen's own wide text. The simulated
// card reader and the tour hold copies of their own, which the reading before the visit has
// already.
QByteArrayList markers() {
    const QStringList said{QStringLiteral("张示例"),
                           QStringLiteral("440399198805120111"),
                           QStringLiteral("广东省样例市演示区通办路1号虚构花园3栋502"),
                           QStringLiteral("样例市公安局演示分局"),
                           QStringLiteral("13800000000"),
                           QStringLiteral("示范路18"),
                           QStringLiteral("1988-05-12"),
                           QStringLiteral("张先生"),
                           QStringLiteral("2025-03-01"),
                           QStringLiteral("通办路1号虚构花园")};
    QByteArrayList all;
    for (const QString& text : said) {
        all.append(text.toUtf8());
        all.append(QByteArray(reinterpret_cast<const char*>(text.utf16()),
                              text.size() * qsizetype(sizeof(char16_t))));
    }
    return all;
}

// How often each marker stands in the memory of a process that may be written to.
QList<qint64> search(qint64 pid, const QByteArrayList& markers) {
    QList<qint64> found(markers.size(), 0);
    QFile maps(QStringLiteral("/proc/%1/maps").arg(pid));
    QFile memory(QStringLiteral("/proc/%1/mem").arg(pid));
    if (!maps.open(QIODevice::ReadOnly) ||
        !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return found;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const qint64 from = words[0].split('-').value(0).toLongLong(nullptr, 16);
        const qint64 to = words[0].split('-').value(1).toLongLong(nullptr, 16);
        if (!memory.seek(from))
            continue;
        const QByteArray bytes = memory.read(to - from);
        for (qsizetype i = 0; i < markers.size(); ++i)
            found[i] += bytes.count(markers[i]);
    }
    return found;
}

// The kiosk playing the visit; it stops at each place it names until a line comes.
class PlayedVisit {
public:
    PlayedVisit(const QStringList& arguments, const QString& log) {
        m_process.setStandardErrorFile(log);
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-kiosk"),
                        arguments);
        m_process.waitForStarted(10'000);
    }
    ~PlayedVisit() {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    PlayedVisit(const PlayedVisit&) = delete;
    PlayedVisit& operator=(const PlayedVisit&) = delete;
    bool waitFor(const QByteArray& place) {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 55'000) {
            while (m_process.canReadLine()) {
                m_said += m_process.readLine();
                if (m_said.endsWith(place + '\n'))
                    return true;
            }
            if (m_process.state() != QProcess::Running)
                return false;
            m_process.waitForReadyRead(200);
        }
        return false;
    }
    void goOn() {
        m_process.write("go on\n");
        m_process.waitForBytesWritten(1'000);
    }
    qint64 pid() const { return m_process.processId(); }
    QString lastWords() const { return QString::fromUtf8(m_said.right(300)); }

private:
    QProcess m_process;
    QByteArray m_said;
};

// The part of the picture that is not the same; 1 when they cannot be compared.
double difference(const QImage& one, const QImage& other) {
    if (one.isNull() || one.size() != other.size())
        return 1;
    qint64 different = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            different += one.pixel(x, y) == other.pixel(x, y) ? 0 : 1;
    return double(different) / (double(one.width()) * one.height());
}

BarOutcome residual() {
    qputenv("QT_QUICK_BACKEND", "software");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir folder;
    test::CentralProcess central(unhurried);
    if (!central.start())
        return notStarted();
    const QString pictures = folder.filePath(QStringLiteral("pictures"));
    PlayedVisit visit({QStringLiteral("--simulate"), QStringLiteral("--central"), central.url(),
                       QStringLiteral("--data"), folder.filePath(QStringLiteral("kiosk")),
                       QStringLiteral("--first-run"),
                       central.dataDir() + QStringLiteral("/first-run.json"),
                       QStringLiteral("--tour"), pictures, QStringLiteral("--tour-part"),
                       QStringLiteral("residue")},
                      folder.filePath(QStringLiteral("log")));
    const QByteArrayList words = markers();
    Findings findings;
    QList<QList<qint64>> counts;
    for (const char* place : {"before", "during", "after"}) {
        if (!visit.waitFor(place)) {
            findings.expect(false, QStringLiteral("the visit did not come to “%1”: %2")
                                       .arg(QLatin1String(place), visit.lastWords()));
            return findings.outcome({});
        }
        counts.append(search(visit.pid(), words));
        visit.goOn();
    }
    int control = 0;
    int left = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        control += counts[1][i] > counts[0][i] ? 1 : 0;
        const bool more = counts[2][i] > counts[0][i];
        left += more ? 1 : 0;
        findings.expect(!more,
                        QStringLiteral("marker %1 (%2): %3 before, %4 after")
                            .arg(i)
                            .arg(i % 2 == 0 ? QStringLiteral("text") : QStringLiteral("wide"))
                            .arg(counts[0][i])
                            .arg(counts[2][i]));
    }
    findings.expect(control >= 8, QStringLiteral("the control: only %1 markers are seen during the "
                                                 "visit")
                                      .arg(control));
    // The page is the one that stood there before, but for the clock.
    const double differs = difference(QImage(pictures + QStringLiteral("/20-before.png")),
                                      QImage(pictures + QStringLiteral("/21-after.png")));
    findings.expect(differs < 0.01, QStringLiteral("the page is not as it was before"));
    findings.expect(difference(QImage(pictures + QStringLiteral("/20-before.png")),
                               QImage(pictures + QStringLiteral("/10-sign.png"))) > 0.01,
                    QStringLiteral("the control: another page looks the same"));
    return findings.outcome({{QStringLiteral("markers"), words.size()},
                             {QStringLiteral("left"), left},
                             {QStringLiteral("control_seen_during"), control}});
}

} // namespace

QList<Bar> residualBars() {
    return {{"sec-residual",
             "nothing of a visit is left in the kiosk's memory or on its screen",
             residual,
             {}}};
}

} // namespace tongban::cli

// tongban start and tongban tour: the whole product on this machine.
#include "app/cli/hall.h"
#include "app/cli/verbs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tongban::cli {

namespace {

// The parts of the tour in order: who plays what.
struct Part {
    const char* program;
    const char* part;
    const char* heading;
};

constexpr Part parts[] = {
    {"tongban-kiosk", "visit", "── 自助机：市民来办事 ──"},
    {"tongban-kiosk", "progress", "── 自助机：市民扫凭证 ──"},
    {"tongban-counter", "ask", "── 柜台：看一遍，缺一页，一次说清 ──"},
    {"tongban-kiosk", "supplement", "── 自助机：市民补材料 ──"},
    {"tongban-counter", "decide", "── 柜台：再看一遍，决定 ──"},
    {"tongban-kiosk", "decided", "── 自助机：再扫一次 ──"},
    {"tongban-kiosk", "portal", "── 自助机：部门网页 ──"},
};

class Tour {
public:
    Tour(QString out, QString only, QStringList look)
        : m_out(std::move(out))
        , m_only(std::move(only))
        , m_look(std::move(look)) {
        QObject::connect(&m_hall, &Hall::failed, [](const QString& why) {
            complain(QStringLiteral("tongban tour: ") + why);
            QCoreApplication::exit(1);
        });
    }

    void start() {
        m_data = QDir(m_out).absoluteFilePath(QStringLiteral("data"));
        QDir(m_data).removeRecursively();
        QDir().mkpath(m_data);
        say(QStringLiteral("启动中央服务 …"));
        m_hall.startCentral(m_data + QStringLiteral("/central"), 0, [this](const QString& address) {
            m_address = address;
            say(QStringLiteral("中央服务在 %1").arg(address));
            next();
        });
    }

private:
    void next() {
        if (m_at == std::size(parts)) {
            const int pictures = static_cast<int>(
                QDir(m_out).entryList({QStringLiteral("*.png")}, QDir::Files).size());
            say(QStringLiteral("完成：%1 张图在 %2").arg(pictures).arg(m_out));
            return QCoreApplication::exit(0);
        }
        const Part part = parts[m_at++];
        if (!m_only.isEmpty() && m_only != QLatin1String(part.part))
            return next();
        say(QString::fromUtf8(part.heading));
        const QString program = QLatin1String(part.program);
        const bool kiosk = program == QLatin1String("tongban-kiosk");
        QStringList arguments{QStringLiteral("--central"),
                              m_address,
                              QStringLiteral("--data"),
                              m_data +
                                  (kiosk ? QStringLiteral("/kiosk") : QStringLiteral("/counter")),
                              QStringLiteral("--first-run"),
                              m_data + QStringLiteral("/central/first-run.json"),
                              QStringLiteral("--tour"),
                              m_out,
                              QStringLiteral("--tour-part"),
                              QLatin1String(part.part)};
        if (kiosk)
            arguments += QStringList{QStringLiteral("--simulate")} + m_look;
        m_hall.run(program, arguments, [this](int code) {
            if (code != 0)
                return QCoreApplication::exit(code);
            next();
        });
    }

    Hall m_hall;
    const QString m_out;
    const QString m_only;
    const QStringList m_look;
    QString m_data;
    QString m_address;
    size_t m_at = 0;
};

} // namespace

int runTour(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Plays the citizen's visit, the clerk's decision and the look at the progress by itself, "
        "against a real\n"
        "central service, and leaves pictures.\n\n"
        "  tongban tour                                   everything, Chinese, 1080x1920, into "
        "build/tour\n"
        "  tongban tour --part visit                      one part: visit, progress, ask, "
        "supplement, decide, decided, portal\n"
        "                                                 (later parts need the case of an earlier "
        "one)\n"
        "  tongban tour --part visit --language en        in English\n"
        "  tongban tour --part visit --size 1920x1080     a landscape kiosk\n"
        "  one page: play its part and take its picture, such as build/tour/03-guide.png"));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("out"), QStringLiteral("Folder for the pictures."), QStringLiteral("dir"),
          QStringLiteral("build/tour")},
         {QStringLiteral("part"), QStringLiteral("Only this part."), QStringLiteral("name")},
         {QStringLiteral("language"), QStringLiteral("zh_CN or en."), QStringLiteral("code"),
          QStringLiteral("zh_CN")},
         {QStringLiteral("size"), QStringLiteral("Size of the kiosk's window."),
          QStringLiteral("WxH"), QStringLiteral("1080x1920")}});
    parser.process(QStringList{QStringLiteral("tongban tour")} + arguments);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY") &&
        qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Tour tour(parser.value(QStringLiteral("out")), parser.value(QStringLiteral("part")),
              {QStringLiteral("--language"), parser.value(QStringLiteral("language")),
               QStringLiteral("--size"), parser.value(QStringLiteral("size"))});
    tour.start();
    return QCoreApplication::exec();
}

int runStart(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Starts a central service on this machine (embedded defaults) and a kiosk "
                       "with simulated devices, or the\n"
                       "counter workstation. In the kiosk window F2 lays a sample ID card on the "
                       "reader, F3 takes it away."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("what"), QStringLiteral("kiosk or counter."),
                                 QStringLiteral("[kiosk|counter]"));
    parser.addOptions({{QStringLiteral("data"), QStringLiteral("Folder of this hall."),
                        QStringLiteral("dir"), QStringLiteral("build/data")},
                       {QStringLiteral("port"), QStringLiteral("Port of the central service."),
                        QStringLiteral("n"), QStringLiteral("8440")}});
    parser.process(QStringList{QStringLiteral("tongban start")} + arguments);
    const QString what = parser.positionalArguments().value(0, QStringLiteral("kiosk"));
    if (what != QLatin1String("kiosk") && what != QLatin1String("counter")) {
        complain(QStringLiteral("tongban start: “%1” is neither kiosk nor counter").arg(what));
        return 2;
    }
    const QString data = QDir().absoluteFilePath(parser.value(QStringLiteral("data")));
    QDir().mkpath(data);
    Hall hall;
    QObject::connect(&hall, &Hall::failed, [](const QString& why) {
        complain(QStringLiteral("tongban start: ") + why);
        QCoreApplication::exit(1);
    });
    const QString port = parser.value(QStringLiteral("port"));
    const auto front = [&](const QString& address) {
        QStringList front{
            QStringLiteral("--central"),   address,
            QStringLiteral("--data"),      data + QLatin1Char('/') + what,
            QStringLiteral("--first-run"), data + QStringLiteral("/central/first-run.json")};
        if (what == QLatin1String("kiosk"))
            front.append(QStringLiteral("--simulate"));
        hall.run(QStringLiteral("tongban-") + what, front,
                 [](int code) { QCoreApplication::exit(code); });
    };
    // A second window joins the central service that already runs in this folder.
    if (Hall::answers(port.toUShort()))
        front(QStringLiteral("http://127.0.0.1:") + port);
    else
        hall.startCentral(data + QStringLiteral("/central"), port.toInt(), front);
    return QCoreApplication::exec();
}

} // namespace tongban::cli

// The words of the desk console and its Unix socket.
#include "services/devices/desk_console.h"

#include "services/devices/device_hub.h"
#include "services/devices/simulated_desk.h"

#include <QDir>
#include <QFile>
#include <array>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace tongban::devices {

namespace {

constexpr size_t longestLine = 8192;

using Words = QStringList;
using Act = Result<QString> (*)(SimulatedDesk& desk, const Words& words);

struct Row {
    const char* word;
    const char* help;
    Act act;
};

Result<QString> done(const Result<void>& result) {
    TRY(result);
    return QStringLiteral("ok");
}

Result<QString> refuse(const QString& why) {
    return fail(FaultKind::Invalid, why);
}

Result<QString> card(SimulatedDesk& desk, const Words& words) {
    if (words.size() < 2)
        return desk.cardNames().join(u' ');
    if (words[1] != u"away")
        return done(desk.layCard(words[1]));
    desk.removeCard();
    return QStringLiteral("ok");
}

Result<QString> fault(SimulatedDesk& desk, const Words& words) {
    const auto fault = sdtFaultNamed(words.value(1));
    if (!fault)
        return refuse(QStringLiteral("no such fault"));
    desk.setFault(*fault, words.size() > 2 ? words[2].toInt() : -1);
    return QStringLiteral("ok");
}

Result<QString> social(SimulatedDesk& desk, const Words& words) {
    if (words.value(1) == u"away")
        desk.withdrawSocialCard();
    else if (words.value(1) == u"bank")
        desk.insertBankCard();
    else
        return done(desk.insertSocialCard(words.value(1)));
    return QStringLiteral("ok");
}

Result<QString> code(SimulatedDesk& desk, const Words& words) {
    if (words.value(1) != u"away")
        return done(desk.showCode(words.mid(1).join(u' ')));
    desk.hideCode();
    return QStringLiteral("ok");
}

Result<QString> document(SimulatedDesk& desk, const Words& words) {
    desk.layDocument(words.value(1) == u"away" ? QString() : words.mid(1).join(u' '));
    return QStringLiteral("ok");
}

Result<QString> printer(SimulatedDesk& desk, const Words& words) {
    const QString word = words.value(1);
    if (word == u"plug" || word == u"unplug") {
        return done(desk.plug(DeviceClass::ReceiptPrinter, word == u"plug"));
    } else if (word == u"paper") {
        desk.setPaperLeft(words.value(2).toInt());
    } else if (word == u"tear") {
        desk.tearOff();
    } else {
        const auto trouble = printerTroubleNamed(word);
        if (!trouble)
            return refuse(QStringLiteral("no such trouble"));
        desk.setPrinterTrouble(*trouble);
    }
    return QStringLiteral("ok");
}

Result<QString> tickets(SimulatedDesk& desk, const Words& words) {
    const QList<QByteArray> tickets = desk.tickets();
    for (qsizetype i = 0; words.size() > 1 && i < tickets.size(); ++i) {
        QFile file(QDir(words[1]).filePath(QStringLiteral("ticket-%1.escpos").arg(i + 1)));
        if (!file.open(QIODevice::WriteOnly) || file.write(tickets[i]) != tickets[i].size())
            return fail(FaultKind::Storage, file.fileName());
    }
    return QString::number(tickets.size());
}

Result<QString> pages(SimulatedDesk& desk, const Words& words) {
    desk.setDocumentPrinterTrouble(words.value(1) == u"none" ? QString() : words.value(1));
    return QStringLiteral("ok");
}

Result<QString> plug(SimulatedDesk& desk, const Words& words) {
    if (const auto named = deviceClassNamed(words.value(1)))
        return done(desk.plug(*named, words[0] == u"plug"));
    return refuse(QStringLiteral("no such class of devices: ") + words.value(1));
}

// `act` on a machine that may have been left out.
template <typename Machine, typename Act>
Result<QString> with(Machine* machine, const Act& act) {
    if (machine == nullptr)
        return fail(FaultKind::NotFound, QStringLiteral("this desk has none"));
    return act(*machine) ? Result<QString>(QStringLiteral("ok"))
                         : refuse(QStringLiteral("no such thing to do with it"));
}

Result<QString> passport(SimulatedDesk& desk, const Words& words) {
    if (words.size() < 2)
        return refuse(QStringLiteral("the lines of the document, please"));
    return done(desk.swipe(words.mid(1)));
}

Result<QString> pad(SimulatedDesk& desk, const Words& words) {
    return with(desk.machines().pad, [&](SimulatedSignaturePad& pad) {
        words.value(1) == u"dot" ? pad.dot() : pad.sign();
        return words.size() == 1 || words[1] == u"dot";
    });
}

Result<QString> token(SimulatedDesk& desk, const Words& words) {
    const bool away = words.value(1) == u"away";
    if (!away && words.size() > 1)
        return refuse(QStringLiteral("token, or token away"));
    return done(desk.plug(DeviceClass::StaffToken, !away));
}

Result<QString> dispenser(SimulatedDesk& desk, const Words& words) {
    return with(desk.machines().dispenser, [&](SimulatedCardDispenser& dispenser) {
        const QString word = words.value(1);
        bool number = false;
        const int cards = words.value(2).toInt(&number);
        if (word == u"take")
            dispenser.take();
        else if (word == u"jam" || word == u"none")
            dispenser.setJammed(word == u"jam");
        else if (word == u"fill" && number)
            dispenser.fill(cards);
        else
            return false;
        return true;
    });
}

Result<QString> locker(SimulatedDesk& desk, const Words& words) {
    if (desk.machines().locker != nullptr && words.size() == 1) {
        QStringList doors;
        for (const int door : desk.machines().locker->openDoors())
            doors.append(QString::number(door));
        return doors.isEmpty() ? QStringLiteral("all closed") : doors.join(u' ');
    }
    return with(desk.machines().locker, [&](SimulatedLocker& locker) {
        const QString word = words[1];
        bool number = false;
        const int door = words.value(2).toInt(&number);
        if (word == u"stuck" || word == u"none")
            locker.setStuck(word == u"stuck");
        else if (word == u"close" && number)
            locker.closeDoor(door);
        else
            return false;
        return true;
    });
}

Result<QString> lights(SimulatedDesk& desk, const Words&) {
    if (desk.machines().lamps == nullptr)
        return fail(FaultKind::NotFound, QStringLiteral("this desk has none"));
    QStringList shining;
    const auto lamps = desk.machines().lamps->lights();
    for (auto lamp = lamps.begin(); lamp != lamps.end(); ++lamp)
        shining.append(lamp.key() + u'=' + nameOf(lamp.value()));
    shining.sort();
    return shining.isEmpty() ? QStringLiteral("all off") : shining.join(u' ');
}

Result<QString> ups(SimulatedDesk& desk, const Words& words) {
    static const QHash<QString, QByteArray> says{{QStringLiteral("line"), "OL"},
                                                 {QStringLiteral("battery"), "OB DISCHRG"},
                                                 {QStringLiteral("low"), "OB LB"},
                                                 {QStringLiteral("replace"), "OL RB"}};
    return with(desk.machines().ups, [&](SimulatedUps& ups) {
        const auto said = says.constFind(words.value(1));
        if (said != says.constEnd())
            ups.say(*said);
        return said != says.constEnd();
    });
}

constexpr std::array rows{
    Row{"card",
        "card NAME | card away | card            lay an ID card, take it away, list the samples",
        card},
    Row{"fault",
        "fault NAME [COUNT]                       ID reader: none noise bad-sum flip drip truncate "
        "stall silence\n"
        "                                         leave self-test not-authorised unplug",
        fault},
    Row{"social", "social NAME | social bank | social away  the slot for smart cards", social},
    Row{"code", "code TEXT | code away                    show a code to the scanner", code},
    Row{"document", "document FILE|FOLDER | document away     lay a sheet under the camera",
        document},
    Row{"printer",
        "printer TROUBLE | paper DOTS | tear | plug | unplug\n"
        "                                         receipts: none paper-low paper-out cover-open "
        "cutter-jam silent",
        printer},
    Row{"tickets",
        "tickets [FOLDER]                         how many hang there; save them as ESC/POS",
        tickets},
    Row{"plug", "plug CLASS | unplug CLASS                any class of `device list --simulate`",
        plug},
    Row{"unplug", nullptr, plug},
    Row{"pages",
        "pages REASON | pages none                page printer: media-empty media-jam door-open "
        "toner-empty …",
        pages},
    Row{"passport",
        "passport LINE LINE [LINE]                draw a travel document through the reader",
        passport},
    Row{"sign", "sign | sign dot                          sign on the pad, or only touch it", pad},
    Row{"token", "token | token away                       plug the clerk's key in (PIN 123456)",
        token},
    Row{"dispenser",
        "dispenser take | fill N | jam | none     cards: take one from the exit, fill the box",
        dispenser},
    Row{"locker",
        "locker | locker close N | stuck | none   which doors stand open; close one; jam them",
        locker},
    Row{"lights", "lights                                   how the lamps shine", lights},
    Row{"ups", "ups line | battery | low | replace       the power supply", ups},
};

sockaddr_un addressOf(const QByteArray& path, bool* fits) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    *fits = static_cast<size_t>(path.size()) < sizeof address.sun_path;
    if (*fits)
        std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    return address;
}

// One line, or nothing within the limits; a peer that dawdles is given up.
QByteArray lineFrom(int socket) {
    const timeval patience{2, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    QByteArray line;
    char byte = 0;
    while (line.size() < static_cast<qsizetype>(longestLine) && ::recv(socket, &byte, 1, 0) == 1 &&
           byte != '\n')
        line.append(byte);
    return line;
}

void sendLine(int socket, const QString& text) {
    const QByteArray bytes = text.toUtf8() + '\n';
    [[maybe_unused]] const ssize_t sent =
        ::send(socket, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
}

} // namespace

Result<QString> performOnDesk(DeviceHub& hub, const QString& line) {
    if (!hub.desk())
        return fail(FaultKind::Denied, QStringLiteral("the devices are not simulated"));
    const Words words = line.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const Row& row : rows) {
        if (words.value(0) == QLatin1String(row.word))
            return row.act(*hub.desk(), words);
    }
    return refuse(QStringLiteral("no such word: ") + words.value(0));
}

QString deskConsoleHelp() {
    QStringList lines;
    for (const Row& row : rows) {
        if (row.help != nullptr)
            lines.append(QStringLiteral("  ") + QString::fromUtf8(row.help));
    }
    return lines.join(u'\n');
}

DeskSocket::DeskSocket(DeviceHub& hub, QString path, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_path(std::move(path)) {}

DeskSocket::~DeskSocket() {
    if (m_socket < 0)
        return;
    ::close(m_socket);
    QFile::remove(m_path);
}

Result<void> DeskSocket::listen() {
    bool fits = false;
    const sockaddr_un address = addressOf(QFile::encodeName(m_path), &fits);
    if (!fits)
        return fail(FaultKind::Invalid, QStringLiteral("path too long: ") + m_path);
    m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    QFile::remove(m_path); // left behind by a program that was killed
    const mode_t before = umask(0077);
    const bool bound =
        ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    umask(before);
    if (!bound || ::listen(m_socket, 4) != 0)
        return fail(FaultKind::Device, QStringLiteral("cannot listen on ") + m_path);
    m_ready = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_ready.get(), &QSocketNotifier::activated, this, &DeskSocket::accept);
    return {};
}

void DeskSocket::accept() {
    const int peer = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (peer < 0)
        return;
    const Result<QString> answer = performOnDesk(m_hub, QString::fromUtf8(lineFrom(peer)));
    sendLine(peer, answer ? *answer : QStringLiteral("error ") + answer.error().detail);
    ::close(peer);
}

QString deskSocketPath() {
    const QString named = qEnvironmentVariable("TONGBAN_DESK");
    if (!named.isEmpty())
        return named;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR", QDir::tempPath());
    return folder + QStringLiteral("/tongban-desk.sock");
}

Result<QString> tellDesk(const QString& path, const QString& line) {
    bool fits = false;
    const sockaddr_un address = addressOf(QFile::encodeName(path), &fits);
    const int socket = fits ? ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) : -1;
    if (socket < 0 ||
        ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        if (socket >= 0)
            ::close(socket);
        return fail(FaultKind::Offline, QStringLiteral("no simulated devices at ") + path);
    }
    sendLine(socket, line);
    const QString answer = QString::fromUtf8(lineFrom(socket));
    ::close(socket);
    if (answer.startsWith(QLatin1String("error ")))
        return fail(FaultKind::Invalid, answer.mid(6));
    return answer;
}

} // namespace tongban::devices

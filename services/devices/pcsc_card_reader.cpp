// Polls PC/SC without blocking; a card is read whole when it is inserted and forgotten when it
// leaves.
#include "services/devices/pcsc_card_reader.h"

#include <array>

namespace tongban::devices {

namespace {

constexpr std::chrono::milliseconds pollEvery{200};
constexpr std::chrono::milliseconds retryEvery{2000}; // while there is no PC/SC service

// One connection to the card in a reader.
class Connection {
public:
    Connection(SCARDCONTEXT context, const QByteArray& reader) {
        const LONG code = SCardConnect(context, reader.constData(), SCARD_SHARE_SHARED,
                                       SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &m_card, &m_protocol);
        m_open = code == SCARD_S_SUCCESS;
    }
    ~Connection() {
        if (m_open)
            SCardDisconnect(m_card, SCARD_LEAVE_CARD);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool isOpen() const { return m_open; }
    // Empty when the card is gone.
    QByteArray transmit(const QByteArray& apdu) const {
        std::array<uchar, 260> answer{};
        DWORD length = answer.size();
        const SCARD_IO_REQUEST* how = m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
        const LONG code =
            SCardTransmit(m_card, how, reinterpret_cast<const uchar*>(apdu.constData()),
                          static_cast<DWORD>(apdu.size()), nullptr, answer.data(), &length);
        if (code != SCARD_S_SUCCESS)
            return {};
        return {reinterpret_cast<const char*>(answer.data()), static_cast<qsizetype>(length)};
    }

private:
    SCARDHANDLE m_card = 0;
    DWORD m_protocol = 0;
    bool m_open = false;
};

Result<SocialCard> readSocialCard(const Connection& connection) {
    SocialCardDialogue dialogue;
    while (const auto apdu = dialogue.next())
        dialogue.answered(connection.transmit(*apdu));
    return dialogue.result();
}

} // namespace

PcscCardReader::PcscCardReader(DeviceId id, QString reader)
    : ContactCard(std::move(id))
    , m_wanted(std::move(reader))
    , m_poll(this) {
    connect(&m_poll, &QTimer::timeout, this, &PcscCardReader::look);
}

PcscCardReader::~PcscCardReader() {
    release();
}

void PcscCardReader::open() {
    look();
}

void PcscCardReader::release() {
    if (m_context != 0)
        SCardReleaseContext(m_context);
    m_context = 0;
}

void PcscCardReader::close() {
    m_poll.stop();
    release();
    ContactCard::close();
}

// The names come as one string, each ended by a zero.
QByteArray PcscCardReader::readerName() const {
    DWORD length = 0;
    if (SCardListReaders(m_context, nullptr, nullptr, &length) != SCARD_S_SUCCESS)
        return {};
    QByteArray names(static_cast<qsizetype>(length), 0);
    if (SCardListReaders(m_context, nullptr, names.data(), &length) != SCARD_S_SUCCESS)
        return {};
    for (const QByteArray& name : names.split('\0')) {
        if (!name.isEmpty() && QString::fromUtf8(name).contains(m_wanted, Qt::CaseInsensitive))
            return name;
    }
    return {};
}

void PcscCardReader::look() {
    if (m_context == 0 && SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context) !=
                              SCARD_S_SUCCESS) {
        m_context = 0;
        setStatus(
            {DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("no-service")});
        return m_poll.start(retryEvery);
    }
    m_poll.start(pollEvery);
    if (SCardIsValidContext(m_context) != SCARD_S_SUCCESS)
        release(); // the service went away; the next round asks again
    const QByteArray name = m_context == 0 ? QByteArray() : readerName();
    SCARD_READERSTATE state{};
    state.szReader = name.constData();
    const bool known =
        !name.isEmpty() && SCardGetStatusChange(m_context, 0, &state, 1) != SCARD_E_UNKNOWN_READER;
    const bool present = known && (state.dwEventState & SCARD_STATE_PRESENT) &&
                         !(state.dwEventState & SCARD_STATE_MUTE);
    if (m_present && !present)
        removed();
    const bool fresh = present && !m_present;
    m_present = present;
    if (!known)
        return setStatus(
            {DeviceState::NoDevice, MediaState::Unknown, {}, {}, QStringLiteral("gone")});
    setStatus({DeviceState::Online, present ? MediaState::Present : MediaState::NotPresent});
    if (fresh)
        read(name);
}

void PcscCardReader::read(const QByteArray& reader) {
    const Connection connection(m_context, reader);
    if (!connection.isOpen())
        return inserted(fail(FaultKind::Device, QStringLiteral("no connection")),
                        ContactCardKind::Unknown);
    const Result<SocialCard> card = readSocialCard(connection);
    const bool bank =
        !card && connection.transmit(selectBankCard()).endsWith(QByteArrayLiteral("\x90\0"));
    inserted(card, bank ? ContactCardKind::Bank : ContactCardKind::Unknown);
}

} // namespace tongban::devices

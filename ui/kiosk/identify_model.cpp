// Trouble to words: what happened, then what to do.
#include "ui/kiosk/identify_model.h"

#include "ui/kiosk/wording.h"

namespace tongban::kiosk {

using Desk = session::CardDesk;
using std::chrono::milliseconds;
using std::chrono::seconds;

IdentifyModel::IdentifyModel(session::Session& session, session::CardDesk& desk, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_desk(desk) {
    m_moveOn.setSingleShot(true);
    m_moveOn.setInterval(milliseconds(1200));
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(seconds(60));
    connect(&m_moveOn, &QTimer::timeout, this, [this] {
        if (m_session.stage() == session::Stage::Identify)
            m_session.next();
    });
    connect(&m_waiting, &QTimer::timeout, this, [this] {
        m_waitedLong = true;
        Q_EMIT changed();
    });
    connect(&desk, &Desk::identified, this, [this] { m_moveOn.start(); });
    connect(&desk, &Desk::changed, this, &IdentifyModel::changed);
    connect(&session, &session::Session::stageChanged, this, [this] {
        m_waitedLong = false;
        if (m_session.stage() == session::Stage::Identify)
            m_waiting.start();
        else
            m_waiting.stop();
        Q_EMIT changed();
    });
}

QString IdentifyModel::readerState() const {
    switch (m_desk.state()) {
    case Desk::State::Reading:
        return QStringLiteral("reading");
    case Desk::State::Done:
        return QStringLiteral("ok");
    case Desk::State::Failed:
        return QStringLiteral("failed");
    case Desk::State::Unsupported:
    case Desk::State::NoReader:
        return QStringLiteral("unsupported");
    case Desk::State::Off:
    case Desk::State::Waiting:
        break;
    }
    return QStringLiteral("waiting");
}

QVariant IdentifyModel::failure() const {
    QString heading;
    QString text;
    switch (m_desk.trouble()) {
    case Desk::Trouble::None:
        return nothing();
    case Desk::Trouble::LayFlat:
        heading = tr("It could not be read");
        text = tr("Please lay the card flat and try again.");
        break;
    case Desk::Trouble::Lifted:
        heading = tr("The card left too early");
        text = tr("Please lay it down again and wait for the tone.");
        break;
    case Desk::Trouble::NotAnIdCard:
        heading = tr("This is not an ID card");
        text = tr("Please lay your resident ID card on the green light.");
        break;
    case Desk::Trouble::UnknownKind:
        heading = tr("This machine does not know this kind of card");
        text = tr("Please choose another way below, or call somebody.");
        break;
    case Desk::Trouble::Expired:
        heading = tr("The card is past its validity");
        text = tr("You can still look up guides and progress here. For this matter please go to "
                  "counter A.");
        break;
    case Desk::Trouble::SomebodyElse:
        heading = tr("This is another person's card");
        text = tr("This visit was begun with a different card. Please call somebody to help.");
        break;
    case Desk::Trouble::ReaderGone:
        heading = tr("The card reader is not working");
        text = tr("What you answered is kept. Please choose another way below, or call somebody.");
        break;
    }
    return QVariantMap{{QStringLiteral("heading"), heading}, {QStringLiteral("text"), text}};
}

QString IdentifyModel::personName() const {
    return m_session.visit().card ? session::courtesyName(*m_session.visit().card) : QString();
}

bool IdentifyModel::alternativesFirst() const {
    return m_waitedLong || m_desk.failures() >= 2 || m_desk.state() == Desk::State::NoReader;
}

} // namespace tongban::kiosk

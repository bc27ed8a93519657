// DeskModel: what lies on the device desk and how the simulated machines are, as plain values; what
// is touched goes out as a line of the desk console's words.
#pragma once

#include <QImage>
#include <QObject>
#include <QVariantList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace tongban::desk {

class DeskModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    // What can be taken in the hand: {id, title, kind} each.
    Q_PROPERTY(QVariantList people MEMBER people NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList codes MEMBER codes NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList papers MEMBER papers NOTIFY changed FINAL)
    // The id of what lies there; empty: nothing.
    Q_PROPERTY(QString card MEMBER card NOTIFY changed FINAL)
    Q_PROPERTY(QString socialCard MEMBER socialCard NOTIFY changed FINAL)
    Q_PROPERTY(QString code MEMBER code NOTIFY changed FINAL)
    Q_PROPERTY(QString paper MEMBER paper NOTIFY changed FINAL)
    // The trouble each machine was given: "none", "flip", "paper-out", "media-jam", …
    Q_PROPERTY(QString readerFault MEMBER readerFault NOTIFY changed FINAL)
    Q_PROPERTY(QString printerTrouble MEMBER printerTrouble NOTIFY changed FINAL)
    Q_PROPERTY(QString pagesTrouble MEMBER pagesTrouble NOTIFY changed FINAL)
    // By class, such as "IdentityReader": {online, detail}, as its driver reports it; a class that
    // is missing is not on this machine.
    Q_PROPERTY(QVariantMap machines MEMBER machines NOTIFY changed FINAL)
    Q_PROPERTY(QStringList unplugged MEMBER unplugged NOTIFY changed FINAL)
    // {id, available, reason} each: what the kiosk can do now.
    Q_PROPERTY(QVariantList abilities MEMBER abilities NOTIFY changed FINAL)
    // What hangs from the receipt printer: how many, and the picture of the last one.
    Q_PROPERTY(int tickets MEMBER tickets NOTIFY changed FINAL)
    Q_PROPERTY(QImage ticket MEMBER ticket NOTIFY changed FINAL)
    Q_PROPERTY(QImage paperPicture MEMBER paperPicture NOTIFY changed FINAL)
    Q_PROPERTY(int pages MEMBER pages NOTIFY changed FINAL)
    Q_PROPERTY(
        QString refused MEMBER refused NOTIFY changed FINAL) // why the last touch did nothing

public:
    using QObject::QObject;

    // The titles of what can be held: receipt, insurance, shop; laid-well, shaken, glare,
    // over-edge.
    static QString titleOf(const QString& thing);

    Q_INVOKABLE void act(const QString& line) { Q_EMIT acted(line); }

    QVariantList people, codes, papers, abilities;
    QString card, socialCard, code, paper;
    QString readerFault = QStringLiteral("none");
    QString printerTrouble = QStringLiteral("none");
    QString pagesTrouble = QStringLiteral("none");
    QString refused;
    QVariantMap machines;
    QStringList unplugged;
    int tickets = 0, pages = 0;
    QImage ticket, paperPicture;

Q_SIGNALS:
    void changed();
    void acted(const QString& line);
};

} // namespace tongban::desk

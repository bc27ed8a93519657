// FontFamilies names the type families of Tongban and makes them known to Qt on construction.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace tongban::theme {

class FontFamilies : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString sans READ sans CONSTANT FINAL)
    Q_PROPERTY(QString serif READ serif CONSTANT FINAL)
    Q_PROPERTY(QString digits READ digits CONSTANT FINAL)

public:
    explicit FontFamilies(QObject* parent = nullptr);

    // Inter for Latin, Noto Sans CJK SC for everything Chinese.
    QString sans() const { return QStringLiteral("Tongban Sans"); }
    QString serif() const { return QStringLiteral("Noto Serif CJK SC"); }
    // Inter Display for lone numbers: times, tickets, countdowns.
    QString digits() const { return QStringLiteral("Tongban Digits"); }
};

} // namespace tongban::theme

// TypingModel: one field being typed into: letters, pinyin candidates, the state of the keyboard.
// Remembers nothing after clear().
#pragma once

#include "services/input/pinyin_engine.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::kiosk {

class TypingModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY changed FINAL)
    Q_PROPERTY(QString composition READ composition NOTIFY changed FINAL)
    Q_PROPERTY(QStringList candidates READ candidates NOTIFY changed FINAL)
    Q_PROPERTY(bool expanded MEMBER m_expanded NOTIFY changed FINAL)
    Q_PROPERTY(bool chinese READ chinese NOTIFY changed FINAL)
    Q_PROPERTY(bool shifted MEMBER m_shifted NOTIFY changed FINAL)
    Q_PROPERTY(bool symbols MEMBER m_symbols NOTIFY changed FINAL)

public:
    explicit TypingModel(input::PinyinEngine& engine, QObject* parent = nullptr);

    QString value() const { return m_value; }
    void setValue(const QString& value);
    QString composition() const { return m_composition.preedit; }
    QStringList candidates() const { return m_composition.candidates; }
    bool chinese() const { return m_chinese && m_engine.isReady(); }
    // The text as it would be if the letters stood as they are: for searching while composing.
    QString valueSoFar() const;
    bool isClean() const { return m_value.isEmpty() && m_composition.isEmpty(); }

    Q_INVOKABLE void press(const QString& key); // a key of the screen keyboard or number pad
    Q_INVOKABLE void choose(int candidate);
    Q_INVOKABLE void type(const QString& text); // from a physical keyboard
    Q_INVOKABLE void toggleExpanded();
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();
    void edited(); // the value or the composition differs
    void hideWanted();

private:
    void append(const QString& text);
    void refresh();

    input::PinyinEngine& m_engine;
    QString m_value;
    input::Composition m_composition;
    bool m_expanded = false;
    bool m_chinese = true;
    bool m_shifted = false;
    bool m_symbols = false;
};

} // namespace tongban::kiosk

// PinyinEngine: turns typed letters into Chinese through librime, remembering nothing.
// librime is loaded at run time, so that nothing links it and a machine without it still types
// Latin.
#pragma once

#include "services/core/result.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>

namespace tongban::input {

// What the candidate bar shows after a key.
struct Composition {
    QString preedit;        // letters not yet turned into characters, with syllable marks
    QStringList candidates; // best first, at most 30
    bool isEmpty() const { return preedit.isEmpty(); }
};

class PinyinEngine {
public:
    PinyinEngine();
    ~PinyinEngine();
    PinyinEngine(const PinyinEngine&) = delete;
    PinyinEngine& operator=(const PinyinEngine&) = delete;

    // Loads librime and compiles the dictionary of `schemaDir` (0.5–3 s the first time): call off
    // the UI thread.
    Result<void> start(const QString& schemaDir);
    bool isReady() const;

    // Each returns what is to be committed to the field (often empty); `composition()` is what
    // remains.
    QString letter(QChar letter);
    QString choose(int index);
    QString backspace(bool* consumed); // false when there was no composition to shorten
    QString commit();                  // the best candidate, or the letters as typed
    void clear();
    Composition composition() const;

private:
    struct Rime;
    std::unique_ptr<Rime> m_rime;
};

} // namespace tongban::input

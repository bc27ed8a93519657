// A verb of the `tongban` command line: its name, one line about it, and what it does.
#pragma once

#include <QStringList>

namespace tongban::cli {

// `arguments` come after the verb; returns the exit code (0 fine, 1 a finding or refusal, 2 wrong
// usage).
using Run = int (*)(const QStringList& arguments);

struct Verb {
    const char* name;
    const char* summary;
    Run run;
    bool paints = false; // draws text: needs fonts, and gets a QGuiApplication without a screen
    const char* paintingPart = nullptr; // only this part of the verb paints
};

// Writes to standard output or error, with a line feed.
void say(const QString& line);
void complain(const QString& line);

} // namespace tongban::cli

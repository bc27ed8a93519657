// Options: what a program was started with: command line over environment over defaults, checked.
#pragma once

#include "services/core/result.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace tongban::app {

struct Options {
    QString data;      // this machine's own folder
    QString resources; // the product's data files
    QUrl central{QStringLiteral("http://127.0.0.1:8440")};
    QString firstRun;  // first-run.json of a central service on this machine; practice only
    QUrl packs;        // repository of published packs; empty: the items that came with the program
    QString packsRoot; // its first root.json, laid down by the installer
    QString enrolCode; // single-use code of the administrator
    bool simulate = false;
    bool desk = false;   // the device desk in a window of its own
    QString cards;       // the simulator's people; default: resources/simulator/cards.json
    QString devices;     // this machine's settings file: {"devices": {…}}
    QStringList without; // classes the simulation leaves out, such as ReceiptPrinter
    QString papers;      // pictures under the simulated document camera
    QString codes;       // pictures under the simulated code camera
    QString language = QStringLiteral("zh_CN");
    QSize size{1080, 1920};
    bool fullScreen = false;
    QString tour;     // folder for pictures; empty: nobody plays
    QString measure;  // "start", or how many rounds of touches; see bench start
    QString tourPart; // which part of the tour this program plays
};

// `program` is kiosk or counter; prints help and ends the process for --help. Invalid names the
// option.
Result<Options> readOptions(const QString& program);

// Where the product's data files are: TONGBAN_RESOURCES, else beside the program, else the source
// tree.
QString resourcesFolder();

} // namespace tongban::app

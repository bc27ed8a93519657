// Desk: the workstation's own type scale and density (tokens.json › type.workstation), in screen pixels.
pragma Singleton

import QtQuick

QtObject {
    readonly property int h1: 28
    readonly property int h2: 22
    readonly property int h3: 18
    readonly property int body: 16
    readonly property int label: 15
    readonly property int small: 14
    readonly property int rail: 96
    readonly property int header: 76
    readonly property int row: 62
    readonly property int control: 44
    readonly property int radius: 14
    readonly property int gap: 16
}

// NumberPad: digits for numbers, dates and identity numbers. Reports `keyPressed(key)`: "0"…"9", "X", "backspace", "clear", "hide".
pragma ComponentBehavior: Bound

import QtQuick
import Tongban.Theme
import Tongban.Controls

Rectangle {
    id: root

    property bool identityNumber: false   // offers X

    signal keyPressed(string key)

    readonly property var keys: ["1", "2", "3", "backspace", "4", "5", "6", "clear", "7", "8", "9",
        identityNumber ? "X" : "", "", "0", "", "hide"]

    implicitHeight: grid.implicitHeight + Theme.pt(48)
    color: Theme.scheme.key.tray
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Number pad")

    Grid {
        id: grid

        x: Theme.margin
        y: Theme.pt(24)
        width: parent.width - x * 2
        columns: 4
        spacing: Theme.pt(14)

        Repeater {
            model: root.keys

            Item {
                id: place

                required property string modelData
                readonly property bool functional: modelData.length > 1

                width: (grid.width - grid.spacing * 3) / 4
                height: Theme.pt(Theme.landscape ? 92 : 116)

                KeyButton {
                    anchors.fill: parent
                    visible: place.modelData.length > 0
                    text: place.modelData === "backspace" ? "" : place.modelData === "clear" ? qsTr("Clear")
                        : place.modelData === "hide" ? qsTr("Hide") : place.modelData
                    spoken: place.modelData === "backspace" ? qsTr("Delete") : text
                    iconName: place.modelData === "backspace" ? "backspace" : ""
                    functional: place.functional
                    digits: !place.functional
                    size: place.functional ? 34 : 60
                    onPressed: root.keyPressed(place.modelData)
                }
            }
        }
    }
}

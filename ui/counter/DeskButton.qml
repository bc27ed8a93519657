// DeskButton: a button of the workstation in four weights, with its shortcut beside the word.
import QtQuick
import Tongban.Theme
import Tongban.Controls
import Tongban.Counter

Pressable {
    id: root

    property string text: ""
    property string weight: "secondary" // primary, secondary, gold, danger
    property string iconName: ""
    property string shortcut: ""

    readonly property bool filled: weight === "primary" || weight === "gold"
    readonly property color inkColour: !available ? Theme.scheme.inkMuted
        : weight === "primary" ? Theme.scheme.primaryInk
        : weight === "gold" ? Theme.scheme.inkStrong
        : weight === "danger" ? Theme.scheme.danger : Theme.scheme.inkStrong

    spoken: text
    radius: Desk.radius
    implicitHeight: Desk.control + 4
    implicitWidth: line.implicitWidth + 40

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: !root.available ? Theme.scheme.sunken
            : root.weight === "primary" ? (root.down ? Theme.scheme.primaryPressed : Theme.scheme.primary)
            : root.weight === "gold" ? Theme.scheme.here
            : root.down ? Theme.scheme.primarySofter : Theme.scheme.surface
        border.width: root.filled && root.available ? 0 : 2
        border.color: !root.available ? Theme.scheme.hair
            : root.weight === "danger" ? Theme.scheme.danger : Theme.scheme.edgeStrong
    }
    Row {
        id: line

        anchors.centerIn: parent
        spacing: 10

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName.length > 0
            name: root.iconName
            size: 22
            colour: root.inkColour
        }
        DeskText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font.pixelSize: Desk.h3 - 1
            font.weight: Font.DemiBold
            color: root.inkColour
            wrapMode: Text.NoWrap
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.shortcut.length > 0
            width: keys.implicitWidth + 14
            height: 24
            radius: 6
            color: "transparent"
            border.width: 1
            border.color: root.inkColour
            opacity: 0.8

            DeskText {
                id: keys

                anchors.centerIn: parent
                text: root.shortcut
                font.pixelSize: Desk.small
                color: root.inkColour
                wrapMode: Text.NoWrap
            }
        }
    }
}
